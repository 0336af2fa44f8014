import Estimates
import Indicators
import LinearAlgebra
import Scheduler

/// A synthetic control whose remaining gaps are closed by ridge regression: weights that leave the donors' range as little as
/// the figures ask for.
///
/// Each period is taken less the donors' mean. With X the donors' outcomes before the start (J × T₀), x₁ the treated's and w₀ the
/// weights of a synthetic control, not negative and adding up to one,
///
///     w = w₀ + X (X′X + λI)⁻¹ (x₁ − X′w₀)
///
/// The weights still add up to one; some are negative where the treated is outside the donors' range, and
/// ``DonorConcentration/extrapolation`` says how much. λ is the largest of ``RidgePenaltyPath`` within one standard error of
/// the best, each period before the start held out once.
///
/// - Covariates: matched beside the outcomes (``Covariates/joint(_:)``) or first regressed out (``Covariates/residualised(_:)``).
///   They belong to the rows of one design; placebos move them along, other variants of a design are refused by their number.
/// - ``EffectFit/optimality`` and ``EffectFit/isUnique`` are those of w₀; the correction has a closed form.
/// - Missing: a design has none. Errors: ``EffectError/tooFewDonors(needed:found:)`` below two,
///   ``EffectError/tooFewPrePeriods(needed:found:)`` below three where λ is sought, ``EffectError/constantOutcomes``,
///   ``EffectError/shape(what:expected:found:)``, ``EffectError/parameter(name:value:)``.
/// - Invariant to period effects and the unit of the outcome; to unit effects with ``hasUnitEffects``.
/// - What is not true: that a closer fit is a better comparison. With λ small and few years the weights follow noise, and the
///   sum of weights below zero grows past any meaning. R augsynth 0.2.0 never holds out its last column, which with covariates
///   is a covariate, and takes covariates for periods otherwise: ``HeldOut/everyColumnButTheLast`` does the same.
/// - Reference: Ben-Michael, Feller and Rothstein (2021) J Am Stat Assoc 116:1789.
public struct RidgeAugmentedSyntheticControl: EffectEstimator {
  /// What else units are matched on: rows of values, one a unit in the order of the design, the same number in each.
  public enum Covariates: Sendable, Equatable {
    /// Matched together with the outcomes, each covariate on the outcomes' scale.
    case joint([[Double]])
    /// Outcomes are freed of them by least squares on the donors; the weights then meet them exactly.
    case residualised([[Double]])

    var rows: [[Double]] {
      switch self {
      case .joint(let rows), .residualised(let rows): rows
      }
    }

    func rearranged(_ order: [Int]) -> Covariates {
      switch self {
      case .joint(let rows): .joint(order.map { rows[$0] })
      case .residualised(let rows): .residualised(order.map { rows[$0] })
      }
    }
  }

  /// Which columns are held out in the search for λ.
  public enum HeldOut: Sendable, Equatable {
    /// Every period before the start, and no covariate: what is to be predicted is an outcome.
    case everyPeriod
    /// Every column, covariates too, but the last: as R augsynth 0.2.0 does.
    case everyColumnButTheLast
  }

  /// Which λ of the path is taken.
  public enum Rule: Sendable, Equatable {
    /// The largest within one standard error of the least error.
    case oneStandardError
    /// That of the least error.
    case leastError
  }

  /// λ, in the square of the outcome's unit; `nil` where the figures choose it.
  public let penalty: Double?
  /// Whether each unit's mean before the start is taken out first.
  public let hasUnitEffects: Bool
  /// What else units are matched on.
  public let covariates: Covariates?
  /// Which columns are held out in the search for λ.
  public let heldOut: HeldOut
  /// Which λ of the path is taken.
  public let rule: Rule

  /// The estimator.
  ///
  /// - Parameters:
  ///   - penalty: λ > 0, or `nil`.
  ///   - hasUnitEffects: Whether levels are left out of the matching: better where the treated was chosen for its level.
  ///   - covariates: What else units are matched on.
  ///   - heldOut: Which columns are held out in the search for λ.
  ///   - rule: Which λ of the path is taken.
  /// - Throws: ``EffectError/parameter(name:value:)`` for a penalty that is not above zero.
  public init(
    penalty: Double? = nil, hasUnitEffects: Bool = false, covariates: Covariates? = nil,
    heldOut: HeldOut = .everyPeriod, rule: Rule = .oneStandardError
  ) throws(EffectError) {
    if let penalty, !(penalty > 0 && penalty.isFinite) { throw .parameter(name: "penalty", value: penalty) }
    self.init(
      checked: penalty, hasUnitEffects: hasUnitEffects, covariates: covariates, heldOut: heldOut, rule: rule)
  }

  private init(
    checked penalty: Double?, hasUnitEffects: Bool, covariates: Covariates?, heldOut: HeldOut, rule: Rule
  ) {
    self.penalty = penalty
    self.hasUnitEffects = hasUnitEffects
    self.covariates = covariates
    self.heldOut = heldOut
    self.rule = rule
  }

  /// `effect.augmented-synthetic-control`.
  public var method: Method { .augmentedSyntheticControl }

  /// The same with λ fixed at what `design` says.
  public func tuned(to design: EffectDesign) throws(EffectError) -> RidgeAugmentedSyntheticControl {
    guard penalty == nil else { return self }
    return replacing(penalty: chosen(try penaltyPath(design)), covariates: covariates)
  }

  /// The penalties tried on a design and how well each predicts what was held out.
  public func penaltyPath(_ design: EffectDesign) throws(EffectError) -> RidgePenaltyPath {
    try RidgePenaltyPath(try matching(design), holdingOut: heldOut)
  }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    let matching = try matching(design)
    var penalty = penalty
    if penalty == nil { penalty = chosen(try RidgePenaltyPath(matching, holdingOut: heldOut)) }
    let simplex = try matching.simplexWeights()
    let weights = try matching.completed(
      try corrected(simplex.weights, matching, penalty: penalty ?? .infinity))
    let observed = design.treatedMean
    let counterfactual = matching.path(weights)
    let effect =
      (design.prePeriods..<design.periods).reduce(0.0) { $0 + observed[$1] - counterfactual[$1] }
      / Double(design.postPeriods)
    guard effect.isFinite, weights.allSatisfy(\.isFinite) else { throw .numerical(detail: "overflow") }
    return EffectFit(
      effect: effect, observed: observed, counterfactual: counterfactual, donorWeights: weights,
      optimality: simplex.optimality, isUnique: simplex.isUnique,
      diagnostics: (simplex.isUnique ? [] : [.weightsNotUnique])
        + (DonorConcentration(weights)?.diagnostics ?? []))
  }

  /// Each set with the covariates of its rows; without covariates and with λ fixed, what sets share is made once.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    if covariates == nil, let penalty {
      let shared = AugmentedPlacebos(design, hasUnitEffects: hasUnitEffects)
      return SyntheticPanel.fits(design, sets: sets, threads: threads) {
        panel, workspace throws(EffectError) in
        try shared.fit(panel, workspace, penalty: penalty)
      }
    }
    return fits(sets.count, threads: threads) { index throws(EffectError) in
      let variant = try design.treating(sets[index])
      guard let covariates else { return try fit(variant) }
      guard covariates.rows.count == design.units else {
        throw .shape(what: "covariates", expected: design.units, found: covariates.rows.count)
      }
      let stays = (0..<design.donors).filter { !sets[index].contains($0) }
      return try replacing(penalty: penalty, covariates: covariates.rearranged(stays + sets[index]))
        .fit(variant)
    }
  }

  private func replacing(penalty: Double?, covariates: Covariates?) -> RidgeAugmentedSyntheticControl {
    RidgeAugmentedSyntheticControl(
      checked: penalty, hasUnitEffects: hasUnitEffects, covariates: covariates, heldOut: heldOut, rule: rule)
  }

  private func matching(_ design: EffectDesign) throws(EffectError) -> AugmentedMatching {
    guard design.donors > 1 else { throw .tooFewDonors(needed: 2, found: design.donors) }
    if let covariates, covariates.rows.count != design.units {
      throw .shape(what: "covariates", expected: design.units, found: covariates.rows.count)
    }
    return try AugmentedMatching(design, hasUnitEffects: hasUnitEffects, covariates: covariates)
  }

  private func chosen(_ path: RidgePenaltyPath) -> Double {
    switch rule {
    case .oneStandardError: path.withinOneStandardError
    case .leastError: path.best
    }
  }

  private func corrected(
    _ weights: [Double], _ matching: AugmentedMatching, penalty: Double
  ) throws(EffectError) -> [Double] {
    do throws(LinearAlgebraError) {
      let matrix = try matching.matrix()
      let gaps = zip(matching.target, try matrix.multiplied(by: weights)).map { $0 - $1 }
      var system = try matrix.transposed().gram()
      for column in 0..<matching.columns { system[column, column] += penalty }
      let added = try matrix.transposeMultiplied(by: try CholeskyFactorization(system).solve(gaps))
      return zip(weights, added).map { $0 + $1 }
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }
}

extension Method {
  /// Ridge-augmented synthetic control.
  public static let augmentedSyntheticControl = Method("effect.augmented-synthetic-control")
}
