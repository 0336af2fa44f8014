import Indicators
import Scheduler

extension RateTrends {
  /// What the slope of each zone may be, its hidden numerators lying anywhere within their declared bounds.
  ///
  /// Another event at time t pulls the slope b̂ up where t is later than the mean time of the fitted weights (μ, or np(1 − p)
  /// for shares), and down where it is earlier. So the steepest slope has the hidden cells after some time at their upper
  /// ends and those before it at their lower ones, and the flattest the reverse: with k hidden cells, 2(k + 1) fits give
  /// the exact range.
  ///
  /// - Parameter family: `poisson`, `binomial` or their quasi forms, which have the same slopes. For `negativeBinomial` no
  ///   such order holds, and every zone with a hidden cell is refused.
  /// - Returns: For each zone the least and the largest slope, equal where nothing is hidden; or why there is none:
  ///   ``Indicators/Reason/suppressed`` where a hidden cell has no declared bounds or no denominator, and the reason of an
  ///   extreme that has no slope, such as `no-events`.
  /// - Throws: ``RegressionError/overlappingPeriods``.
  public static func slopeBounds(
    _ panel: Panel, family: RateTrend.Family
  ) throws(RegressionError) -> [Result<ClosedRange<Double>, Reason>] {
    guard !panel.periods.anyOverlap else { throw .overlappingPeriods }
    guard panel.hasParts || panel.isCount else {
      return panel.zones.map { _ in .failure(.needsNumeratorAndDenominator) }
    }
    var results: [Result<ClosedRange<Double>, Reason>] = []
    for zone in panel.zones.indices { results.append(try bounds(panel, zone, family)) }
    return results
  }

  private static func bounds(
    _ panel: Panel, _ zone: Int, _ family: RateTrend.Family
  ) throws(RegressionError) -> Result<ClosedRange<Double>, Reason> {
    let range = panel.series(zone)
    let counts = Array((panel.numerators ?? panel.values)[range])
    let below = panel.hasParts ? panel.denominators.map { Array($0[range]) } : nil
    let hidden = range.filter { panel.statuses[$0].isSuppressed }.map { $0 - range.lowerBound }
    var ends: [ClosedRange<Double>] = []
    for place in hidden {
      guard family != .negativeBinomial, let bound = panel.bounds[range.lowerBound + place] else {
        return .failure(.suppressed)
      }
      let people = below?[place] ?? .infinity
      guard !people.isNaN else { return .failure(.suppressed) }
      let upper = family.isShare ? min(bound.upperBound, people) : bound.upperBound
      guard upper.isFinite, bound.lowerBound <= upper else { return .failure(.suppressed) }
      ends.append(bound.lowerBound...upper)
    }
    // Every way to have one end before a time and the other after it.
    var rows: [Double] = []
    var tops: [Double] = []
    for isRising in [true, false] {
      for cut in 0...hidden.count {
        var filled = counts
        for (index, place) in hidden.enumerated() {
          filled[place] = (index >= cut) == isRising ? ends[index].upperBound : ends[index].lowerBound
        }
        tops += filled
        rows += below ?? []
      }
    }
    let fits = try RateTrends(
      counts: tops, denominators: below == nil ? nil : rows, times: panel.periods.map(\.time),
      family: family, threads: .single)
    var slopes: [Double] = []
    for series in 0..<fits.count {
      guard let trend = fits[series] else { return .failure(fits.status(series).reason ?? .notFinite) }
      slopes.append(trend.slope)
    }
    guard let low = slopes.min(), let high = slopes.max() else { return .failure(.tooFewPoints) }
    return .success(low...high)
  }
}
