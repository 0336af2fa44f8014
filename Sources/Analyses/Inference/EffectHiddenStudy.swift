import Evaluation
import Indicators

/// A panel whose hidden cells have values between their declared bounds, and the range of each: only for bounds of effects, which do
/// not depend on what stands in such a cell.
///
/// A count that is hidden with declared bounds over a denominator that is known, or, where the denominator is hidden too, over any
/// of those the zone has in its other periods. A cell that a rule of the base hides has no declared bounds, and stays hidden.
struct EffectHiddenStudy {
  /// The panel with the cells filled.
  let panel: Panel
  /// What each filled cell can be: counts and denominators.
  private let ranges: [Int: (count: ClosedRange<Double>, denominator: ClosedRange<Double>?)]
  /// Whether a denominator had to be taken from other periods.
  let hasAssumedDenominators: Bool

  /// - Returns: `nil` where no hidden cell can be bounded.
  init?(_ panel: Panel) {
    guard EffectCounts.canCount(panel), !panel.bounds.isEmpty else { return nil }
    var ranges: [Int: (count: ClosedRange<Double>, denominator: ClosedRange<Double>?)] = [:]
    var hasAssumed = false
    for (cell, declared) in panel.bounds.sorted(by: { $0.key < $1.key })
    where panel.statuses[cell].isSuppressed {
      var most = declared.upperBound
      var below: ClosedRange<Double>?
      if !panel.isCount, let all = panel.denominators {
        if all[cell].isFinite {
          below = all[cell]...all[cell]
        } else {
          let known = panel.series(cell / panel.periods.count).map { all[$0] }.filter(\.isFinite)
          guard let least = known.min(), let largest = known.max() else { continue }
          below = least...largest
          hasAssumed = true
        }
        guard let below, below.lowerBound > 0 else { continue }
        if panel.kind == .proportion { most = min(most, below.upperBound) }
      }
      guard declared.lowerBound >= 0, most.isFinite, declared.lowerBound <= most else { continue }
      ranges[cell] = (declared.lowerBound...most, below)
    }
    guard !ranges.isEmpty, let filled = Self.filled(panel, ranges) else { return nil }
    self.panel = filled
    self.ranges = ranges
    hasAssumedDenominators = hasAssumed
  }

  private static func filled(
    _ panel: Panel, _ ranges: [Int: (count: ClosedRange<Double>, denominator: ClosedRange<Double>?)]
  ) -> Panel? {
    var (values, numerators, denominators) = (panel.values, panel.numerators, panel.denominators)
    var statuses = panel.statuses
    for (cell, range) in ranges {
      let count = range.count.lowerBound / 2 + range.count.upperBound / 2
      let below = range.denominator.map { $0.lowerBound / 2 + $0.upperBound / 2 }
      values[cell] = below.map { panel.multiplier * count / $0 } ?? count
      numerators?[cell] = count
      if let below { denominators?[cell] = below }
      statuses[cell] = CellStatus(.observed, flags: panel.statuses[cell].flags)
      if denominators?[cell].isFinite == false { return nil }
    }
    return try? Panel(
      indicator: panel.indicator, stratum: panel.stratum, kind: panel.kind, unit: panel.unit,
      multiplier: panel.multiplier, zones: panel.zones, periods: panel.periods, values: values,
      numerators: numerators, denominators: denominators, statuses: statuses,
      bounds: panel.bounds.filter { ranges[$0.key] == nil })
  }

  /// The hidden cells of a study of ``panel``; `nil` where one has no finite bounds on the scale.
  func cells(_ study: EffectStudy) -> [HiddenCell]? {
    var found: [HiddenCell] = []
    for (unit, zone) in (study.donorPositions + study.treatedPositions).enumerated() {
      for (place, period) in study.periodPositions.enumerated() {
        guard let range = ranges[panel.index(zone: zone, period: period)] else { continue }
        guard
          let outcome = HiddenOutcome.range(
            count: range.count, denominator: range.denominator, multiplier: panel.multiplier,
            scale: study.scale)
        else { return nil }
        found.append(
          HiddenCell(unit: unit, period: place, lower: outcome.lowerBound, upper: outcome.upperBound))
      }
    }
    return found
  }
}

extension Diagnostic {
  /// A hidden denominator was taken to lie among those the zone has in other periods.
  public static let denominatorsFromOtherPeriods = Diagnostic("denominators-from-other-periods")
  /// The bounds may be wider than was found: the estimator chooses weights by the figures.
  public static let boundsAtLeastThisWide = Diagnostic("bounds-at-least-this-wide")
}
