import Indicators
import Scheduler

extension LeaveOneOut {
  /// A donor counts as used from this weight on; solvers leave rounding where a weight is zero.
  static let usedWeight = 1e-8

  /// The effect without each donor that has a weight.
  ///
  /// Leaving out a donor without weight changes nothing where the weights solve a convex problem with one solution; `all` tries
  /// them too, as is needed where the estimator has no weights or learns from every donor.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned once on the whole design.
  ///   - design: The figures.
  ///   - all: Whether donors without weight are left out too.
  ///   - threads: The bound on threads.
  /// - Throws: ``EffectError/tooFewDonors(needed:found:)`` with a single donor, and what the estimator throws for the whole.
  /// - Reference: Abadie, Diamond and Hainmueller (2015) Am J Pol Sci 59:495.
  public static func donors(
    _ estimator: some EffectEstimator, _ design: EffectDesign, all: Bool = false,
    threads: ThreadLimit = .cores
  ) throws(EffectError) -> LeaveOneOut {
    guard design.donors > 1 else { throw .tooFewDonors(needed: 2, found: design.donors) }
    let tuned = try estimator.tuned(to: design)
    let whole = try tuned.fit(design)
    let weights = whole.donorWeights
    let positions = (0..<design.donors).filter {
      all || weights.count != design.donors || abs(weights[$0]) > usedWeight
    }
    let results = tuned.fits(positions.count, threads: threads) { index throws(EffectError) in
      try tuned.fit(design.leavingOut(donor: positions[index]))
    }
    return LeaveOneOut(whole, positions: positions, weights: weights, results: results)
  }
}

extension Method {
  /// The effect with one donor left out at a time.
  public static let leaveOneDonorOut = Method("effect.leave-one-donor-out")
}
