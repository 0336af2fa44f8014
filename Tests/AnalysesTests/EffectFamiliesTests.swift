import Estimates
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Analyses

/// Many indicators at once: p-values among all of them, goals as wholes, and several looks.
@Suite struct EffectFamiliesTests {
  private func catalogue(_ goals: [Int: String], direction: Direction = .lowerIsBetter) -> IndicatorCatalogue
  {
    IndicatorCatalogue(
      goals.sorted { $0.key < $1.key }.map { index, goal in
        Indicator(
          id: "i\(index)", name: LocalisedText(nb: "i\(index)"), kind: .index, goal: goal, unit: .unknown,
          direction: direction)
      })
  }

  private func run(
    _ panels: [Panel], goals: [Int: String] = [:], programme: Programme? = nil,
    adjustment: Adjustment? = nil, words: [String] = ["did"]
  ) throws -> ResultSet {
    var dataset = try EffectSample.dataset(panels)
    dataset.catalogue = catalogue(goals)
    var question = try EffectSample.question(words: words)
    question.adjustment = adjustment
    return try Effect.run(
      dataset, question, programme: programme, options: AnalysisOptions(zones: ["Z0"]))
  }

  /// The step-down written out from the table of placebos.
  @Test func adjustedValuesAreTheStepDownOverTheSameZones() throws {
    let result = try run(try (0..<12).map { try ManyPanels.panel($0, jump: $0 == 4 ? 6 : $0 == 7 ? 0.9 : 0) })
    let table = try #require(result.table("placebos"))
    var scores: [[Double]] = []
    for row in 0..<result.rows.count {
      let own = try #require(result.rows[row, "estimate"].double)
      let places = (0..<table.count).filter { table[$0, "indicator"] == result.rows[row, "indicator"] }
      let all = places.compactMap { table[$0, "estimate"].double } + [own]
      let mean = all.reduce(0, +) / Double(all.count)
      let squares = all.reduce(0.0) { (sum: Double, next: Double) in sum + (next - mean) * (next - mean) }
      let spread = (squares / Double(all.count)).squareRoot()
      scores.append(all.map { abs($0) / spread })
    }
    let order = scores.indices.sorted { scores[$0][24] > scores[$1][24] }
    var highest = 0.0
    for (place, index) in order.enumerated() {
      let reached = (0..<24).count { zone in
        order[place...].contains { scores[$0][zone] >= scores[index][24] }
      }
      highest = max(highest, Double(1 + reached) / 25)
      #expect(agree(result.rows[index, "p_adjusted"].double, highest, within: 1e-12))
      #expect(result.rows[index, "family"] == .text("all"))
    }
    #expect(result.rows[4, "p_adjusted"].double == 1.0 / 25)
    #expect(result.findings.contains { $0.diagnostic == .familyFloor && $0.arguments["hits"] == "10" })
  }

  @Test func oneIndicatorIsAdjustedForNothing() throws {
    let result = try run([try ManyPanels.panel(2, jump: 0.4)], words: ["did", "sdid"])
    #expect(result.rows[0, "p_adjusted"] == result.rows[0, "p_value"])
    // Sensitivity is in no family.
    #expect(result.rows[1, "p_adjusted"].double == nil && result.rows[1, "family"].string == nil)
    #expect(result.findings.isEmpty && result.table("goals")?.count == 0)
  }

  /// A hundred and fifty indicators of which one moved: it alone is found, and the usual adjustment could not have found it.
  @Test func oneOfHundredsIsFound() throws {
    let panels = try (0..<150).map { try ManyPanels.panel($0, years: 2016...2022, jump: $0 == 123 ? 8 : 0) }
    let rows = try run(panels).rows
    let found = (0..<150).filter { (rows[$0, "p_adjusted"].double ?? 1) <= 0.05 }
    #expect(found == [123])
    let usual = try run(panels, adjustment: .benjaminiHochberg).rows
    #expect((0..<150).allSatisfy { (usual[$0, "p_adjusted"].double ?? 1) > 0.05 })
  }

  @Test func anAdjustmentAskedForIsTakenByFamily() throws {
    let panels = try (0..<4).map { try ManyPanels.panel($0, jump: $0 == 0 ? 6 : 0) }
    let rows = try run(panels, adjustment: .bonferroni).rows
    for row in 0..<4 {
      #expect(
        agree(
          rows[row, "p_adjusted"].double, min(1, 4 * (rows[row, "p_value"].double ?? .nan)), within: 1e-12))
    }
    let none = try run(panels, adjustment: Adjustment.none).rows
    #expect((0..<4).allSatisfy { none[$0, "p_adjusted"].double == nil })
  }

  private func programme(final: Int? = nil, midterm: Int? = nil) -> Programme {
    Programme(
      id: "p", name: LocalisedText(nb: "P"), treated: [TreatedZone(zone: "Z0", start: 2020)],
      midterm: midterm, final: final,
      goals: [
        Goal(id: "work", name: LocalisedText(nb: "Arbeid"), keyIndicators: ["i0"]),
        Goal(id: "home", name: LocalisedText(nb: "Bolig")),
      ])
  }

  /// Five small rises in one goal add up; none in the other. The key indicator is a family of its own.
  @Test func aGoalIsTestedAsAWholeAndOpensItsGate() throws {
    // Of two goals one alone can be found by Benjamini and Hochberg where 1/(J + 1) ≤ 0.025.
    let panels = try (0..<12).map { try ManyPanels.panel($0, zones: 45, jump: $0 < 5 ? 0.9 : 0) }
    var goals: [Int: String] = [:]
    for index in 0..<5 { goals[index] = "work" }
    for index in 5..<10 { goals[index] = "home" }
    let result = try run(panels, goals: goals, programme: programme())
    let table = try #require(result.table("goals"))
    #expect(table.count == 2)
    #expect(table[0, "goal"] == .text("work") && table[0, "goal_name"] == .text("Arbeid"))
    #expect(table[0, "gate"] == .text("open") && table[1, "gate"] == .text("closed"))
    // Lower is better, and all rose.
    #expect(table[0, "better"] == .text("worse") && (table[0, "estimate"].double ?? 0) > 0)
    #expect(table[1, "better"].string == nil)
    #expect(table[0, "indicators"] == .integer(5) && table[0, "placebos"] == .integer(44))
    let rows = result.rows
    #expect(
      (0..<12).map { rows[$0, "family"].string } == ["key"] + Array(repeating: "work", count: 4)
        + Array(repeating: "home", count: 5) + ["other", "other"])
    // Of a closed goal nothing is found, and no adjusted value is below its goal's.
    for row in 5..<10 {
      #expect((rows[row, "p_adjusted"].double ?? 0) >= (table[1, "p_adjusted"].double ?? 1))
    }
    for row in 1..<5 {
      #expect((rows[row, "p_adjusted"].double ?? 0) >= (table[0, "p_adjusted"].double ?? 1))
    }
    // One key indicator is adjusted for itself only.
    #expect(rows[0, "p_adjusted"] == rows[0, "p_value"])
  }

  /// With 24 placebos a goal's p-value is 0.04 or more, and two goals need 0.025 for one of them alone.
  @Test func aGateThatCannotOpenAloneSaysSo() throws {
    let panels = try (0..<4).map { try ManyPanels.panel($0, jump: $0 < 2 ? 8 : 0) }
    let result = try run(panels, goals: [0: "work", 1: "work", 2: "home", 3: "home"], programme: programme())
    let table = try #require(result.table("goals"))
    #expect(table[0, "p_value"].double == 1.0 / 25 && table[0, "gate"] == .text("closed"))
    #expect(table[0, "diagnostics"] == .texts(["gate-needs-several"]))
  }

  @Test func aGoalWithoutADirectionSaysSo() throws {
    var dataset = try EffectSample.dataset(try (0..<3).map { try ManyPanels.panel($0) })
    dataset.catalogue = catalogue([0: "work", 1: "work", 2: "work"], direction: .neutral)
    let result = try Effect.run(
      dataset, try EffectSample.question(), programme: programme(), options: AnalysisOptions(zones: ["Z0"]))
    let table = try #require(result.table("goals"))
    #expect(table[0, "reason"] == .text("no-direction-in-goal") && table[0, "gate"] == .text("closed"))
    #expect(table[0, "estimate"].double == nil)
  }

  @Test func anIndicatorFoundInFewZonesIsKeptOut() throws {
    var panels = try (0..<4).map { try ManyPanels.panel($0, jump: 6) }
    panels.append(try ManyPanels.panel(4, missing: Set(6..<25)))
    let rows = try run(panels).rows
    #expect(rows[4, "p_adjusted"].reason == .noSharedPlacebos)
    #expect((0..<4).allSatisfy { rows[$0, "p_adjusted"].double == 1.0 / 25 })
  }

  @Test func threadsChangeNothing() throws {
    let panels = try (0..<5).map { try ManyPanels.panel($0) }
    let results = try [ThreadLimit.single, ThreadLimit(2)].map { limit in
      try Effect.run(
        try EffectSample.dataset(panels), try EffectSample.question(), programme: programme(final: 2026),
        options: AnalysisOptions(zones: ["Z0"], threads: limit))
    }
    #expect(results[0] == results[1])
  }
}

/// Yearly, midterm and final evaluations of one programme.
@Suite struct EffectLooksTests {
  private func run(_ panel: Panel, final: Int? = 2025, midterm: Int? = 2022) throws -> ResultSet {
    try EffectSample.run(
      [panel],
      programme: Programme(
        id: "p", name: LocalisedText(nb: "P"), treated: [TreatedZone(zone: "Z0", start: 2020)],
        midterm: midterm, final: final))
  }

  @Test func looksFollowTheProgramme() throws {
    let result = try run(try EffectSample.panel(jump: 100))
    let looks = try #require(result.table("looks"))
    #expect((0..<6).map { looks[$0, "period"].string } == (2020...2025).map { "\($0)" })
    #expect(
      (0..<6).map { looks[$0, "phase"].string }
        == ["yearly", "yearly", "midterm", "yearly", "yearly", "final"])
    #expect(looks[5, "decision"] == .text("to-come") && looks[5, "information"] == .number(1))
    // As many figures as there are, and the last of them is the row's.
    #expect((0..<6).map { looks[$0, "estimate"].double != nil } == [true, true, true, true, false, false])
    #expect(looks[3, "estimate"] == result.rows[0, "estimate"])
    #expect(looks[3, "standard_error"].double != nil && looks[5, "standard_error"].double != nil)
    // Spending rises to the level, and no look is easier than one look alone: z(0.975) = 1.95996.
    let spent = (0..<6).compactMap { looks[$0, "spent"].double }
    #expect(spent.count > 1 && spent == spent.sorted())
    #expect(agree(spent.last, 0.05, within: 1e-12))
    #expect((0..<6).compactMap { looks[$0, "boundary"].double }.allSatisfy { $0 > 1.95996 })
    // A tenth of all persons is seen early.
    #expect((0..<4).contains { looks[$0, "decision"] == .text("passed") })
  }

  @Test func anEarlierLookIsWhatWasKnownThen() throws {
    let looks = try #require(try run(try EffectSample.panel()).table("looks"))
    let then = try EffectSample.run([try EffectSample.panel(last: 2021)])
    #expect(looks[1, "estimate"] == then.rows[0, "estimate"])
    #expect(looks[1, "p_value"] == then.rows[0, "p_value"])
  }

  @Test func withoutAnEffectNothingPasses() throws {
    for seed in 0..<5 {
      let looks = try #require(try run(try ManyPanels.panel(seed)).table("looks"))
      #expect(looks.count == 6)
      #expect((0..<6).allSatisfy { looks[$0, "decision"] != .text("passed") })
    }
  }

  /// With 24 placebos one rank is 0.04: only late looks have that much to spend.
  @Test func ranksReactOnlyWhereTheLevelReachesTheirFloor() throws {
    let looks = try #require(try run(try ManyPanels.panel(1, jump: 8), final: 2023).table("looks"))
    for row in 0..<looks.count {
      let level = looks[row, "placebo_level"].double ?? 0
      #expect(level == 0 || abs(level - 0.04) < 1e-12)
      if looks[row, "boundary"].double != nil, level == 0 {
        #expect(looks[row, "decision"] == .text("cannot-react"))
      }
    }
    #expect(looks[3, "decision"] == .text("passed"))
  }

  @Test func withoutEvaluationsThereAreNoLooks() throws {
    #expect(try run(try EffectSample.panel(), final: nil, midterm: nil).table("looks")?.count == 0)
    #expect(try EffectSample.run([try EffectSample.panel()]).table("looks")?.count == 0)
  }

  @Test func whatIsRuledOutIsTheFarEndOfTheInterval() throws {
    let row = try EffectSample.run([try EffectSample.panel(jump: 0)]).rows
    let (lower, upper) = (row[0, "lower"].double ?? .nan, row[0, "upper"].double ?? .nan)
    #expect(row[0, "ruled_out_above"] == .number(max(upper, -lower)))
    // Without sizes eleven placebos rule nothing out.
    let few = try EffectSample.run([try ManyPanels.panel(1, zones: 12)]).rows
    #expect(few[0, "ruled_out_above"].double == nil && few[0, "upper"].double != nil)
  }
}
