import Indicators

extension EvaluationMethods {
  /// Trends that need not be parallel.
  static let honestDifferences = [
    MethodCard(
      .honestRelative,
      formula:
        "|δ_{t+1} − δ_t| ≤ M̄·max over s < 0 of |δ_{s+1} − δ_s|; conditional test, least favourable first stage",
      assumptions:
        "Trends part after the start by no more than M̄ times what they did before it; Σ is the placebos'.",
      reference: "Rambachan and Roth (2023) Rev Econ Stud 90:2555"),
    MethodCard(
      .honestSmoothness,
      formula: "|(δ_{t+1} − δ_t) − (δ_t − δ_{t−1})| ≤ M; shortest interval of fixed length",
      assumptions: "The difference of trends changes its slope by at most M a period; Σ is the placebos'.",
      reference: "Rambachan and Roth (2023) Rev Econ Stud 90:2555"),
  ]
}
