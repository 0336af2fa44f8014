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
    MethodCard(
      .gapTwoWindows,
      formula:
        "(g₁ − g₀) ∓ √(distances to the bounds of each gap, squared and added); ratios on their logarithms",
      assumptions:
        "Two windows that do not overlap; in each, two disjoint populations of independent persons.",
      reference: "Zou and Donner (2008) Stat Med 27:1693"),
    MethodCard(
      .gapLine, formula: "slope of the gaps on time with weights 1/s², ± z√(φ/S), φ = max(1, Q/(k − 2))",
      assumptions: "Periods are independent and the gap changes evenly.",
      reference: "Cochran (1954) Biometrics 10:101; Birge (1932) Phys Rev 40:207"),
    MethodCard(
      .gapScore,
      formula: "(Σt(x − E) − (ΣtV/ΣV)Σ(x − E))² / (Σt²V − (ΣtV)²/ΣV) with the Mantel–Haenszel ratio",
      assumptions: "Independent persons or events; periods are independent.",
      reference: "Breslow and Day (1980) I, ch. 4; Tarone (1985) Biometrika 72:91"),
    MethodCard(
      .knownVarianceLine, formula: "b = Σw(t − t̄)y / Σw(t − t̄)², w = 1/s²; variance φ/Σw(t − t̄)²",
      assumptions: "Independent values with known standard errors around a line.",
      reference: "Cochran (1954) Biometrics 10:101; Birge (1932) Phys Rev 40:207"),
    MethodCard(
      .funnel,
      formula:
        "p̄ ∓ z√(p̄(1 − p̄)/n), clipped to 0…1; of rates the L and U with P(O ≤ L) = P(O ≥ U) = α/2 for Poisson O with mean E, over n",
      assumptions: "Zones differ by chance alone; the average is known.",
      reference: "Spiegelhalter (2005) Stat Med 24:1185"),
    MethodCard(
      .pairwiseRanks,
      formula:
        "1 + number of zones surely ahead … n − number surely behind, differences at level^(1/(n − 1))",
      assumptions: "Zones are independent.",
      reference: "Mogstad, Romano, Shaikh and Wilhelm (2024) Rev Econ Stud 91:476"),
    MethodCard(
      .simulatedRanks,
      formula: "ranks of draws from Beta(x + ½, n − x + ½), Gamma(x + ½)/n or the normal distribution",
      assumptions: "Zones are independent.",
      reference: "Goldstein and Spiegelhalter (1996) J R Stat Soc A 159:385"),
    MethodCard(
      .targetLine, formula: "line at the target's time ± z√(φ(1/Σw + d²/S) + φ·typical variance)",
      assumptions: "What has changed evenly goes on to.",
      reference: "Draper and Smith, Applied Regression Analysis, 3rd ed., §3.1"),
    MethodCard(
      .standardisedDifference, formula: "r₁ − r₂ ± z√(v₁ + v₂), or square-and-add on the limits",
      assumptions: "The same standard population on both sides; disjoint populations.",
      reference: "Dobson et al. (1991) Stat Med 10:457; Zou and Donner (2008) Stat Med 27:1693"),
    MethodCard(
      .standardisedRatio,
      formula: "exp(ln(r₁/r₂) ± z√(v₁/r₁² + v₂/r₂²)), or square-and-add on logarithms of limits",
      assumptions: "The same standard population on both sides; disjoint populations.",
      reference: "Dobson et al. (1991) Stat Med 10:457; Zou and Donner (2008) Stat Med 27:1693"),
    MethodCard(
      .detectableEnumerated, formula: "the smallest δ with Σ P(x₁)·P(the test rejects | x₁) ≥ power",
      assumptions: "Independent persons or events; the comparator stays at its level.",
      reference: "Fleiss, Levin and Paik (2003) Statistical Methods for Rates and Proportions, ch. 4"),
    MethodCard(
      .detectableNormal, formula: "the smallest δ with Φ((δ − z·σ₀)/σ₁) ≥ power",
      assumptions: "Twenty or more expected on either side; the comparator stays at its level.",
      reference: "Fleiss, Levin and Paik (2003) Statistical Methods for Rates and Proportions, ch. 4"),
  ]
}
