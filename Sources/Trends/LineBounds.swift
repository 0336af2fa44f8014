import Estimates
import Indicators
import Regression
import Scheduler

/// What the slope of a straight line could be, given what is known about hidden values.
///
///     let bounds = try LineBounds.fit(panel)        // hidden cells declared to be 1–4
///     try bounds[3].get().slope
///
/// b = Σ c_i x_i with c_i = (t_i − t̄)/Σ(t − t̄)² is linear in the values, so its smallest value takes the lower end
/// where c_i > 0 and the upper end elsewhere: exact, however many values are hidden. p-values are bounded where all
/// admissible series are at most 1024 and each can be fitted; ``pValue`` and ``direction`` are `nil` otherwise.
///
/// - Shape and refusals: as ``MonotonicTrend/bounds(_:level:threads:)``.
public struct LineBounds: Sendable, Equatable {
  /// The bounds of the slope; an end may be infinite.
  public let slope: ClosedRange<Double>
  /// The bounds of the two-sided p-value; `nil` where not every series was fitted.
  public let pValue: ClosedRange<Double>?
  /// 1, −1 or 0 where every admissible answer is a rise, a fall or neither; `nil` where they differ or are not known.
  public let direction: Int?
  /// How many points there are, the hidden ones among them.
  public let points: Int
  /// How many points are hidden.
  public let hidden: Int

  init(
    _ series: AdmissibleSeries, level: ConfidenceInterval.Level,
    limit: Int = MonotonicTrendBounds.combinations
  )
    throws(StatisticsError)
  {
    let mean = series.times.centred
    let spread = mean.reduce(0) { $0 + $1 * $1 }
    guard spread > 0 else { throw .noVariationInTime }
    var (low, high) = (0.0, 0.0)
    for (centred, range) in zip(mean, series.ranges) where centred != 0 {
      let one = centred * range.lowerBound / spread
      let other = centred * range.upperBound / spread
      low += min(one, other)
      high += max(one, other)
    }
    slope = min(low, high)...max(low, high)
    points = series.count
    hidden = series.hidden
    var ends: ClosedRange<Double>?
    var signs: Set<Int> = [2]
    if let all = series.all(limit: limit),
      let fits = try? LineFits(values: all, times: series.times, threads: .single)
    {
      signs = []
      for place in 0..<fits.count {
        guard let fit = fits[place], let p = fit.pValue else {
          // A level exact line has no p-value: no change.
          signs.insert(0)
          ends = min(ends?.lowerBound ?? 1, 1)...1
          continue
        }
        ends = min(ends?.lowerBound ?? p, p)...max(ends?.upperBound ?? p, p)
        signs.insert(p <= 2 * level.tail ? (fit.slope > 0 ? 1 : -1) : 0)
      }
    }
    pValue = ends
    direction = signs.count == 1 && signs.first != 2 ? signs.first : nil
  }

  /// The bounds of each zone's line.
  ///
  /// - Returns: One result a zone, in order.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func fit(
    _ panel: Panel, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<LineBounds, StatisticsError>] {
    try panel.boundEachSeries(threads: threads) { series throws(StatisticsError) in
      try LineBounds(series, level: level)
    }
  }
}
