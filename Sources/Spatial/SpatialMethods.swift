import Indicators

/// The cards of this target's methods: smoothing over zones.
public enum SpatialMethods {
  /// One card a method.
  public static let cards: [MethodCard] = [
    MethodCard(
      .gammaPoisson,
      formula: "(O + ν)/(E + α), ν and α by maximum likelihood of the negative binomial counts",
      assumptions: "Independent events; the zones' true rates are gamma distributed and exchangeable.",
      reference: "Clayton and Kaldor (1987) Biometrics 43:671"),
    MethodCard(
      .betaBinomial,
      formula: "(x + a)/(n + a + b), a and b by maximum likelihood of the beta-binomial counts",
      assumptions: "Independent persons; the zones' true shares are beta distributed and exchangeable.",
      reference: "Skellam (1948) J R Stat Soc B 10:257"),
    MethodCard(
      .marshall, formula: "m + a/(a + m/E)·(O/E − m), m = ΣO/ΣE, a = max(0, ΣE(O/E − m)²/ΣE − m/Ē)",
      assumptions: "Independent events; the zones' true rates have one mean and variance.",
      reference: "Marshall (1991) Appl Stat 40:283"),
    MethodCard(
      .marshallLocal, formula: "as shrinkage.marshall, with the sums over a zone and its neighbours",
      assumptions: "Independent events; a zone and its neighbours have one mean and variance.",
      reference: "Marshall (1991) Appl Stat 40:283"),
  ]
}
