import Indicators

extension EvaluationMethods {
  /// Synthetic controls.
  static let synthetic = [
    MethodCard(
      .syntheticControl, formula: "min_ω Σ_{t<T₀}(y₁ₜ − Σⱼωⱼyⱼₜ)², ω ≥ 0, Σω = 1; τₜ = y₁ₜ − Σⱼωⱼyⱼₜ",
      assumptions:
        "A mix of donors that follows the treated before the start would have gone on doing so; the treated's level lies among theirs.",
      reference: "Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493"),
    MethodCard(
      .demeanedSyntheticControl,
      formula: "min_{μ,ω} Σ_{t<T₀}(y₁ₜ − μ − Σⱼωⱼyⱼₜ)², ω ≥ 0, Σω = 1; τₜ = y₁ₜ − μ − Σⱼωⱼyⱼₜ",
      assumptions:
        "A mix of donors that follows the treated's changes before the start would have gone on doing so.",
      reference: "Ferman and Pinto (2021) Quant Econ 12:1197"),
    MethodCard(
      .syntheticDifferenceInDifferences,
      formula: "τₜ = (y₁ₜ − Σⱼωⱼyⱼₜ) − Σ_{s<T₀}λₛ(y₁ₛ − Σⱼωⱼyⱼₛ)",
      assumptions:
        "The treated and the weighted donors would have moved in parallel from the weighted years before the start on.",
      reference: "Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021) Am Econ Rev 111:4088"),
    MethodCard(
      .predictorSyntheticControl,
      formula: "min_v Σ_{t<T₀}(y₁ₜ − Σⱼωⱼ(v)yⱼₜ)², ω(v) = argmin Σₖvₖ(x₁ₖ − Σⱼωⱼxⱼₖ)²",
      assumptions:
        "Donors that resemble the treated in the predictors, weighted by how they foretell the outcome, would have moved as it.",
      reference: "Abadie, Diamond and Hainmueller (2015) Am J Polit Sci 59:495"),
  ]
}
