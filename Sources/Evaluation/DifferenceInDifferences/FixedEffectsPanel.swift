/// Columns of a panel that may have holes: a row for each unit and period that was seen.
///
///     let panel = try FixedEffectsPanel(
///       units: [0, 0, 1, 1], periods: [0, 1, 0, 1], outcome: [2, 3, 5, 9], treatment: [0, 0, 0, 1])
///
/// - Shape: columns of one length, in any order of rows. `units` and `periods` count from 0. A unit and a period may have several
///   rows (persons), or none.
/// - Units: those of the outcome and of the covariates.
/// - Missing: a row that is not there. Hidden figures are left out by who makes the panel, and never become zero.
/// - `clusters` are one a unit: whose errors hang together. Without them each unit is its own.
/// - Errors: ``EffectError/shape(what:expected:found:)``, ``EffectError/notFinite(unit:period:)``,
///   ``EffectError/parameter(name:value:)`` for a negative position.
public struct FixedEffectsPanel: Sendable {
  /// The unit of each row.
  public let units: [Int32]
  /// The period of each row.
  public let periods: [Int32]
  /// The outcome of each row.
  public let outcome: [Double]
  /// The treatment first, then covariates: a column each.
  public let regressors: [[Double]]
  /// The names of the regressors; the first is `treatment`.
  public let names: [String]
  /// The cluster of each unit, counted from 0.
  public let clusters: [Int32]?
  /// One more than the largest unit.
  public let unitCount: Int
  /// One more than the largest period.
  public let periodCount: Int
  /// One more than the largest cluster.
  public let clusterCount: Int

  /// The name of the treatment's column.
  public static let treatmentName = "treatment"

  /// More periods than this are refused: the equations of the period effects are dense.
  public static let mostPeriods = 4000

  /// A panel whose columns fit together.
  ///
  /// - Parameters:
  ///   - treatment: 0 where the programme is not, 1 where it is, or a dose.
  ///   - covariates: Columns that vary over time within units, each with a name.
  public init(
    units: [Int32], periods: [Int32], outcome: [Double], treatment: [Double],
    covariates: [(name: String, values: [Double])] = [], clusters: [Int32]? = nil
  ) throws(EffectError) {
    let rows = outcome.count
    guard rows > 0 else { throw .shape(what: "outcome", expected: 1, found: 0) }
    let lengths = [("units", units.count), ("periods", periods.count), ("treatment", treatment.count)]
    for (what, count) in lengths + covariates.map({ ($0.name, $0.values.count) }) where count != rows {
      throw .shape(what: what, expected: rows, found: count)
    }
    unitCount = try Self.count(units, "unit")
    periodCount = try Self.count(periods, "period")
    guard periodCount <= Self.mostPeriods else {
      throw .parameter(name: "periods", value: Double(periodCount))
    }
    if let clusters {
      guard clusters.count == unitCount else {
        throw .shape(what: "clusters", expected: unitCount, found: clusters.count)
      }
      clusterCount = try Self.count(clusters, "cluster")
    } else {
      clusterCount = unitCount
    }
    for column in [outcome, treatment] + covariates.map(\.values) {
      if let row = Self.firstNotFinite(column) {
        throw .notFinite(unit: Int(units[row]), period: Int(periods[row]))
      }
    }
    self.units = units
    self.periods = periods
    self.outcome = outcome
    self.clusters = clusters
    regressors = [treatment] + covariates.map(\.values)
    names = [Self.treatmentName] + covariates.map(\.name)
  }

  /// The panel of a design with one start: the treatment is 1 for the treated from the start on.
  public init(_ design: EffectDesign) throws(EffectError) {
    let (count, length) = (design.units, design.periods)
    guard count <= Int(Int32.max), length <= Int(Int32.max) else {
      throw .parameter(name: "units", value: Double(count))
    }
    var units: [Int32] = []
    var periods: [Int32] = []
    var treatment: [Double] = []
    for unit in 0..<count {
      for period in 0..<length {
        units.append(Int32(unit))
        periods.append(Int32(period))
        treatment.append(unit >= design.donors && period >= design.prePeriods ? 1 : 0)
      }
    }
    try self.init(units: units, periods: periods, outcome: design.outcomes, treatment: treatment)
  }

  /// How many rows there are.
  public var rows: Int { outcome.count }

  /// The cluster of a unit.
  func cluster(_ unit: Int) -> Int { clusters.map { Int($0[unit]) } ?? unit }

  /// How many clusters have a row under treatment, and how many have rows but none.
  var treatedClusters: (with: Int, without: Int) {
    // 1 where the cluster has rows, 3 where one of them is treated.
    var marks = [UInt8](repeating: 0, count: clusterCount)
    let treatment = regressors[0]
    for row in 0..<rows {
      marks[cluster(Int(units[row]))] |= treatment[row] != 0 ? 3 : 1
    }
    return marks.reduce(into: (0, 0)) { counts, mark in
      if mark == 3 { counts.0 += 1 } else if mark == 1 { counts.1 += 1 }
    }
  }

  private static func count(_ positions: [Int32], _ name: String) throws(EffectError) -> Int {
    var (least, most) = (Int32.max, Int32.min)
    for position in positions {
      least = min(least, position)
      most = max(most, position)
    }
    guard least >= 0 else { throw .parameter(name: name, value: Double(least)) }
    // Sums are kept one a position, so positions far beyond the rows would only cost memory.
    guard Int(most) < 64 * positions.count + 1024 else { throw .parameter(name: name, value: Double(most)) }
    return Int(most) + 1
  }

  /// Multiplying by zero leaves zero unless a value is infinite or no number: one pass without branches.
  private static func firstNotFinite(_ column: [Double]) -> Int? {
    let clean = column.withUnsafeBufferPointer { values in
      var lanes = SIMD8<Double>.zero
      let whole = values.count & ~7
      // Bounds: row + lane < whole <= values.count.
      for row in stride(from: 0, to: whole, by: 8) {
        for lane in 0..<8 { lanes[lane] += values[row + lane] * 0 }
      }
      var rest = lanes.sum()
      for row in whole..<values.count { rest += values[row] * 0 }
      return rest == 0
    }
    return clean ? nil : column.firstIndex { !$0.isFinite }
  }
}
