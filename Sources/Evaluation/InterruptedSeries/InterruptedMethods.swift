import Indicators

extension Method {
  /// The treated against its own line before the start.
  public static let interruptedSeries = Method("effect.interrupted-series")
  /// The difference from the donors against its own line before the start.
  public static let controlledInterruptedSeries = Method("effect.controlled-interrupted-series")
  /// Segmented regression with independent errors.
  public static let segmentedOrdinary = Method("effect.segmented-ols")
  /// Segmented regression with Newey and West's covariance.
  public static let segmentedNeweyWest = Method("effect.segmented-newey-west")
  /// Segmented regression with AR(1) errors by Prais and Winsten.
  public static let segmentedPraisWinsten = Method("effect.segmented-prais-winsten")
  /// Segmented regression with AR(1) errors by restricted likelihood.
  public static let segmentedAutoregressive = Method("effect.segmented-ar1")
  /// Segmented regression of rates.
  public static let segmentedQuasiPoisson = Method("effect.segmented-quasi-poisson")
  /// Segmented regression of shares.
  public static let segmentedQuasiBinomial = Method("effect.segmented-quasi-binomial")
}

extension EvaluationMethods {
  /// Interrupted time series.
  static let interrupted = [
    MethodCard(
      .interruptedSeries,
      formula:
        "y = β₀ + β₁(t − t*) + β₂D + β₃(t − t*)D by least squares; τ = mean of y − (β₀ + β₁(t − t*)) from t* on",
      assumptions: "The line before the start would have gone on, and nothing else happened at the start.",
      reference: "Wagner, Soumerai, Zhang and Ross-Degnan (2002) J Clin Pharm Ther 27:299"),
    MethodCard(
      .controlledInterruptedSeries,
      formula: "As interrupted time series, of y = treated mean − donor mean",
      assumptions: "The difference from the donors would have kept its line; the donors were not treated.",
      reference: "Bernal, Cummins and Gasparrini (2018) Int J Epidemiol 47:2082"),
    MethodCard(
      .segmentedOrdinary, formula: "y = Xβ + ε; Var(β) = σ̂²(XᵀX)⁻¹; effect c̄ᵀβ ± t(n − p) SE",
      assumptions: "A straight line before and after; independent errors of one variance.",
      reference: "Bernal, Cummins and Gasparrini (2017) Int J Epidemiol 46:348"),
    MethodCard(
      .segmentedNeweyWest,
      formula: "As above; Var(β) by Newey and West, lag ⌊4(T/100)^{2/9}⌋, Bartlett weights, times n/(n − p)",
      assumptions:
        "A straight line before and after; correlation that dies out within the lag; at least 15 periods.",
      reference: "Newey and West (1987) Econometrica 55:703"),
    MethodCard(
      .segmentedPraisWinsten,
      formula: "y = Xβ + u, u_t = ρu_{t−1} + ε_t; ρ = Σe_te_{t−1}/Σe²_{t−1} until it stands still; GLS",
      assumptions:
        "Errors of a first-order autoregression. ρ is taken as known, so short series look too sure.",
      reference: "Prais and Winsten (1954) Cowles Commission Discussion Paper 383"),
    MethodCard(
      .segmentedAutoregressive,
      formula:
        "As Prais and Winsten, ρ of largest restricted likelihood; t with Satterthwaite's degrees of freedom 2v²/(gᵀI⁻¹g)",
      assumptions: "Normal errors of a first-order autoregression.",
      reference:
        "Cheang and Reinsel (2000) J Am Stat Assoc 95:1173; Satterthwaite (1946) Biometrics Bull 2:110"),
    MethodCard(
      .segmentedQuasiPoisson,
      formula:
        "log μ = log n + Xβ; Var(β) = max(1, φ)(XᵀWX)⁻¹, φ = X²/(n − p); effect 100(Σμ₁/Σμ₀ − 1) by the delta method",
      assumptions:
        "Counts independent between periods, Var y = φμ; a rate that follows a line on the log scale.",
      reference: "Bernal, Cummins and Gasparrini (2017) Int J Epidemiol 46:348"),
    MethodCard(
      .segmentedQuasiBinomial,
      formula: "logit p = Xβ; Var(β) = max(1, φ)(XᵀWX)⁻¹, W = np(1 − p), φ = X²/(n − p)",
      assumptions: "Shares independent between periods, Var y = φnp(1 − p); a line on the logit scale.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., §4.5"),
  ]
}
