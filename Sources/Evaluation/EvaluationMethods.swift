import Indicators

/// The cards of this target's methods, an area each.
public enum EvaluationMethods {
  /// One card a method.
  public static let cards = areas.flatMap(\.self)

  /// The cards by area; each area's are in a file of its own family.
  private static let areas: [[MethodCard]] = [
    differences,
    differencesAndSmallCounts,
    synthetic,
    interrupted,
    sensitivity,
    placebos,
    augmented,
    staggered,
    power,
    multiplicity,
    honestDifferences,
  ]

  /// Differences in differences.
  static let differences = [
    MethodCard(
      .differenceInDifferences, formula: "(ȳ₁,post − ȳ₁,pre) − (ȳ₀,post − ȳ₀,pre)",
      assumptions: "Without the programme the treated would have moved in parallel with the donors' mean.",
      reference: "Ashenfelter and Card (1985) Rev Econ Stat 67:648")
  ]
}
