import Estimates
import Foundation
import Indicators
import Rates

/// The ratio of two shares of disjoint populations, p₁/p₂, with Koopman's score interval.
///
///     let ratio = try ProportionRatio(try Proportion(of: 36, in: 40), to: try Proportion(of: 16, in: 80))
///     ratio.koopman().interval     // 2.94 … 7.15
///
/// The interval holds every φ that the score test of p₁ = φp₂ does not reject:
///
///     |p̂₁ − φp̂₂| ≤ z √(p̃₁(1 − p̃₁)/n₁ + φ² p̃₂(1 − p̃₂)/n₂)
///
/// where p̃₂ is the smaller root of (n₁ + n₂)φ p² − (n₁φ + x₁ + n₂ + x₂φ) p + x₁ + x₂ = 0, and p̃₁ = φp̃₂: the shares
/// that are most likely if the ratio is φ.
///
/// - x₁ = 0 gives the lower bound 0 exactly. x₂ = 0 leaves no ratio: refused.
/// - At φ = 1 the test is the pooled score test, so ``pValue`` ≤ α exactly where the interval of level 1 − α excludes 1.
/// - Fewer than ten in a numerator give `small-numerator`, fewer than ten outside one `small-complement`.
/// - Chosen over the interval on the logarithm (Katz), which fails for zeros and is too narrow for small counts.
/// - Reference: Koopman (1984) Biometrics 40:513.
public struct ProportionRatio: Sendable, Hashable {
  /// The share that is compared.
  public let first: Proportion
  /// The share it is compared with, above 0.
  public let second: Proportion

  /// The ratio of two shares.
  ///
  /// - Throws: ``Estimates/StatisticsError/emptyDenominator(_:)`` where the second share is 0.
  public init(_ first: Proportion, to second: Proportion) throws(StatisticsError) {
    guard second.numerator > 0 else { throw .emptyDenominator(second.numerator) }
    guard (first.value / second.value).isFinite else { throw .notFinite(what: "ratio") }
    self.first = first
    self.second = second
  }

  /// p₁/p₂.
  public var value: Double { first.value / second.value }

  /// The ratio with Koopman's interval.
  public func koopman(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let z = level.normalQuantile
    // The score falls as φ rises: +z at the lower end, −z at the upper.
    let lower = first.numerator == 0 ? 0 : bound(stepping: 0.5) { score($0) < z }
    let upper = bound(stepping: 2) { score($0) > -z }
    return Estimate(
      value, interval: ConfidenceInterval(lower: min(lower, value), upper: max(upper, value), level: level),
      method: .koopman, n: first.denominator + second.denominator, diagnostics: diagnostics)
  }

  /// The two-sided p-value of p₁ = p₂ by the pooled score test.
  public var pValue: Double { pooledScorePValue(first, second) }

  /// Few in a numerator, few outside one, or both.
  private var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if min(first.numerator, second.numerator) < CountInterval.smallCount { found.append(.smallNumerator) }
    let complements = [first, second].map { $0.denominator - $0.numerator }
    if complements.contains(where: { $0 < CountInterval.smallCount }) { found.append(.smallComplement) }
    return found
  }

  /// (p̂₁ − φp̂₂) in standard errors of the most likely shares with ratio φ.
  private func score(_ ratio: Double) -> Double {
    let (x1, n1, x2, n2) = (first.numerator, first.denominator, second.numerator, second.denominator)
    let linear = n1 * ratio + x1 + n2 + x2 * ratio
    let constant = x1 + x2
    let discriminant = max(0, linear * linear - 4 * (n1 + n2) * ratio * constant)
    // The smaller root in the form that subtracts nothing.
    let p2 = min(1, 2 * constant / (linear + discriminant.squareRoot()))
    let p1 = min(1, ratio * p2)
    let variance = p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2
    let distance = first.value - ratio * second.value
    if variance > 0 { return distance / variance.squareRoot() }
    return distance == 0 ? 0 : distance * .infinity
  }

  /// The last φ, going from the estimate by steps of the factor, at which `inside` still holds.
  private func bound(stepping factor: Double, inside: (Double) -> Bool) -> Double {
    var near = value > 0 ? value : Double.leastNormalMagnitude
    if value == 0 {
      // From 0 the first step has no size of its own: one event more in the first share.
      near = 1 / first.denominator / second.value
      guard inside(near) else { return halved(0, near, inside) }
    }
    var far = near * factor
    while inside(far) {
      guard far.isFinite, far > 0 else { return far }
      near = far
      far *= factor
    }
    return halved(near, far, inside)
  }
}

extension Method {
  /// Koopman's score interval for a ratio of two independent shares.
  public static let koopman = Method("ratio.koopman")
}
