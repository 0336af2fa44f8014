import Indicators

extension RateMethods {
  /// The cards of surveys.
  static let surveyCards: [MethodCard] = [
    MethodCard(
      .weightedProportion, formula: "p = Σwy/Σw; Wilson's interval of p·nₑ in nₑ, nₑ = (Σw)²/Σw²",
      assumptions:
        "Respondents answer independently; weights repair who answered; uncertainty of the weights themselves is left out.",
      reference: "Kish (1965) Survey Sampling; Korn and Graubard (1998) Surv Methodol 24:193"),
    MethodCard(
      .weightedMean, formula: "x̄ = Σwy/Σw; x̄ ± t(nₑ − 1)·s/√nₑ, s² = nₑ/(nₑ − 1)·Σw(y − x̄)²/Σw",
      assumptions: "As of weighted shares, and the mean is near enough normal.",
      reference: "Kish (1965) Survey Sampling"),
    MethodCard(
      .raking, formula: "w ← w·T/Σw over the categories of each margin in turn, until all margins hold",
      assumptions: "Within a category, those who did not answer are like those who did.",
      reference: "Deming and Stephan (1940) Ann Math Stat 11:427"),
    MethodCard(
      .postStratification, formula: "w ← w·T/Σw within each cell",
      assumptions: "Within a cell, those who did not answer are like those who did.",
      reference: "Holt and Smith (1979) J R Stat Soc A 142:33"),
  ]
}
