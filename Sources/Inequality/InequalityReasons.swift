import Distributions
import Estimates
import Indicators

extension Reason {
  /// Fewer groups or units than the measure needs: three for a slope, two for the others.
  public static let tooFewGroups = Reason("too-few-groups")
  /// A zero or negative figure where the measure takes logarithms or shares of a positive total.
  public static let figureNotPositive = Reason("figure-not-positive")
  /// A share of exactly 0 or 1, which has no logit.
  public static let shareAtLimit = Reason("share-at-limit")
  /// All, or none, of the persons have the property: there is nothing to tell groups apart by.
  public static let nobodyOrEverybody = Reason("nobody-or-everybody")
  /// The whole has none of what is measured, so nothing can be relative to it.
  public static let zeroMean = Reason("zero-mean")
  /// The denominator of a ratio may be 0 at the level asked for, so the ratio has no bounded interval.
  public static let ratioUnbounded = Reason("ratio-unbounded")
  /// The extremes were picked because they were extreme, so no interval of theirs holds.
  public static let extremesChosen = Reason("extremes-chosen")
  /// An index of everybody there is: the range that chance gives stands in place of an interval.
  public static let chanceRangeInstead = Reason("chance-range-instead")
  /// The figures come without the sizes of their groups.
  public static let needsPopulations = Reason("needs-populations")
  /// The iteration for the slope did not settle.
  public static let slopeNotFound = Reason("slope-not-found")
  /// Columns that belong together have unequal lengths.
  static let columnsOfUnequalLengths = StatisticsError.unequalLengths("values", 0, 0).reason
  /// A figure is not finite.
  static let figureNotFinite = StatisticsError.notFinite(what: "value").reason
  /// Values outside the bounds that the index assumes.
  public static let outsideBounds = Reason("outside-bounds")
}

extension Diagnostic {
  /// The estimate lies outside the interval found by resampling, as it may where the index is biased.
  public static let estimateOutsideResampled = Diagnostic("value-outside-interval")
  /// A plain index of a share: its range depends on the level of the share.
  public static let boundedVariable = Diagnostic("bounded-variable")
  /// The groups lie further from the line than chance puts them: the slope does not say what they are like.
  public static let lineFitsPoorly = Diagnostic("line-fits-poorly")
  /// Units without known sizes count alike.
  public static let unitsCountAlike = Diagnostic("units-count-alike")
  /// The index is no higher than chance alone gives in zones of this size.
  public static let mostlyChance = Diagnostic("mostly-chance")
}

/// Whether a sum of squared standardised deviations of groups from a line of two parameters is more than chance gives:
/// above the χ² of k − 2 degrees of freedom at one in a hundred.
func fitsPoorly(_ squares: Double, groups: Int) -> Bool {
  guard groups > 2, squares.isFinite, let law = try? ChiSquared(degreesOfFreedom: Double(groups - 2)) else {
    return false
  }
  return law.survival(squares) < 0.01
}
