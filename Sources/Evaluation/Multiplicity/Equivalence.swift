import Distributions
import Estimates
import Indicators

/// Which effects can be ruled out: the honest way to say that little happened.
///
///     let ruledOut = try Equivalence(estimate: 0.4, standardError: 1.1, degreesOfFreedom: 30)
///     ruledOut.smallest          // an effect larger than this, either way, is ruled out
///     ruledOut.pValue(margin: 3) // of two one-sided tests against ±3
///
/// An effect of ±X is ruled out at α where both one-sided tests against −X and +X reject (two one-sided tests; Schuirmann 1987),
/// which is where the interval of level 1 − 2α lies within (−X, X). With t₁₋α:
///
///     rises above  estimate + t·SE   and falls below  estimate − t·SE   are ruled out
///
/// From placebos: under an effect X the treated zone would have had τ̂ − X, one of J + 1 exchangeable effects. A rise of X is
/// ruled out where (1 + #{placebos ≤ τ̂ − X})/(J + 1) ≤ α, hence above τ̂ − τ₍ᵣ₎ with τ₍ᵣ₎ the r-th smallest placebo effect and
/// r = ⌊α(J + 1)⌋; falls alike.
///
/// - Unit: that of the outcome. A bound may be negative: then even no rise at all is ruled out.
/// - Where J + 1 < 1/α placebos can rule nothing out, whatever the estimate: ``EffectError/tooFewDonors(needed:found:)``.
/// - Errors: ``EffectError/parameter(name:value:)`` for a level outside (0, ½) or an error that is not above zero.
/// - What is not true: that no effect was found is no such verdict, and nor is a high p-value.
/// - Reference: Schuirmann (1987) J Pharmacokinet Biopharm 15:657.
public struct Equivalence: Sendable, Equatable {
  /// The level of each one-sided test.
  public let level: Double
  /// Rises above this are ruled out.
  public let largestRise: Double
  /// Effects below this are ruled out; a negative number is a fall.
  public let largestFall: Double
  private let tails: Tails

  private enum Tails: Sendable, Equatable {
    case student(estimate: Double, standardError: Double, degreesOfFreedom: Double?)
    case placebos(estimate: Double, effects: [Double])
    case interval
  }

  /// From an estimate and its error; normal where there are no degrees of freedom.
  public init(
    estimate: Double, standardError: Double, degreesOfFreedom: Double? = nil, level: Double = 0.05
  ) throws(EffectError) {
    guard level > 0, level < 0.5 else { throw .parameter(name: "level", value: level) }
    guard estimate.isFinite else { throw .parameter(name: "estimate", value: estimate) }
    guard standardError > 0, standardError.isFinite else {
      throw .parameter(name: "standard-error", value: standardError)
    }
    let quantile: Double
    do {
      quantile =
        if let degreesOfFreedom {
          try StudentT(degreesOfFreedom: degreesOfFreedom).upperQuantile(level)
        } else { try Normal.standard.upperQuantile(level) }
    } catch { throw .parameter(name: "degrees-of-freedom", value: degreesOfFreedom ?? .nan) }
    self.level = level
    largestRise = estimate + quantile * standardError
    largestFall = estimate - quantile * standardError
    tails = .student(
      estimate: estimate, standardError: standardError, degreesOfFreedom: degreesOfFreedom)
  }

  /// From an interval: each test has the level of one tail, 0.025 for an interval of 95 %.
  public init(_ interval: ConfidenceInterval) {
    level = interval.level.tail
    largestRise = interval.upper
    largestFall = interval.lower
    tails = .interval
  }

  /// From placebos, by turning the rank test round.
  public init(_ distribution: PlaceboDistribution, level: Double = 0.05) throws(EffectError) {
    try self.init(
      effect: distribution.fit.effect, placeboEffects: distribution.effects, level: level)
  }

  /// From an effect and placebo effects.
  public init(effect: Double, placeboEffects: [Double], level: Double = 0.05) throws(EffectError) {
    guard level > 0, level < 0.5 else { throw .parameter(name: "level", value: level) }
    guard effect.isFinite else { throw .parameter(name: "estimate", value: effect) }
    if let zone = placeboEffects.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(unit: zone, period: 0)
    }
    let allowed = RejectionThresholds.rejections(placebos: placeboEffects.count, level: level)
    guard allowed > 0, allowed <= placeboEffects.count else {
      let needed = (1 / level * (1 - 1e-12)).rounded(.up) - 1
      throw .tooFewDonors(needed: needed < 1e15 ? Int(needed) : Int.max, found: placeboEffects.count)
    }
    let sorted = placeboEffects.sorted()
    self.level = level
    largestRise = effect - sorted[allowed - 1]
    largestFall = effect - sorted[sorted.count - allowed]
    tails = .placebos(estimate: effect, effects: placeboEffects)
  }

  /// The smallest X such that all effects beyond ±X are ruled out.
  public var smallest: Double { max(largestRise, -largestFall) }

  /// Whether effects beyond ±`margin` are ruled out.
  public func rulesOut(_ margin: Double) -> Bool { largestRise < margin && largestFall > -margin }

  /// The larger p-value of the two one-sided tests against ±`margin`; `nil` where only an interval is known.
  public func pValue(margin: Double) -> Double? {
    let margin = abs(margin)
    switch tails {
    case .interval: return nil
    case .student(let estimate, let error, let degrees):
      let z = min(margin - estimate, margin + estimate) / error
      guard let degrees else { return Normal.standard.survival(z) }
      return (try? StudentT(degreesOfFreedom: degrees))?.survival(z)
    case .placebos(let estimate, let effects):
      let total = Double(effects.count + 1)
      let rise = effects.count { PlaceboDistribution.reaches(-$0, margin - estimate) }
      let fall = effects.count { PlaceboDistribution.reaches($0, estimate + margin) }
      return Double(1 + max(rise, fall)) / total
    }
  }
}

extension Method {
  /// Which effects can be ruled out.
  public static let equivalence = Method("effect.equivalence")
}
