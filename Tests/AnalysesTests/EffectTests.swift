import Estimates
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Analyses

/// Panels of zones that share a path, each with swings of its own, the treated with a jump.
enum EffectSample {
  /// A deterministic swing between −1 and 1: no generator, the same everywhere.
  static func swing(_ zone: Int, _ period: Int) -> Double {
    let x = Double((zone * 7919 + period * 104_729 + zone * period * 31) % 1000) / 999
    return 2 * x - 1
  }

  /// Shares of 1000 persons: 200 + a common slope + a swing; the first zone has `jump` more from 2020 on.
  static func panel(
    zones: Int = 12, first: Int = 2010, last: Int = 2023, start: Int = 2020, jump: Double = 60,
    level: ZoneLevel = .livingConditionsZone, indicator: String = "share",
    hole: (zone: Int, year: Int, status: CellStatus)? = nil
  ) throws -> Panel {
    var values: [Double] = []
    var statuses: [CellStatus] = []
    for zone in 0..<zones {
      for year in first...last {
        let events =
          (200 + 3 * Double(year - first) + 10 * swing(zone, year) + (zone == 0 && year >= start ? jump : 0))
          .rounded()
        let hidden = hole.flatMap { $0.zone == zone && $0.year == year ? $0.status : nil }
        statuses.append(hidden ?? .observed)
        values.append(hidden == nil ? events : .nan)
      }
    }
    return try Panel(
      indicator: indicator, kind: .proportion, unit: .perCent, multiplier: 100,
      zones: (0..<zones).map { Zone(code: "Z\($0)", name: "Sone \($0)", level: level, parent: "K") },
      periods: (first...last).compactMap { Period(year: $0) }, values: values.map { $0 / 10 },
      numerators: values, denominators: values.map { $0.isNaN ? .nan : 1000 }, statuses: statuses)
  }

  static func dataset(_ panels: [Panel], groups: [ZoneGroup] = []) throws -> Dataset {
    let codes = panels.flatMap { $0.zones.map(\.code) }
    var seen: Set<String> = []
    var zones = [Zone(code: "K", name: "Kommunen", level: .municipality)]
    for code in codes where seen.insert(code).inserted && code != "K" {
      zones.append(
        panels.lazy.flatMap(\.zones).first { $0.code == code } ?? Zone(code: code))
    }
    return Dataset(panels: panels, system: try ZoneSystem(id: "t", zones: zones), groups: groups)
  }

  static func question(_ start: Int? = 2020, words: [String] = ["did"]) throws -> EffectQuestion {
    EffectQuestion(start: start.flatMap { Period(year: $0) }, estimators: try EffectMethod.named(words))
  }

  static func run(
    _ panels: [Panel], zones: [String] = ["Z0"], question: EffectQuestion? = nil, programme: Programme? = nil,
    groups: [ZoneGroup] = []
  ) throws -> ResultSet {
    try Effect.run(
      try dataset(panels, groups: groups), try question ?? self.question(), programme: programme,
      options: AnalysisOptions(zones: zones))
  }
}

extension ResultSet {
  func table(_ name: String) -> ResultTable? { tables.first { $0.schema.table == name } }
}

@Suite struct EffectTests {
  @Test func aJumpIsFoundAndPutInPeople() throws {
    let result = try EffectSample.run([try EffectSample.panel()])
    let rows = result.rows
    #expect(rows.count == 1)
    // 60 of 1000 persons are 6 per cent; swings are 1 per cent at most, and means of ten and four of them less.
    #expect(agree(rows[0, "estimate"].double, 6, within: 1.5))
    #expect(rows[0, "verdict"] == .text("changed") && rows[0, "direction"] == .text("increase"))
    #expect(rows[0, "p_floor"].double == 1.0 / 12 && rows[0, "rank"] == .integer(1))
    #expect(rows[0, "donors"] == .integer(11) && rows[0, "placebos"] == .integer(11))
    // 1000 persons: a point is ten of them.
    let estimate = try #require(rows[0, "estimate"].double)
    #expect(agree(rows[0, "people_per_year"].double, estimate * 10, within: 1e-9))
    #expect(rows[0, "pre_periods"] == .integer(10) && rows[0, "post_periods"] == .integer(4))
    #expect(rows[0, "role"] == .text("headline"))
    #expect(result.table("donors")?.count == 11 && result.table("periods")?.count == 10)
    #expect(result.table("curve")?.count == 14 && result.table("placebos")?.count == 11)
  }

  @Test func theEstimateIsTheMeanOfTheCurveAndTheErrorThatOfThePlacebos() throws {
    let result = try EffectSample.run([try EffectSample.panel()])
    let curve = try #require(result.table("curve"))
    let after = (0..<curve.count).filter { curve[$0, "treated"] == .boolean(true) }
    let mean = after.reduce(0.0) { $0 + (curve[$1, "effect"].double ?? .nan) } / 4
    #expect(agree(result.rows[0, "estimate"].double, mean, within: 1e-12))
    let placebos = try #require(result.table("placebos"))
    let effects = (0..<placebos.count).compactMap { placebos[$0, "estimate"].double }
    let centre = effects.reduce(0, +) / Double(effects.count)
    let error = (effects.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(effects.count))
      .squareRoot()
    #expect(agree(result.rows[0, "placebo_error"].double, error, within: 1e-12))
  }

  @Test func smallCountsAreUninformativeAndNeverNoEffect() throws {
    let result = try EffectSample.run(
      [try EffectSample.panel(jump: 0)],
      question: {
        var question = try EffectSample.question()
        question.smallest = .size(0.01)
        return question
      }())
    #expect(result.rows[0, "informative"] == .boolean(false))
    #expect(result.rows[0, "verdict"] == .text("uninformative"))
    #expect(result.rows[0, "mde"].double ?? 0 > 0.01)
  }

  @Test func severalZonesArePooledAndAGroupIsOneUnit() throws {
    let panel = try EffectSample.panel()
    let pooled = try EffectSample.run([panel], zones: ["Z0", "Z1"])
    #expect(pooled.rows[0, "zone"] == .text("Z0+Z1"))
    // All sets of two of the twelve zones but the true one.
    #expect(pooled.rows[0, "placebos"] == .integer(65))
    let group = ZoneGroup(id: "east", definition: .union(["Z0", "Z1"]))
    let union = try EffectSample.run([panel], zones: ["east"], groups: [group])
    #expect(union.rows[0, "zone"] == .text("east") && union.rows[0, "placebos"] == .integer(10))
    // Zones of one size: the union's rate is their mean.
    #expect(agree(union.rows[0, "estimate"].double, pooled.rows[0, "estimate"].double ?? .nan, within: 1e-9))
    let people = try #require(union.rows[0, "people_per_year"].double)
    #expect(agree(pooled.rows[0, "people_per_year"].double, people, within: 1e-6))
  }

  @Test func threadsChangeNothing() throws {
    let dataset = try EffectSample.dataset([try EffectSample.panel()])
    let results = try [ThreadLimit.single, ThreadLimit(2)].map { limit in
      try Effect.run(
        dataset, try EffectSample.question(words: ["all"]),
        options: AnalysisOptions(zones: ["Z0"], threads: limit))
    }
    #expect(results[0] == results[1])
  }

  @Test func theLogarithmicScaleIsARatio() throws {
    var question = try EffectSample.question()
    question.scale = .log
    let result = try EffectSample.run([try EffectSample.panel()], question: question)
    // 60 over about 230 there would have been.
    #expect(agree(result.rows[0, "relative"].double, 26, within: 5))
    #expect(result.rows[0, "scale"] == .text("log"))
    let people = try #require(result.rows[0, "people_per_year"].double)
    #expect(agree(people, 60, within: 12))
  }

  @Test func anUnknownEstimatorIsNamed() {
    #expect(throws: AnalysisError.self) { try EffectMethod.named(["didd"]) }
  }

  @Test func allStartsWithTheHeadline() throws {
    let all = try EffectMethod.named(["all"])
    #expect(all.first?.word == EffectMethod.standard.first?.word)
    #expect(Set(all.map(\.word)).count == all.count)
  }
}

/// What the rows say of how sure they are.
@Suite struct EffectInferenceTests {
  @Test func knownSizesCarryThePlacebosToTheTreated() throws {
    let result = try EffectSample.run([try EffectSample.panel()])
    #expect(result.rows[0, "interval_method"] == .text("effect.ferman-pinto-t"))
    let panel = try EffectSample.panel()
    let bare = try Panel(
      indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: panel.values,
      statuses: panel.statuses)
    let plain = try EffectSample.run([bare])
    #expect(plain.rows[0, "interval_method"] == .text("effect-interval.placebo-t"))
    #expect(plain.rows[0, "standard_error"] == plain.rows[0, "placebo_error"])
    #expect(plain.rows[0, "people_per_year"].reason == .needsDenominators)
  }

  /// t(10 degrees, 0.975) = 2.228139 and t(10, 0.8) = 0.879058 (R 4.3 qt), times s = SE·√(11/10).
  @Test func theSmallestDetectableEffectIsTwoQuantilesOfTheSpread() throws {
    let panel = try EffectSample.panel()
    let bare = try Panel(
      indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: panel.values,
      statuses: panel.statuses)
    let row = try EffectSample.run([bare]).rows
    let error = try #require(row[0, "placebo_error"].double) * (11.0 / 10).squareRoot()
    // Half the last printed digit of each quantile.
    #expect(agree(row[0, "mde"].double, error * (2.228139 + 0.879058), within: error * 1.1e-6))
    let half = ((row[0, "upper"].double ?? 0) - (row[0, "lower"].double ?? 0)) / 2
    #expect(agree(half, error * 2.228139, within: error * 6e-7))
  }

  /// Ranks say that a third of the placebos moved as much: an interval from the same placebos does not stand against them.
  @Test func anIntervalWithoutSizesNeedsTheRanks() throws {
    let panel = try EffectSample.panel(zones: 30, jump: 0)
    var values = panel.values
    // Half of the donors move by 2 either way, the treated by 2: an interval around a mean off zero leaves out zero.
    for zone in 0..<30 where zone % 3 != 1 {
      for (place, cell) in panel.series(zone).enumerated() where place >= 10 { values[cell] += 5 }
    }
    let bare = try Panel(
      indicator: "share", kind: .index, zones: panel.zones, periods: panel.periods, values: values,
      statuses: panel.statuses)
    let rows = try EffectSample.run([bare]).rows
    #expect(rows[0, "verdict"] != .text("changed"))
  }
}
