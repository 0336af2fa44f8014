import Distributions
import Estimates
import Indicators

extension Proportion {
  /// The share with Clopper and Pearson's exact interval.
  ///
  ///     try Proportion(of: 7, in: 50).clopperPearson().interval   // 0.0582 … 0.2674 at 95 %
  ///
  /// With tail α/2: lower = B⁻¹(α/2; x, n − x + 1), 0 for x = 0; upper = B⁻¹(1 − α/2; x + 1, n − x), 1 for x = n. It covers
  /// at least its level whatever the share, and for that is wider than ``wilson(level:)``.
  ///
  /// - Reference: Clopper and Pearson (1934) Biometrika 26:404.
  public func clopperPearson(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let bounds = Self.exactBounds(numerator, denominator, tail: level.tail)
    return Estimate(
      value, interval: ConfidenceInterval(lower: bounds.lower, upper: bounds.upper, level: level),
      standardError: (value * (1 - value) / denominator).squareRoot(), method: .clopperPearson,
      n: denominator,
      diagnostics: diagnostics)
  }

  /// The bounds for 0 ≤ x ≤ n and n > 0. Shapes are above 0 where a quantile is asked for; one that does not exist would
  /// leave the end where it bounds nothing.
  static func exactBounds(_ x: Double, _ n: Double, tail: Double) -> (lower: Double, upper: Double) {
    let lower = x > 0 ? (try? Beta(x, n - x + 1).quantile(tail)) ?? 0 : 0
    let upper = x < n ? (try? Beta(x + 1, n - x).upperQuantile(tail)) ?? 1 : 1
    return (min(lower, x / n), max(upper, x / n))
  }
}

extension Method {
  /// A share with Clopper and Pearson's exact interval.
  public static let clopperPearson = Method("proportion.clopper-pearson")
}
