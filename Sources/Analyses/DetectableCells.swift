import Comparisons
import Estimates
import Indicators
import Rates

extension Reason {
  /// Even the largest possible difference would not be found with the power asked for.
  public static let notDetectable = Reason("not-detectable")
}

extension ResultCells {
  /// Sets `mdc` and `mdc_people`: the smallest difference the test of this row would find four times in five at its level.
  ///
  /// - Parameters:
  ///   - zone: The zone's figure.
  ///   - other: The comparator's, or the remainder's where the comparator contains the zone.
  ///   - share: The zone's share of a comparator that contains it; the difference shown is 1 − share as large.
  ///   - multiplier: The panel's.
  ///   - periods: How many periods the figures are summed over, so that people are a year's.
  mutating func setDetectable(
    _ zone: Figure, _ other: Figure, share: Double?, multiplier: Double, periods: Int = 1,
    level: ConfidenceInterval.Level
  ) {
    let alpha = 1 - level.value
    var found: DetectableDifference?
    var people: Double?
    switch (zone, other) {
    case (.proportion(let one), .proportion(let two)):
      found = try? DetectableDifference.proportions(
        zone: one.denominator, other: two.denominator, share: two.value, alpha: alpha)
      people = one.denominator
    case (.rate(let one), .rate(let two)):
      found = try? DetectableDifference.rates(
        zone: one.denominator, other: two.denominator, rate: two.value, alpha: alpha)
      people = one.denominator
    case (.mean(let one), .mean(let two)):
      found = (try? MeanDifference(one, minus: two)).flatMap {
        try? DetectableDifference.means($0, alpha: alpha)
      }
    default: return
    }
    let factor = multiplier * (1 - (share ?? 0))
    self["mdc"] = .number(found?.either.map { $0 * factor }, or: .notDetectable)
    self["mdc_people"] = .number(
      people.flatMap { found?.people(of: $0) }.map { $0 / Double(Swift.max(1, periods)) },
      or: people == nil ? .notApplicable : .notDetectable)
  }
}
