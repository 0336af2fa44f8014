import Estimates
import Foundation
import Indicators

/// The constant effects that the placebo test does not reject: an exact interval, without a normal distribution.
///
///     let interval = RandomisationInterval(placebos, level: .p90)
///     interval.found.interval        // every τ₀ with p(τ₀) > 0.10
///     interval.found.reason          // or why there is none: 18 donors cannot carry 95 %
///
/// Under a constant effect τ₀ the treated without it is one more placebo. With J placebos
///
///     p(τ₀) = (1 + #{i: S(τ_i) ≥ S(τ̂ − τ₀)}) / (J + 1),        interval {τ₀ : p(τ₀) > α}
///
/// With m = ⌊α(J + 1)⌋ the border is the m-th largest placebo statistic c: τ̂ ± c for the effect, τ̂ ± c · e₁ for the effect over
/// its error before the start e₁, and ḡ ± √(c² e₁² − s²) for the ratio of errors, with ḡ and s² mean and variance (population)
/// of the treated's gaps from the start on. m = 0 means that nothing can be rejected and no interval of the level exists.
///
/// Centred, every unit's effect is taken less the mean effect of the others before the ranks are made, in the test of each τ₀;
/// this takes out an error that all placebos share and is as exact as the plain test.
///
/// - Shape: one interval, in the unit of the outcome.
/// - Exact where any of the units was as likely to be the treated one. A district chosen because it was worst was not.
/// - The initialiser with an estimator is for those that look at the treated after the start when they choose weights; the
///   other takes for granted that they do not, as holds for every estimator by weights here.
/// - Errors: none but those of the estimator; what cannot be is a reason in ``found``.
/// - What is not true: that effects are the same every year. The interval is for the one constant effect.
/// - References: Rosenbaum (2002) Observational Studies, ch. 2; Firpo and Possebom (2018) J Causal Inference 6:20160026.
public struct RandomisationInterval: Sendable, Equatable {
  /// The effect in the middle: the estimate, less the placebos' mean where centred.
  public let centre: Double
  /// What was compared.
  public let statistic: PlaceboScore
  /// In which direction; a rise has a lower end only, a fall an upper one only.
  public let alternative: EffectAlternative
  /// Whether the placebos' mean was taken out.
  public let isCentred: Bool
  /// The interval, or why there is none.
  public let found: InvertedInterval

  /// `effect.randomisation-interval`.
  public var method: Method { .randomisationInterval }

  /// The interval of placebos whose estimator does not look at the treated after the start.
  ///
  /// - Parameters:
  ///   - placebos: The treated's fit and the placebos'.
  ///   - statistic: What is compared. The ratio of errors has no direction; an alternative is ignored there.
  ///   - centred: Whether the mean of the placebos is taken out; only for the effect itself.
  ///   - alternative: Two-sided, or one end only.
  ///   - level: The level.
  public init(
    _ placebos: PlaceboDistribution, statistic: PlaceboScore = .effect, centred: Bool = false,
    alternative: EffectAlternative = .twoSided, level: ConfidenceInterval.Level = .p95
  ) {
    let count = Double(placebos.placebos.count)
    let highest = count / (count + 1)
    let isCentred = centred && statistic == .effect
    let alternative = statistic == .errorRatio ? .twoSided : alternative
    self.statistic = statistic
    self.alternative = alternative
    self.isCentred = isCentred
    centre = placebos.fit.effect - (isCentred && count > 0 ? placebos.mean : 0)
    let rank = Int(InvertedInterval.rejections(of: count + 1, level: level))
    func none(_ reason: Reason) -> InvertedInterval {
      InvertedInterval(nil, reason: reason, level: level, highestLevel: highest)
    }
    guard count > 0 else {
      found = none(.noPlacebos)
      return
    }
    guard rank > 0 else {
      found = none(.tooFewPlacebosForLevel)
      return
    }
    guard rank <= placebos.placebos.count else {
      // Every placebo may be rejected with the treated: p is 1 at the centre only.
      found = InvertedInterval(
        ConfidenceInterval(lower: centre, upper: centre, level: level), level: level, highestLevel: highest)
      return
    }
    let reach: (below: Double, above: Double)?
    switch statistic {
    case .effect:
      reach = Self.reach(placebos.effects, rank: rank, mean: isCentred ? placebos.mean : nil, alternative)
    case .scaledEffect:
      let bound = Self.largest(placebos.statistics(.scaledEffect, alternative), rank)
      let unit = PlaceboScore.errorBefore(placebos.fit, prePeriods: placebos.prePeriods)
      guard unit > 0 else {
        found = none(.perfectFitBefore)
        return
      }
      reach = (bound * unit, bound * unit)
    case .errorRatio:
      let unit = PlaceboScore.errorBefore(placebos.fit, prePeriods: placebos.prePeriods)
      guard unit > 0 else {
        found = none(.perfectFitBefore)
        return
      }
      let bound = Self.largest(placebos.errorRatios, rank) * unit
      let gaps = placebos.fit.effects[placebos.prePeriods...]
      let mean = gaps.reduce(0, +) / Double(gaps.count)
      let variance = gaps.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
      let square = bound * bound - variance
      // `centre` is the estimate; the mean gap is the same number for every estimator whose effect is its mean gap.
      let shift = mean - centre
      reach =
        square >= 0 ? (below: square.squareRoot() - shift, above: square.squareRoot() + shift) : nil
    }
    guard let reach else {
      found = none(.everyEffectRejected)
      return
    }
    found = Self.interval(around: centre, reach, alternative, level: level, highestLevel: highest)
  }

  /// The interval of an estimator that may look at the treated after the start: every effect tried is taken out of the figures
  /// and the estimator run again. Where a trial shows that taking out an effect moves the estimate by just that effect and
  /// leaves the fit before the start alone, the closed form is used.
  ///
  /// - Throws: What the estimator throws.
  public init(
    _ estimator: some EffectEstimator, _ design: EffectDesign, placebos: PlaceboDistribution,
    statistic: PlaceboScore = .effect, alternative: EffectAlternative = .twoSided,
    level: ConfidenceInterval.Level = .p95
  ) throws(EffectError) {
    let closed = RandomisationInterval(
      placebos, statistic: statistic, alternative: alternative, level: level)
    let spread = placebos.placebos.map { abs($0.effect) }.max() ?? 0
    let scale = max(spread, abs(placebos.fit.effect), .leastNormalMagnitude)
    let tuned = try estimator.tuned(to: design)
    let trial = try tuned.fit(design.removing(effect: scale))
    let moved = placebos.fit.effect - trial.effect
    let isExact =
      abs(moved - scale) <= 1e-9 * scale
      && abs(trial.preError(design) - placebos.fit.preError(design)) <= 1e-9 * scale
    guard !isExact, closed.found.interval != nil || closed.found.reason == .everyEffectRejected else {
      self = closed
      return
    }
    self.statistic = statistic
    self.alternative = closed.alternative
    isCentred = false
    centre = closed.centre
    let all = placebos.statistics(statistic, closed.alternative)
    let bound = Self.largest(
      all, min(all.count, Int(InvertedInterval.rejections(of: Double(all.count + 1), level: level))))
    let side = closed.alternative
    let search = TestInversion(centre: closed.centre, scale: scale, alternative: side)
    found = try search.interval(level: level, highestLevel: closed.found.highestLevel) {
      effect throws(EffectError) in
      let fit = try tuned.fit(design.removing(effect: effect))
      return PlaceboDistribution.reaches(
        bound, statistic.value(of: fit, prePeriods: design.prePeriods, side))
    }
  }

  /// The `rank`-th largest; `rank` is between one and how many there are.
  private static func largest(_ values: [Double], _ rank: Int) -> Double {
    values.sorted(by: >)[rank - 1]
  }

  /// How far the interval goes below and above the centre.
  ///
  /// Centred, a placebo with e = τ_i − τ̄ stands at ((J + 1)e − x)/J where the treated stands at x. For x > 0 its size reaches x
  /// where e ≥ x, or where e < 0 and −e ≥ x(J − 1)/(J + 1).
  private static func reach(
    _ effects: [Double], rank: Int, mean: Double?, _ alternative: EffectAlternative
  ) -> (below: Double, above: Double) {
    let count = Double(effects.count)
    let centred = effects.map { $0 - (mean ?? 0) }
    let other = mean == nil ? 1 : (count + 1) / (count - 1)
    switch alternative {
    case .twoSided:
      let below = largest(centred.map { $0 >= 0 ? $0 : -$0 * other }, rank)
      let above = largest(centred.map { $0 <= 0 ? -$0 : $0 * other }, rank)
      return (below, above)
    case .greater:
      let bound = largest(centred, rank)
      return (bound, bound)
    case .less:
      let bound = largest(centred.map { -$0 }, rank)
      return (bound, bound)
    }
  }

  private static func interval(
    around centre: Double, _ reach: (below: Double, above: Double), _ alternative: EffectAlternative,
    level: ConfidenceInterval.Level, highestLevel: Double
  ) -> InvertedInterval {
    let lower = alternative == .less ? -Double.infinity : centre - reach.below
    let upper = alternative == .greater ? Double.infinity : centre + reach.above
    let isOpen =
      (alternative != .less && lower.isInfinite) || (alternative != .greater && upper.isInfinite)
    guard !isOpen else {
      return InvertedInterval(nil, reason: .nothingRejected, level: level, highestLevel: highestLevel)
    }
    return InvertedInterval(
      ConfidenceInterval(lower: lower, upper: upper, level: level), reason: .everyEffectRejected,
      level: level,
      highestLevel: highestLevel)
  }
}
