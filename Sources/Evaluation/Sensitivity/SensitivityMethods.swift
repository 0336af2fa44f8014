import Indicators

extension Method {
  /// A change of a rate by the rates of groups and by their shares.
  public static let kitagawa = Method("effect.kitagawa")
  /// How much of an improvement would have come by itself.
  public static let regressionToTheMean = Method("effect.regression-to-the-mean")
  /// The treated's neighbours as a ring of their own.
  public static let spilloverRing = Method("effect.spillover-ring")
}

extension EvaluationMethods {
  /// Checks of an estimate.
  static let sensitivity = [
    MethodCard(
      .kitagawa, formula: "R₁ − R₀ = Σ½(w₀ + w₁)(r₁ − r₀) + Σ½(r₀ + r₁)(w₁ − w₀)",
      assumptions: "The groups are the same before and after; intervals: Poisson events, known populations.",
      reference: "Kitagawa (1955) J Am Stat Assoc 50:1168"),
    MethodCard(
      .regressionToTheMean,
      formula:
        "τ without the selection years; mean τ of donors as extreme; −(1 − λ)(x̄ − μ)s/T₀ with λ = B/(B + W/s)",
      assumptions: "Errors of different years are independent; zones are of one crowd.",
      reference: "Barnett, van der Pols and Dobson (2005) Int J Epidemiol 34:215"),
    MethodCard(
      .spilloverRing, formula: "τ of the treated and τ of their neighbours against the rest; net Σnτ/Σn",
      assumptions: "Nothing reaches beyond the ring.",
      reference: "Clarke (2017) Estimating Difference-in-Differences in the Presence of Spillovers, MPRA"),
  ]
}
