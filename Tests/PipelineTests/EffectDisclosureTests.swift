import Analyses
import Estimates
import Foundation
import Indicators
import Testing

@testable import Pipeline

/// What the rules of a base hide is in no table of `effect`.
@Suite struct EffectDisclosureTests {
  /// Six zones and their municipality; the second has `hidden` cases in 2021, which a rule below five hides.
  private func dataset(hidden: Double, treatedHidden: Bool = false) throws -> Dataset {
    let years = (2014...2023).compactMap { Period(year: $0) }
    var zones = (0..<6).map { Zone(code: "Z\($0)", level: .livingConditionsZone, parent: "K") }
    var events: [Double] = []
    for zone in 0..<6 {
      for year in years.indices {
        let count = Double(90 - zone * 8 + (zone * 7 + year * 11 + zone * year) % 9)
        events.append(zone == (treatedHidden ? 0 : 1) && year == 7 ? hidden : count)
      }
    }
    // The municipality's own figures do not change: some persons have no zone.
    events += years.indices.map { Double(420 + $0) }
    zones.append(Zone(code: "K", level: .municipality))
    let persons = events.indices.map { $0 < 60 ? 500.0 : 3200 }
    let panel = try Panel(
      indicator: "cases", kind: .proportion, unit: .perCent, multiplier: 100, zones: zones, periods: years,
      values: zip(events, persons).map { 100 * $0 / $1 }, numerators: events, denominators: persons,
      statuses: events.map { _ in .observed })
    return Dataset(
      panels: [panel], system: try ZoneSystem(id: "t", zones: zones),
      catalogue: IndicatorCatalogue([
        Indicator(
          id: "cases", name: LocalisedText(nb: "Tilfeller", en: "Cases"), kind: .proportion, unit: .perCent,
          multiplier: 100, suppression: SuppressionRule(numeratorBelow: 5))
      ]))
  }

  private func run(_ dataset: Dataset, words: [String] = ["sdid", "did", "dsc", "counts"]) throws -> ResultSet
  {
    var question = EffectQuestion(start: Period(year: 2020), estimators: try EffectMethod.named(words))
    question.intervals = .all
    question.bounds = true
    question.donors = .sameMunicipality
    let asked = Question.effect(question)
    return try ProtectStage.protect(dataset, appliesRules: true).map {
      try asked.answer($0, Asking(zones: ["Z0"]))
    }.value
  }

  private func table(_ result: ResultSet, _ name: String) throws -> ResultTable {
    try #require(result.tables.first { $0.schema.table == name })
  }

  /// A hidden donor is in no table, and every table is the same whatever it hides.
  @Test func aHiddenDonorIsInNoTable() throws {
    let result = try run(try dataset(hidden: 2))
    let rows = result.rows
    // Z1 by the rule, and in the same year the smallest of the others, so that nobody can subtract.
    let excluded = try table(result, "excluded")
    let hidden = (0..<excluded.count).filter { excluded[$0, "reason"] == .text("suppressed") }
      .compactMap { excluded[$0, "zone"].string }
    #expect(Set(hidden) == ["Z1", "Z5"])
    #expect(rows[0, "reason"].string == nil && rows[0, "donors"] == .integer(3))
    for name in ["donors", "placebos"] {
      let table = try table(result, name)
      for row in 0..<table.count {
        let codes = (table[row, "zone"].string ?? "").split(separator: "+").map(String.init)
        #expect(Set(codes).isDisjoint(with: hidden), "\(name)")
      }
    }
    // No bounds are declared, so a bound would be a leak.
    #expect(try table(result, "bounds").count == 0)
    #expect(try run(try dataset(hidden: 4)) == result)
  }

  /// A hidden cell of the treated refuses the row and empties every table about it.
  @Test func aHiddenTreatedHasNoCurve() throws {
    let result = try run(try dataset(hidden: 3, treatedHidden: true))
    let rows = result.rows
    #expect(rows.count == 4)
    for row in 0..<rows.count {
      #expect(rows[row, "reason"] == .text("suppressed") && rows[row, "estimate"].double == nil)
      #expect(rows[row, "observed_mean"].double == nil && rows[row, "counterfactual_mean"].double == nil)
    }
    for name in ["donors", "periods", "curve", "placebos", "intervals", "honest", "bounds"] {
      #expect(try table(result, name).count == 0, "\(name)")
    }
    #expect(try run(try dataset(hidden: 1, treatedHidden: true)) == result)
  }

  /// The example's hidden figures, as `level` shows them, are in no table of `effect` through the base.
  @Test func nothingThatLevelHidesIsShown() throws {
    let sample = try ProgrammeSample.larvik()
    defer { sample.discard() }
    _ = try sample.refresh()
    let level = try Answering.answer(.level, Request(.base(sample.base))).results.value.rows
    var hidden: Set<[String]> = []
    for row in 0..<level.count where level[row, "status"].string?.hasPrefix("suppressed") == true {
      hidden.insert([level[row, "indicator"].string ?? "", level[row, "zone"].string ?? ""])
    }
    #expect(!hidden.isEmpty)
    let result = try Answering.answer(
      .effect(try EffectRequest(estimators: ["did"]).question()), Request(.base(sample.base))
    ).results.value
    var seen = 0
    for name in ["donors", "placebos", "curve"] {
      let table = try table(result, name)
      for row in 0..<table.count {
        seen += 1
        #expect(
          !hidden.contains([table[row, "indicator"].string ?? "", table[row, "zone"].string ?? ""]),
          "\(name): \(table[row, "indicator"]) \(table[row, "zone"])")
      }
    }
    #expect(seen > 0)
  }
}
