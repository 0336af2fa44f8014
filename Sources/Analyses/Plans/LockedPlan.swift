import Estimates
import Evaluation
import Indicators

/// A plan with its seal, and what is known of the request that uses it.
public struct LockedPlan: Sendable {
  /// The plan.
  public let plan: EffectPlan
  /// Its seal.
  public let seal: String
  /// The options that were written, such as `--scale`: only those can contradict the plan.
  public let given: Set<String>
  /// The looks that were asked for.
  public let looks: [Int]
  /// Whether all indicators were asked for, so that one of the plan that is not there is gone.
  public let asksForAll: Bool

  /// A plan read from its file.
  public init(
    _ plan: EffectPlan, seal: String, given: Set<String> = [], looks: [Int] = [], asksForAll: Bool = true
  ) {
    self.plan = plan
    self.seal = seal
    self.given = given
    self.looks = looks
    self.asksForAll = asksForAll
  }

  /// The figures with the plan's groups among their own, where they have none of that name.
  func grouped(_ dataset: Dataset) -> Dataset {
    var copy = dataset
    for group in plan.groups where !dataset.groups.contains(where: { $0.id == group.id }) {
      copy.groups.append(ZoneGroup(id: group.id, definition: .union(group.zones)))
    }
    return copy
  }

  /// Refuses what is asked for otherwise than planned.
  ///
  /// - Throws: ``PlanProblem/contradicts(option:given:planned:)`` with both values.
  func check(
    _ question: EffectQuestion, _ asking: Asking, _ dataset: Dataset
  ) throws(AnalysisError) {
    func same(_ option: String, _ given: String, _ planned: String) throws(AnalysisError) {
      guard given == planned else {
        throw .plan(.contradicts(option: option, given: given, planned: planned))
      }
    }
    let choice = ZoneChoice(dataset)
    if let programme = asking.programme, !plan.programme.isEmpty {
      try same("--programme", programme.id, plan.programme)
    }
    let zones = plan.treated.map(\.zone)
    if !asking.zones.isEmpty {
      var codes: [String] = []
      for word in asking.zones { codes.append(try choice.code(word, in: dataset.panels)) }
      if Set(codes) != Set(zones) {
        try same("--zone", codes.joined(separator: " "), zones.joined(separator: " "))
      }
    }
    for group in plan.groups {
      let now = choice.leaves(of: group.id).sorted()
      try same(
        "--group", "\(group.id)=\(now.joined(separator: "+"))",
        "\(group.id)=\(group.zones.joined(separator: "+"))")
    }
    if let start = question.start { try same("--start", "\(start)", "\(plan.treated.first?.start ?? 0)") }
    if let stop = question.stop {
      try same("--stop", "\(stop)", plan.treated.first?.stop.map { "\($0)" } ?? "–")
    }
    if given.contains("--scale") { try same("--scale", question.scale.rawValue, plan.scale) }
    if given.contains("--unbalanced") {
      try same("--unbalanced", question.unbalanced.rawValue, plan.unbalanced)
    }
    if given.contains("--placebos") {
      try same("--placebos", "\(question.placeboLimit)", "\(plan.placebos)")
    }
    try checkRules(question, asking, choice, dataset)
    if !looks.isEmpty {
      let years = Set(looks).sorted().map { "\($0)" }.joined(separator: " ")
      try same("--looks", years, plan.looks.map { "\($0.year)" }.joined(separator: " "))
    }
    if asking.seed != 1 { try same("--seed", "\(asking.seed)", "\(plan.seed)") }
    if asking.level != .p95, abs(1 - asking.level.value - plan.alpha) > 1e-9 {
      try same("--confidence", "\(asking.level.value)", "\(1 - plan.alpha)")
    }
    if let first = asking.range.first, first != plan.baseline.first {
      try same("--from", "\(first)", plan.baseline.first.map { "\($0)" } ?? "–")
    }
    if let direction = asking.direction {
      for planned in plan.indicators.compactMap(\.direction) {
        try same("--direction", direction.rawValue, planned.rawValue)
      }
    }
  }

  private func checkRules(
    _ question: EffectQuestion, _ asking: Asking, _ choice: ZoneChoice, _ dataset: Dataset
  ) throws(AnalysisError) {
    func rule(_ rules: [String], _ option: String) -> String {
      rules.first { $0.hasPrefix(option + " ") }.map { String($0.dropFirst(option.count + 1)) } ?? "–"
    }
    let now = question.rules(asking.programme)
    for option in ["--donors", "--exclude", "--exclude-neighbours", "--size-band", "--smallest-effect"]
    where given.contains(option) {
      if option == "--donors", case .named(let words) = question.donors {
        var codes: Set<String> = []
        for word in words { codes.insert(try choice.code(word, in: dataset.panels)) }
        if codes == Set(plan.donors) { continue }
      }
      let (given, planned) = (rule(now, option), rule(plan.rules, option))
      guard given == planned else {
        throw .plan(.contradicts(option: option, given: given, planned: planned))
      }
    }
  }
}
