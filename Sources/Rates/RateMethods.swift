import Indicators

/// The cards of this target's methods.
public enum RateMethods {
  /// One card a method.
  public static let cards =
    [
      MethodCard(
        .wilson, formula: "(2x + z² ± z√(z² + 4x(1 − x/n))) / (2(n + z²))",
        assumptions: "Persons are independent draws with the same probability.",
        reference: "Wilson (1927) J Am Stat Assoc 22:209; Newcombe (1998) Stat Med 17:857, method 3"),
      MethodCard(
        .poissonExact,
        formula: "lower χ²(α/2; 2x)/2, upper χ²(1 − α/2; 2x + 2)/2, divided by the denominator",
        assumptions: "Events are independent; the denominator is known.",
        reference: "Garwood (1936) Biometrika 28:437"),
      MethodCard(
        .byar,
        formula:
          "x(1 − 1/(9x) − z/(3√x))³ and (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³, divided by the denominator",
        assumptions: "Ten events or more, independent; the denominator is known.",
        reference: "Breslow and Day (1987) Statistical Methods in Cancer Research II, p. 69"),
      MethodCard(
        .studentMean, formula: "x̄ ± t(1 − α/2; n − 1) · s/√n",
        assumptions: "Observations are independent; their mean is near enough normal.",
        reference: "Student (1908) Biometrika 6:1"),
    ] + lifeCards + surveyCards
}
