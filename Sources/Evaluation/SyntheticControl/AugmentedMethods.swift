import Indicators

extension EvaluationMethods {
  /// Ridge-augmented synthetic control, matrix completion and the local level.
  static let augmented = [
    MethodCard(
      .augmentedSyntheticControl,
      formula:
        "w = w₀ + X(X′X + λI)⁻¹(x₁ − X′w₀), X the donors before the start less their mean in each period",
      assumptions:
        "Donors that matched the treated before the start, weights below zero and all, would have gone on to match it.",
      reference: "Ben-Michael, Feller and Rothstein (2021) J Am Stat Assoc 116:1789"),
    MethodCard(
      .matrixCompletion,
      formula: "min |O|⁻¹‖P_O(Y − L − γ1′ − 1δ′)‖² + λ‖L‖₊ over the cells O without the programme",
      assumptions:
        "Without the programme the treated cells would have followed the few patterns that the other cells share.",
      reference: "Athey, Bayati, Doudchenko, Imbens and Khosravi (2021) J Am Stat Assoc 116:1716"),
    MethodCard(
      .localLevel,
      formula: "y_t = μ_t + β x_t + ε_t, μ_{t+1} = μ_t + η_t before the start; x the donors' mean",
      assumptions:
        "Without the programme the level would have drifted on as before, and followed the donors' mean as before.",
      reference:
        "Harvey and Durbin (1986) J R Stat Soc A 149:187; Brodersen and others (2015) Ann Appl Stat 9:247"),
  ]
}
