import Estimates
import Evaluation
import Foundation
import Indicators

/// The headline rows of one run as one set of tests: the same placebo zones under all of them.
///
/// - Key indicators of the programme's goals are one family, tested first: step-down over the zones they share.
/// - The other indicators with a goal are tested behind their goal's composite, in which the key ones take part too.
/// - Indicators without a goal are a family of their own, by step-down.
///
/// Other estimators than the headline are sensitivity and enter no family. Where `--adjust` names a method it takes the place of
/// the step-down and the gates, family by family.
struct EffectFamilies {
  /// One headline row.
  private struct Member {
    let row: Int
    let indicator: String
    let goal: String?
    let isKey: Bool
    let better: Direction
    let effect: Double
    let pValue: Double?
    /// Effects of the placebos by the codes of their zones.
    let placebos: [[String]: Double]
    let sets: [[String]]
  }

  private let programme: Programme?
  private let adjustment: Adjustment?
  private let level: Double
  private var members: [Member] = []

  init(_ programme: Programme?, _ adjustment: Adjustment?, level: Double) {
    self.programme = programme
    self.adjustment = adjustment
    self.level = level
  }

  /// Takes in a headline row; one without placebos has nothing to be tested with the others by.
  mutating func add(
    row: Int, _ indicator: String, _ answer: EffectAnswer, _ study: EffectStudy, _ dataset: Dataset,
    better: Direction?
  ) {
    guard let found = answer.placebos, !found.placebos.isEmpty else { return }
    let sets = found.sets.map { $0.map { study.donors[$0].code } }
    let goals = programme?.goals ?? []
    let key = goals.first { $0.keyIndicators.contains(indicator) }
    members.append(
      Member(
        row: row, indicator: indicator, goal: key?.id ?? dataset.catalogue[indicator]?.goal,
        isKey: key != nil, better: better ?? .neutral, effect: answer.fit.effect,
        pValue: answer.inference.pValue,
        placebos: Dictionary(zip(sets, found.effects), uniquingKeysWith: { first, _ in first }), sets: sets))
  }

  /// Fills the columns of families and the table of goals; what the number of tests does to them is told.
  func fill(_ tables: inout EffectTables, _ frame: EffectFrame?) -> [Finding] {
    guard let frame, !members.isEmpty else { return [] }
    let key = members.indices.filter { members[$0].isKey }
    let inGoals = members.indices.filter { members[$0].goal != nil }
    let alone = members.indices.filter { members[$0].goal == nil }
    var families = members.map { $0.goal ?? "all" }
    for index in key { families[index] = "key" }
    if !inGoals.isEmpty { for index in alone { families[index] = "other" } }
    var adjusted = [Double?](repeating: nil, count: members.count)
    if let tested = goals(inGoals) {
      for (index, value) in zip(inGoals, tested.adjusted) { adjusted[index] = value }
      add(tested, &tables, frame)
    }
    for family in [key, alone] where !family.isEmpty {
      let (own, placebos) = columns(family)
      guard let shared = try? SharedPlacebos(own: own, placebos: placebos),
        let tested = try? StepDownPlacebos(shared)
      else { continue }
      for (index, value) in zip(family, tested.adjusted) { adjusted[index] = value }
    }
    if let adjustment {
      adjusted = members.map { _ in nil }
      for family in Set(families) {
        let own = members.indices.filter { families[$0] == family }
        let values = adjustment.adjusted(
          own.map { members[$0].pValue }, families: own.map { members[$0].goal ?? "" })
        for (index, value) in zip(own, values) { adjusted[index] = value }
      }
    }
    for (index, member) in members.enumerated() {
      tables.change(row: member.row) { cells in
        cells["family"] = .text(families[index])
        cells["goal"] = member.goal.map { .text($0) } ?? .none(.notApplicable)
        cells["p_adjusted"] = .number(
          adjusted[index], or: adjustment == Adjustment.none ? .notApplicable : .noSharedPlacebos)
      }
    }
    return floor(families)
  }

  /// Effects of some members in the treated and in the zones any of them has.
  private func columns(_ some: [Int]) -> (own: [Double?], placebos: [[Double?]]) {
    var order: [[String]] = []
    var seen: Set<[String]> = []
    for index in some { for set in members[index].sets where seen.insert(set).inserted { order.append(set) } }
    return (
      some.map { members[$0].effect }, some.map { index in order.map { members[index].placebos[$0] } }
    )
  }

  private func goals(_ some: [Int]) -> GoalHierarchy? {
    guard !some.isEmpty else { return nil }
    let (own, placebos) = columns(some)
    return try? GoalHierarchy(
      own: own, placebos: placebos, better: some.map { members[$0].better },
      goals: some.map { members[$0].goal ?? "" })
  }

  private func add(_ tested: GoalHierarchy, _ tables: inout EffectTables, _ frame: EffectFrame) {
    for goal in tested.goals {
      var cells = ResultCells(Schemas.effectGoals)
      cells["goal"] = .text(goal.name)
      cells["goal_name"] =
        programme?.goals.first { $0.id == goal.name }.map { .text($0.name.nb) } ?? .none(.notApplicable)
      cells["zone"] = .text(frame.code)
      cells["indicators"] = .integer(goal.composite?.indicators.count ?? 0)
      cells["without_direction"] = .integer(goal.composite?.withoutDirection.count ?? goal.members.count)
      // Where no composite could be made the gate stays shut: nothing has been shown.
      let isOpen = goal.adjusted.map { $0 <= level * (1 + 1e-12) } ?? false
      cells["gate"] = .text(isOpen ? "open" : "closed")
      if let composite = goal.composite {
        cells["estimate"] = .number(composite.value)
        cells["p_value"] = .number(goal.pValue, or: .notApplicable)
        cells["p_adjusted"] = .number(goal.adjusted, or: .notApplicable)
        cells["placebos"] = .integer(composite.placebos.count)
        if isOpen { cells["better"] = .text(composite.value < 0 ? "better" : "worse") }
        cells.add(composite.diagnostics)
        let goals = tested.goals.count { $0.composite != nil }
        if ResolutionFloor(placebos: composite.placebos.count).hits(tests: goals, level: level) != 1 {
          cells.add([.gateNeedsSeveral])
        }
      } else {
        let reason =
          goal.members.allSatisfy { members[$0].better == .neutral } ? .noGoalDirection : goal.reason
        cells["reason"] = reason.map { .text($0.rawValue) }
        cells["estimate"] = ResultValue.none(reason ?? .notApplicable)
      }
      tables.add(goal: cells)
    }
  }

  /// What the floor under p-values does to so many tests.
  private func floor(_ families: [String]) -> [Finding] {
    guard members.count > 1 else { return [] }
    // An indicator with hidden figures has fewer; what even the best of them cannot do none can.
    let placebos = members.map(\.sets.count).max() ?? 0
    let floor = ResolutionFloor(placebos: placebos)
    var arguments = ["tests": "\(members.count)", "placebos": "\(placebos)", "floor": "\(floor.value)"]
    guard floor.canReject(level: level) else {
      return [Finding(.familyCannotReact, arguments: arguments)]
    }
    let hits = floor.hits(tests: members.count, level: level)
    arguments["hits"] = hits.map { "\($0)" }
    return hits == 1 ? [] : [Finding(.familyFloor, severity: .note, arguments: arguments)]
  }
}

extension Reason {
  /// The indicator has too few placebo zones in common with the others of its family.
  public static let noSharedPlacebos = Reason("no-shared-placebos")
  /// No indicator of the goal says which way is better.
  public static let noGoalDirection = Reason("no-direction-in-goal")
}

extension Diagnostic {
  /// So many tests and so few placebos that adjustments which go by single p-values need many at the floor at once.
  public static let familyFloor = Diagnostic("family-floor")
  /// So many goals and so few placebos that the gate of one alone cannot open, whatever happened.
  public static let gateNeedsSeveral = Diagnostic("gate-needs-several")
  /// So few placebos that no adjusted p-value can get below the level.
  public static let familyCannotReact = Diagnostic("family-cannot-react")
}
