import Indicators

/// One fit of a placebo test as it is written out: who was treated, what was found, how well it fitted and from whom.
///
/// Everything needed to make the standard error, the ranks and the p-values again without running anything.
///
/// - What cannot be computed is `nil`, never a number: the ratio of a fit that is perfect before the start, the check of an
///   estimator that solves no problem.
/// - Positions are those of the whole design's donors (for districts: of the zones), so names can be joined.
public struct PlaceboRecord: Sendable, Equatable {
  /// A donor and what it counts.
  public struct Weight: Sendable, Equatable {
    /// The donor's position in the whole design.
    public let donor: Int
    /// Its weight.
    public let weight: Double
  }

  /// Who stood as treated: positions of donors; empty for the treated itself.
  public let members: [Int]
  /// Whether this is the treated itself.
  public let isTreated: Bool
  /// The effect; `nil` where refused.
  public let effect: Double?
  /// √ of the mean squared gap before the start.
  public let preError: Double?
  /// √ of the mean squared gap from the start on.
  public let postError: Double?
  /// ``postError`` over ``preError``; `nil` where the fit before the start is perfect.
  public let errorRatio: Double?
  /// The largest violation of the conditions of an optimum; `nil` where nothing was optimised.
  public let optimality: Double?
  /// Whether other weights would have done as well; `nil` where nothing was optimised.
  public let isUnique: Bool?
  /// The weights that are not zero, in order of donor.
  public let weights: [Weight]
  /// Why there is no fit.
  public let refusal: Reason?

  /// The record of a fit.
  ///
  /// - Parameter pool: The whole design's position of each donor of the fit, in its order.
  init(_ fit: EffectFit, members: [Int], isTreated: Bool, pool: [Int], prePeriods: Int) {
    self.members = members
    self.isTreated = isTreated
    effect = fit.effect
    preError = fit.rootMeanSquare(over: 0..<prePeriods)
    postError = fit.rootMeanSquare(over: prePeriods..<fit.observed.count)
    let ratio = PlaceboScore.errorRatio(fit, prePeriods: prePeriods)
    errorRatio = ratio.isFinite ? ratio : nil
    optimality = fit.optimality
    isUnique = fit.isUnique
    weights = zip(pool, fit.donorWeights).filter { $1 != 0 }.map { Weight(donor: $0, weight: $1) }
    refusal = nil
  }

  /// The record of a refusal.
  init(refused error: EffectError, members: [Int]) {
    self.members = members
    isTreated = false
    (effect, preError, postError, errorRatio, optimality, isUnique) = (nil, nil, nil, nil, nil, nil)
    weights = []
    refusal = error.reason
  }
}

extension PlaceboDistribution {
  /// The treated, then every placebo in order, then those refused.
  ///
  /// - Parameter donors: How many donors the whole design has.
  public func records(donors: Int) -> [PlaceboRecord] {
    let all = Array(0..<donors)
    return records { set in set.isEmpty ? all : all.filter { !set.contains($0) } }
  }

  /// The same with donors found by a rule: given who stands as treated (nobody: the treated itself), the donors in order.
  func records(pool: ([Int]) -> [Int]) -> [PlaceboRecord] {
    var records = [
      PlaceboRecord(fit, members: [], isTreated: true, pool: pool([]), prePeriods: prePeriods)
    ]
    for (set, fit) in zip(sets, placebos) {
      records.append(
        PlaceboRecord(fit, members: set, isTreated: false, pool: pool(set), prePeriods: prePeriods))
    }
    for (set, error) in refused { records.append(PlaceboRecord(refused: error, members: set)) }
    return records
  }
}
