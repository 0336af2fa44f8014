import Estimates
import Indicators
import Rates
import Scheduler
import TestSupport
import Testing

@testable import Analyses

@Suite struct CalibrationTests {
  private func table(
    _ panel: Panel, words: [String] = ["did"], threads: ThreadLimit = .cores,
    _ change: (inout EffectQuestion) -> Void = { _ in }
  ) throws -> ResultTable {
    var question = try EffectSample.question(words: words)
    change(&question)
    return try Calibration(
      try EffectSample.dataset([panel]), question, programme: nil,
      options: AnalysisOptions(zones: ["Z0"], threads: threads)
    ).table(.silent)
  }

  /// By hand: every zone in turn through the verb itself, as a file without the treated zone.
  @Test func everyZoneGoesThroughTheVerb() throws {
    let panel = try EffectSample.panel()
    let table = try table(panel)
    var (found, estimates, widths, ranks) = (0, 0.0, 0.0, 0)
    for zone in 1...11 {
      var question = try EffectSample.question()
      question.donors = .named((1...11).filter { $0 != zone }.map { "Z\($0)" })
      let rows = try EffectSample.run([panel], zones: ["Z\(zone)"], question: question).rows
      let (lower, upper) = (rows[0, "lower"].double ?? .nan, rows[0, "upper"].double ?? .nan)
      if rows[0, "verdict"] == .text("changed") { found += 1 }
      if rows[0, "p_value"].double ?? 1 <= 0.1 { ranks += 1 }
      estimates += rows[0, "estimate"].double ?? .nan
      widths += upper - lower
    }
    #expect(table.count == 1 && table[0, "zones"] == .integer(11) && table[0, "refused"] == .integer(0))
    #expect(agree(table[0, "false_positive_5"].double, Double(found) / 11, within: 1e-15))
    #expect(agree(table[0, "coverage"].double, 1 - Double(found) / 11, within: 1e-15))
    #expect(agree(table[0, "rank_false_positive_10"].double, Double(ranks) / 11, within: 1e-15))
    #expect(agree(table[0, "mean_placebo"].double, estimates / 11, within: 1e-12))
    #expect(agree(table[0, "mean_width"].double, widths / 11, within: 1e-12))
    let exact = try Proportion(of: found, in: 11).clopperPearson().interval
    #expect(table[0, "false_positive_5_upper"].double == exact?.upper)
    #expect(table[0, "false_positive_5_lower"].double == exact?.lower)
  }

  @Test func theTreatedChangesNothing() throws {
    let calm = try table(try EffectSample.panel(jump: 0))
    #expect(try table(try EffectSample.panel(jump: 500)) == calm)
  }

  @Test func threadsChangeNothing() throws {
    let panel = try EffectSample.panel()
    let one = try table(panel, words: ["did", "sdid"], threads: .single)
    #expect(try table(panel, words: ["did", "sdid"], threads: ThreadLimit(3)) == one)
    #expect(one.count == 2)
  }

  /// A figure of chance alone: zones whose swings are independent are called changed about as often as the level says.
  @Test func chanceIsFoundAsOftenAsTheLevelSays() throws {
    let table = try table(try EffectSample.panel(zones: 60))
    let rate = try #require(table[0, "false_positive_5"].double)
    // Of 59 zones 0…8 lie within the binomial's 99.9 % envelope of 5 %: P(X > 8) = 0.0009.
    #expect(rate <= 8.0 / 59 && table[0, "verdict"] == .text("as-stated"))
  }

  @Test func rulesThatDependOnWhoIsTreatedAreKept() throws {
    // Z1 and Z2 are neighbours: neither is compared with the other; with a band nobody fits, all are refused.
    let panel = try EffectSample.panel()
    let near = try table(panel) { $0.neighbours = [ZonePair("Z1", "Z2")] }
    #expect(near[0, "zones"] == .integer(11))
    #expect(near[0, "mean_width"] != (try table(panel))[0, "mean_width"])
    let alone = try table(panel) { $0.donors = .named(["Z1", "Z2", "Z3"]) }
    #expect(alone[0, "zones"] == .integer(3))
    let two = try table(panel) { $0.donors = .named(["Z1", "Z2"]) }
    #expect(two[0, "zones"] == .integer(0) && two[0, "refused"] == .integer(2))
    #expect(two[0, "verdict"] == .text("not-computable") && two[0, "reason"].string == "too-few-placebos")
  }

  @Test func aRefusedIndicatorKeepsItsReason() throws {
    let table = try table(
      try EffectSample.panel(hole: (zone: 0, year: 2015, status: CellStatus(.suppressedPrimary))))
    #expect(table[0, "reason"] == .text("suppressed") && table[0, "verdict"] == .text("not-computable"))
  }

  @Test func theVerbHasTheTableBesideItsRows() throws {
    let result = try Question.calibratedEffect(try EffectSample.question()).answer(
      try EffectSample.dataset([try EffectSample.panel()]), Asking(zones: ["Z0"]))
    #expect(result.rows.count == 1 && result.table("calibration")?.count == 1)
  }
}
