import Indicators

/// The cards of this target's methods, an area each.
public enum EvaluationMethods {
  /// One card a method.
  public static let cards = areas.flatMap(\.self)

  /// The cards by area; each area's are in a file of its own family.
  private static let areas: [[MethodCard]] = [
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
}
