import Estimates
import Indicators
import Scheduler

/// Synthetic control with an intercept: donors are weighted to follow the treated's changes, not its level.
///
/// (μ, ω) minimise Σ_{t<T₀} vₜ (y₁ₜ − μ − Σⱼωⱼyⱼₜ)² with ω on the simplex; τₜ = y₁ₜ − μ − Σⱼωⱼyⱼₜ, so the effect is the change
/// of the treated's mean less that of the weighted donors'. Several treated rows count as their mean.
///
///     let fit = try DemeanedSyntheticControl().fit(design)
///     fit.effect          // −11.1090 packs a head in California, 1989–2000
///
/// - Missing: a design has none. Errors: those of ``SimplexLeastSquares``, and ``EffectError/tooFewPrePeriods(needed:found:)``
///   with one period before the start, which leaves nothing to follow.
/// - What is not true: that a level cannot matter. Zones far apart in level may also differ in how they change.
/// - References: Doudchenko and Imbens (2016) NBER 22791; Ferman and Pinto (2021) Quant Econ 12:1197.
public struct DemeanedSyntheticControl: EffectEstimator {
  /// How the weights are found.
  public var solver: SimplexSolver
  /// What each period before the start weighs, in the fit and in μ; `nil` for all alike. Frank and Wolfe's steps do not use it.
  public var importance: [Double]?

  /// The estimator.
  public init(solver: SimplexSolver = .exact, importance: [Double]? = nil) {
    self.solver = solver
    self.importance = importance
  }

  /// `effect.demeaned-synthetic-control`.
  public var method: Method { .demeanedSyntheticControl }

  /// The same estimator; Frank and Wolfe's steps that start placebos warm have their noise level fixed.
  public func tuned(to design: EffectDesign) throws(EffectError) -> Self {
    DemeanedSyntheticControl(solver: try solver.tuned(to: design), importance: importance)
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
    let before = panel.design.prePeriods
    guard before > 1 else { throw .tooFewPrePeriods(needed: 2, found: before) }
    let observed = panel.observed
    let solved = try panel.donorWeights(
      workspace, observed: observed, solver: solver, penalty: nil, centred: true, importance: importance,
      start: start)
    let path = panel.weighted(solved.weights)
    var isWeighted = importance ?? [Double](repeating: 1, count: before)
    if case .frankWolfe = solver { isWeighted = [Double](repeating: 1, count: before) }
    let total = isWeighted.reduce(0, +)
    let shares = isWeighted.map { $0 / total }
    let shift = (0..<before).reduce(0.0) { $0 + isWeighted[$1] * (observed[$1] - path[$1]) } / total
    return panel.fit(observed, solved, shift: shift, path: path, periodWeights: shares)
  }
}

extension Method {
  /// Synthetic control with an intercept.
  public static let demeanedSyntheticControl = Method("effect.demeaned-synthetic-control")
}
