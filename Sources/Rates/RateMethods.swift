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
    ] + shares + standardised + lifeCards + surveyCards

  private static let shares = [
    MethodCard(
      .clopperPearson, formula: "lower B⁻¹(α/2; x, n − x + 1), upper B⁻¹(1 − α/2; x + 1, n − x)",
      assumptions: "Persons are independent draws with the same probability.",
      reference: "Clopper and Pearson (1934) Biometrika 26:404"),
    MethodCard(
      .wilsonFinite, formula: "Wilson's interval with n(N − 1)/(N − n) persons and the same share",
      assumptions: "A simple random sample without replacement from N persons.",
      reference: "Cochran (1977) Sampling Techniques, 3.2; Burstein (1975) J Am Stat Assoc 70:630"),
    MethodCard(
      .clopperPearsonFinite,
      formula: "Clopper and Pearson's interval with n(N − 1)/(N − n) persons and the same share",
      assumptions: "A simple random sample without replacement from N persons.",
      reference: "Cochran (1977) Sampling Techniques, 3.2; Clopper and Pearson (1934) Biometrika 26:404"),
    MethodCard(
      .orderStatisticMedian,
      formula: "x₍ⱼ₎ … x₍ₙ₊₁₋ⱼ₎, the largest j with P(B < j) ≤ α/2 for B binomial with n draws of ½",
      assumptions: "Observations are independent.",
      reference:
        "Thompson (1936) Ann Math Stat 7:122; Conover (1999) Practical Nonparametric Statistics, p. 143"),
  ]

  private static let standardised = [
    MethodCard(
      .directDobson,
      formula: "y = Σwᵢxᵢ/nᵢ/Σwᵢ; y + √(Var y/O)(B(O) − O) with Byar's limits B of the O = Σxᵢ events",
      assumptions: "Events are independent; ten or more; populations are known.",
      reference: "Dobson et al. (1991) Stat Med 10:457"),
    MethodCard(
      .directDobsonExact,
      formula:
        "y = Σwᵢxᵢ/nᵢ/Σwᵢ; y + √(Var y/O)(P(O) − O) with the exact Poisson limits P of the O = Σxᵢ events",
      assumptions: "Events are independent; populations are known.",
      reference: "Dobson et al. (1991) Stat Med 10:457; Garwood (1936) Biometrika 28:437"),
    MethodCard(
      .directGamma,
      formula: "Γ⁻¹(α/2; y²/v, v/y) and Γ⁻¹(1 − α/2; (y + k)²/(v + k²), (v + k²)/(y + k)), k = max wᵢ/(nᵢΣw)",
      assumptions: "Events are independent; populations are known.",
      reference: "Fay and Feuer (1997) Stat Med 16:791"),
    MethodCard(
      .directTiwari,
      formula:
        "as the gamma interval, with the means of w' = wᵢ/(nᵢΣw) and of w'² for k and k² in the upper end",
      assumptions: "Events are independent; populations are known.",
      reference: "Tiwari, Clegg and Zou (2006) Stat Methods Med Res 15:547"),
    MethodCard(
      .indirectByar, formula: "O/E with E = ΣnᵢXᵢ/Nᵢ; Byar's limits of O, over E",
      assumptions: "Ten events or more, independent; the reference rates are known.",
      reference: "Breslow and Day (1987) Statistical Methods in Cancer Research II, pp. 61–72"),
    MethodCard(
      .indirectExact, formula: "O/E with E = ΣnᵢXᵢ/Nᵢ; exact Poisson limits of O, over E",
      assumptions: "Events are independent; the reference rates are known.",
      reference: "Garwood (1936) Biometrika 28:437; Breslow and Day (1987) pp. 61–72"),
  ]
}
