import Estimates
import Indicators
import Testing

@testable import Analyses

/// What cannot be answered keeps its row with a reason, or is an error of the request.
@Suite struct EffectStudyTests {
  private func reason(
    _ panel: Panel, zones: [String] = ["Z0"], _ change: (inout EffectQuestion) -> Void = { _ in }
  ) throws -> String? {
    var question = try EffectSample.question()
    change(&question)
    let result = try EffectSample.run([panel], zones: zones, question: question)
    #expect(result.rows.count == 1)
    #expect(result.rows[0, "verdict"] == .text("not-computable"))
    #expect(result.findings.contains { $0.diagnostic == .effectRefused })
    #expect(result.isRefused)
    return result.rows[0, "reason"].string
  }

  @Test func periodsOnBothSidesAreNeeded() throws {
    #expect(try reason(try EffectSample.panel(first: 2020)) == "no-pre-periods")
    #expect(try reason(try EffectSample.panel(first: 2019)) == "too-few-pre-periods")
    // The last window lies across the start.
    #expect(throws: AnalysisError.startOutsideData(start: "2024", known: ["2010", "2023"])) {
      try EffectSample.run([try EffectSample.panel()], question: try EffectSample.question(2024))
    }
    #expect(throws: AnalysisError.startOutsideData(start: "2000", known: ["2010", "2023"])) {
      try EffectSample.run([try EffectSample.panel()], question: try EffectSample.question(2000))
    }
  }

  @Test func donorsAreNeeded() throws {
    #expect(try reason(try EffectSample.panel(zones: 1)) == "no-donors")
    #expect(try reason(try EffectSample.panel(zones: 2)) == "too-few-donors")
    #expect(try reason(try EffectSample.panel(zones: 3), zones: ["Z0", "Z1"]) == "too-few-donors")
  }

  @Test func hiddenAndMissingCellsOfTheTreatedAreNotFilledIn() throws {
    #expect(
      try reason(try EffectSample.panel(hole: (0, 2012, .suppressed))) == "suppressed")
    #expect(
      try reason(try EffectSample.panel(hole: (0, 2012, .missing))) == "treated-incomplete")
    var question = try EffectSample.question()
    question.unbalanced = .dropPeriods
    let kept = try EffectSample.run(
      [try EffectSample.panel(hole: (0, 2012, .missing))], question: question)
    #expect(kept.rows[0, "pre_periods"] == .integer(9))
    #expect(kept.rows[0, "diagnostics"] != .texts([]))
  }

  @Test func donorsWithHolesAreLeftOutAndListed() throws {
    for (status, id) in [(CellStatus.suppressed, "suppressed"), (.missing, "incomplete-series")] {
      let result = try EffectSample.run([try EffectSample.panel(hole: (3, 2012, status))])
      #expect(result.rows[0, "donors"] == .integer(10))
      let excluded = try #require(result.table("excluded"))
      #expect(excluded.rows(where: ["zone": "Z3", "reason": id]).count == 1)
    }
    var question = try EffectSample.question()
    question.unbalanced = .dropPeriods
    let result = try EffectSample.run([try EffectSample.panel(hole: (3, 2012, .missing))], question: question)
    #expect(result.rows[0, "donors"] == .integer(11) && result.rows[0, "pre_periods"] == .integer(9))
  }

  @Test func aConstantSeriesIsRefused() throws {
    let panel = try EffectSample.panel()
    func constant(_ zones: Set<Int>) throws -> Panel {
      var values = panel.values
      for zone in zones { for cell in panel.series(zone) { values[cell] = 20 } }
      return try Panel(
        indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: values,
        statuses: panel.statuses)
    }
    #expect(try reason(try constant([0])) == "constant-outcomes")
    #expect(try reason(try constant(Set(1..<12))) == "constant-outcomes")
  }

  @Test func theLogarithmOfZeroIsRefusedWhereNothingIsCounted() throws {
    let panel = try EffectSample.panel()
    var values = panel.values
    values[20] = 0
    let index = try Panel(
      indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: values,
      statuses: panel.statuses)
    #expect(try reason(index) { $0.scale = .log } == "needs-positive-figures")
  }

  @Test func namesThatMeanNothingAreErrors() throws {
    let panel = try EffectSample.panel()
    #expect(throws: AnalysisError.needsZone) { try EffectSample.run([panel], zones: []) }
    #expect(throws: AnalysisError.needsStart) {
      try EffectSample.run([panel], question: try EffectSample.question(nil))
    }
    #expect(throws: AnalysisError.zoneNamedTwice("Sone 0", and: "Z0")) {
      try EffectSample.run([panel], zones: ["Z0", "Sone 0"])
    }
    #expect(throws: AnalysisError.zoneNamedTwice("east", and: "Z0")) {
      try EffectSample.run(
        [panel], zones: ["Z0", "east"], groups: [ZoneGroup(id: "east", definition: .union(["Z0", "Z1"]))])
    }
    var question = try EffectSample.question()
    question.donors = .named(["Z1", "Z0"])
    #expect(throws: AnalysisError.treatedDonor("Z0")) { try EffectSample.run([panel], question: question) }
    question = try EffectSample.question()
    question.stop = Period(year: 2019)
    #expect(throws: AnalysisError.stopBeforeStart(start: "2020", stop: "2019")) {
      try EffectSample.run([panel], question: question)
    }
  }

  @Test func theProgrammeSaysWhoAndWhenAndWhoIsNoDonor() throws {
    let panel = try EffectSample.panel()
    var programme = Programme(
      id: "p", name: LocalisedText(nb: "P"),
      treated: [
        TreatedZone(zone: "Z0", start: 2020, stop: 2022), TreatedZone(zone: "Z5", start: 2021),
      ])
    programme.donors = DonorRule(exclude: ["Z7"])
    #expect(throws: AnalysisError.severalStarts(["Z0 2020", "Z5 2021"])) {
      try EffectSample.run([panel], zones: [], question: try EffectSample.question(nil), programme: programme)
    }
    let result = try EffectSample.run(
      [panel], question: try EffectSample.question(nil), programme: programme)
    #expect(result.rows[0, "start"] == .text("2020"))
    // The programme stopped after 2022.
    #expect(result.rows[0, "post_periods"] == .integer(3))
    let excluded = try #require(result.table("excluded"))
    #expect(excluded.rows(where: ["zone": "Z5", "reason": "treated-too"]).count == 1)
    #expect(excluded.rows(where: ["zone": "Z7", "reason": "excluded-by-rule"]).count == 1)
    #expect(result.rows[0, "donors"] == .integer(9))
    var named = try EffectSample.question(nil)
    named.donors = .named(["Z1", "Z2", "Z5"])
    #expect(throws: AnalysisError.treatedDonor("Sone 5")) {
      try EffectSample.run([panel], question: named, programme: programme)
    }
  }

  @Test func neighboursAndUnlikeSizesAreLeftOut() throws {
    var question = try EffectSample.question()
    question.neighbours = [ZonePair("Z4", "Z0"), ZonePair("Z0", "Z6"), ZonePair("Z1", "Z2")]
    let result = try EffectSample.run([try EffectSample.panel()], question: question)
    let excluded = try #require(result.table("excluded"))
    #expect(excluded.rows(where: ["reason": "neighbour-of-treated"]).count == 2)
    question.neighbours = []
    question.populationBand = 1.5...2
    #expect(
      try EffectSample.run([try EffectSample.panel()], question: question).rows[0, "reason"]
        == .text("no-donors"))
  }

  @Test func wholesAndPersonsWithoutAZoneAreNoDonors() throws {
    let panel = try EffectSample.panel(zones: 8, level: .unknown)
    let periods = panel.periods.count
    var zones = panel.zones
    zones.append(Zone(code: "T", name: "I alt"))
    zones.append(Zone(code: "99", name: "Uoppgitt"))
    zones.append(Zone(code: "Byen", name: ""))
    let values = panel.values + (0..<3 * periods).map { 20 + EffectSample.swing(9, $0) }
    let tops = (panel.numerators ?? []) + (0..<3 * periods).map { $0 < 2 * periods ? 200 : 1600 + Double($0) }
    let bottoms = (panel.denominators ?? []) + (0..<3 * periods).map { $0 < 2 * periods ? 1000 : 20_000 }
    let wide = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100, zones: zones, periods: panel.periods,
      values: values,
      numerators: tops, denominators: bottoms,
      statuses: panel.statuses + [CellStatus](repeating: .observed, count: 3 * periods))
    let dataset = Dataset(panels: [wide])
    let result = try Effect.run(
      dataset, try EffectSample.question(), options: AnalysisOptions(zones: ["Z0"]))
    let excluded = try #require(result.table("excluded"))
    #expect(excluded.rows(where: ["zone": "T", "reason": "whole-of-zones"]).count == 1)
    #expect(excluded.rows(where: ["zone": "Byen", "reason": "whole-of-zones"]).count == 1)
    #expect(excluded.rows(where: ["zone": "99", "reason": "unplaced-persons"]).count == 1)
    #expect(result.rows[0, "donors"] == .integer(7))
  }

  @Test func periodsAcrossTheStartAndAfterTheStopAreLeftOut() throws {
    let periods = (2010...2020).compactMap { Period(years: $0...($0 + 2)) }
    let chosen = EffectPeriods(
      periods, start: try #require(Period(year: 2017)), stop: Period(year: 2021))
    // 2014–2016 and back by threes; 2017–2019 from the start on, the next that shares no year would end after the stop.
    #expect(chosen.before.map { periods[$0].description } == ["2011-2013", "2014-2016"])
    #expect(chosen.after.map { periods[$0].description } == ["2017-2019"])
    #expect(Set(chosen.diagnostics) == [.periodAcrossStart, .afterStop, .disjointWindows])
  }
}
