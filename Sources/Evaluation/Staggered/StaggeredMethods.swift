import Indicators

extension Method {
  /// Exact inference by permuting who started when.
  public static let staggeredPlacebos = Method("effect.staggered-placebos")
  /// Two-way fixed effects with a coefficient a group and period.
  public static let interactionWeighted = Method("effect.interaction-weighted")
  /// Bands that hold all effects at once.
  public static let multiplierBootstrap = Method("effect.multiplier-bootstrap")
}

extension EvaluationMethods {
  /// Starts that differ, and districts that are pooled.
  static let staggered = [
    MethodCard(
      .callawaySantAnna,
      formula: "ATT(g, t) = E[Yₜ − Y_b | G = g] − E[Yₜ − Y_b | compared], b = g − 1 − anticipation",
      assumptions:
        "Without the programme each group would have changed as those it is compared with. Cells after an end are left out unless told otherwise. A standard error needs at least five treated units, and two in every group.",
      reference: "Callaway and Sant'Anna (2021) J Econom 225:200; Sant'Anna and Zhao (2020) J Econom 219:101"),
    MethodCard(
      .staggeredPlacebos,
      formula: "p(τ₀) = (1 + #{|value − share·τ₀| ≥ |estimate − τ₀|}) / (assignments + 1)",
      assumptions: "Zones would have been exchangeable without the programme.",
      reference: "Lehmann and Romano (2005) Testing Statistical Hypotheses, 3rd ed., §15.2"),
    MethodCard(
      .interactionWeighted,
      formula:
        "Σ w_gt β_gt with w_gt the share of the treated cells; error by clusters of units, shares given",
      assumptions:
        "As for effect.callaway-santanna with units that never start, no covariates and no missing cells.",
      reference: "Sun and Abraham (2021) J Econom 225:175"),
    MethodCard(
      .multiplierBootstrap, formula: "draw = Σ Vᵢφᵢ, E V = 0, E V² = 1; band = effect ± q·SE",
      assumptions: "Many units, or clusters, on both sides.",
      reference: "Callaway and Sant'Anna (2021) J Econom 225:200; Mammen (1993) Ann Stat 21:255"),
    MethodCard(
      .pooledEffect,
      formula: "τ = Σ wᵢτᵢ; p over all ways to pick the district or a placebo in each municipality",
      assumptions:
        "The zones of a municipality would have been exchangeable without the programme; districts are independent of each other.",
      reference: "Lehmann and Romano (2005) §15.2; Higgins and Thompson (2002) Stat Med 21:1539"),
  ]
}
