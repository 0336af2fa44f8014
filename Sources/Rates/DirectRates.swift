import CSeriesKernels
import Estimates
import Indicators
import Scheduler

/// Directly standardised rates of many cells at once.
///
///     let stack = try PanelStack(panelsByAge)
///     let rates = try DirectRates(stack, weights: weights)
///     rates[stack.panels[0].index(zone: 3, period: 0)]
///
/// - Shape: a stack of strata that share zones and periods; one weight a stratum; one answer a cell, laid out like the
///   panels.
/// - Unit: events per person; the panels' multiplier is not used.
/// - A cell with a hidden stratum is refused with `suppressed`, one with a missing stratum with `missing`; never is a
///   stratum taken for zero. Strata of weight 0 are not looked at. ``bounds(_:weights:)`` gives the range of a rate whose
///   hidden counts have declared bounds.
/// - One pass over the columns, blocks of cells at a time; the same bytes for any number of threads, and the same numbers
///   as ``DirectRate``, whose formulas these are.
public struct DirectRates: Sendable {
  /// How many cells.
  public let count: Int
  /// The interval asked for.
  public let interval: DirectRateInterval
  /// Its level.
  public let level: ConfidenceInterval.Level

  /// The numbers, one column behind the other: ``Column``.
  private var numbers: [Double]
  /// How each cell fared, as the kernel says it.
  private var states: [UInt8]
  private var refusals: [Int: Reason] = [:]

  /// The columns of `numbers`; those from the largest weight on exist for the gamma intervals only.
  private enum Column: Int {
    case value, variance, lower, upper, events, largest, mean, meanSquare, strata
  }

  /// The rates; NaN where there is none.
  public var values: ArraySlice<Double> { column(.value) }
  /// Their variances; NaN where there is no rate.
  public var variances: ArraySlice<Double> { column(.variance) }
  /// The lower ends; NaN where there is no rate.
  public var lower: ArraySlice<Double> { column(.lower) }
  /// The upper ends; NaN where there is no rate.
  public var upper: ArraySlice<Double> { column(.upper) }

  private func column(_ column: Column) -> ArraySlice<Double> {
    numbers[column.rawValue * count..<(column.rawValue + 1) * count]
  }

  /// The rates of a stack.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where the stack has no numerators and denominators, there is not one weight a
  ///   stratum, or the weights are no weights.
  public init(
    _ stack: PanelStack, weights: [Double], interval: DirectRateInterval = .dobson,
    level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(StatisticsError) {
    let panels = stack.panels
    guard panels.count == weights.count else { throw .unequalLengths("strata", panels.count, weights.count) }
    try self.init(
      events: stack.numerators, populations: stack.denominators, weights: weights,
      cells: panels.first?.values.count ?? 0, interval: interval, level: level, threads: threads
    ) { cell in
      .combining(panels.indices.filter { weights[$0] > 0 }.map { panels[$0].statuses[cell] })
    }
  }

  /// The rates of columns laid out [stratum][cell].
  ///
  /// - Parameter status: The joint status of a cell's strata; asked for cells that have no rate only.
  /// - Throws: ``Estimates/StatisticsError`` where the columns do not fit the weights, or the weights are no weights.
  public init(
    events: [Double], populations: [Double], weights: [Double], cells: Int,
    interval: DirectRateInterval = .dobson, level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores, status: (Int) -> CellStatus
  ) throws(StatisticsError) {
    try StratumChecks.check(weights: weights)
    let (size, overflow) = weights.count.multipliedReportingOverflow(by: cells)
    guard !overflow, events.count == size else { throw .unequalLengths("events", events.count, size) }
    guard populations.count == size else { throw .unequalLengths("populations", populations.count, size) }
    count = cells
    self.interval = interval
    self.level = level
    let columns = interval == .gamma || interval == .tiwari ? 9 : 5
    // The kernel writes every place of the columns it is given.
    numbers = [Double](unsafeUninitializedCapacity: columns * cells) { $1 = columns * cells }
    states = [UInt8](unsafeUninitializedCapacity: cells) { $1 = cells }
    let z = level.normalQuantile
    // A few cells are sooner computed than a table.
    let table = (0..<(cells < 32 ? 0 : Int(CountInterval.smallCount))).map { count in
      let found = CountInterval.exact.bounds(of: Double(count), level: level, z: z)
      return (lower: found.lower, upper: found.upper)
    }
    numbers.withUnsafeMutableBufferPointer { numbers in
      states.withUnsafeMutableBufferPointer { states in
        events.withUnsafeBufferPointer { x in
          populations.withUnsafeBufferPointer { n in
            weights.withUnsafeBufferPointer { w in
              // Ranges are disjoint and within 0..<cells, the length of every column: each cell has one writer.
              nonisolated(unsafe) let (numbers, states, x, n, w) = (numbers, states, x, n, w)
              parallelFor(cells, grain: 4096, threads: threads) { range in
                Self.run(range, cells, x, n, w, z, numbers, states, columns)
                Self.limits(range, cells, x, n, w, interval, level, z, table, numbers, states, columns)
              }
            }
          }
        }
      }
    }
    for cell in 0..<cells where states[cell] & 3 == UInt8(CSERIES_DSR_REFUSED) {
      let reason = status(cell).reason
      refusals[cell] = reason ?? Self.fault(cell, cells, events, populations, weights)
    }
  }

  private static func run(
    _ range: Range<Int>, _ cells: Int, _ x: UnsafeBufferPointer<Double>, _ n: UnsafeBufferPointer<Double>,
    _ w: UnsafeBufferPointer<Double>, _ z: Double, _ numbers: UnsafeMutableBufferPointer<Double>,
    _ states: UnsafeMutableBufferPointer<UInt8>, _ columns: Int
  ) {
    guard let base = numbers.baseAddress else { return }
    func column(_ column: Column) -> UnsafeMutablePointer<Double> { base + column.rawValue * cells }
    func extra(_ wanted: Column) -> UnsafeMutablePointer<Double>? { columns > 5 ? column(wanted) : nil }
    cseries_direct_rates(
      x.baseAddress, n.baseAddress, w.baseAddress, w.count, cells, range.lowerBound, range.upperBound, z,
      cseries_dsr(
        value: column(.value), variance: column(.variance), lower: column(.lower), upper: column(.upper),
        events: column(.events), state: states.baseAddress),
      cseries_dsr_weights(
        largest: extra(.largest), sum: extra(.mean), squares: extra(.meanSquare), count: extra(.strata)))
  }

  /// The limits that the kernel leaves to us: exact ones, those of no events, and the gamma intervals.
  private static func limits(
    _ range: Range<Int>, _ cells: Int, _ x: UnsafeBufferPointer<Double>, _ n: UnsafeBufferPointer<Double>,
    _ w: UnsafeBufferPointer<Double>, _ interval: DirectRateInterval, _ level: ConfidenceInterval.Level,
    _ z: Double, _ table: [(lower: Double, upper: Double)], _ numbers: UnsafeMutableBufferPointer<Double>,
    _ states: UnsafeMutableBufferPointer<UInt8>, _ columns: Int
  ) {
    for cell in range {
      let state = states[cell] & 3
      if state == UInt8(CSERIES_DSR_REFUSED) || (interval == .dobson && state == UInt8(CSERIES_DSR_BYAR)) {
        continue
      }
      func number(_ column: Column) -> Double { numbers[column.rawValue * cells + cell] }
      var parts = DirectRateInterval.Parts(
        value: number(.value), variance: number(.variance), events: number(.events))
      if columns > 5 {
        parts.largest = number(.largest)
        parts.mean = number(.mean) / number(.strata)
        parts.meanSquare = number(.meanSquare) / number(.strata)
      } else if parts.events == 0 {
        var (largest, total) = (0.0, 0.0)
        for stratum in 0..<w.count where w[stratum] > 0 && n[stratum * cells + cell] > 0 {
          largest = max(largest, w[stratum] / n[stratum * cells + cell])
          total += w[stratum]
        }
        parts.largest = largest / total
      }
      let bounds = interval.bounds(of: parts, level: level, z: z, table: table)
      numbers[Column.lower.rawValue * cells + cell] = bounds.lower
      numbers[Column.upper.rawValue * cells + cell] = bounds.upper
    }
  }

  /// Why an observed cell has no rate.
  private static func fault(
    _ cell: Int, _ cells: Int, _ events: [Double], _ populations: [Double], _ weights: [Double]
  ) -> Reason {
    for stratum in weights.indices where weights[stratum] > 0 {
      let (x, n) = (events[stratum * cells + cell], populations[stratum * cells + cell])
      if x < 0 || n < 0 { return StatisticsError.negativeCount(min(x, n)).reason }
      if n.isNaN || x.isNaN { return .missing }
    }
    return .emptyDenominator
  }

  /// The sums of a cell; `nil` where it has no rate.
  func parts(_ cell: Int) -> DirectRateInterval.Parts? {
    guard refusals[cell] == nil else { return nil }
    func number(_ column: Column) -> Double { numbers[column.rawValue * count + cell] }
    var parts = DirectRateInterval.Parts(
      value: number(.value), variance: number(.variance), events: number(.events))
    if numbers.count > 5 * count {
      parts.largest = number(.largest)
      parts.mean = number(.mean) / number(.strata)
      parts.meanSquare = number(.meanSquare) / number(.strata)
    }
    return parts
  }

  /// Whether a stratum without persons and events was left out of a cell's rate.
  public func hasEmptyStratum(_ cell: Int) -> Bool {
    states[cell] & UInt8(CSERIES_DSR_DROPPED) != 0 && refusals[cell] == nil
  }

  /// The estimate of a cell, or the reason why it has none.
  public subscript(cell: Int) -> Result<Estimate, Reason> {
    if let reason = refusals[cell] { return .failure(reason) }
    guard let parts = parts(cell) else { return .failure(.missing) }
    let usesByar = states[cell] & 3 == UInt8(CSERIES_DSR_BYAR)
    let method: Method =
      switch interval {
      case .dobson: usesByar ? .directDobson : .directDobsonExact
      case .exact: .directDobsonExact
      case .gamma: .directGamma
      case .tiwari: .directTiwari
      }
    return .success(
      DirectRate.estimate(
        parts, lower: numbers[Column.lower.rawValue * count + cell],
        upper: numbers[Column.upper.rawValue * count + cell], method: method, level: level,
        hasEmptyStratum: hasEmptyStratum(cell)))
  }
}
