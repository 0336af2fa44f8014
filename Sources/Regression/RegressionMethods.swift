import Indicators

/// The methods of this module, each with its formula, what it takes for granted, and where it comes from.
public enum RegressionMethods {
  /// One card a method.
  public static let cards: [MethodCard] = [
    MethodCard(
      .straightLine, formula: "b = Σ(t − t̄)(y − ȳ) / Σ(t − t̄)²; SE(b) = σ̂ / √Σ(t − t̄)²; σ̂² = Σr² / (n − 2)",
      assumptions: "A straight line; errors of equal variance, independent between periods.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, 3rd ed., ch. 1"),
    MethodCard(
      .ordinaryLeastSquares, formula: "β = (XᵀX)⁻¹Xᵀy; Var(β) = σ̂²(XᵀX)⁻¹; σ̂² = rᵀr / (n − p)",
      assumptions: "A linear model; errors of equal variance, independent of each other and of X.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, 3rd ed., ch. 5"),
    MethodCard(
      .weightedLeastSquares, formula: "β = (XᵀWX)⁻¹XᵀWy; Var(β) = σ̂²(XᵀWX)⁻¹; σ̂² = Σwr² / (n − p)",
      assumptions: "As least squares, but each error's variance is σ²/w with w known up to a factor.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, 3rd ed., §9.2"),
    MethodCard(
      .neweyWest,
      formula: "Var(β) = n/(n − p) (XᵀX)⁻¹ [Γ₀ + Σ(1 − l/(L + 1))(Γₗ + Γₗᵀ)] (XᵀX)⁻¹, Γₗ = Σ rᵢrᵢ₋ₗ xᵢxᵢ₋ₗᵀ",
      assumptions:
        "A linear model in equally spaced time; correlation between errors that dies out within the lag L.",
      reference: "Newey and West (1987) Econometrica 55:703"),
    MethodCard(
      .poissonRegression, formula: "log μ = Xβ + log n; Var(β) = (XᵀWX)⁻¹, W = μ",
      assumptions: "Independent counts with Var y = μ; effects multiply the rate.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., ch. 6"),
    MethodCard(
      .quasiPoissonRegression, formula: "As Poisson; Var(β) = φ(XᵀWX)⁻¹, φ = Σ(y − μ)²/μ / (n − p)",
      assumptions: "Independent counts with Var y = φμ.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., §6.2"),
    MethodCard(
      .logisticRegression, formula: "log(p/(1 − p)) = Xβ; Var(β) = (XᵀWX)⁻¹, W = np(1 − p)",
      assumptions: "Independent shares with Var y = np(1 − p); effects multiply the odds.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., ch. 4"),
    MethodCard(
      .quasiLogisticRegression, formula: "As logistic; Var(β) = φ(XᵀWX)⁻¹, φ = X²/(n − p)",
      assumptions: "Independent shares with Var y = φnp(1 − p).",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., §4.5"),
    MethodCard(
      .negativeBinomialRegression, formula: "log μ = Xβ + log n; Var y = μ + αμ², α of largest likelihood",
      assumptions: "Independent counts whose rates vary as a gamma distribution.",
      reference: "Hilbe (2011) Negative Binomial Regression, 2nd ed., ch. 8"),
    MethodCard(
      .poissonTrend,
      formula:
        "log μ = log n + a + bt; b solves Σty/Σy = Σtn e^(bt)/Σn e^(bt); SE(b) = [Σμ(t − t̄)²]^(−½); b ± z SE",
      assumptions: "Independent counts with Var y = μ; the rate changes by the same per cent each year.",
      reference: "Breslow and Day (1987) Statistical Methods in Cancer Research II, ch. 4"),
    MethodCard(
      .quasiPoissonTrend,
      formula: "As Poisson's; SE times √max(1, φ), φ = Σ(y − μ)²/μ / (n − 2); b ± t(n − 2) SE",
      assumptions: "Independent counts with Var y = φμ; the rate changes by the same per cent each year.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., §6.2"),
    MethodCard(
      .negativeBinomialTrend,
      formula: "log μ = log n + a + bt; Var y = μ + αμ², α of largest likelihood; b ± z SE",
      assumptions: "Independent counts whose rates vary about the trend as a gamma distribution.",
      reference: "Hilbe (2011) Negative Binomial Regression, 2nd ed., ch. 8"),
    MethodCard(
      .logisticTrend, formula: "log(p/(1 − p)) = a + bt; SE(b) = [Σnp(1 − p)(t − t̄)²]^(−½); b ± z SE",
      assumptions:
        "Independent shares with Var y = np(1 − p); the odds change by the same per cent each year.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., ch. 4"),
    MethodCard(
      .quasiLogisticTrend,
      formula: "As the logistic trend; SE times √max(1, φ), φ = X²/(n − 2); b ± t(n − 2) SE",
      assumptions:
        "Independent shares with Var y = φnp(1 − p); the odds change by the same per cent each year.",
      reference: "McCullagh and Nelder (1989) Generalized Linear Models, 2nd ed., §4.5"),
  ]
}
