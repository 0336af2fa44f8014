import Estimates
import Foundation
import Indicators

/// How much of a change of a rate comes from the rates of the groups, and how much from who lives there.
///
///     let change = try RateDecomposition(
///       before: [.init(events: 40, persons: 1000), .init(events: 90, persons: 500)],
///       after: [.init(events: 30, persons: 1200), .init(events: 80, persons: 400)])
///     change.rateEffect + change.compositionEffect == change.change      // to rounding
///
/// With shares w = n_i/N and rates r_i = x_i/n_i of the groups before (0) and after (1):
///
///     R₁ − R₀ = Σ ½(w₀ + w₁)(r₁ − r₀)  +  Σ ½(r₀ + r₁)(w₁ − w₀)
///                    rate effect             composition effect
///
/// Nothing is left over. A zone whose poorer residents move out has a better rate without anybody being better off: that is
/// the composition effect.
///
/// - Shape: the same groups (ages, sexes) in the same order before and after, each with somebody. Unit: events a person;
///   scale when displaying.
/// - Uncertainty: Poisson for the events, the populations as known: Var(rate effect) = Σ w̄²(x₀/n₀² + x₁/n₁²), and
///   Var(composition effect) = Σ ¼(w₁ − w₀)²(x₀/n₀² + x₁/n₁²).
/// - Hidden or missing counts are refused before they get here: NaN throws ``EffectError/notFinite(unit:period:)``, an empty
///   group ``EffectError/size(unit:value:)``, lists that differ in length ``EffectError/shape(what:expected:found:)``.
/// - What is not true: that the rate effect is the programme's. It is what is left when the composition is held, by the
///   groups that were given; people differ within them too.
/// - Reference: Kitagawa (1955) J Am Stat Assoc 50:1168.
public struct RateDecomposition: Sendable, Hashable {
  /// Events and persons of one group.
  public struct Group: Sendable, Hashable {
    /// Events; not negative.
    public var events: Double
    /// Persons or person-years; above zero.
    public var persons: Double

    /// A group.
    public init(events: Double, persons: Double) {
      self.events = events
      self.persons = persons
    }

    var rate: Double { events / persons }
  }

  /// R₀, the rate of all before.
  public let before: Double
  /// R₁, the rate of all after.
  public let after: Double
  /// What the groups' rates did, a group.
  public let rateEffects: [Double]
  /// What the groups' shares did, a group.
  public let compositionEffects: [Double]
  /// The standard error of ``rateEffect``.
  public let rateStandardError: Double
  /// The standard error of ``compositionEffect``.
  public let compositionStandardError: Double

  /// The decomposition of a change.
  public init(before: [Group], after: [Group]) throws(EffectError) {
    guard !before.isEmpty else { throw .shape(what: "groups", expected: 1, found: 0) }
    guard before.count == after.count else {
      throw .shape(what: "groups", expected: before.count, found: after.count)
    }
    for (side, groups) in [before, after].enumerated() {
      for (place, group) in groups.enumerated() {
        guard group.events.isFinite, group.persons.isFinite else {
          throw .notFinite(unit: place, period: side)
        }
        guard group.persons > 0 else { throw .size(unit: place, value: group.persons) }
        guard group.events >= 0 else {
          throw .regression(.negativeCount(row: place, value: group.events))
        }
      }
    }
    let (all0, all1) = (before.reduce(0) { $0 + $1.persons }, after.reduce(0) { $0 + $1.persons })
    self.before = before.reduce(0) { $0 + $1.events } / all0
    self.after = after.reduce(0) { $0 + $1.events } / all1
    var rates: [Double] = []
    var compositions: [Double] = []
    var (rateVariance, compositionVariance) = (0.0, 0.0)
    for (one, other) in zip(before, after) {
      let (share0, share1) = (one.persons / all0, other.persons / all1)
      let (mean, move) = ((share0 + share1) / 2, share1 - share0)
      rates.append(mean * (other.rate - one.rate))
      compositions.append((one.rate + other.rate) / 2 * move)
      let variance = one.rate / one.persons + other.rate / other.persons
      rateVariance += mean * mean * variance
      compositionVariance += move * move / 4 * variance
    }
    rateEffects = rates
    compositionEffects = compositions
    rateStandardError = rateVariance.squareRoot()
    compositionStandardError = compositionVariance.squareRoot()
  }

  /// R₁ − R₀.
  public var change: Double { after - before }
  /// The part from the groups' rates.
  public var rateEffect: Double { rateEffects.reduce(0, +) }
  /// The part from who lives there.
  public var compositionEffect: Double { compositionEffects.reduce(0, +) }

  /// The rate effect with its interval, ± z SE; no interval where there were no events.
  public func rateEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    Self.estimate(rateEffect, rateStandardError, level)
  }

  /// The composition effect with its interval, ± z SE; no interval where there were no events.
  public func compositionEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    Self.estimate(compositionEffect, compositionStandardError, level)
  }

  static func estimate(_ value: Double, _ error: Double, _ level: ConfidenceInterval.Level) -> Estimate {
    guard error > 0 else { return Estimate(value, intervalReason: Reason("no-events"), method: .kitagawa) }
    let margin = level.normalQuantile * error
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - margin, upper: value + margin, level: level),
      standardError: error, method: .kitagawa)
  }
}

/// The same split of a difference in differences: the treated's change less the comparison's, part by part.
///
/// τ = (R₁ − R₀) of the treated − (R₁ − R₀) of the comparison; the rate effect of τ is the difference of the two rate
/// effects, its composition effect that of the two composition effects, and they add up to τ. Standard errors add as squares.
public struct EffectDecomposition: Sendable, Hashable {
  /// The change of the treated.
  public let treated: RateDecomposition
  /// The change of those compared with.
  public let comparison: RateDecomposition

  /// The two changes.
  public init(treated: RateDecomposition, comparison: RateDecomposition) {
    self.treated = treated
    self.comparison = comparison
  }

  /// τ.
  public var effect: Double { treated.change - comparison.change }
  /// The part of τ from the groups' rates.
  public var rateEffect: Double { treated.rateEffect - comparison.rateEffect }
  /// The part of τ from who lives there.
  public var compositionEffect: Double { treated.compositionEffect - comparison.compositionEffect }

  /// The rate effect with its interval.
  public func rateEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let error =
      (treated.rateStandardError * treated.rateStandardError
      + comparison.rateStandardError * comparison.rateStandardError).squareRoot()
    return RateDecomposition.estimate(rateEffect, error, level)
  }

  /// The composition effect with its interval.
  public func compositionEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let error =
      (treated.compositionStandardError * treated.compositionStandardError
      + comparison.compositionStandardError * comparison.compositionStandardError).squareRoot()
    return RateDecomposition.estimate(compositionEffect, error, level)
  }
}

/// How much of a change of x/n comes from the numerator, and how much from the denominator.
///
///     x₁/n₁ − x₀/n₀ = (x₁ − x₀) ½(1/n₀ + 1/n₁)  +  ½(x₀ + x₁)(1/n₁ − 1/n₀)
///
/// A rate that falls because the zone grew, with as many cases as before, has a numerator effect of zero. It needs no
/// groups; ``RateDecomposition`` says more where there are some.
///
/// - Reference: Kitagawa (1955) J Am Stat Assoc 50:1168; Das Gupta (1993) Current Population Reports P23-186, ch. 2.
public struct NumeratorDenominatorSplit: Sendable, Hashable {
  /// x₁/n₁ − x₀/n₀.
  public let change: Double
  /// The part from the numerator.
  public let numeratorEffect: Double
  /// The part from the denominator.
  public let denominatorEffect: Double

  /// The split of a change.
  ///
  /// - Throws: As ``RateDecomposition``.
  public init(
    before: RateDecomposition.Group, after: RateDecomposition.Group
  ) throws(EffectError) {
    // The checks are those of one group.
    _ = try RateDecomposition(before: [before], after: [after])
    let (one, other) = (1 / before.persons, 1 / after.persons)
    change = after.rate - before.rate
    numeratorEffect = (after.events - before.events) * (one + other) / 2
    denominatorEffect = (before.events + after.events) / 2 * (other - one)
  }
}
