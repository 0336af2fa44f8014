import Distributions
import Estimates
import Indicators
import Rates

/// The ratio of two rates of events in disjoint populations, r₁/r₂, with the exact conditional interval.
///
///     let ratio = try RateRatio(try Rate(of: 20, in: 4200), to: try Rate(of: 110, in: 43_000))
///     ratio.exact().interval
///
/// Given x₁ + x₂ = m events in all, x₁ is binomial with share π = φn₁/(φn₁ + n₂). The bounds of π are Clopper–Pearson's,
///
///     π_L = B(α/2; x₁, x₂ + 1),   π_U = B(1 − α/2; x₁ + 1, x₂),   φ = π/(1 − π) · n₂/n₁
///
/// with B the quantile of the beta distribution.
///
/// - x₁ = 0 gives the lower bound 0 exactly. x₂ = 0 leaves no ratio: refused.
/// - The p-value is twice the smaller binomial tail (at most 1), so it is ≤ α exactly where the interval of level 1 − α
///   excludes 1. Like every exact interval this one is on the safe side: it covers at least as often as its level says.
/// - References: Clopper and Pearson (1934) Biometrika 26:404; Przyborowski and Wilenski (1940) Biometrika 31:313.
public struct RateRatio: Sendable, Hashable {
  /// The rate that is compared.
  public let first: Rate
  /// The rate it is compared with, above 0.
  public let second: Rate

  /// The ratio of two rates.
  ///
  /// - Throws: ``Estimates/StatisticsError/emptyDenominator(_:)`` where the second rate is 0.
  public init(_ first: Rate, to second: Rate) throws(StatisticsError) {
    guard second.events > 0 else { throw .emptyDenominator(second.events) }
    guard (first.value / second.value).isFinite else { throw .notFinite(what: "ratio") }
    self.first = first
    self.second = second
  }

  /// r₁/r₂.
  public var value: Double { first.value / second.value }

  /// The ratio with the exact conditional interval.
  public func exact(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let (x, y) = (first.events, second.events)
    let scale = second.denominator / first.denominator
    // Both ends as a lower quantile of the share that is small there, so that 1 − π is never formed from a π near 1.
    let below = x > 0 ? Self.share(x, y + 1, tail: level.tail) : 0
    let above = Self.share(y, x + 1, tail: level.tail)
    let lower = below / (1 - below) * scale
    let upper = (1 - above) / above * scale
    let diagnostics: [Diagnostic] = min(x, y) < CountInterval.smallCount ? [.smallNumerator] : []
    return Estimate(
      value, interval: ConfidenceInterval(lower: min(lower, value), upper: max(upper, value), level: level),
      method: .conditionalRatio, n: x + y, diagnostics: diagnostics)
  }

  /// The two-sided p-value of r₁ = r₂ by the conditional binomial test.
  public var pValue: Double { conditionalPValue(first, second) }

  private static func share(_ a: Double, _ b: Double, tail: Double) -> Double {
    // Positive parameters and a tail inside (0, 1/2) have a quantile.
    (try? Beta(a, b).quantile(tail)) ?? 0
  }
}

/// Twice the smaller tail of x₁ among x₁ + x₂ events, if each falls to the first population with its share of n₁ + n₂.
func conditionalPValue(_ first: Rate, _ second: Rate) -> Double {
  let (x, y) = (first.events, second.events)
  let share = first.denominator / (first.denominator + second.denominator)
  // P(X ≥ x) = I(share; x, y + 1) and P(X ≤ x) = 1 − I(share; x + 1, y); an empty side is certain.
  let atLeast = x > 0 ? (try? SpecialFunctions.betaI(share, x, y + 1)) ?? 1 : 1
  let atMost = y > 0 ? (try? SpecialFunctions.betaIComplement(share, x + 1, y)) ?? 1 : 1
  return min(1, 2 * min(atLeast, atMost))
}

extension Method {
  /// The exact conditional interval for a ratio of two rates.
  public static let conditionalRatio = Method("ratio.rate")
}
