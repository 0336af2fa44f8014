import CSeriesKernels
import Estimates
import Indicators
import Scheduler

/// Direction and size of change of one series: Mann–Kendall's test and Sen's slope, from one pass over all pairs.
///
///     let trends = try MonotonicTrend.fit(panel)        // one result a zone
///     let trend = try trends[0].get()
///     trend.mannKendall.pValue
///     trend.theilSen.estimate
///
/// - Shape: in a panel one series a zone, at ``Indicators/Period/time``; missing cells are left out and true times
///   kept.
/// - A series with hidden cells is refused: leaving hidden years out would pretend to know how they lie.
/// - Periods that overlap, such as `2013-2016` and `2014-2017`, share figures; the test would see the same year several
///   times and find trends in chance. They are refused for the whole panel.
public struct MonotonicTrend: Sendable, Equatable {
  /// Whether there is a trend.
  public let mannKendall: MannKendall
  /// How steep it is.
  public let theilSen: TheilSen
  /// The place of the first value used.
  public let first: Int
  /// The place of the last value used.
  public let last: Int

  /// The longest series that is taken.
  public static let maximumPoints = Int(CSERIES_SEN_MAXIMUM_POINTS)

  /// The trend of values at strictly increasing times; NaN is a missing value.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than three values, an infinite one, times that do not increase,
  ///   columns of unequal length, or more than ``maximumPoints`` places.
  public init(of values: [Double], at times: [Double], level: ConfidenceInterval.Level = .p95)
    throws(StatisticsError)
  {
    try self.init(of: values, at: times, level: level, widening: 1)
  }

  /// The trend with bounds of the slope for a standard deviation of S that is `widening` times that of independent
  /// values.
  init(of values: [Double], at times: [Double], level: ConfidenceInterval.Level, widening: Double)
    throws(StatisticsError)
  {
    guard values.count == times.count else {
      throw .unequalLengths("times", values.count, times.count)
    }
    guard !times.isEmpty else { throw .tooFewObservations(needed: 3, found: 0) }
    let fits = try Self.fit(values, at: times, level: level, threads: .single, widening: widening)
    guard let only = fits.first else { throw .tooFewObservations(needed: 3, found: 0) }
    self = try only.get()
  }

  private init(_ fit: cseries_trend, level: ConfidenceInterval.Level) {
    mannKendall = MannKendall(fit.mann_kendall, points: Int(fit.points))
    theilSen = TheilSen(fit, level: level)
    first = Int(fit.first)
    last = Int(fit.last)
  }

  /// The trend of each series of `values`, which stand one behind the other, `times.count` places each.
  ///
  /// - Parameters:
  ///   - values: Whole series; NaN is a missing value.
  ///   - times: The times of the places, strictly increasing.
  ///   - level: The level of the interval of the slope.
  ///   - threads: The bound on threads; results are the same for any.
  /// - Returns: One result a series, in order; a series that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError`` where the times cannot be used or the length is no multiple of theirs.
  public static func fit(
    _ values: [Double], at times: [Double], level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<MonotonicTrend, StatisticsError>] {
    try fit(values, at: times, level: level, threads: threads, widening: 1)
  }

  /// As ``fit(_:at:level:threads:)``, with bounds of the slope for a standard deviation of S that is `widening`
  /// times that of independent values.
  static func fit(
    _ values: [Double], at times: [Double], level: ConfidenceInterval.Level, threads: ThreadLimit,
    widening: Double
  ) throws(StatisticsError) -> [Result<MonotonicTrend, StatisticsError>] {
    try check(times)
    guard !times.isEmpty, values.count % times.count == 0 else {
      throw .unequalLengths("values", values.count, times.count)
    }
    return values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return [] }
      return run(
        base, count: values.count / times.count, times: times, level: level, threads: threads,
        widening: widening
      ) { _ in 0 }
    }
  }

  /// The trend of each zone of a panel.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods`` and what ``fit(_:at:level:threads:)`` throws.
  public static func fit(
    _ panel: Panel, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  )
    throws(StatisticsError) -> [Result<MonotonicTrend, StatisticsError>]
  {
    guard !panel.periods.anyOverlap else { throw .overlappingPeriods }
    let times = panel.periods.map(\.time)
    try check(times)
    return panel.withSeriesBlock { block in
      // Most panels hide nothing: one look at all statuses spares a look at each series.
      let hides = panel.statuses.contains(where: \.isSuppressed)
      return run(block.base, count: block.count, times: times, level: level, threads: threads) {
        hides ? block.suppressedCount($0) : 0
      }
    }
  }

  private static func check(_ times: [Double]) throws(StatisticsError) {
    guard times.count <= maximumPoints else {
      throw .parameter(name: "points", value: Double(times.count))
    }
    for time in times where !time.isFinite { throw .notFinite(what: "time") }
    for (earlier, later) in zip(times, times.dropFirst()) where !(earlier < later) {
      throw .parameter(name: "time", value: later)
    }
  }

  /// Series a kernel call: its results stay in the cache until they are turned into values.
  private static let chunk = 128

  /// `base` points to `count` series of `times.count` places.
  private static func run(
    _ base: UnsafePointer<Double>, count: Int, times: [Double], level: ConfidenceInterval.Level,
    threads: ThreadLimit, widening: Double = 1, suppressed: @Sendable (Int) -> Int
  ) -> [Result<MonotonicTrend, StatisticsError>] {
    let points = times.count
    let z = level.normalQuantile * widening
    nonisolated(unsafe) let series = base
    return [Result<MonotonicTrend, StatisticsError>](unsafeUninitializedCapacity: count) { results, written in
      // Each range of the loop writes its own places of `results`, so ranges may run at the same time.
      nonisolated(unsafe) let results = results
      parallelFor(count, grain: chunk, threads: threads) { range in
        // points was checked against the kernel's maximum, so the size is not 0.
        let bytes = cseries_trend_scratch_size(Int32(points))
        let scratch = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        let fits = UnsafeMutablePointer<cseries_trend>.allocate(capacity: chunk)
        defer {
          scratch.deallocate()
          fits.deallocate()
        }
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start + chunk, range.upperBound)
          cseries_trend_batch(
            series + start * points, Int64(points), times, Int32(points), Int64(end - start), z, scratch, fits
          )
          for index in start..<end {
            results.initializeElement(
              at: index,
              to: result(fits[index - start], series + index * points, points, level, suppressed(index)))
          }
          start = end
        }
      }
      written = count
    }
  }

  private static func result(
    _ fit: cseries_trend, _ series: UnsafePointer<Double>, _ points: Int, _ level: ConfidenceInterval.Level,
    _ suppressed: Int
  ) -> Result<MonotonicTrend, StatisticsError> {
    if suppressed > 0 { return .failure(.suppressedInput(count: suppressed)) }
    switch Int(fit.status) {
    case CSERIES_TREND_OK:
      return .success(MonotonicTrend(fit, level: level))
    case CSERIES_TREND_TOO_FEW:
      return .failure(.tooFewObservations(needed: 3, found: Int(fit.points)))
    default:
      let infinite = (0..<points).contains { series[$0].isInfinite }
      return .failure(.notFinite(what: infinite ? "value" : "slope"))
    }
  }
}
