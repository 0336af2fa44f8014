import Distributions
import Foundation
import Indicators

/// The minimum detectable effect: how large an effect must be for the test to find it with a given probability. Printed before
/// the estimate.
///
///     let detectable = try DetectableEffect(PlaceboDistribution(DifferenceInDifferences(), design))
///     detectable.value            // what can be seen, in the unit of the outcome
///     detectable.floor            // the smallest p-value there can be
///
/// Two answers, from the same J placebos:
///
///     analytic    (t₁₋α⸍₂ + t_power) · SE, Student's t with J − 1 degrees of freedom
///     empirical   the smallest planted effect that the exact rank test finds in at least a share `power` of the placebos
///
/// - SE is the standard deviation of the placebo effects with J − 1 in the denominator, the form that belongs to t; it is
///   √(J/(J − 1)) times ``PlaceboDistribution/standardError``. Where the treated zone's own error is known, as from a model of
///   variance by size, it takes the place of SE, and the placebo effects are rescaled to it.
/// - A one-sided alternative has t₁₋α. The empirical answer of a two-sided test is the larger of those for a rise and a fall.
/// - The empirical answer moves in steps: J placebos know power only to 1/J.
/// - ``value`` is the larger of the two: what is promised can be kept by both.
/// - Shape: J numbers. Unit: that of the outcome, never negative; ``size(level:scale:denominator:multiplier:)`` has others.
/// - Missing: placebos that were refused are not among the J.
/// - Errors: ``EffectError/tooFewDonors(needed:found:)`` below two placebos, ``EffectError/constantOutcomes`` where no placebo
///   differs from another, ``EffectError/parameter(name:value:)`` for a level or power outside (0, 1) or below it.
/// - What is not true: that an effect below it is absent, or that a finding proves an effect above it. It is about what the
///   design could see, before anything was seen.
/// - Reference: Bloom (1995) Eval Rev 19:547 for the multiple of the error; Ferman and Pinto (2019) Rev Econ Stat 101:452 for an
///   error that depends on size.
public struct DetectableEffect: Sendable, Equatable {
  /// The level of the test, α.
  public let level: Double
  /// The probability with which an effect of this size is found.
  public let power: Double
  /// Which effects the test looks for.
  public let alternative: EffectAlternative
  /// How many placebos there were, J.
  public let placebos: Int
  /// The standard error used.
  public let standardError: Double
  /// By Student's t.
  public let analytic: Double
  /// By planting effects in the placebos; `nil` where the rank test cannot reject at all.
  public let empirical: Double?
  /// What each placebo needs.
  let thresholds: RejectionThresholds

  /// From a placebo distribution.
  ///
  /// - Parameters:
  ///   - distribution: The placebos; only they are looked at, never the treated zone's effect.
  ///   - statistic: What the rank test ranks. The ratio of errors knows no direction, and is not rescaled to the zone's own error.
  ///   - ownStandardError: The treated zone's own standard error, where its noise is known to differ.
  public init(
    _ distribution: PlaceboDistribution, statistic: PlaceboStatistic = .effect, level: Double = 0.05,
    power: Double = 0.8, alternative: EffectAlternative = .twoSided, ownStandardError: Double? = nil
  ) throws(EffectError) {
    let ratios = RejectionThresholds(
      ratiosOf: distribution.placebos, prePeriods: distribution.prePeriods, level: level)
    try self.init(
      placeboEffects: distribution.effects, level: level, power: power, alternative: alternative,
      ownStandardError: ownStandardError, ratios: statistic == .errorRatio ? ratios : nil)
  }

  /// From placebo effects alone.
  ///
  /// - Parameters:
  ///   - placeboEffects: The effects found where there was none.
  ///   - ownStandardError: The treated zone's own standard error, where its noise is known to differ.
  public init(
    placeboEffects: [Double], level: Double = 0.05, power: Double = 0.8,
    alternative: EffectAlternative = .twoSided, ownStandardError: Double? = nil
  ) throws(EffectError) {
    try self.init(
      placeboEffects: placeboEffects, level: level, power: power, alternative: alternative,
      ownStandardError: ownStandardError, ratios: nil)
  }

  private init(
    placeboEffects: [Double], level: Double, power: Double, alternative: EffectAlternative,
    ownStandardError: Double?, ratios: RejectionThresholds?
  ) throws(EffectError) {
    guard level > 0, level < 1 else { throw .parameter(name: "level", value: level) }
    // Below one half t_power is negative, and near α the formula would promise to see effects of any size.
    guard power >= 0.5, power < 1 else { throw .parameter(name: "power", value: power) }
    guard placeboEffects.count > 1 else { throw .tooFewDonors(needed: 2, found: placeboEffects.count) }
    if let unit = placeboEffects.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(unit: unit, period: 0)
    }
    let spread = Self.deviation(placeboEffects)
    let scale = placeboEffects.reduce(0) { max($0, abs($1)) }
    guard spread > scale * 1e-14 else { throw .constantOutcomes }
    if let ownStandardError, !(ownStandardError > 0 && ownStandardError.isFinite) {
      throw .parameter(name: "standard-error", value: ownStandardError)
    }
    self.level = level
    self.power = power
    self.alternative = alternative
    placebos = placeboEffects.count
    let error = ownStandardError ?? spread
    standardError = error
    analytic = error * (try Self.multiple(placeboEffects.count, level, power, alternative))
    let rescaled = placeboEffects.map { $0 * (error / spread) }
    thresholds =
      ratios ?? RejectionThresholds(effects: rescaled, level: level, alternative: alternative)
    empirical = thresholds.detectable(power: power)
  }

  /// The larger of the two; the analytic one where the rank test cannot reject, which ``floor`` tells.
  public var value: Double { max(analytic, empirical ?? 0) }

  /// The smallest p-value of the rank test: 1/(J + 1).
  public var floor: Double { 1 / Double(placebos + 1) }

  /// Whether the rank test can reject at its level at all.
  public var canReject: Bool { RejectionThresholds.rejections(placebos: placebos, level: level) > 0 }

  /// t₁₋α⸍₂ + t_power with J − 1 degrees of freedom: 2.89 for 38 placebos at 5 % and 80 %, 2.80 for many.
  static func multiple(_ placebos: Int, _ level: Double, _ power: Double, _ alternative: EffectAlternative)
    throws(EffectError) -> Double
  {
    let tail = alternative == .twoSided ? level / 2 : level
    do {
      let t = try StudentT(degreesOfFreedom: Double(placebos - 1))
      return try t.upperQuantile(tail) + t.quantile(power)
    } catch { throw .parameter(name: "level", value: level) }
  }

  /// The standard deviation with n − 1 in the denominator.
  static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}

/// What the rank test over placebos ranks.
public enum PlaceboStatistic: String, Sendable, Hashable, CaseIterable {
  /// The mean effect from the start on.
  case effect
  /// The error from the start on over the error before it.
  case errorRatio = "error-ratio"
}

extension Method {
  /// The minimum detectable effect from placebos.
  public static let detectableEffect = Method("effect.detectable-effect")
}
