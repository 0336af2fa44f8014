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
  ]
}
