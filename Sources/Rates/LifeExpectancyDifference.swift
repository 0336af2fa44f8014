import Distributions
import Estimates
import Indicators

/// The difference of two life expectancies of populations without a person in common.
///
///     let gap = LifeExpectancyDifference(of: zone, against: rest)
///     gap.estimate.value      // years
///     gap.pValue
///
/// e₁ − e₂ ± z·√(SE₁² + SE₂²); the p-value is two-sided of no difference, from the normal distribution.
///
/// - Shape: two estimates with standard errors. Unit: years.
/// - `nil` where an estimate has no standard error.
/// - A zone and the whole it is part of share deaths. Take the rest instead; this type cannot tell.
/// - Reference: Chiang (1984) *The Life Table and its Applications*, ch. 8.
public struct LifeExpectancyDifference: Sendable, Hashable {
  /// The difference.
  public let estimate: Estimate
  /// The two-sided p-value of no difference.
  public let pValue: Double

  /// The difference of two expectancies.
  public init?(of zone: Estimate, against other: Estimate, level: ConfidenceInterval.Level = .p95) {
    guard let one = zone.standardError, let two = other.standardError else { return nil }
    let error = (one * one + two * two).squareRoot()
    let gap = zone.value - other.value
    let reach = level.normalQuantile * error
    estimate = Estimate(
      gap, interval: ConfidenceInterval(lower: gap - reach, upper: gap + reach, level: level),
      standardError: error, method: .lifeExpectancyDifference,
      n: zone.n.flatMap { n in other.n.map { n + $0 } },
      diagnostics: Array(Set(zone.diagnostics + other.diagnostics)))
    pValue = error > 0 ? min(1, 2 * Normal.standard.survival(abs(gap) / error)) : gap == 0 ? 1 : 0
  }
}

extension Method {
  /// The difference of two life expectancies.
  public static let lifeExpectancyDifference = Method("life.expectancy-difference")
}
