import Estimates
import Evaluation
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Analyses

@Suite struct EffectPoolingTests {
  /// Zones of three municipalities over twelve years, the first of each with `jump` from the ninth on.
  private func dataset(_ jumps: [Double], zones: Int = 7, treated: Int = 1) throws -> Dataset {
    var cells: [Double] = []
    var list: [Zone] = []
    var system: [Zone] = []
    for (home, jump) in jumps.enumerated() {
      system.append(Zone(code: "K\(home)", name: "Kommune \(home)", level: .municipality))
      for zone in 0..<zones {
        list.append(
          Zone(
            code: "K\(home)Z\(zone)", name: "Sone \(zone)", level: .livingConditionsZone, parent: "K\(home)"))
        for year in 0..<12 {
          let swing = EffectSample.swing(home * 31 + zone, year)
          cells.append(20 + 5 * Double(home) + swing + (zone < treated && year >= 8 ? jump : 0))
        }
      }
    }
    let panel = try Panel(
      indicator: "x", unit: .perCent, zones: list, periods: (2012...2023).compactMap { Period(year: $0) },
      values: cells, statuses: cells.map { _ in .observed })
    return Dataset(panels: [panel], system: try ZoneSystem(id: "t", zones: system + list))
  }

  private func programme(_ homes: Int, treated: Int = 1, from: String) -> Programme {
    var programme = Programme(id: "p", name: LocalisedText(nb: "p"))
    programme.treated = (0..<homes).flatMap { home in
      (0..<treated).map { TreatedZone(zone: "K\(home)Z\($0)", start: 2020) }
    }
    programme.donors = DonorRule(from: from)
    return programme
  }

  private func run(
    _ data: Dataset, _ programme: Programme, words: [String] = ["did"]
  ) throws -> ResultSet {
    try Effect.run(
      data, EffectQuestion(estimators: try EffectMethod.named(words)), programme: programme,
      options: AnalysisOptions())
  }

  @Test func eachMunicipalityIsComparedWithItsOwnAndThenAllArePooled() throws {
    let result = try run(try dataset([6, 6, 6]), programme(3, from: "same-municipality"))
    let rows = result.rows
    #expect(rows.count == 4)
    #expect(
      (0..<3).allSatisfy { rows[$0, "role"] == .text("municipality") && rows[$0, "donors"] == .integer(6) })
    #expect(rows[3, "role"] == .text("headline") && rows[3, "method"] == .text("effect.pooled"))
    #expect(rows[3, "zone"] == .text("K0Z0+K1Z0+K2Z0") && rows[3, "donors"] == .integer(18))
    let parts = (0..<3).compactMap { rows[$0, "estimate"].double }
    #expect(agree(rows[3, "estimate"].double, parts.reduce(0, +) / 3, within: 1e-12))
    // All ways to pick one of seven zones in three municipalities but the true one.
    #expect(rows[3, "placebos"] == .integer(342) && rows[3, "p_floor"].double == 1.0 / 343)
    #expect(rows[3, "p_value"].double == 1.0 / 343 && rows[3, "verdict"] == .text("changed"))
    // By itself no municipality can get below one seventh.
    #expect(rows[0, "p_floor"].double == 1.0 / 7)
    let (lower, upper) = (try #require(rows[3, "lower"].double), try #require(rows[3, "upper"].double))
    #expect(lower < 6 && 6 < upper && lower > 0)
    let pooled = try #require(result.table("pooled"))
    #expect(pooled.count == 2 && pooled[0, "weighting"] == .text("equal"))
    #expect(pooled[1, "weighting"] == .text("inverse-variance"))
    #expect(pooled[0, "degrees_of_freedom"] == .integer(2))
    // Q by its definition from the municipalities' own rows.
    let errors = (0..<3).compactMap { rows[$0, "placebo_error"].double }
    let weights = errors.map { 1 / ($0 * $0) }
    let mean = zip(weights, parts).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    let q = zip(weights, parts).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    #expect(agree(pooled[0, "q"].double, q, within: 1e-9 * max(1, q)))
    #expect(agree(pooled[1, "estimate"].double, mean, within: 1e-9))
  }

  @Test func districtsThatDifferAreSaidToDiffer() throws {
    let result = try run(try dataset([9, 0, -9]), programme(3, from: "same-municipality"))
    guard case .texts(let found) = result.rows[3, "diagnostics"] else {
      Issue.record("no diagnostics")
      return
    }
    #expect(found.contains("districts-differ"))
    #expect(try #require(result.table("pooled"))[0, "i_squared"].double ?? 0 > 0.9)
  }

  @Test func acrossMunicipalitiesTheyAreOnePooledSet() throws {
    let result = try run(try dataset([6, 6, 6]), programme(3, from: "all-municipalities"))
    #expect(result.rows.count == 1 && result.rows[0, "donors"] == .integer(18))
    #expect(result.table("pooled")?.count == 0)
    // Every set of three of 21 zones but the true one.
    #expect(result.rows[0, "placebos"] == .integer(1329))
  }

  @Test func severalZonesOfAMunicipalityAreRankedAmongAllSetsOfIts() throws {
    let result = try run(
      try dataset([6, 6], treated: 2), programme(2, treated: 2, from: "same-municipality"))
    let rows = result.rows
    // C(7, 2) sets in each: 21 · 21 − 1 other ways.
    #expect(rows.count == 3 && rows[2, "placebos"] == .integer(440))
    #expect(rows[0, "placebos"] == .integer(20) && rows[0, "p_floor"].double == 1.0 / 21)
    #expect(rows[2, "interval_method"] == .text("effect-interval.placebo-t"))
    #expect(rows[2, "p_value"].double == 1.0 / 441)
  }

  @Test func aMunicipalityWithoutAnAnswerLeavesNoneForAll() throws {
    let data = try dataset([6, 6])
    var programme = programme(2, from: "same-municipality")
    programme.donors.exclude = (1..<7).map { "K1Z\($0)" }
    let rows = try run(data, programme).rows
    #expect(rows[0, "estimate"].double != nil && rows[1, "estimate"].double == nil)
    #expect(rows[2, "reason"] == .text("municipality-without-answer"))
    #expect(rows[2, "verdict"] == .text("not-computable"))
  }
}
