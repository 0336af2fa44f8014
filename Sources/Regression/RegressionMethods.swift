import Indicators

/// The cards of this target's methods that verbs use.
public enum RegressionMethods {
  /// One card a method.
  public static let cards = [
    MethodCard(
      .straightLine, formula: "b = Σ(t − t̄)(x − x̄)/Σ(t − t̄)² ± t(1 − α/2; n − 2) · SE(b)",
      assumptions: "A straight line with independent errors of equal variance.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, chapter 1"),
    MethodCard(
      .ordinaryLeastSquares, formula: "b = (XᵀX)⁻¹Xᵀy, by QR; Var b = σ̂²(XᵀX)⁻¹",
      assumptions: "Independent errors of equal variance.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, chapter 5"),
    MethodCard(
      .weightedLeastSquares, formula: "b = (XᵀWX)⁻¹XᵀWy, by QR; Var b = σ̂²(XᵀWX)⁻¹",
      assumptions: "Independent errors whose variances are inverse to the weights.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, chapter 9"),
    MethodCard(
      .neweyWest, formula: "(XᵀX)⁻¹ Ŝ (XᵀX)⁻¹ with Bartlett weights 1 − l/(L + 1) over lags l ≤ L",
      assumptions: "Errors whose correlation fades; the series is long beside the lag.",
      reference: "Newey and West (1987) Econometrica 55:703"),
  ]
}
