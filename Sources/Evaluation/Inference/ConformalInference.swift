import Estimates
import Foundation
import Indicators

/// Conformal inference: were the effect as assumed, the years after the start would look like any others.
///
///     let conformal = try ConformalInference(DifferenceInDifferences(), design)
///     try conformal.pValue()                     // the joint test that nothing changed in any year
///     try conformal.interval(level: .p90)        // constant effects that are not rejected
///     try conformal.pointwise(level: .p90)       // one interval a year
///
/// Under a hypothesis the effect is taken out of the treated, the weights are found again on **all** T periods, and the residuals
/// u of the T₁ periods from the start on are scored by S_q(u) = (Σ|u_t|^q/√T₁)^{1/q}. The p-value is the share of rearrangements
/// of the residuals whose score is at least as large, the one that was seen among them:
///
/// - moving block: the T cyclic shifts, for residuals that follow on each other; exact and without chance;
/// - independent: which T₁ of the T periods come last, all C(T, T₁) of them up to a limit, else a sample without replacement, for
///   residuals without memory.
///
/// **Floor.** T shifts give no p-value below 1/T: with 15 years no interval of 95 % exists, whatever the figures. It is then `nil`
/// with a reason and with the highest level there is.
///
/// - Shape: one treated series (the mean of the treated).
/// - The estimator must choose its weights before the start only and have them applied after it: synthetic control, demeaned
///   synthetic control, difference in differences, ridge-augmented synthetic control. It is run on a design in which all T
///   periods lie before the start. Synthetic difference in differences weighs periods by what comes after
///   and is refused.
/// - Errors: what the estimator throws; ``EffectError/parameter(name:value:)`` for an order below one;
///   ``EffectError/numerical(detail:)`` for an estimator whose fit before the start depends on figures after it.
/// - What is not true: the interval is for an effect that is the same every year, and the p-value of the shifts is exact only
///   where the residuals are a stationary series with an estimator that fits all periods alike.
/// - Reference: Chernozhukov, Wüthrich and Zhu (2021) J Am Stat Assoc 116:1849.
public struct ConformalInference: Sendable {
  /// Which rearrangements of the residuals count as equally likely.
  public enum Rearrangements: Sendable, Equatable {
    /// The T cyclic shifts.
    case movingBlock
    /// Every choice of periods, or `limit` of them drawn without replacement.
    case independent(limit: Int = 100_000, seed: UInt64 = 1)
  }

  /// An interval of one period.
  public struct Period: Sendable, Equatable {
    /// The period, counted from 0 in the design.
    public let period: Int
    /// The effect by the estimator on the figures before the start.
    public let effect: Double
    /// The p-value of no effect in the period.
    public let pValue: Double
    /// The interval, or why there is none.
    public let found: InvertedInterval
    /// The effect lies outside the interval: the fit with the period differs much from the fit without it.
    public let isOutside: Bool
  }

  private let residuals: @Sendable (EffectDesign) throws(EffectError) -> [Double]
  private let design: EffectDesign
  private let score: ConformalScore
  private let sets: [[Int]]
  private let isDrawn: Bool
  /// The largest outcome of the treated, the size rounding is measured by.
  private let scale: Double
  /// The rearrangements.
  public let rearrangements: Rearrangements
  /// The fit on the figures before the start, whose effect the intervals are about.
  public let fit: EffectFit

  /// `effect.conformal`.
  public var method: Method { .conformal }

  /// Conformal inference with an estimator that chooses weights on the periods before the start.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned once on the design.
  ///   - design: The figures.
  ///   - order: q ≥ 1, `.infinity` for the largest; 1 suits lasting effects, ∞ short ones.
  ///   - alternative: A direction given beforehand; the score is then the signed sum.
  ///   - rearrangements: Which rearrangements count.
  public init(
    _ estimator: some EffectEstimator, _ design: EffectDesign, order: Double = 1,
    alternative: EffectAlternative = .twoSided, rearrangements: Rearrangements = .movingBlock
  ) throws(EffectError) {
    let tuned = try estimator.tuned(to: design)
    // The period after the last is made up; residuals that hang on it are those of no fit to the T periods.
    let one = try tuned.fit(design.wholeAsBefore(repeating: design.periods - 1)).effects
    let other = try tuned.fit(design.wholeAsBefore(repeating: 0)).effects
    let size = one.reduce(0) { max($0, abs($1)) }
    guard zip(one, other).prefix(design.periods).allSatisfy({ abs($0 - $1) <= 1e-6 * size }) else {
      throw .numerical(detail: "the fit before the start depends on figures after it")
    }
    try self.init(
      fit: tuned.fit(design), design: design, order: order, alternative: alternative,
      rearrangements: rearrangements
    ) { design throws(EffectError) in
      let all = try tuned.fit(design.wholeAsBefore(repeating: design.periods - 1))
      return Array(all.effects.prefix(design.periods))
    }
  }

  /// Conformal inference with residuals of one's own: those of a fit to all periods of a design.
  ///
  /// - Parameters:
  ///   - fit: The fit whose effect the intervals are about.
  ///   - design: The figures.
  ///   - order: q ≥ 1, `.infinity` for the largest.
  ///   - alternative: A direction given beforehand.
  ///   - rearrangements: Which rearrangements count.
  ///   - residuals: One a period, of a fit that treats all periods alike.
  public init(
    fit: EffectFit, design: EffectDesign, order: Double = 1, alternative: EffectAlternative = .twoSided,
    rearrangements: Rearrangements = .movingBlock,
    residuals: @escaping @Sendable (EffectDesign) throws(EffectError) -> [Double]
  ) throws(EffectError) {
    guard order >= 1 else { throw .parameter(name: "order", value: order) }
    self.fit = fit
    self.design = design
    self.residuals = residuals
    self.rearrangements = rearrangements
    scale = design.treatedMean.reduce(0) { max($0, abs($1)) }
    score = ConformalScore(order: order, alternative: alternative)
    (sets, isDrawn) = try Self.rearranged(design, rearrangements)
  }

  private static func rearranged(
    _ design: EffectDesign, _ rearrangements: Rearrangements
  ) throws(EffectError) -> ([[Int]], Bool) {
    switch rearrangements {
    case .movingBlock:
      let last = design.prePeriods..<design.periods
      return ((0..<design.periods).map { shift in last.map { ($0 + shift) % design.periods } }, false)
    case .independent(let limit, let seed):
      let chosen = try PlaceboSets(
        donors: design.periods, size: design.postPeriods, limit: limit, seed: seed)
      return (chosen.sets, !chosen.isExhaustive)
    }
  }

  /// The smallest p-value there can be.
  public var floor: Double { isDrawn ? 1 / Double(sets.count + 1) : 1 / Double(sets.count) }

  /// The p-value of a constant effect; zero is the joint test that nothing changed in any year.
  ///
  /// - Throws: What the estimator throws, and ``EffectError/parameter(name:value:)`` for an effect that is no number.
  public func pValue(effect: Double = 0) throws(EffectError) -> Double {
    try pValue(of: residuals(design.removing(effect: effect)), design.prePeriods)
  }

  /// The score S_q of the residuals under a constant effect.
  public func statistic(effect: Double = 0) throws(EffectError) -> Double {
    let weights = try residuals(design.removing(effect: effect)).map(score.weight)
    return score.value(score.rank(weights[design.prePeriods...]), count: design.postPeriods)
  }

  private func pValue(of residuals: [Double], _ prePeriods: Int) throws(EffectError) -> Double {
    guard residuals.count == design.periods else {
      throw .shape(what: "residuals", expected: design.periods, found: residuals.count)
    }
    // Residuals that are but rounding beside the outcomes are zero, so that a fit that is perfect rejects nothing.
    let largest = residuals.reduce(0) { max($0, abs($1)) }
    guard largest > 1e-10 * scale else { return 1 }
    let weights = residuals.map(score.weight)
    let own = score.rank(weights[prePeriods...])
    // Weights, not their sum, bound the rounding where signed weights cancel.
    let slack = 1e-12 * weights.reduce(0) { $0 + abs($1) }
    let larger = sets.count { set in score.rank(set.lazy.map { weights[$0] }) >= own - slack }
    return isDrawn ? Double(larger + 1) / Double(sets.count + 1) : Double(larger) / Double(sets.count)
  }

  /// The constant effects that are not rejected.
  ///
  /// - Parameter level: The level; none exists above 1 − ``floor``.
  /// - Throws: What the estimator throws.
  public func interval(level: ConfidenceInterval.Level = .p95) throws(EffectError) -> InvertedInterval {
    let highest = 1 - floor
    guard InvertedInterval.rejections(of: 1 / floor, level: level) >= 1 else {
      return InvertedInterval(nil, reason: .tooFewPeriodsForLevel, level: level, highestLevel: highest)
    }
    let observed = try residuals(design.removing(effect: fit.effect))
    let spread = observed.reduce(0) { max($0, abs($1)) }
    let scale = max(spread, abs(fit.effect) * 1e-3, .leastNormalMagnitude)
    let search = TestInversion(centre: fit.effect, scale: scale, alternative: score.alternative)
    let bound = (1 - level.value) * (1 + 1e-12)
    let found = try search.interval(level: level, highestLevel: highest) { effect throws(EffectError) in
      try pValue(effect: effect) > bound
    }
    guard let interval = found.interval, !interval.contains(fit.effect) else { return found }
    return InvertedInterval(
      interval, level: level, highestLevel: highest,
      diagnostics: found.diagnostics + [.estimateOutsideInterval])
  }

  /// One interval for each period from the start on, from the periods before the start and that one.
  ///
  /// Each has T₀ + 1 periods and so a floor of 1/(T₀ + 1). With one period both kinds of rearrangement are the same.
  ///
  /// - Throws: What the estimator throws.
  public func pointwise(level: ConfidenceInterval.Level = .p95) throws(EffectError) -> [Period] {
    var found: [Period] = []
    for period in design.prePeriods..<design.periods {
      let own = design.selecting(Array(0..<design.prePeriods) + [period], prePeriods: design.prePeriods)
      var part = fit
      part.effect = fit.effects[period]
      let one = try ConformalInference(
        fit: part, design: own, order: score.order, alternative: score.alternative, residuals: residuals)
      let interval = try one.interval(level: level)
      found.append(
        Period(
          period: period, effect: part.effect, pValue: try one.pValue(), found: interval,
          isOutside: interval.interval.map { !$0.contains(part.effect) } ?? false))
    }
    return found
  }
}

extension EffectDesign {
  /// All periods before a start that comes one period after the last; that period repeats another, and no estimator that
  /// chooses its weights before the start sees it.
  func wholeAsBefore(repeating period: Int) -> EffectDesign {
    selecting(Array(0..<periods) + [period], prePeriods: periods)
  }
}

extension Method {
  /// Conformal inference.
  public static let conformal = Method("effect.conformal")
}
