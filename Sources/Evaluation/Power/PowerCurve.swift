import Distributions
import Indicators

/// How probable it is that an effect is found, by its size.
///
///     let curve = try PowerCurve(placeboEffects: effects)
///     curve.points.first     // no effect planted: analytic power is about the level
///
/// At an effect d with δ = d/SE:
///
///     analytic    P(T > t₁₋α⸍₂ − δ), Student's t with J − 1 degrees of freedom: the finding has the right sign
///     empirical   the share of placebos in which the exact rank test finds d planted
///
/// - Shape: one point an effect, in the order given; by default 41 steps from nothing to twice the detectable effect, rises for
///   two-sided tests and tests of a rise, falls for tests of a fall.
/// - Unit: effects in that of the outcome; power as a share.
/// - Empirical power moves in steps of 1/J, and is zero throughout where the test cannot reject.
/// - Errors: those of ``DetectableEffect``, and ``EffectError/parameter(name:value:)`` for an effect that is no number.
/// - What is not true: power says nothing about the effect there is.
public struct PowerCurve: Sendable, Equatable {
  /// One effect.
  public struct Point: Sendable, Equatable {
    /// The effect, negative for a fall.
    public let effect: Double
    /// Power by Student's t.
    public let analytic: Double
    /// Power by planting it in the placebos.
    public let empirical: Double
  }

  /// The points, in the order of the effects.
  public let points: [Point]
  /// The detectable effect of the same placebos.
  public let detectable: DetectableEffect

  /// The curve of a detectable effect.
  ///
  /// - Parameter effects: The effects to look at; empty for the default steps.
  public init(_ detectable: DetectableEffect, effects: [Double] = []) throws(EffectError) {
    let sign = detectable.alternative == .less ? -1.0 : 1.0
    let chosen =
      effects.isEmpty ? (0...40).map { sign * detectable.value * Double($0) / 20 } : effects
    let t: StudentT
    let critical: Double
    do {
      t = try StudentT(degreesOfFreedom: Double(detectable.placebos - 1))
      critical = try t.upperQuantile(
        detectable.alternative == .twoSided ? detectable.level / 2 : detectable.level)
    } catch { throw .parameter(name: "level", value: detectable.level) }
    var points: [Point] = []
    for effect in chosen {
      guard effect.isFinite else { throw .parameter(name: "effect", value: effect) }
      // In a one-sided test an effect the other way is found less often than the level.
      let towards = detectable.alternative == .twoSided ? abs(effect) : sign * effect
      points.append(
        Point(
          effect: effect, analytic: t.survival(critical - towards / detectable.standardError),
          empirical: towards < 0 ? 0 : detectable.thresholds.share(effect)))
    }
    self.points = points
    self.detectable = detectable
  }

  /// The curve of placebo effects.
  public init(
    placeboEffects: [Double], level: Double = 0.05, power: Double = 0.8,
    alternative: EffectAlternative = .twoSided, ownStandardError: Double? = nil, effects: [Double] = []
  ) throws(EffectError) {
    try self.init(
      DetectableEffect(
        placeboEffects: placeboEffects, level: level, power: power, alternative: alternative,
        ownStandardError: ownStandardError), effects: effects)
  }
}
