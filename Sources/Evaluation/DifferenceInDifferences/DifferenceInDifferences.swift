import Estimates
import Indicators

/// Difference in differences: the change of the treated less the change of the donors, all periods weighing alike.
///
/// τ = (ȳ₁,post − ȳ₁,pre) − (ȳ₀,post − ȳ₀,pre). With one start and a complete panel this is the coefficient of two-way fixed
/// effects. The counterfactual is the donors' mean path, moved to the treated's mean before the start.
///
/// - Missing: a design has none. Errors: those of ``EffectDesign``.
/// - What is not true: that zones would have moved in parallel can be seen before the start only.
/// - Reference: Ashenfelter and Card (1985) Rev Econ Stat 67:648.
public struct DifferenceInDifferences: EffectEstimator {
  /// The estimator, which has no parameters.
  public init() {}

  /// `effect.did`.
  public var method: Method { .differenceInDifferences }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    let observed = design.treatedMean
    let comparison = design.donorMean
    let before = 0..<design.prePeriods
    let shift =
      before.reduce(0.0) { $0 + observed[$1] - comparison[$1] } / Double(design.prePeriods)
    let counterfactual = comparison.map { $0 + shift }
    let effect =
      (design.prePeriods..<design.periods).reduce(0.0) { $0 + observed[$1] - counterfactual[$1] }
      / Double(design.postPeriods)
    return EffectFit(
      effect: effect, observed: observed, counterfactual: counterfactual,
      donorWeights: [Double](repeating: 1 / Double(design.donors), count: design.donors),
      periodWeights: [Double](repeating: 1 / Double(design.prePeriods), count: design.prePeriods))
  }
}

extension Method {
  /// Difference in differences.
  public static let differenceInDifferences = Method("effect.did")
}
