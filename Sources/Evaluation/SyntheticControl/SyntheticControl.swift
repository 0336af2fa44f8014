import Estimates
import Indicators
import Scheduler

/// Synthetic control on the path of the outcome: the weighted mean of donors that follows the treated before the start.
///
///     let fit = try SyntheticControl().fit(design)
///     fit.effect          // −19.5136 packs a head in California, 1989–2000
///     fit.donorWeights    // Utah 0.394, Montana 0.232, Nevada 0.205, …
///
/// ω minimises Σ_{t<T₀} vₜ (y₁ₜ − Σⱼωⱼyⱼₜ)² over the simplex; τₜ = y₁ₜ − Σⱼωⱼyⱼₜ; the effect is its mean from the start on.
/// Several treated rows count as their mean.
///
/// - Missing: a design has none. Errors: those of ``EffectDesign`` and of ``SimplexLeastSquares``.
/// - Ties: ``EffectFit/isUnique`` is false and the weights of least norm are given; the path before the start is the same for
///   all of them, the path after it is not.
/// - What is not true: without an intercept a zone chosen because it was worst has no match, and its return towards the mean
///   looks like an effect (Illenberger, Small and Shaw 2020). There ``DemeanedSyntheticControl`` or
///   ``SyntheticDifferenceInDifferences`` is the choice.
/// - Reference: Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493.
public struct SyntheticControl: EffectEstimator {
  /// How the weights are found.
  public var solver: SimplexSolver
  /// What each period before the start weighs; `nil` for all alike. Frank and Wolfe's steps do not use it.
  public var importance: [Double]?

  /// The estimator.
  public init(solver: SimplexSolver = .exact, importance: [Double]? = nil) {
    self.solver = solver
    self.importance = importance
  }

  /// `effect.synthetic-control`.
  public var method: Method { .syntheticControl }

  /// The same estimator; Frank and Wolfe's steps that start placebos warm have their noise level fixed.
  public func tuned(to design: EffectDesign) throws(EffectError) -> Self {
    SyntheticControl(solver: try solver.tuned(to: design), importance: importance)
  }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    try fit(SyntheticPanel(design), SimplexWorkspace(), start: nil)
  }

  /// The fits with donors in the place of the treated.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    let start = warmStart(design)
    return SyntheticPanel.fits(design, sets: sets, threads: threads) {
      panel, workspace throws(EffectError) in
      try fit(panel, workspace, start: start.map { panel.donors.scaledToOne($0) })
    }
  }

  private func warmStart(_ design: EffectDesign) -> [Double]? {
    guard case .frankWolfe(let settings) = solver, settings.startsPlacebosWarm else { return nil }
    return try? fit(design).donorWeights
  }

  private func fit(
    _ panel: SyntheticPanel, _ workspace: SimplexWorkspace, start: [Double]?
  ) throws(EffectError) -> EffectFit {
    let observed = panel.observed
    let solved = try panel.donorWeights(
      workspace, observed: observed, solver: solver, penalty: nil, centred: false, importance: importance,
      start: start)
    return panel.fit(observed, solved, shift: 0)
  }
}

extension Method {
  /// Synthetic control on the path of the outcome.
  public static let syntheticControl = Method("effect.synthetic-control")
}

/// Weights, and what is known of them.
struct SolvedWeights {
  var weights: [Double]
  var optimality: Double?
  var isUnique: Bool?
  var diagnostics: [Diagnostic] = []
}

extension SyntheticPanel {
  /// The donors' weights by either solver.
  ///
  /// - Parameters:
  ///   - penalty: ζ of a ridge T₀ζ²; `nil` for none (10⁻⁶σ̂ for Frank and Wolfe's steps, as published).
  func donorWeights(
    _ workspace: SimplexWorkspace, observed: [Double], solver: SimplexSolver, penalty: SyntheticPenalties?,
    centred: Bool, importance: [Double]?, start: [Double]?
  ) throws(EffectError) -> SolvedWeights {
    try SimplexLeastSquares.check(importance: importance, count: design.prePeriods)
    switch solver {
    case .exact:
      let zeta = penalty?.donors ?? 0
      loadUnits(
        workspace, observed: observed, ridge: zeta * zeta * Double(design.prePeriods), centred: centred,
        importance: importance)
      return try workspace.solved(startingFrom: start)
    case .frankWolfe(let settings):
      let noise: Double
      if let given = penalty?.noise ?? settings.noise { noise = given } else { noise = try self.noise() }
      loadUnits(workspace, observed: observed, ridge: 0, centred: centred)
      return workspace.stepped(
        settings, penalty: penalty?.donors ?? 1e-6 * noise, noise: noise, start: start)
    }
  }

  /// A fit whose counterfactual is the weighted mean of the donors, moved by `shift`.
  func fit(
    _ observed: [Double], _ solved: SolvedWeights, shift: Double, path: [Double]? = nil,
    periodWeights: [Double] = []
  ) -> EffectFit {
    var counterfactual = path ?? weighted(solved.weights)
    var sum = 0.0
    for period in counterfactual.indices {
      counterfactual[period] += shift
      if period >= design.prePeriods { sum += observed[period] - counterfactual[period] }
    }
    return EffectFit(
      effect: sum / Double(design.postPeriods), observed: observed, counterfactual: counterfactual,
      donorWeights: solved.weights, periodWeights: periodWeights, optimality: solved.optimality,
      isUnique: solved.isUnique, diagnostics: solved.diagnostics)
  }
}

extension SimplexWorkspace {
  /// The optimum of the problem loaded.
  func solved(startingFrom start: [Double]? = nil) throws(EffectError) -> SolvedWeights {
    let outcome = try solve(startingFrom: start)
    return SolvedWeights(
      weights: solution, optimality: outcome.optimality, isUnique: outcome.isUnique,
      diagnostics: outcome.isUnique ? [] : [.weightsNotUnique])
  }

  /// Where Frank and Wolfe's steps stop on the problem loaded.
  func stepped(_ settings: FrankWolfe, penalty: Double, noise: Double, start: [Double]?) -> SolvedWeights {
    let solution = settings.run(self, penalty: penalty, noise: noise, start: start)
    return SolvedWeights(
      weights: solution.weights, diagnostics: solution.reachedLimit ? [.stepsExhausted] : [])
  }
}

extension [Int] {
  /// Weights of these positions, scaled to one; equal ones where they are all nought.
  func scaledToOne(_ weights: [Double]) -> [Double] {
    let kept = map { weights[$0] }
    let sum = kept.reduce(0, +)
    return sum > 0 ? kept.map { $0 / sum } : kept.map { _ in 1 / Double(count) }
  }
}
