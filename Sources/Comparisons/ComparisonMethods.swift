import Indicators

/// The cards of this target's methods.
public enum ComparisonMethods {
  /// One card a method.
  public static let cards = [
    MethodCard(
      .newcombe,
      formula: "p₁ − p₂ with ends (p₁ − p₂) ∓ √(distances to the Wilson bounds, squared and added)",
      assumptions: "Two disjoint populations of independent persons.",
      reference: "Newcombe (1998) Stat Med 17:873, method 10"),
    MethodCard(
      .koopman, formula: "the ratios θ that the score test of p₁ = θp₂ does not reject",
      assumptions: "Two disjoint populations of independent persons.",
      reference: "Koopman (1984) Biometrics 40:513"),
    MethodCard(
      .rateDifference,
      formula: "r₁ − r₂ with ends (r₁ − r₂) ∓ √(distances to the bounds of each rate, squared and added)",
      assumptions: "Independent events in two disjoint populations; the denominators are known.",
      reference: "Zou and Donner (2008) Stat Med 27:1693"),
    MethodCard(
      .conditionalRatio, formula: "bounds of the share x₁/(x₁ + x₂) (Clopper–Pearson), carried over to r₁/r₂",
      assumptions: "Independent events in two disjoint populations; the denominators are known.",
      reference: "Przyborowski and Wilenski (1940) Biometrika 31:313"),
    MethodCard(
      .welch, formula: "x̄₁ − x̄₂ ± t(1 − α/2; ν) · √(s₁²/n₁ + s₂²/n₂), ν by Welch and Satterthwaite",
      assumptions: "Independent observations; means near enough normal.",
      reference: "Welch (1947) Biometrika 34:28"),
  ]
}
