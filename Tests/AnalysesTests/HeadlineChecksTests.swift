import Estimates
import Evaluation
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Analyses

/// Checks of figures made so that each doubt is there, or is not.
@Suite struct HeadlineChecksTests {
  private typealias Sample = SensitivitySample

  private func checks(
    _ panel: Panel, _ words: [String] = ["did"], zones: [String] = ["Z0"], groups: [ZoneGroup] = [],
    _ change: (inout SensitivityQuestion) -> Void = { _ in }
  ) throws -> (ResultTable, ResultSet) {
    let result = try EffectSample.run(
      [panel], zones: zones, question: try Sample.question(words, panel: ["did"], change), groups: groups)
    return (try #require(result.table("checks")), result)
  }

  private func row(_ table: ResultTable, _ check: String) throws -> Int {
    try #require(table.first(["check": check]))
  }

  @Test func aClearJumpIsDoubtedByNothingThatCanBeTried() throws {
    let panel = try EffectSample.panel()
    let (table, result) = try checks(panel)
    #expect(result.rows[0, "verdict"] == .text("changed"))
    #expect(table.count == 13)
    let untried = (0..<table.count).filter { table[$0, "verdict"] == .text("not-possible") }
    #expect(Set(untried.compactMap { table[$0, "reason"].string }) == ["needs-neighbours"])
    #expect(untried.count == 2)
    for id in [
      "placebo-in-time", "leave-one-donor-out", "leave-one-period-out", "without-selection",
      "expected-return",
      "numerator-or-denominator", "donor-concentration",
    ] {
      let place = try row(table, id)
      #expect(table[place, "verdict"] == .text("ok"), "\(id)")
    }
    // Eleven donors that weigh alike.
    #expect(agree(table[try row(table, "donor-concentration"), "value"].double, 11, within: 1e-9))
    // Persons are the same throughout: all of the difference is the numerators'.
    let split = try row(table, "numerator-or-denominator")
    #expect(agree(table[split, "value"].double, 0, within: 1e-12))
    #expect(agree(table[split, "mean"].double, table[split, "reference"].double ?? .nan, within: 1e-12))
  }

  @Test func oneDonorAtATimeIsDoneByHand() throws {
    let panel = try EffectSample.panel()
    let (table, _) = try checks(panel)
    let place = try row(table, "leave-one-donor-out")
    let others = Array(1..<12)
    let effects = others.map { gone in
      Sample.difference(panel, 0, others.filter { $0 != gone }, before: 2010...2019, after: 2020...2023)
    }
    #expect(agree(table[place, "low"].double, effects.min() ?? .nan, within: 1e-11))
    #expect(agree(table[place, "high"].double, effects.max() ?? .nan, within: 1e-11))
    #expect(agree(table[place, "mean"].double, effects.reduce(0, +) / 11, within: 1e-11))
    #expect(table[place, "count"] == .integer(11) && table[place, "breakdown"].string == nil)
  }

  @Test func anAnswerThatHangsOnOneDonorNamesIt() throws {
    // Nobody moves but the fourth zone, which falls by 200 of 1000: without it the treated's own fall of 1 of 100 shows.
    let panel = try Sample.panel(zones: 6) { zone, year in
      let jitter = Double((zone + year) % 2)
      return 500 + jitter + (year >= 2020 ? (zone == 0 ? -10 : zone == 3 ? -200 : 0) : 0)
    }
    let (table, _) = try checks(panel)
    let place = try row(table, "leave-one-donor-out")
    #expect(table[place, "breakdown"] == .text("Sone 3") && table[place, "concerns"] == .text("Sone 3"))
    #expect((table[place, "low"].double ?? 0) < 0 && (table[place, "reference"].double ?? 0) > 0)
  }

  @Test func anEffectBeforeTheStartIsADoubt() throws {
    let panel = try Sample.panel { zone, year in
      Sample.calm(zone, year) + (zone == 0 && year >= 2018 ? 80 : 0)
    }
    let (table, _) = try checks(panel)
    let place = try row(table, "placebo-in-time")
    #expect(table[place, "verdict"] == .text("doubt"))
    #expect(table[place, "concerns"] == .text("2018") && table[place, "count"] == .integer(3))
    let wanted = Sample.difference(panel, 0, Array(1..<12), before: 2010...2017, after: 2018...2019)
    #expect(agree(table[place, "value"].double, wanted, within: 1e-11))
    #expect(table[place, "p_value"].double == 1.0 / 12)
  }

  @Test func aZoneChosenAtItsWorstIsADoubt() throws {
    // Eight points too high in the three years of the choice and never else: a tenth-year baseline makes −2.4 of nothing.
    let panel = try Sample.panel { zone, year in
      Sample.calm(zone, year) + (zone == 0 && (2017...2019).contains(year) ? 80 : 0)
    }
    let (table, result) = try checks(panel)
    #expect(result.rows[0, "verdict"] == .text("changed") && result.rows[0, "direction"] == .text("decrease"))
    let place = try row(table, "without-selection")
    #expect(table[place, "verdict"] == .text("doubt"))
    #expect(table[place, "concerns"] == .text("2017..2019"))
    let wanted = Sample.difference(panel, 0, Array(1..<12), before: 2010...2016, after: 2020...2023)
    #expect(agree(table[place, "value"].double, wanted, within: 1e-11))
    // No other zone was as extreme, and the row says so.
    let extreme = try row(table, "equally-extreme")
    #expect(table[extreme, "diagnostics"] == .texts(["few-equally-extreme"]))
    #expect(table[extreme, "count"] == .integer(8))
  }

  @Test func theYearsOfTheChoiceCanBeNamed() throws {
    let panel = try EffectSample.panel()
    let (table, _) = try checks(panel) { $0.selection = PeriodRange("2012..2013") }
    #expect(table[try row(table, "without-selection"), "concerns"] == .text("2012..2013"))
    let (late, _) = try checks(panel) { $0.selection = PeriodRange("2021..2022") }
    #expect(late[try row(late, "without-selection"), "reason"] == .text("no-selection-years"))
  }

  @Test func aGrowingDenominatorIsADoubtWithItsSize() throws {
    // As many cases in twice as many people: 20 per cent becomes 10, and all of it is the denominators'.
    let panel = try Sample.panel(persons: { zone, year in zone == 0 && year >= 2020 ? 2000 : 1000 }) {
      zone, year in zone == 0 ? 200 : Sample.calm(zone, year)
    }
    let (table, _) = try checks(panel)
    let place = try row(table, "numerator-or-denominator")
    #expect(table[place, "verdict"] == .text("doubt"))
    // ½(200 + 200)(1/2000 − 1/1000)·100 = −10; the donors' denominators did not move.
    #expect(agree(table[place, "value"].double, -10, within: 1e-12))
  }

  @Test func neighboursThatMovedAreADoubt() throws {
    // The row Z0 – Z1 – Z2 – …: the one neighbour falls as the treated rises.
    let panel = try Sample.panel { zone, year in
      Sample.calm(zone, year) + (year >= 2020 ? (zone == 0 ? 60 : zone == 1 ? -60 : 0) : 0)
    }
    let (table, _) = try checks(panel) { $0.neighbours = Sample.row(12) }
    let place = try row(table, "spillover-ring")
    #expect(table[place, "verdict"] == .text("doubt") && table[place, "concerns"] == .text("Sone 1"))
    let rest = Array(2..<12)
    let ring = Sample.difference(panel, 1, rest, before: 2010...2019, after: 2020...2023)
    let own = Sample.difference(panel, 0, rest, before: 2010...2019, after: 2020...2023)
    #expect(agree(table[place, "value"].double, ring, within: 1e-11))
    #expect(agree(table[place, "reference"].double, own, within: 1e-11))
    let net = try row(table, "spillover-net")
    // Zones of nearly one size; the sizes are those of the design.
    #expect(agree(table[net, "value"].double, (own + ring) / 2, within: 0.05))
  }

  @Test func neighboursLeftOutByTheQuestionAreBackForTheRing() throws {
    let panel = try EffectSample.panel()
    var question = try Sample.question(panel: ["did"])
    question.neighbours = Sample.row(12)
    let result = try EffectSample.run([panel], question: question)
    #expect(result.rows[0, "donors"] == .integer(10))
    let table = try #require(result.table("checks"))
    #expect(table[try row(table, "spillover-ring"), "concerns"] == .text("Sone 1"))
    let grid = try #require(result.table("sensitivity"))
    let wide = try #require(grid.first(["donor_rule": "with-neighbours"]))
    #expect(grid[wide, "donors"] == .integer(11))
  }

  @Test func districtsAreConnectedUnionsOfTheTreatedsPopulation() throws {
    // Twelve zones of 1000 in a row, two treated as one group: pairs of neighbours among the other ten.
    let panel = try EffectSample.panel()
    let group = ZoneGroup(
      id: "pair", name: LocalisedText(nb: "Paret"), definition: .union(["Z0", "Z1"]))
    let (table, result) = try checks(panel, zones: ["pair"], groups: [group]) {
      $0.districts = Sample.row(12)
    }
    let districts = try #require(result.table("districts"))
    #expect(districts.count == 10)
    #expect(districts[0, "role"] == .text("treated") && districts[0, "zone"] == .text("pair"))
    #expect(districts[0, "population"].double == 2000)
    #expect(
      (1..<10).map { districts[$0, "zone"].string ?? "" }.sorted()
        == (2...10).map { "Z\($0)+Z\($0 + 1)" }.map {
          $0.split(separator: "+").sorted().joined(separator: "+")
        }.sorted())
    let place = try row(table, "placebo-districts")
    #expect(table[place, "count"] == .integer(9) && table[place, "disjoint"] == .integer(5))
    #expect(table[place, "p_value"].double == 0.1 && table[place, "p_floor"].double == 0.1)
    // The share of a pair is the mean of two shares of 1000 each.
    let pair = try #require(districts.first(["zone": "Z4+Z5"]))
    func change(_ zone: Int) -> Double {
      Sample.mean(panel, zone, 2020...2023) - Sample.mean(panel, zone, 2010...2019)
    }
    let others = [2, 3, 6, 7, 8, 9, 10, 11]
    let wanted = (change(4) + change(5)) / 2 - others.reduce(0.0) { $0 + change($1) } / 8
    #expect(agree(districts[pair, "estimate"].double, wanted, within: 1e-11))
  }

  @Test func withoutPersonsThereAreNoDistricts() throws {
    let panel = try EffectSample.panel(zones: 8)
    let bare = try Panel(
      indicator: "bare", kind: .index, unit: .unknown, multiplier: 1, zones: panel.zones,
      periods: panel.periods, values: panel.values, statuses: panel.statuses)
    let (table, result) = try checks(bare) { $0.districts = Sample.row(8) }
    #expect(table[try row(table, "placebo-districts"), "reason"] == .text("needs-sizes"))
    #expect(result.table("districts")?.count == 0)
    #expect(table[try row(table, "numerator-or-denominator"), "reason"] == .text("needs-denominators"))
    let grid = try #require(result.table("sensitivity"))
    let band = try #require(grid.first(["donor_rule": "size-band"]))
    #expect(grid[band, "reason"] == .text("needs-denominators"))
  }

  @Test func aMethodThatStandsAloneHasItsPanelAndNoChecks() throws {
    let panel = try EffectSample.panel(zones: 6)
    let method = EffectMethod("own", .differenceInDifferences) { context throws(EffectError) in
      try EffectAnswer(DifferenceInDifferences(), context)
    }
    #expect(method.estimator == nil)
    var question = try Sample.question(panel: ["did"])
    question.estimators = [method]
    let result = try EffectSample.run([panel], question: question)
    #expect((result.table("sensitivity")?.count ?? 0) > 0 && result.table("checks")?.count == 0)
  }
}
