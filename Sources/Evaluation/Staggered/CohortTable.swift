/// A ``CohortDesign`` from rows as files have them: one row a unit and period, in any order.
///
/// - Units come in the order of their first row; periods are whole numbers, such as years, and every one between the first and
///   the last is a column. A cell without a row, or whose value is `nil`, is not observed.
/// - Starts and stops are periods of the same kind, the same in every row of a unit.
/// - Errors: ``EffectError/cohorts(_:)`` for a cell with two rows, a start or a stop that varies within a unit, and periods
///   more than ``longestSpan`` apart; otherwise those of ``CohortDesign``.
public struct CohortTable: Sendable, Equatable {
  /// One row.
  public struct Row: Sendable, Equatable {
    /// The unit's code.
    public var unit: String
    /// The period, such as a year.
    public var period: Int
    /// The outcome; `nil` where missing or hidden.
    public var value: Double?
    /// The first period of the programme; `nil` where it never comes.
    public var start: Int?
    /// The first period without it again; `nil` where it has not ended.
    public var stop: Int?

    /// A row.
    public init(unit: String, period: Int, value: Double?, start: Int? = nil, stop: Int? = nil) {
      self.unit = unit
      self.period = period
      self.value = value
      self.start = start
      self.stop = stop
    }
  }

  /// The most periods a table may span.
  public static let longestSpan = 10_000
  /// Periods are closer to 0 than this, as years and numbered quarters are.
  public static let farthestPeriod = 1_000_000
  /// The design; its periods are counted from ``firstPeriod``.
  public let design: CohortDesign
  /// The codes of the units, in the order of the design.
  public let units: [String]
  /// The period of column 0.
  public let firstPeriod: Int

  /// Sorts rows into a design.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - covariates: Columns by name, each with one value a unit; units without one are refused.
  ///   - sizes: What the units' noise depends on, by unit.
  ///   - clusters: Ids by unit.
  public init(
    _ rows: [Row], covariates: [[String: Double]] = [], sizes: [String: Double]? = nil,
    clusters: [String: Int]? = nil
  ) throws(EffectError) {
    guard let first = rows.map(\.period).min(), let last = rows.map(\.period).max() else { throw .noDonors }
    let (span, overflow) = last.subtractingReportingOverflow(first)
    guard !overflow, span < Self.longestSpan, first > -Self.farthestPeriod, last < Self.farthestPeriod else {
      throw .cohorts(.periodSpan(first: first, last: last))
    }
    let periods = span + 1
    var index: [String: Int] = [:]
    var units: [String] = []
    var starts: [Int?] = []
    var stops: [Int?] = []
    for row in rows {
      if let unit = index[row.unit] {
        guard starts[unit] == row.start, stops[unit] == row.stop else {
          throw .cohorts(.startVaries(unit: unit))
        }
      } else {
        index[row.unit] = units.count
        units.append(row.unit)
        starts.append(row.start)
        stops.append(row.stop)
      }
    }
    var outcomes = [Double](repeating: 0, count: units.count * periods)
    var isObserved = [Bool](repeating: false, count: outcomes.count)
    var hasRow = isObserved
    for row in rows {
      guard let unit = index[row.unit] else { continue }
      let cell = unit * periods + row.period - first
      guard !hasRow[cell] else { throw .cohorts(.duplicate(unit: unit, period: row.period - first)) }
      hasRow[cell] = true
      if let value = row.value {
        outcomes[cell] = value
        isObserved[cell] = true
      }
    }
    // Positions, kept within reach whatever period was named: before the first, or well past the last.
    func position(_ period: Int?, above least: Int) -> Int? {
      period.map { min(max($0, first + least), last + Self.longestSpan + least) - first }
    }
    func column<Value>(_ values: [String: Value], _ what: String) throws(EffectError) -> [Value] {
      let found = units.compactMap { values[$0] }
      guard found.count == units.count else {
        throw .shape(what: what, expected: units.count, found: found.count)
      }
      return found
    }
    var columns: [[Double]] = []
    for values in covariates { columns.append(try column(values, "covariates")) }
    var noise: [Double]?
    if let sizes { noise = try column(sizes, "sizes") }
    var groups: [Int]?
    if let clusters { groups = try column(clusters, "clusters") }
    self.units = units
    firstPeriod = first
    design = try CohortDesign(
      outcomes: outcomes, periods: periods, starts: starts.map { position($0, above: -1) },
      stops: stops.map { position($0, above: 0) },
      isObserved: isObserved.allSatisfy(\.self) ? nil : isObserved, covariates: columns, sizes: noise,
      clusters: groups)
  }
}
