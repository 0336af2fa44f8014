import Estimates
import Indicators
import Rates

/// The difference between two rates of events in disjoint populations, r₁ − r₂.
///
///     let gap = RateDifference(try Rate(of: 20, in: 4200), minus: try Rate(of: 110, in: 43_000))
///     gap.estimate().scaled(by: 1000)      // events per 1000 more
///
/// With the bounds lᵢ, uᵢ of each rate (``Rates/CountInterval``), and d = r₁ − r₂:
///
///     lower = d − √((r₁ − l₁)² + (u₂ − r₂)²),   upper = d + √((u₁ − r₁)² + (r₂ − l₂)²)
///
/// - The sides' intervals are not symmetric for small counts, and neither is this one; it is never empty, also for 0
///   events on both sides.
/// - The p-value is that of ``RateRatio``: the hypothesis is the same. Near the edge the interval may hold 0 where the
///   exact test just rejects it, or the other way round.
/// - Reference: Zou and Donner (2008) Stat Med 27:1693; Li, Tang and Wong (2014) Comput Stat 29:869.
public struct RateDifference: Sendable, Hashable {
  /// The rate that is compared.
  public let first: Rate
  /// The rate it is compared with.
  public let second: Rate

  /// The difference of two rates.
  public init(_ first: Rate, minus second: Rate) {
    self.first = first
    self.second = second
  }

  /// r₁ − r₂.
  public var value: Double { first.value - second.value }

  /// The difference with its interval.
  public func estimate(_ interval: CountInterval = .standard, level: ConfidenceInterval.Level = .p95)
    -> Estimate
  {
    let (one, other) = (first.estimate(interval, level: level), second.estimate(interval, level: level))
    let variance = [first, second].reduce(0) { $0 + $1.events / ($1.denominator * $1.denominator) }
    return Estimate(
      value, interval: squareAndAdd(value, one, other, level: level), standardError: variance.squareRoot(),
      method: .rateDifference, n: first.events + second.events,
      diagnostics: one.diagnostics.merged(other.diagnostics))
  }

  /// The two-sided p-value of r₁ = r₂ by the conditional binomial test.
  public var pValue: Double { conditionalPValue(first, second) }
}

extension Method {
  /// The interval of a difference of two rates from the intervals of each.
  public static let rateDifference = Method("difference.rate")
}
