import Estimates
import Indicators
import Scheduler
import Spatial
import Testing

@testable import Analyses

@Suite struct ShrinkTests {
  /// Shares of the kommune and seven zones; a hidden figure in zone 4 of the second year.
  static func dataset() throws -> Dataset {
    let zones =
      [Zone(code: "K", name: "Larvik", level: .municipality)]
      + (1...7).map { Zone(code: "Z\($0)", name: "Sone \($0)", level: .livingConditionsZone, parent: "K") }
    let pairs: [[(Double, Double)?]] = [
      [(160, 1200), (170, 1200)], [(14, 120), (12, 120)], [(3, 80), (9, 80)], [(9, 45), (8, 45)],
      [(31, 200), nil], [(22, 310), (20, 310)], [(26, 150), (31, 150)], [(2, 60), (1, 60)],
    ]
    let cells = pairs.flatMap { $0 }
    let panel = try Panel(
      indicator: "share", kind: .proportion, unit: .perCent, multiplier: 100, zones: zones,
      periods: SampleDataset.years(2023, 2), values: cells.map { $0.map { 100 * $0.0 / $0.1 } ?? .nan },
      numerators: cells.map { $0?.0 ?? .nan }, denominators: cells.map { $0?.1 ?? .nan },
      statuses: cells.map { $0 == nil ? .suppressed : .observed })
    var data = try SampleDataset.dataset([panel])
    data.system = nil
    data.groups = [
      ZoneGroup(id: "one", definition: .union(["Z2"])),
      ZoneGroup(id: "two", definition: .union(["Z1", "Z2"])),
    ]
    return data
  }

  @Test func rowsAreThoseOfTheLevelWithMostZones() throws {
    let rows = try Shrink.run(try Self.dataset(), options: AnalysisOptions()).rows
    #expect(rows.count == 14 && rows.hasUniqueKeys)
    let numerators: [Double] = [14, 3, 9, 31, 22, 26, 2]
    let denominators: [Double] = [120, 80, 45, 200, 310, 150, 60]
    let fit = try BetaBinomial(numerators: numerators, denominators: denominators)
    for zone in 0..<7 {
      let row = try #require(rows.rows(where: ["zone": "Z\(zone + 1)", "period": "2023"]).first)
      let single = try fit.posterior(numerator: numerators[zone], denominator: denominators[zone])
      #expect(agree(rows[row, "estimate"].double, 100 * single.mean, within: 1e-10))
      #expect(agree(rows[row, "weight"].double, single.weight, within: 1e-12))
      #expect(agree(rows[row, "prior_mean"].double, 100 * fit.mean, within: 1e-10))
      let value = try #require(rows[row, "estimate"].double)
      let raw = try #require(rows[row, "raw"].double)
      let prior = try #require(rows[row, "prior_mean"].double)
      #expect((min(raw, prior)...max(raw, prior)).contains(value))
      #expect(rows[row, "method"].string == Method.betaBinomial.rawValue)
      #expect(rows[row, "zones"] == .integer(7) && rows[row, "level"].string == "living-conditions-zone")
      #expect(rows[row, "threshold"].double == rows[row, "prior_mean"].double)
    }
  }

  @Test func aHiddenFigureIsRefusedAndHasNoSay() throws {
    let rows = try Shrink.run(try Self.dataset(), options: AnalysisOptions()).rows
    let hidden = try #require(rows.rows(where: ["zone": "Z4", "period": "2024"]).first)
    #expect(rows[hidden, "reason"].string == "suppressed" && rows[hidden, "raw"].reason == .suppressed)
    let other = try #require(rows.rows(where: ["zone": "Z1", "period": "2024"]).first)
    #expect(rows[other, "zones"] == .integer(6))
  }

  @Test func aGroupOfOneZoneIsThatZone() throws {
    let data = try Self.dataset()
    let rows = try Shrink.run(data, options: AnalysisOptions(zones: ["one", "Z2", "two", "K"])).rows
    let one = rows.rows(where: ["zone": "one"])
    let zone = rows.rows(where: ["zone": "Z2"])
    #expect(one.map { rows[$0, "estimate"] } == zone.map { rows[$0, "estimate"] } && one.count == 2)
    #expect(rows[try #require(rows.rows(where: ["zone": "two"]).first), "reason"].string == "not-one-zone")
    // One kommune cannot learn from others.
    for row in rows.rows(where: ["zone": "K"]) { #expect(rows[row, "reason"].string == "too-few-points") }
  }

  @Test func theThresholdIsInTheUnitOfTheFigures() throws {
    let rows = try Shrink.run(
      try Self.dataset(), shrink: ShrinkOptions(threshold: 10), options: AnalysisOptions(zones: ["Z6", "Z7"])
    ).rows
    let high = try #require(rows.rows(where: ["zone": "Z6", "period": "2023"]).first)
    let low = try #require(rows.rows(where: ["zone": "Z7", "period": "2023"]).first)
    #expect(rows[high, "threshold"].double == 10)
    #expect((rows[high, "probability_above"].double ?? 0) > 0.9)
    #expect((rows[low, "probability_above"].double ?? 1) < 0.5)
  }

  @Test func threadsDoNotMatter() throws {
    let data = try Self.dataset()
    let base = try Shrink.run(data, options: AnalysisOptions(threads: .single))
    #expect(try Shrink.run(data, options: AnalysisOptions(threads: ThreadLimit(4))) == base)
  }

  @Test func momentsAreForRatesOnly() throws {
    let rows = try Shrink.run(
      try Self.dataset(), shrink: ShrinkOptions(fitting: .moments), options: AnalysisOptions()
    ).rows
    #expect((0..<rows.count).allSatisfy { rows[$0, "estimate"].double == nil })
  }
}
