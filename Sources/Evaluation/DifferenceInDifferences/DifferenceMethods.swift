import Indicators

extension EvaluationMethods {
  /// Differences in differences, and inference for few treated units and small counts.
  static let differencesAndSmallCounts = [
    MethodCard(
      .differenceInDifferences, formula: "(ȳ₁,post − ȳ₁,pre) − (ȳ₀,post − ȳ₀,pre)",
      assumptions: "Without the programme the treated would have moved in parallel with the donors' mean.",
      reference: "Ashenfelter and Card (1985) Rev Econ Stat 67:648"),
    MethodCard(
      .eventStudy, formula: "τ_t = g_t − g_ref with g_t = ȳ₁t − ȳ₀t",
      assumptions: "Parallel movement; the reference is the last period before the start or the mean of all.",
      reference: "Freyaldenhoven, Hansen and Shapiro (2019) AER 109:3307"),
    MethodCard(
      .twoWayFixedEffects,
      formula:
        "y = α_i + δ_t + β′x + ε; V = G/(G−1)·(N−1)/(N−K)·M(Σ s_g s_g′)M, t with G − 1 degrees of freedom",
      assumptions:
        "At least five treated and five untreated clusters, clusters independent, one effect for all starts.",
      reference: "Liang and Zeger (1986) Biometrika 73:13; MacKinnon and Webb (2018) Econometrics J 21:114"),
    MethodCard(
      .reducedBiasClusters,
      formula:
        "V = M(Σ X_g′A_g e_g e_g′A_g X_g)M, A_g = (I − H_gg)^(−1/2), Satterthwaite's degrees of freedom",
      assumptions: "At least five treated clusters; clusters independent.",
      reference: "Pustejovsky and Tipton (2018) J Bus Econ Stat 36:672"),
    MethodCard(
      .wildClusterBootstrap,
      formula:
        "t*(τ₀) with restricted residuals times one sign a cluster; Webb's six points below twelve clusters",
      assumptions: "At least five treated and five untreated clusters.",
      reference: "Cameron, Gelbach and Miller (2008) Rev Econ Stat 90:414; Webb (2023) Can J Econ 56:839"),
    MethodCard(
      .conleyTaber, formula: "p(τ₀) = (1 + #{|Ŵ_j| ≥ |τ̂ − τ₀|})/(J + 1); interval by inversion",
      assumptions: "The treated's noise is like that of any donor, whatever its size.",
      reference: "Conley and Taber (2011) Rev Econ Stat 93:113"),
    MethodCard(
      .fermanPinto, formula: "Ŵ_j·√(v̂₁/v̂_j), v = A + B/M by least squares of Ŵ_j²; then by rank",
      assumptions: "Units of one size vary alike, and the variance falls with size as A + B/M.",
      reference: "Ferman and Pinto (2019) Rev Econ Stat 101:452"),
    MethodCard(
      .fermanPintoStudent,
      formula: "τ̂ ± t·√v̂₁, v = A + B/M by least squares of Ŵ_j², Satterthwaite's degrees of freedom",
      assumptions: "As by rank, and noise near enough to normal.",
      reference: "Ferman and Pinto (2019) Rev Econ Stat 101:452"),
    MethodCard(
      .fermanPintoNormal, formula: "τ̂ ± z·√v̂₁, v = A + B/M by least squares of Ŵ_j²",
      assumptions: "As by rank, noise near enough to normal, and many donors.",
      reference: "Ferman and Pinto (2019) Rev Econ Stat 101:452"),
    MethodCard(
      .exactRateRatioChange,
      formula: "τ = log[(a/b)/(c/d)]; noncentral hypergeometric given the margins, tails of α/2 with mid-p",
      assumptions: "Counts vary by chance alone: no shocks of zones or years beyond it.",
      reference: "Cornfield (1956) Proc 3rd Berkeley Symp 4:135; Lancaster (1961) JASA 56:223"),
    MethodCard(
      .rateRatioChange, formula: "τ ± z√(φ(1/a + 1/b + 1/c + 1/d))",
      assumptions: "Counts of ten or more; shocks like chance, φ times as large.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, §6.2"),
    MethodCard(
      .poissonDifferences,
      formula: "y ~ Poisson(E·exp(α_i + δ_t + τD)), α_i removed by the unit's total; φ = X²/(n − p)",
      assumptions: "Parallel movement of log rates; cells independent given the effects.",
      reference: "Hausman, Hall and Griliches (1984) Econometrica 52:909"),
    MethodCard(
      .negativeBinomialDifferences, formula: "y ~ NB(E·exp(α_i + δ_t + τD)), Var = μ + αμ²",
      assumptions: "Parallel movement of log rates; several periods a unit.",
      reference: "Allison and Waterman (2002) Sociological Methodology 32:247"),
    MethodCard(
      .logitDifferences, formula: "y ~ Binomial(n, logit⁻¹(α_i + δ_t + τD))",
      assumptions: "Parallel movement of log odds; several periods a unit.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, §4.4"),
    MethodCard(
      .effectBounds, formula: "min and max of τ(y) over l ≤ y ≤ u of the hidden cells",
      assumptions:
        "The declared bounds of hidden cells hold. Exact where τ is linear in y, else at least this wide.",
      reference: "Manski (2003) Partial Identification of Probability Distributions"),
  ]
}
