import Indicators

/// The cards of this target's methods: inequality and segregation.
public enum InequalityMethods {
  /// One card a method.
  public static let cards = ranked + spread + segregation

  private static let ranked = [
    MethodCard(
      .slopeIndexOHID,
      formula:
        "g⁻¹(β₀ + β₁) − g⁻¹(β₀) of weighted least squares g(y) = β₀ + β₁R on ridits R; Var β₁ = Σ c²SE²",
      assumptions: "Independent figures with known standard errors; a straight line over the ranking.",
      reference: "OHID, PHEindicatormethods; Mackenbach and Kunst (1997) Soc Sci Med 44:757"),
    MethodCard(
      .slopeIndexSimulated,
      formula:
        "the same, with the interval between the quantiles of β₁ from figures drawn around their values",
      assumptions: "As for the closed form, which it approaches as the draws become many.",
      reference: "OHID, PHEindicatormethods"),
    MethodCard(
      .relativeIndexOHID, formula: "g⁻¹(β₀ + β₁)/g⁻¹(β₀); of the identity with Fieller's interval",
      assumptions: "As for the slope index; the figure at the end it is relative to is above 0.",
      reference: "OHID, PHEindicatormethods; Fieller (1954) J R Stat Soc B 16:175"),
    MethodCard(
      .relativeIndexOfMean, formula: "β₁/μ with Fieller's interval",
      assumptions: "As for the slope index; the mean is above 0.",
      reference: "Pamuk (1985) Population Studies 39:17"),
    MethodCard(
      .slopeIndexWHO, formula: "π(1) − π(0) of the logistic model logit π(R) = β₀ + β₁R of the counts",
      assumptions: "Independent persons; log odds straight over the ranking.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .relativeIndexWHO, formula: "π(1)/π(0) of the same model; interval on the log scale",
      assumptions: "As for the slope index of the counts.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .concentration, formula: "C = 2cov(y, R)/μ",
      assumptions: "Figures on a ratio scale without an upper bound; the ranking is known.",
      reference: "Kakwani, Wagstaff and van Doorslaer (1997) J Econometrics 77:87"),
    MethodCard(
      .erreygers, formula: "4μC/(b − a)", assumptions: "Figures within a…b; the ranking is known.",
      reference: "Erreygers (2009) J Health Econ 28:504"),
    MethodCard(
      .wagstaff, formula: "(b − a)μC/((b − μ)(μ − a))",
      assumptions: "Figures within a…b; the ranking is known.",
      reference: "Wagstaff (2005) Health Econ 14:429"),
    MethodCard(
      .endsDifference, formula: "y_k − y₁ ± z√(SE₁² + SE_k²)", assumptions: "Two independent figures.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .endsRatio, formula: "y_k/y₁, interval on the log scale",
      assumptions: "Two independent figures above 0.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .attributableRisk, formula: "μ − y_ref, by the delta method", assumptions: "Independent figures.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .attributableFraction, formula: "1 − y_ref/μ, interval on the scale of log(1 − PAF)",
      assumptions: "Independent figures; the reference is above 0.",
      reference: "Greenland (2001) Am J Epidemiol 154:893"),
  ]

  private static let spread = [
    MethodCard(
      .gini, formula: "Σ p y (2R − 1)/μ, twice the area between Lorenz curve and diagonal",
      assumptions: "Nothing negative.", reference: "Lerman and Yitzhaki (1989) J Econometrics 42:43"),
    MethodCard(
      .theilT, formula: "Σ p (y/μ) log(y/μ)", assumptions: "Nothing negative.",
      reference: "Theil (1967) Economics and Information Theory"),
    MethodCard(
      .meanLogDeviation, formula: "−Σ p log(y/μ)", assumptions: "Everything above 0.",
      reference: "Shorrocks (1980) Econometrica 48:613"),
    MethodCard(
      .generalisedEntropy, formula: "(Σ p (y/μ)^α − 1)/(α(α − 1))",
      assumptions: "Nothing negative; above 0 for α ≤ 0.", reference: "Shorrocks (1980) Econometrica 48:613"),
    MethodCard(
      .entropyDecomposition, formula: "GE = Σ_g p_g(μ_g/μ)^α GE_g + GE of the group means",
      assumptions: "As for generalised entropy.", reference: "Shorrocks (1980) Econometrica 48:613"),
    MethodCard(
      .atkinson, formula: "1 − (Σ p (y/μ)^(1−ε))^(1/(1−ε))",
      assumptions: "Nothing negative; above 0 for ε ≥ 1.",
      reference: "Atkinson (1970) J Econ Theory 2:244"),
    MethodCard(
      .betweenGroupVariance, formula: "Σ p (y − μ)²", assumptions: "None; chance adds Σ p SE² or so.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .coefficientOfVariation, formula: "√(Σ p (y − μ)²)/μ", assumptions: "The mean is above 0.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .indexOfDisparity, formula: "Σ p |y − μ|/μ", assumptions: "The mean is above 0.",
      reference: "Pearcy and Keppel (2002) Public Health Reports 117:273"),
    MethodCard(
      .absoluteRange, formula: "highest − lowest", assumptions: "None; chance makes it too large.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .relativeRange, formula: "highest/lowest",
      assumptions: "The lowest is above 0; chance makes it too large.",
      reference: "WHO (2023) Health Equity Assessment Toolkit, technical notes"),
    MethodCard(
      .quantileRatio, formula: "Q(0.9)/Q(0.1), quantiles of definition 2 with weights",
      assumptions: "The lower quantile is above 0.",
      reference: "Hyndman and Fan (1996) The American Statistician 50:361"),
  ]

  private static let segregation = [
    MethodCard(
      .dissimilarity, formula: "½Σ|x/X − y/Y|; of more groups ΣΣ t|π − Π|/(2TI)",
      assumptions: "Zones large enough that chance gives little; see the corrected index.",
      reference: "Duncan and Duncan (1955) Am Sociol Rev 20:210; Reardon and Firebaugh (2002)"),
    MethodCard(
      .isolation, formula: "Σ (x/X)(x/t)", assumptions: "None; it depends on the size of the group.",
      reference: "Massey and Denton (1988) Social Forces 67:281"),
    MethodCard(
      .interactionIndex, formula: "Σ (x/X)(y/t)", assumptions: "None; it depends on the sizes of the groups.",
      reference: "Massey and Denton (1988) Social Forces 67:281"),
    MethodCard(
      .correlationRatio, formula: "(xPx* − P)/(1 − P); of more groups ΣΣ t(π − Π)²/(T(1 − Π))",
      assumptions: "As for dissimilarity.",
      reference: "Massey and Denton (1988) Social Forces 67:281; Reardon and Firebaugh (2002)"),
    MethodCard(
      .informationTheory, formula: "1 − Σ tE/(TE_whole), E = −Σ π log π",
      assumptions: "As for dissimilarity.", reference: "Theil and Finizza (1971) J Math Sociol 1:187"),
    MethodCard(
      .segregationGini, formula: "ΣΣ t t|π − π|/(2T²I)", assumptions: "As for dissimilarity.",
      reference: "Massey and Denton (1988) Social Forces 67:281; Reardon and Firebaugh (2002)"),
    MethodCard(
      .segregationAtkinson, formula: "1 − P/(1 − P)·(Σ √((1 − p)p) t/(PT))²",
      assumptions: "Two groups; as for dissimilarity.",
      reference: "Massey and Denton (1988) Social Forces 67:281"),
    MethodCard(
      .randomAllocation,
      formula: "the index over tables with the same margins: E[D] exact by hypergeometric mean deviations",
      assumptions: "Chance puts persons, not households, on the places of the zones.",
      reference: "Carrington and Troske (1997) J Bus Econ Stat 15:402"),
  ]
}
