import Estimates
import Indicators
import Scheduler

/// Synthetic difference in differences: donors weighted to follow the treated, years before the start weighted to resemble
/// those after it.
///
///     let placebos = try PlaceboDistribution(SyntheticDifferenceInDifferences(), design)
///     placebos.fit.effect         // −15.6054 packs a head in California, 1989–2000
///     placebos.standardError      // 9.3712, exact: the same on every machine
///
/// With ζ of ``SyntheticPenalties``, ω minimises (1/T₀) Σ_{t<T₀} (y₁ₜ − ω₀ − Σⱼωⱼyⱼₜ)² + ζ_ω²‖ω‖² and λ minimises
/// (1/N₀) Σⱼ (ȳⱼ,post − λ₀ − Σ_{t<T₀}λₜyⱼₜ)² + ζ_λ²‖λ‖², both over the simplex; with gₜ = y₁ₜ − Σⱼωⱼyⱼₜ the effect in period t is
/// τₜ = gₜ − Σ_{s<T₀} λₛgₛ, and the effect their mean from the start on. Several treated rows count as their mean.
///
/// - The path: ``EffectFit/counterfactual`` is Σⱼωⱼyⱼₜ + Σₛλₛgₛ, so the gap before the start is measured from the level of the
///   years that λ weighs; ``EffectFit/preError(_:)`` is √ of the mean of τₜ² over *all* years before the start, each alike.
/// - Placebos: ``tuned(to:)`` fixes the penalties at those of the design, as the published algorithm 4 does;
///   ``reestimatesPenalties`` lets every placebo have its own.
/// - Covariates: Y is replaced by Y − Xβ, see ``CovariateProjection``; placebos use the design's β.
/// - Missing: a design has none. Errors: those of ``SyntheticPenalties``, ``CovariateProjection`` and ``SimplexLeastSquares``.
/// - What is not true: that ±1.96 standard errors is an interval for a small zone: placebos of large zones are quieter.
/// - Reference: Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021) Am Econ Rev 111:4088.
public struct SyntheticDifferenceInDifferences: EffectEstimator {
  /// How the weights are found.
  public var solver: SimplexSolver
  /// The penalties; `nil` for those of the figures.
  public var penalties: SyntheticPenalties?
  /// Whether every placebo has penalties of its own.
  public var reestimatesPenalties: Bool
  /// What is projected out; `nil` for nothing.
  public var covariates: PanelCovariates?

  /// The estimator.
  public init(
    solver: SimplexSolver = .exact, penalties: SyntheticPenalties? = nil, reestimatesPenalties: Bool = false,
    covariates: PanelCovariates? = nil
  ) {
    self.solver = solver
    self.penalties = penalties
    self.reestimatesPenalties = reestimatesPenalties
    self.covariates = covariates
  }

  /// `effect.synthetic-did`.
  public var method: Method { .syntheticDifferenceInDifferences }

  /// The same estimator with its penalties fixed at those of `design`, unless placebos are to have their own.
  public func tuned(to design: EffectDesign) throws(EffectError) -> Self {
    guard penalties == nil, !reestimatesPenalties else { return self }
    var tuned = self
    tuned.penalties = try SyntheticPenalties(try adjusted(design))
    return tuned
  }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    try fit(SyntheticPanel(try adjusted(design)), SimplexWorkspace(), start: nil)
  }

  /// The fits with donors in the place of the treated.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    do throws(EffectError) {
      let design = try adjusted(design)
      var start: EffectFit?
      if case .frankWolfe(let settings) = solver, settings.startsPlacebosWarm {
        start = try fit(SyntheticPanel(design), SimplexWorkspace(), start: nil)
      }
      let first = start
      return SyntheticPanel.fits(design, sets: sets, threads: threads) {
        panel, workspace throws(EffectError) in
        try fit(panel, workspace, start: first)
      }
    } catch {
      return sets.map { _ in .failure(error) }
    }
  }

  private func adjusted(_ design: EffectDesign) throws(EffectError) -> EffectDesign {
    guard let covariates else { return design }
    return try CovariateProjection(design, covariates).adjusted
  }

  private func fit(
    _ panel: SyntheticPanel, _ workspace: SimplexWorkspace, start: EffectFit?
  ) throws(EffectError) -> EffectFit {
    let before = panel.design.prePeriods
    let penalties: SyntheticPenalties
    if let own = self.penalties { penalties = own } else { penalties = try SyntheticPenalties(panel) }
    let observed = panel.observed
    let periods: SolvedWeights
    switch solver {
    case .exact:
      panel.loadPeriods(
        workspace, ridge: penalties.periods * penalties.periods * Double(panel.donors.count))
      periods = try workspace.solved()
    case .frankWolfe(let settings):
      panel.loadPeriods(workspace, ridge: 0)
      periods = workspace.stepped(
        settings, penalty: penalties.periods, noise: penalties.noise, start: start?.periodWeights)
    }
    var donors = try panel.donorWeights(
      workspace, observed: observed, solver: solver, penalty: penalties, centred: true, importance: nil,
      start: start.map { panel.donors.scaledToOne($0.donorWeights) })
    let path = panel.weighted(donors.weights)
    let shift = (0..<before).reduce(0.0) { $0 + periods.weights[$1] * (observed[$1] - path[$1]) }
    if let own = periods.optimality { donors.optimality = max(own, donors.optimality ?? 0) }
    if let own = periods.isUnique { donors.isUnique = own && donors.isUnique ?? true }
    for diagnostic in periods.diagnostics where !donors.diagnostics.contains(diagnostic) {
      donors.diagnostics.append(diagnostic)
    }
    return panel.fit(observed, donors, shift: shift, path: path, periodWeights: periods.weights)
  }
}

extension Method {
  /// Synthetic difference in differences.
  public static let syntheticDifferenceInDifferences = Method("effect.synthetic-did")
}
