import Estimates
import Indicators
import Regression
import Scheduler

/// A straight line in which certain figures count for more: weights 1/se² from the counts.
///
///     let lines = try WeightedTrend.fit(panel)
///     try lines[0].get().estimate(level: .p95)
///
/// Var x_i = p(1 − p)/n_i for a share and p/n_i for a rate, at the **common** p of the series: then w_i is in
/// proportion to the denominator n_i. With each figure's own p, figures that are small by chance would be taken for
/// certain, and a year with no events for perfect. b = Σ w (t − t̄)(x − x̄)/Σ w (t − t̄)², its variance scaled by
/// the residuals as for ``Regression/LineFit``.
///
/// - Shape: a panel with numerators and denominators of every observed cell.
/// - Errors: a panel without denominators, overlapping periods; per zone as ``Regression/LineFits``.
/// - Reference: Draper and Smith (1998) *Applied Regression Analysis*, 3rd ed., §9.2.
public struct WeightedTrend: Sendable, Equatable {
  /// The line.
  public let line: LineFit

  /// The line of each zone.
  ///
  /// - Returns: One line a zone, in order, or the reason why there is none; `needs-numerator-and-denominator` for
  ///   all zones of a panel without them.
  public static func fit(
    _ panel: Panel, threads: ThreadLimit = .cores
  ) throws(RegressionError) -> [Result<WeightedTrend, Reason>] {
    guard !panel.periods.anyOverlap else { throw .overlappingPeriods }
    guard let denominators = panel.denominators, panel.hasParts else {
      return panel.zones.map { _ in .failure(.needsNumeratorAndDenominator) }
    }
    // A denominator may stay known where the figure is not; LineFits leaves out cells without a value.
    let weights = denominators.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let fits = try LineFits(
      values: panel.values, weights: weights, times: panel.periods.map(\.time), threads: threads)
    return panel.zones.indices.map { zone in
      if panel.statuses[panel.series(zone)].contains(where: \.isSuppressed) { return .failure(.suppressed) }
      guard let line = fits[zone] else { return .failure(fits.status(zone).reason ?? .tooFewPoints) }
      return .success(WeightedTrend(line: line))
    }
  }

  /// The slope with its interval.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let slope = line.slopeEstimate(level: level)
    return Estimate(
      slope.value, interval: slope.interval, intervalReason: slope.intervalReason,
      standardError: slope.standardError, method: .weightedTrend, n: slope.n, diagnostics: slope.diagnostics)
  }
}

extension Method {
  /// A straight line weighted by denominators.
  public static let weightedTrend = Method("trend.weighted-line")
}
