import Distributions
import Indicators

/// Whether what a regression leaves over resembles itself from one period to the next.
///
///     d = Σ (e_t − e_{t−1})² / Σ e_t²,   Q = n(n + 2) Σ_{k ≤ h} r_k²/(n − k),   r_k = Σ e_t e_{t−k} / Σ e_t²
///
/// Durbin and Watson's d is 2 without correlation, near 0 under strong positive. Q is referred to χ² with h degrees of
/// freedom (Ljung and Box), less the number of correlations fitted. h = max(1, min(10, ⌊n/5⌋)) unless given.
///
/// - Missing: periods without figures are stepped over; only pairs of neighbours with figures count.
/// - What is not true: in a series of a dozen years neither test sees a correlation of 0.5 often. A quiet test is no proof.
/// - References: Durbin and Watson (1951) Biometrika 38:159; Ljung and Box (1978) Biometrika 65:297.
public struct ResidualCorrelation: Sendable, Hashable {
  /// Durbin and Watson's d.
  public let durbinWatson: Double
  /// Ljung and Box's Q.
  public let ljungBox: Double
  /// h.
  public let lags: Int
  /// P(χ² > Q).
  public let pValue: Double

  /// The tests of residuals in order of time; `nil` where fewer than four are left or all are zero.
  ///
  /// - Parameters:
  ///   - residuals: One a period, `nil` where there is no figure.
  ///   - lags: h; below the number of residuals.
  ///   - fitted: How many correlations the model has fitted.
  public init?(_ residuals: [Double?], lags: Int? = nil, fitted: Int = 0) {
    let n = residuals.count { $0 != nil }
    let total = residuals.reduce(0.0) { $0 + ($1 ?? 0) * ($1 ?? 0) }
    guard n > 3, total > 0, total.isFinite else { return nil }
    let lags = min(max(1, lags ?? min(10, n / 5)), n - 1)
    var steps = 0.0
    var statistic = 0.0
    for lag in 1...lags {
      var sum = 0.0
      for later in residuals.indices.dropFirst(lag) {
        guard let one = residuals[later], let other = residuals[later - lag] else { continue }
        sum += one * other
        if lag == 1 { steps += (one - other) * (one - other) }
      }
      let correlation = sum / total
      statistic += correlation * correlation / Double(n - lag)
    }
    durbinWatson = steps / total
    ljungBox = Double(n) * Double(n + 2) * statistic
    self.lags = lags
    guard let distribution = try? ChiSquared(degreesOfFreedom: Double(max(1, lags - fitted))) else {
      return nil
    }
    pValue = distribution.survival(ljungBox)
  }
}

extension Diagnostic {
  /// What the model leaves over is correlated in time, which its interval does not allow for.
  public static let residualAutocorrelation = Diagnostic("residual-autocorrelation")
  /// Too few periods for a covariance that is estimated from the residuals' own correlation.
  public static let hacUnreliable = Diagnostic("hac-unreliable")
  /// Some periods of the series have no figure and no say.
  public static let periodsWithoutFigures = Diagnostic("periods-without-figures")
  /// The correlation between neighbouring periods runs to its limit: level and noise cannot be told apart.
  public static let autocorrelationAtBoundary = Diagnostic("autocorrelation-at-boundary")
}
