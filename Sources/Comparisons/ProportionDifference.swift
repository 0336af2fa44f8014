import Distributions
import Estimates
import Indicators
import Rates

/// The difference between two shares of disjoint populations, p₁ − p₂.
///
///     let rest = try Proportion(of: 48, in: 80)
///     let gap = ProportionDifference(try Proportion(of: 56, in: 70), minus: rest)
///     gap.newcombe().value         // 0.20
///     gap.newcombe().interval      // 0.0524 … 0.3339 at 95 %
///     gap.pValue                   // 0.0080
///
/// With the Wilson bounds lᵢ, uᵢ of each share, and d = p₁ − p₂:
///
///     lower = d − √((p₁ − l₁)² + (u₂ − p₂)²),   upper = d + √((u₁ − p₁)² + (p₂ − l₂)²)
///
/// - Unit: difference of shares, −1…1; scale when displaying.
/// - The two populations must not share persons: compare a zone with the *rest*, not with a whole it is part of.
/// - The p-value is that of the pooled score test. It agrees with ``ProportionRatio`` exactly and with this interval
///   nearly: near the edge one may hold 0 where the other just rejects it.
/// - Reference: Newcombe (1998) Stat Med 17:873, method 10.
public struct ProportionDifference: Sendable, Hashable {
  /// The share that is compared.
  public let first: Proportion
  /// The share it is compared with.
  public let second: Proportion

  /// The difference of two shares.
  public init(_ first: Proportion, minus second: Proportion) {
    self.first = first
    self.second = second
  }

  /// p₁ − p₂.
  public var value: Double { first.value - second.value }

  /// The difference with Newcombe's interval.
  public func newcombe(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let difference = value
    let (one, other) = (first.wilson(level: level), second.wilson(level: level))
    let variance = [first, second].reduce(0) { $0 + $1.value * (1 - $1.value) / $1.denominator }
    return Estimate(
      difference, interval: squareAndAdd(difference, one, other, level: level, within: -1...1),
      standardError: variance.squareRoot(), method: .newcombe, n: first.denominator + second.denominator,
      diagnostics: one.diagnostics.merged(other.diagnostics))
  }

  /// The two-sided p-value of equal shares; see ``ProportionRatio/pValue``.
  public var pValue: Double { pooledScorePValue(first, second) }
}

/// P of the pooled score test: z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)), p = (x₁ + x₂)/(n₁ + n₂). Where nobody or everybody
/// is in the numerators, the shares are equal and p is 1.
func pooledScorePValue(_ first: Proportion, _ second: Proportion) -> Double {
  let total = first.denominator + second.denominator
  let pooled = (first.numerator + second.numerator) / total
  let variance = pooled * (1 - pooled) * (1 / first.denominator + 1 / second.denominator)
  guard variance > 0 else { return 1 }
  return min(1, 2 * Normal.standard.survival(abs(first.value - second.value) / variance.squareRoot()))
}

/// The interval of a difference from the intervals of its two sides: distances squared and added.
///
/// - References: Newcombe (1998) Stat Med 17:873; Zou and Donner (2008) Stat Med 27:1693.
func squareAndAdd(
  _ difference: Double, _ first: Estimate, _ second: Estimate, level: ConfidenceInterval.Level,
  within limits: ClosedRange<Double> = -Double.infinity...Double.infinity
) -> ConfidenceInterval? {
  guard let one = first.interval, let other = second.interval else { return nil }
  let ends = squareAndAddEnds(
    difference, (first.value, one.lower, one.upper), (second.value, other.lower, other.upper))
  return ConfidenceInterval(
    lower: max(ends.lower, limits.lowerBound), upper: min(ends.upper, limits.upperBound), level: level)
}

/// The ends of a difference from value, lower and upper end of each side.
@inline(__always)
func squareAndAddEnds(
  _ difference: Double, _ first: (value: Double, lower: Double, upper: Double),
  _ second: (value: Double, lower: Double, upper: Double)
) -> (lower: Double, upper: Double) {
  func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
  return (
    difference - length(first.value - first.lower, second.upper - second.value),
    difference + length(first.upper - first.value, second.value - second.lower)
  )
}

extension [Diagnostic] {
  /// Each diagnostic of either list once.
  func merged(_ other: [Diagnostic]) -> [Diagnostic] { Array(Set(self).union(other)).sorted() }
}

extension Method {
  /// Newcombe's interval for a difference of two independent shares.
  public static let newcombe = Method("difference.newcombe")
}
