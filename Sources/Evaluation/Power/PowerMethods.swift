import Indicators

extension EvaluationMethods {
  /// What could have been seen.
  static let power = [
    MethodCard(
      .detectableEffect,
      formula: "(t₁₋α⸍₂ + t_power)·SE; and the planted effect that the exact rank test finds",
      assumptions: "The treated zone is as noisy as the placebo zones, or its own error is given.",
      reference: "Bloom (1995) Eval Rev 19:547; Ferman and Pinto (2019) Rev Econ Stat 101:452"),
    MethodCard(
      .firstDetectableYear,
      formula: "first k with (t₁₋α⸍₂ + t_power)·SE(k) ≤ size; SE(k)² = a + b/k beyond the data",
      assumptions: "Zones go on as they did, and the effect is there in full from the first year.",
      reference: "Bloom (1995) Eval Rev 19:547"),
    MethodCard(
      .informativeness,
      formula: "informative where the detectable effect ≤ the smallest of interest, or ¼ of the level",
      assumptions: "The smallest effect of interest was named before the figures were seen.",
      reference: "Bloom (1995) Eval Rev 19:547"),
  ]
}
