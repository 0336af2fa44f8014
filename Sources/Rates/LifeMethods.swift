import Indicators

extension RateMethods {
  /// The cards of life tables.
  static let lifeCards = [
    MethodCard(
      .lifeExpectancy,
      formula:
        "q = nm/(1 + nm(1 − a)); e = Σ L / l; Var(e) = Σ Var(p)·l²((1 − a)n + e')²/l², Var(p) = q²(1 − q)/D, open band 4/(D·m²)·(l/2)²",
      assumptions:
        "Deaths are independent and follow the rates of the period at every age; those who die in a band die at a·n of it; the open band's death rate is constant.",
      reference:
        "Chiang (1984) The Life Table and its Applications; Silcocks, Jenner and Reza (2001) J Epidemiol Community Health 55:38"
    ),
    MethodCard(
      .lifeExpectancyDifference, formula: "e₁ − e₂ ± z√(SE₁² + SE₂²)",
      assumptions: "The two populations have no person in common; expectancies are near enough normal.",
      reference: "Chiang (1984) The Life Table and its Applications, ch. 8"),
    MethodCard(
      .healthyLifeExpectancy,
      formula: "h = Σ (1 − π)L / l; Var = Σ L²π(1 − π)/N / l² + Σ Var(p)l²((1 − a)n(1 − π) + h')² / l²",
      assumptions: "Health is measured in independent samples by age; deaths as in the life table.",
      reference: "Sullivan (1971) HSMHA Health Reports 86:347; Jagger, Van Oyen and Robine (2014)"),
    MethodCard(
      .healthyLifeExpectancySurveyOnly, formula: "h = Σ (1 − π)L / l; Var = Σ L²π(1 − π)/N / l²",
      assumptions: "The life table is taken as known; health is measured in independent samples by age.",
      reference: "Sullivan (1971) HSMHA Health Reports 86:347"),
    MethodCard(
      .yearsLostBeforeAge,
      formula: "Σ D·max(0, limit − (x + an)); interval YLL + √(Σw²D/O)·(O's bound − O)",
      assumptions: "Deaths are independent; those of a band happen at x + a·n.",
      reference: "Gardner and Sanborn (1990) Epidemiology 1:322; Dobson et al. (1991) Stat Med 10:457"),
    MethodCard(
      .yearsLostAgainstStandard,
      formula: "Σ D·e*(x + an), e* the standard's expectancy; interval YLL + √(Σw²D/O)·(O's bound − O)",
      assumptions: "Deaths are independent; those of a band happen at x + a·n; the standard is known.",
      reference: "Murray (1994) Bull World Health Organ 72:429; Dobson et al. (1991) Stat Med 10:457"),
  ]
}
