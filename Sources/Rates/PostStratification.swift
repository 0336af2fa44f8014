import Indicators

/// Weights that make respondents add up to the known number of persons in each cell of the population.
///
///     let weights = try PostStratification.weights(base: base, cells: ageAndSexOfEach, margin: population)
///
/// w ← w·T/Σw within each cell. Each cell's weights then add up to its persons, exactly but for rounding.
///
/// - Shape: one base weight and cell a respondent. Unit: persons.
/// - A cell with persons and nobody asked is refused (`empty-margin-cell`): put cells together. Where cells are many and
///   respondents few, rake to their margins instead (``Raking``).
/// - Reference: Holt and Smith (1979) J R Stat Soc A 142:33.
public enum PostStratification {
  /// The weights.
  ///
  /// - Throws: ``RakingRefusal``.
  public static func weights(base: [Double], cells: [Int32], margin: PopulationMargin) throws(RakingRefusal)
    -> [Double]
  {
    // A single margin holds after the first pass.
    try Raking(
      base: base, codes: [cells], margins: [margin], options: Raking.Options(tolerance: 1e-9, passes: 2)
    )
    .weights
  }
}

extension Method {
  /// Weights post-stratified to cells.
  public static let postStratification = Method("survey.post-stratification")
}
