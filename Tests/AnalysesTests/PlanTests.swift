import Estimates
import Indicators
import Scheduler
import Synchronization
import TestSupport
import Testing

@testable import Analyses

/// Plans made of the sample panels of `EffectTests`: twelve zones, 2010–2023, a start in 2020.
@Suite struct PlanTests {
  /// The plan made of panels, and what it answers.
  private func made(
    _ panels: [Panel], _ change: (inout EffectQuestion) -> Void = { _ in }, programme: Programme? = nil,
    zones: [String] = ["Z0"], looks: [Int] = [2021, 2023]
  ) throws -> (plan: EffectPlan, result: ResultSet) {
    var question = EffectQuestion(
      start: Period(year: 2020), estimators: try EffectMethod.named(["did", "dsc"]))
    change(&question)
    let kept = Mutex<EffectPlan?>(nil)
    let result = try Question.effectPlan(question, looks: looks, dataVersion: "v1") { plan in
      kept.withLock { $0 = plan }
    }.answer(try EffectSample.dataset(panels), Asking(zones: zones, programme: programme))
    return (try #require(kept.withLock { $0 }), result)
  }

  private func kept(
    _ plan: EffectPlan, _ panels: [Panel], words: [String] = [], given: Set<String> = [],
    asking: Asking = Asking(), _ change: (inout EffectQuestion) -> Void = { _ in }
  ) throws -> ResultSet {
    var question = EffectQuestion(estimators: words.isEmpty ? [] : try EffectMethod.named(words))
    change(&question)
    return try Question.effect(question, by: LockedPlan(plan, seal: "abc", given: given))
      .answer(try EffectSample.dataset(panels), asking)
  }

  @Test func aPlanHasNoResultsAndDoesNotHangOnTheYearsAfterTheStart() throws {
    let (plan, result) = try made([try EffectSample.panel()])
    let (other, told) = try made([try EffectSample.panel(jump: -300)])
    // Another jump after the start changes nothing of the plan, and nothing of what is said.
    #expect(plan == other && result == told)
    let (early, silent) = try made([try EffectSample.panel(last: 2019)])
    #expect(early.indicators == plan.indicators && early.looks == plan.looks && early.donors == plan.donors)
    #expect(early.lastPeriod == "2019" && plan.lastPeriod == "2023")
    #expect(result.rows.schema.position(of: "estimate") == nil)
    #expect(Set(result.tables.map(\.schema.table)) == ["rows", "looks", "donors"])
    #expect(!silent.findings.contains { $0.diagnostic == .figuresAfterStart })
    let finding = try #require(result.findings.first { $0.diagnostic == .figuresAfterStart })
    #expect(finding.arguments["periods"] == "4")
  }

  @Test func aPlanHoldsWhatWasAskedAndTheFigures() throws {
    let panel = try EffectSample.panel()
    let (plan, result) = try made([panel]) { $0.excluded = ["Z11"] }
    #expect(plan.treated == [TreatedZone(zone: "Z0", start: 2020)])
    #expect(plan.donors == (1...10).map { "Z\($0)" })
    #expect(plan.estimator == "did" && plan.sensitivity == ["dsc"] && plan.alpha == 0.05)
    #expect(plan.rules.contains("--exclude Z11") && plan.rules.contains("--smallest-effect 25.0%"))
    #expect(plan.baseline.description == "2010..2019")
    let indicator = try #require(plan.indicators.first)
    // The mean of the treated over ten years, straight from the panel.
    let own = panel.values[panel.series(0)].prefix(10).reduce(0, +) / 10
    #expect(agree(indicator.treatedBaseline, own, within: 1e-12))
    #expect(agree(indicator.smallestEffect, own / 4, within: 1e-12))
    #expect(indicator.through == "2019" && indicator.figures.count == 64 && indicator.without.isEmpty)
    // What can be seen is what placebos find of a start in 2016, the last four years before the true one, at the last look's
    // level: the same as the verb says of figures that end in 2019.
    let level = try #require(plan.looks.last?.level)
    var question = EffectQuestion(start: Period(year: 2016), estimators: try EffectMethod.named(["did"]))
    question.excluded = ["Z11"]
    let earlier = try Effect.run(
      try EffectSample.dataset([try EffectSample.panel(last: 2019)]), question,
      options: AnalysisOptions(
        zones: ["Z0"], level: try #require(ConfidenceInterval.Level(1 - level))))
    #expect(agree(indicator.detectableEffect, earlier.rows[0, "mde"].double ?? .nan, within: 1e-12))
    #expect(result.rows[0, "mde_periods"] == .integer(4))
  }

  @Test func theLooksSpendTheLevel() throws {
    let looks = try PlanLooks.looks(
      [2024, 2025, 2026, 2027, 2028], midterm: 2026, start: 2024, before: 1_000_000_000, alpha: 0.05)
    #expect(looks.map(\.name) == ["yearly", "yearly", "midterm", "yearly", "final"])
    // With so many years before, information is k/5, of which Lan and DeMets' boundaries are known: 4.8769 3.3569 2.6803
    // 2.2898 2.0310 (Jennison and Turnbull 2000); the last is p = 0.04226.
    #expect(agree(looks[4].level, 0.04226, within: 5e-5))
    #expect(agree(looks[2].level, 0.00736, within: 5e-5))
    let one = try PlanLooks.looks([2028], midterm: nil, start: 2024, before: 5, alpha: 0.05)
    #expect(agree(one.first?.level, 0.05, within: 1e-9))
    #expect(throws: AnalysisError.plan(.needsLooks)) {
      try PlanLooks.years(asked: [], programme: nil, start: 2024, stop: nil)
    }
    #expect(throws: AnalysisError.plan(.lookBeforeStart(look: 2023, start: "2024"))) {
      try PlanLooks.years(asked: [2028, 2023], programme: nil, start: 2024, stop: nil)
    }
    #expect(try PlanLooks.years(asked: [], programme: nil, start: 2024, stop: 2026) == [2024, 2025, 2026])
  }

  @Test func aKeptPlanGivesTheSameNumbersAtTheLooksLevel() throws {
    let panel = try EffectSample.panel()
    let (plan, _) = try made([panel]) { $0.excluded = ["Z11"] }
    let result = try kept(plan, [panel])
    var question = EffectQuestion(
      start: Period(year: 2020), estimators: try EffectMethod.named(["did", "dsc"]))
    question.excluded = ["Z11"]
    let free = try Effect.run(
      try EffectSample.dataset([panel]), question, options: AnalysisOptions(zones: ["Z0"]))
    #expect(result.rows.count == 2)
    for row in 0..<2 {
      #expect(result.rows[row, "estimate"] == free.rows[row, "estimate"])
      #expect(result.rows[row, "pre_specified"] == .boolean(true))
      #expect(result.rows[row, "look"] == .text("final") && result.rows[row, "look_year"] == .integer(2023))
      #expect(result.rows[row, "look_level"].double == plan.looks[1].level)
      #expect(agree(result.rows[row, "confidence"].double, 1 - plan.looks[1].level, within: 1e-15))
      #expect(result.rows[row, "plan_hash"] == .text("abc"))
      #expect(result.rows[row, "baseline_revised"] == .boolean(false))
      #expect(free.rows[row, "pre_specified"].reason != nil)
    }
    // The look two years earlier can be repeated, and asks for more.
    let earlier = try kept(
      plan, [panel], asking: Asking(range: PeriodRange(from: nil, to: Period(year: 2021))))
    #expect(earlier.rows[0, "look_year"] == .integer(2021))
    #expect(earlier.rows[0, "confidence"].double ?? 0 > result.rows[0, "confidence"].double ?? 1)
    // A year that is no look is not what was planned.
    let between = try kept(
      plan, [panel], asking: Asking(range: PeriodRange(from: nil, to: Period(year: 2022))))
    #expect(between.rows[0, "pre_specified"] == .boolean(false))
    #expect(between.findings.contains { $0.diagnostic == .notALook })
    #expect(between.rows[0, "look"].reason != nil)
  }

  @Test func whatIsNotInThePlanIsExploratory() throws {
    let (plan, _) = try made([try EffectSample.panel()])
    let result = try kept(
      plan, [try EffectSample.panel(), try EffectSample.panel(indicator: "other")], words: ["event-study"])
    let rows = result.rows
    let marks = (0..<rows.count).map { row in
      [rows[row, "indicator"].string, rows[row, "estimator"].string, rows[row, "role"].string].compactMap {
        $0
      }
        + [rows[row, "pre_specified"] == .boolean(true) ? "planned" : "not"]
    }
    #expect(
      marks == [
        ["share", "did", "headline", "planned"], ["share", "dsc", "sensitivity", "planned"],
        ["share", "event-study", "sensitivity", "not"], ["other", "did", "headline", "not"],
        ["other", "dsc", "sensitivity", "not"], ["other", "event-study", "sensitivity", "not"],
      ])
    // Exploratory rows have the plan's whole level.
    #expect(agree(rows[2, "confidence"].double, 0.95, within: 1e-12))
    let gone = try kept(plan, [try EffectSample.panel(indicator: "other")])
    #expect(gone.findings.contains { $0.diagnostic == .plannedIndicatorGone })
  }

  @Test func contradictionsNameBothValues() throws {
    let panel = try EffectSample.panel()
    let (plan, _) = try made([panel]) {
      $0.scale = .log
      $0.donors = .named((1...8).map { "Z\($0)" })
    }
    func expect(
      _ option: String, _ given: String, _ planned: String, options: Set<String> = [],
      asking: Asking = Asking(), _ change: (inout EffectQuestion) -> Void = { _ in }
    ) {
      #expect(throws: AnalysisError.plan(.contradicts(option: option, given: given, planned: planned))) {
        try kept(plan, [panel], given: options, asking: asking, change)
      }
    }
    expect("--start", "2019", "2020") { $0.start = Period(year: 2019) }
    expect("--stop", "2022", "–") { $0.stop = Period(year: 2022) }
    expect("--scale", "natural", "log", options: ["--scale"]) { $0.scale = .natural }
    expect("--zone", "Z1", "Z0", asking: Asking(zones: ["Z1"]))
    expect("--seed", "7", "1", asking: Asking(seed: 7))
    expect("--from", "2012", "2010", asking: Asking(range: PeriodRange(from: Period(year: 2012))))
    expect("--confidence", "0.9", "0.95", asking: Asking(level: .p90))
    expect("--donors", "Z1 Z2", "Z1 Z2 Z3 Z4 Z5 Z6 Z7 Z8", options: ["--donors"]) {
      $0.donors = .named(["Z1", "Z2"])
    }
    expect("--smallest-effect", "5.0%", "25.0%", options: ["--smallest-effect"]) { $0.smallest = .percent(5) }
    // The same said again is no contradiction.
    let same = try kept(
      plan, [panel], given: ["--donors", "--scale"], asking: Asking(zones: ["Sone 0"])
    ) {
      $0.start = Period(year: 2020)
      $0.scale = .log
      $0.donors = .named((1...8).reversed().map { "Z\($0)" })
    }
    #expect(same.rows[0, "pre_specified"] == .boolean(true) && same.rows[0, "scale"] == .text("log"))
    #expect(same.rows[0, "donors"] == .integer(8))
  }

  @Test func revisionsAreShownSideBySideAndNewsAreNone() throws {
    // Locked with figures to 2018; those of 2019 came later.
    let (plan, _) = try made([try EffectSample.panel(last: 2018)])
    #expect(plan.indicators.first?.through == "2018")
    let same = try kept(plan, [try EffectSample.panel()])
    #expect(same.rows[0, "baseline_revised"] == .boolean(false))
    #expect(same.rows[0, "pre_periods"] == .integer(10))
    let revised = try kept(
      plan, [try EffectSample.panel(hole: (zone: 3, year: 2015, status: CellStatus(.missing)))])
    #expect(revised.rows[0, "baseline_revised"] == .boolean(true))
    #expect(revised.findings.contains { $0.diagnostic == .planBaselineRevised })
    let table = try #require(revised.table("plan"))
    #expect(table.count == 1 && table[0, "baseline_revised"] == .boolean(true))
    #expect(table[0, "planned_baseline"] == table[0, "present_baseline"])
    #expect(table[0, "planned_hash"] != table[0, "present_hash"])
    // The donor's figure is gone, and so is the donor; both are told.
    #expect(table[0, "donors_gone"] == .texts(["Z3"]))
    #expect(revised.rows[0, "donors"] == .integer(10))
    let told = revised.findings.first { $0.diagnostic == .plannedDonorsIncomplete }
    #expect(told?.arguments == ["indicator": "share", "zones": "Z3"])
  }

  @Test func donorsThatVanishAreNamed() throws {
    let (plan, _) = try made([try EffectSample.panel(zones: 12)])
    let result = try kept(plan, [try EffectSample.panel(zones: 10)])
    let finding = try #require(result.findings.first { $0.diagnostic == .plannedDonorsGone })
    #expect(finding.arguments["zones"] == "Z10, Z11")
    #expect(result.table("plan")?[0, "donors_gone"] == .texts(["Z10", "Z11"]))
    #expect(result.rows[0, "baseline_revised"] == .boolean(true))
  }

  @Test func donorsOfTheirOwnStayWithTheirIndicator() throws {
    let gap = try EffectSample.panel(
      indicator: "gap", hole: (zone: 5, year: 2013, status: CellStatus(.missing)))
    let (plan, _) = try made([try EffectSample.panel(), gap])
    #expect(plan.donors.contains("Z5"))
    #expect(plan.indicators.first { $0.id == "gap" }?.without == ["Z5"])
    // The hole is filled later; the plan stands.
    let filled = try EffectSample.panel(indicator: "gap")
    let result = try kept(plan, [try EffectSample.panel(), filled])
    #expect(result.rows[0, "donors"] == .integer(11) && result.rows[2, "donors"] == .integer(10))
  }

  @Test func whatCannotBeJudgedKeepsItsReason() throws {
    let (plan, result) = try made([
      try EffectSample.panel(),
      try EffectSample.panel(
        indicator: "hidden", hole: (zone: 0, year: 2015, status: CellStatus(.suppressedPrimary))),
    ])
    #expect(plan.indicators[1].refusal == .suppressed && plan.indicators[1].treatedBaseline == nil)
    #expect(result.rows[1, "reason"] == .text("suppressed") && result.rows[1, "mde"].reason == .suppressed)
    #expect(plan.indicators[0].refusal == nil)
  }

  @Test func groupsAndProgrammesAreKept() throws {
    let programme = Programme(
      id: "p", name: LocalisedText(nb: "P"), treated: [TreatedZone(zone: "Z0", start: 2020)],
      midterm: 2021, final: 2023,
      goals: [
        Goal(id: "g", name: LocalisedText(nb: "G"), keyIndicators: ["share"])
      ])
    let (plan, _) = try made([try EffectSample.panel()], programme: programme, zones: [], looks: [])
    #expect(plan.looks.map(\.year) == [2020, 2021, 2022, 2023])
    #expect(plan.looks.map(\.name) == ["yearly", "midterm", "yearly", "final"])
    #expect(plan.indicators.first?.isKey == true && plan.indicators.first?.goal == "g")
    var other = programme
    other.treated.append(TreatedZone(zone: "Z4", start: 2022))
    let result = try kept(plan, [try EffectSample.panel()], asking: Asking(programme: other))
    // A donor that has got the programme since is no donor.
    #expect(result.findings.first { $0.diagnostic == .plannedDonorsGone }?.arguments["zones"] == "Z4")
    #expect(result.rows[0, "donors"] == .integer(10))
    #expect(
      throws: AnalysisError.plan(.contradicts(option: "--programme", given: "q", planned: "p"))
    ) {
      try kept(
        plan, [try EffectSample.panel()],
        asking: Asking(programme: Programme(id: "q", name: LocalisedText(nb: "Q"))))
    }
  }

  @Test func aPlanCountsInYears() throws {
    let panel = try EffectSample.panel()
    #expect(throws: AnalysisError.plan(.startIsNoYear("2020K2"))) {
      try made([panel]) { $0.start = Period("2020K2") }
    }
  }

  @Test func anIndicatorThatLagsIsMarked() throws {
    let panels = [
      try EffectSample.panel(), try EffectSample.panel(last: 2022, indicator: "late"),
    ]
    let (plan, _) = try made(panels) { $0.estimators = Array($0.estimators.prefix(1)) }
    let rows = try kept(plan, panels).rows
    func notes(_ row: Int) -> [String] {
      if case .texts(let notes) = rows[row, "diagnostics"] { notes } else { [] }
    }
    #expect(rows[1, "indicator"] == .text("late") && rows[1, "look_year"] == .integer(2023))
    #expect(notes(1).contains("figures-behind-look") && !notes(0).contains("figures-behind-look"))
    // A quarter of a year is not the year's look.
    #expect(try plan.look(at: #require(Period("2023K1"))) == nil)
    #expect(try plan.look(at: #require(Period("2023K4")))?.number == 2)
  }
}
