import Estimates
import Indicators
import Regression
import Scheduler

/// A straight line whose uncertainty allows for neighbouring years that resemble each other.
///
///     let lines = try NeweyWestTrend.fit(panel)
///     try lines[0].get().estimate(of: "time")
///
/// The least-squares slope with ``Regression/NeweyWest``'s standard error, t with n − 2 degrees of freedom. The
/// correlation is estimated from the same few residuals, so in short series the correction helps only in part.
/// - Shape: at least eight values, equally spaced; a hole is refused.
/// - Reference: Newey and West (1987) Econometrica 55:703.
public enum NeweyWestTrend {
  /// The line of each zone, in units of value per unit of time.
  ///
  /// - Parameter lag: The last lag that counts; ⌊4 (n/100)^{2/9}⌋ unless given, and at least 1.
  /// - Returns: One fit a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func fit(
    _ panel: Panel, lag: Int? = nil, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<LinearFit, StatisticsError>] {
    try panel.fitEachSeries(minimum: SerialCorrelation.minimumPoints, threads: threads) {
      series throws(StatisticsError) in
      try series.requireEqualSpacing()
      do throws(RegressionError) {
        // From the first time on: calendar years beside an intercept cost digits.
        let design = try Design(times: series.times.map { $0 - series.times[0] })
        let automatic = max(1, NeweyWest.lag(observations: series.count))
        return try NeweyWest.fit(series.values, on: design, lag: min(lag ?? automatic, series.count - 1))
      } catch {
        if case .tooFewObservations(let needed, let found) = error {
          throw .tooFewObservations(needed: needed, found: found)
        }
        throw .notFinite(what: "slope")
      }
    }
  }
}
