import Indicators

/// Who is compared with whom, in which two periods, before any figure is looked at.
struct PlannedComparison: Sendable, Equatable {
  /// The period the group started in.
  let start: Int
  /// The period the group's programme ended in, for effects after the end.
  let stop: Int?
  /// The period of the effect.
  let period: Int
  /// The period it is measured from.
  let base: Int
  /// The group's units whose cells belong here, observed or not.
  let members: [Int]
  /// Those observed in both periods.
  let treated: [Int]
  /// Those compared with, observed in both periods.
  let controls: [Int]

  /// Whether the effect is 0 by definition.
  var isReference: Bool { period == base }
}

/// All comparisons of a design by the rules of an estimator.
struct CohortPlan: Sendable {
  let comparisons: [PlannedComparison]
  let afterEnd: [PlannedComparison]
  /// Units that take part.
  let units: [Int]
  /// Units left out because no period lies before their start.
  let startedTooEarly: [Int]
  /// Units left out because they lack cells.
  let incomplete: [Int]
  /// Units that never start.
  let never: [Int]

  init(_ design: CohortDesign, _ estimator: CallawaySantAnna) throws(EffectError) {
    let lead = estimator.anticipation
    guard lead >= 0, lead < design.periods else {
      throw .parameter(name: "anticipation", value: Double(lead))
    }
    guard estimator.fewestTreated > 1 else {
      throw .parameter(name: "fewestTreated", value: Double(estimator.fewestTreated))
    }
    let complete = design.isComplete
    let lacking =
      complete || estimator.incompleteUnits == .pairwise
      ? []
      : Set(0..<design.units)
        .subtracting(design.completeUnits)
    var groups: [Int: [Int]] = [:]
    var units: [Int] = []
    var never: [Int] = []
    var early: [Int] = []
    for unit in 0..<design.units where !lacking.contains(unit) {
      guard let start = design.starts[unit], start < design.periods else {
        units.append(unit)
        if design.starts[unit].map({ $0 >= design.periods + lead }) ?? true { never.append(unit) }
        continue
      }
      // The base start − 1 − lead must be a period.
      guard start > lead else {
        early.append(unit)
        continue
      }
      units.append(unit)
      groups[start, default: []].append(unit)
    }
    guard !groups.isEmpty else { throw .noTreated }
    if estimator.comparison == .neverTreated, never.isEmpty { throw .noDonors }
    let chooser = ControlChooser(
      design: design, estimator: estimator, units: units, never: never, complete: complete)
    var comparisons: [PlannedComparison] = []
    var afterEnd: [PlannedComparison] = []
    for (start, group) in groups.sorted(by: { $0.key < $1.key }) {
      let long = start - 1 - lead
      let ends = Set(group.compactMap { design.stops[$0] }).sorted()
      for period in 0..<design.periods {
        let isBefore = period < start - lead
        let base = isBefore && estimator.base == .varying ? period - 1 : long
        guard base >= 0 else { continue }
        let members = ends.isEmpty ? group : group.filter { !design.hasEnded($0, period) }
        guard !members.isEmpty else { continue }
        comparisons.append(chooser.comparison(start, nil, period, base, members))
      }
      for end in ends where end < design.periods {
        let ended = group.filter { design.stops[$0] == end }
        for period in end..<design.periods {
          afterEnd.append(chooser.comparison(start, end, period, long, ended))
        }
      }
    }
    guard comparisons.contains(where: { !$0.controls.isEmpty }) else { throw .noDonors }
    self.comparisons = comparisons
    self.afterEnd = afterEnd
    self.units = units
    self.never = never
    startedTooEarly = early
    incomplete = lacking.sorted()
  }
}

/// Finds the units of each comparison.
private struct ControlChooser {
  let design: CohortDesign
  let estimator: CallawaySantAnna
  let units: [Int]
  let never: [Int]
  let complete: Bool

  func comparison(
    _ start: Int, _ stop: Int?, _ period: Int, _ base: Int, _ members: [Int]
  ) -> PlannedComparison {
    PlannedComparison(
      start: start, stop: stop, period: period, base: base, members: members,
      treated: observed(members, period, base),
      controls: observed(candidates(start, period, base), period, base))
  }

  private func observed(_ units: [Int], _ period: Int, _ base: Int) -> [Int] {
    complete ? units : units.filter { design.observes($0, period) && design.observes($0, base) }
  }

  private func candidates(_ start: Int, _ period: Int, _ base: Int) -> [Int] {
    switch estimator.comparison {
    case .neverTreated: never
    case .notYetTreated:
      units.filter { design.starts[$0] != start && isUntouched($0, period) && isUntouched($0, base) }
    }
  }

  private func isUntouched(_ unit: Int, _ period: Int) -> Bool {
    guard let start = design.starts[unit], period + estimator.anticipation >= start else { return true }
    return estimator.afterEnd == .untreated && design.hasEnded(unit, period)
  }
}
