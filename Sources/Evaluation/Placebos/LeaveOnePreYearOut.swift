import Indicators
import Scheduler

extension LeaveOneOut {
  /// The effect without each period before the start.
  ///
  /// Shows whether one year before the start carries the answer: a bad year in which the district was chosen, say.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned once on the whole design.
  ///   - design: The figures.
  ///   - threads: The bound on threads.
  /// - Throws: ``EffectError/tooFewPrePeriods(needed:found:)`` with a single period, and what the estimator throws for the
  ///   whole.
  public static func prePeriods(
    _ estimator: some EffectEstimator, _ design: EffectDesign, threads: ThreadLimit = .cores
  ) throws(EffectError) -> LeaveOneOut {
    guard design.prePeriods > 1 else { throw .tooFewPrePeriods(needed: 2, found: design.prePeriods) }
    let tuned = try estimator.tuned(to: design)
    let whole = try tuned.fit(design)
    let results = tuned.fits(design.prePeriods, threads: threads) { index throws(EffectError) in
      try tuned.fit(design.leavingOut(prePeriod: index))
    }
    return LeaveOneOut(
      whole, positions: Array(0..<design.prePeriods), weights: whole.periodWeights, results: results)
  }
}

extension Method {
  /// The effect with one period before the start left out at a time.
  public static let leaveOnePreYearOut = Method("effect.leave-one-pre-year-out")
}
