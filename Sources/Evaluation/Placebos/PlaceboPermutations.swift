import Scheduler

/// What an estimator finds with any k units in the place of k treated: what several treated units are ranked among.
///
/// With J donors and k treated there are C(J + k, k) sets of k units, the true one among them. In each the set is treated and
/// all others, the true treated outside it too, are compared with. If all units were exchangeable without the programme, every
/// set had the same chance to be the treated one, and p = (1 + #{others at least as large}) / (others + 1) is exact for the
/// claim that the programme did nothing in any unit.
///
/// - Shape: one score a set, in lexicographic order of the sets or in the order drawn.
/// - Up to the limit every set is there; above it, or above ``mostSets``, different ones are drawn, each equally likely.
/// - Refused: sets the estimator refuses are left out and counted. Where it refuses all, nothing can be compared and every
///   p-value is 1.
/// - What is not true: sets with treated units in them hold a part of a true effect, so their spread is no standard error;
///   ``PlaceboDistribution/standardError`` stays that of sets of donors. An estimator tuned on the figures is tuned to the true
///   treated, which leaves the test exact but for that choice.
/// - Reference: Lehmann and Romano (2005) *Testing Statistical Hypotheses*, 3rd ed., §15.2; Fisher (1935).
public struct PlaceboPermutations: Sendable {
  /// What is kept of a fit.
  public struct Score: Sendable, Equatable {
    /// The effect.
    public let effect: Double
    /// The error after the start over that before it; infinite where only the lower one is zero.
    public let errorRatio: Double
    /// The effect over the error before the start.
    public let scaledEffect: Double

    func value(_ kind: PlaceboScore, _ alternative: EffectAlternative) -> Double {
      switch kind {
      case .effect: alternative.size(effect)
      case .errorRatio: errorRatio
      case .scaledEffect: alternative.size(scaledEffect)
      }
    }
  }

  /// The most sets: the p-value they can tell is below any level asked for, and more cost only time.
  public static let mostSets = 20_000
  /// The scores of the sets the estimator answered for.
  public let scores: [Score]
  /// How many sets the estimator refused.
  public let refused: Int
  /// How many sets there are in all, the true one not among them.
  public let population: Double
  /// Whether every set was tried.
  public let isExhaustive: Bool

  /// Runs an estimator that is tuned already.
  init(
    _ estimator: some EffectEstimator, _ design: EffectDesign, limit: Int, seed: UInt64,
    threads: ThreadLimit
  ) throws(EffectError) {
    let chosen = try PlaceboSets(
      donors: design.units, size: design.treated, limit: min(limit, Self.mostSets), seed: seed)
    let truth = Array(design.donors..<design.units)
    let sets = chosen.sets.filter { $0 != truth }
    // Every unit a donor; the rows that stand as treated are gone in every set, so whose they are does not matter.
    let pool = EffectDesign(
      checked: design.outcomes + design.outcomes[(design.donors * design.periods)...],
      donors: design.units, treated: design.treated, prePeriods: design.prePeriods, periods: design.periods,
      sizes: design.sizes.map { $0 + $0[design.donors...] })
    var scores: [Score] = []
    var refused = 0
    // Fits hold whole paths: not all of them at once.
    let step = 2_000
    for start in stride(from: 0, to: sets.count, by: step) {
      let part = Array(sets[start..<min(sets.count, start + step)])
      for result in estimator.placeboFits(pool, sets: part, threads: threads) {
        switch result {
        case .success(let fit): scores.append(Score(fit, prePeriods: design.prePeriods))
        case .failure: refused += 1
        }
      }
    }
    self.scores = scores
    self.refused = refused
    population = chosen.population - 1
    isExhaustive = chosen.isExhaustive
  }

  /// The standard error of a p-value that comes from drawing; zero where every set was tried.
  func monteCarloError(ofPValue p: Double) -> Double? {
    guard !scores.isEmpty else { return nil }
    let left = isExhaustive ? 0 : max(0, 1 - Double(scores.count + refused) / population)
    return (max(0, p * (1 - p)) / Double(scores.count) * left).squareRoot()
  }
}

extension PlaceboPermutations.Score {
  init(_ fit: EffectFit, prePeriods: Int) {
    effect = fit.effect
    errorRatio = PlaceboScore.errorRatio(fit, prePeriods: prePeriods)
    scaledEffect = PlaceboScore.scaledEffect.value(of: fit, prePeriods: prePeriods, .greater)
  }
}
