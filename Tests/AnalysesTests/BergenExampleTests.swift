import Estimates
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Analyses

/// The constructed example of `Data/bergen-staggered`: whole numbers only, so that any program makes the same bytes.
enum BergenExample {
  static let folder = ReferenceData.packageRoot.appendingPathComponent("Data/bergen-staggered")
  static let years = 2009...2025
  static let zones = 57
  /// The zones with a programme: first year, and last year where it ended.
  static let treated: [(name: String, start: Int, stop: Int?)] = [
    ("Ytre Arna", 2013, 2022), ("Indre Laksevåg", 2013, 2022), ("Loddefjord", 2019, nil),
    ("Olsvik", 2019, nil),
    ("Slettebakken", 2023, nil), ("Solheim", 2013, nil),
  ]

  /// 65 536 times a number that is nearly normal: the sum of twelve uniform ones.
  private static func noise(_ key: Int) -> Int {
    var state = UInt64(key) &* 0x9E37_79B9_7F4A_7C15 &+ 0x123_4567
    var sum = 0
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      sum += Int(state >> 48)
    }
    return sum - 6 * 65_535
  }

  private static func root(_ value: Int) -> Int {
    var root = Int(Double(value).squareRoot())
    while root * root > value { root -= 1 }
    while (root + 1) * (root + 1) <= value { root += 1 }
    return root
  }

  /// Numerator and denominator of a zone, counted from 1, in a year.
  static func cell(_ zone: Int, _ year: Int) -> (count: Int, persons: Int) {
    let time = year - years.lowerBound
    let persons = 600 + zone * 97 % 400
    let level = 160 + zone * 53 % 60 + (zone <= treated.count ? 40 : 0)
    var rate = level - 2 * time + noise(1000 * zone + time) * 8 / 65_536
    // Four percentage points, and it lasts.
    if zone <= treated.count, year >= treated[zone - 1].start { rate -= 40 }
    let mean = persons * rate / 1000
    return (mean + noise(500_000 + 1000 * zone + time) * root(mean * 10_000) / 6_553_600, persons)
  }

  static func code(_ zone: Int) -> String { "46010000" + (zone < 10 ? "0" : "") + "\(zone)" }

  static var text: String {
    var text = "zone_code,zone_name,year,indicator,numerator,denominator,start,stop,constructed\n"
    for zone in 1...zones {
      let own = zone <= treated.count ? treated[zone - 1] : nil
      let name = own?.name ?? "Sone " + (zone < 10 ? "0" : "") + "\(zone)"
      for year in years {
        let cell = cell(zone, year)
        let (start, stop) = (own.map { "\($0.start)" } ?? "", own?.stop.map { "\($0)" } ?? "")
        text += "\(code(zone)),\(name),\(year),feels-unsafe,"
        text += "\(cell.count),\(cell.persons),\(start),\(stop),true\n"
      }
    }
    return text
  }

  /// The figures as a panel.
  static func panel() throws -> Panel {
    let cells = (1...zones).flatMap { zone in years.map { cell(zone, $0) } }
    return try Panel(
      indicator: "feels-unsafe", kind: .proportion, unit: .perCent, multiplier: 100,
      zones: (1...zones).map {
        Zone(
          code: code($0), name: $0 <= treated.count ? treated[$0 - 1].name : "", level: .livingConditionsZone,
          parent: "4601")
      },
      periods: years.compactMap { Period(year: $0) },
      values: cells.map { 100 * Double($0.count) / Double($0.persons) },
      numerators: cells.map { Double($0.count) }, denominators: cells.map { Double($0.persons) },
      statuses: cells.map { _ in .observed })
  }

  static var programme: Programme {
    var programme = Programme(id: "bergen", name: LocalisedText(nb: "Bergen"))
    programme.treated = treated.enumerated().map {
      TreatedZone(zone: code($0 + 1), start: $1.start, stop: $1.stop)
    }
    return programme
  }

  static func dataset() throws -> Dataset {
    let panel = try panel()
    return Dataset(
      panels: [panel],
      system: try ZoneSystem(
        id: "b", zones: [Zone(code: "4601", name: "Bergen", level: .municipality)] + panel.zones))
  }

  static func question(_ words: [String] = ["staggered"], placebos: Int = 400) throws -> EffectQuestion {
    var question = EffectQuestion(estimators: try EffectMethod.named(words))
    question.placeboLimit = placebos
    return question
  }
}

@Suite struct BergenExampleTests {
  @Test func theFileIsWhatItsRuleMakes() throws {
    let file = try String(
      contentsOf: BergenExample.folder.appendingPathComponent("figures.csv"), encoding: .utf8)
    #expect(file == BergenExample.text)
  }

  @Test func zonesThatBeginAndEndAtDifferentTimesHaveOneAnswer() throws {
    let result = try Effect.run(
      try BergenExample.dataset(), try BergenExample.question(), programme: BergenExample.programme,
      options: AnalysisOptions(direction: .lowerIsBetter))
    let row = result.rows
    #expect(row.count == 1)
    let estimate = try #require(row[0, "estimate"].double)
    let (lower, upper) = (try #require(row[0, "lower"].double), try #require(row[0, "upper"].double))
    // Four points were taken off; permutation leaves them in and zero out.
    #expect(lower < -4 && -4 < upper && upper < 0 && estimate < -2 && estimate > -6)
    // Slettebakken alone began in 2023: no standard error, ever.
    #expect(row[0, "standard_error"] == .none(.varianceNotEstimable))
    #expect(row[0, "interval_method"] == .text("effect.staggered-placebos"))
    #expect(row[0, "placebos"] == .integer(400) && row[0, "p_floor"].double == 1.0 / 401)
    #expect(row[0, "donors"] == .integer(51) && row[0, "start"] == .text("2013"))
    #expect(row[0, "better"] == .text("better"))
    let people = try #require(row[0, "people_per_year"].double)
    #expect(people < 0)
    let cohorts = try #require(result.table("cohorts"))
    // Three starts and sixteen periods with a base each, and the years after the end of 2013's.
    #expect(cohorts.count == 3 * 16 + 3)
    for index in 0..<cohorts.count where cohorts[index, "start"] == .text("2023") {
      #expect(cohorts[index, "treated_zones"] == .integer(1))
      #expect(cohorts[index, "standard_error"] == .none(.varianceNotEstimable))
    }
    let events = try #require(result.table("event_time"))
    let after = (0..<events.count).filter { events[$0, "since"] == .text("end") }
    #expect(after.count == 3)
    // It lasts after the end.
    for index in after { #expect(try #require(events[index, "estimate"].double) < 0) }
    let together = try #require(result.table("aggregations"))
    let kinds = Set((0..<together.count).map { together[$0, "aggregation"] })
    #expect(kinds == Set(["simple", "group", "dynamic", "calendar", "after-end"].map { .text($0) }))
    #expect(together[0, "estimate"] == row[0, "estimate"])
    #expect(result.findings.allSatisfy { $0.diagnostic != .effectRefused })
  }

  @Test func estimatorsOfOneStartSayWhyTheyHaveNoAnswer() throws {
    let result = try Effect.run(
      try BergenExample.dataset(), try BergenExample.question(["staggered", "did"], placebos: 50),
      programme: BergenExample.programme, options: AnalysisOptions())
    #expect(result.rows[0, "estimate"].double != nil)
    #expect(result.rows[1, "reason"] == .text("several-starts"))
    #expect(result.rows[1, "role"] == .text("sensitivity"))
    #expect(throws: AnalysisError.self) {
      try Effect.run(
        try BergenExample.dataset(), try BergenExample.question(["did"]), programme: BergenExample.programme,
        options: AnalysisOptions())
    }
  }

  @Test func startsInWordsAndInTheProgrammeAreTheSame() throws {
    let question = try BergenExample.question(placebos: 60)
    let words = BergenExample.treated.enumerated().map { index, zone in
      BergenExample.code(index + 1) + "=\(zone.start)" + (zone.stop.map { "..\($0)" } ?? "")
    }
    let one = try Effect.run(
      try BergenExample.dataset(), question, programme: BergenExample.programme, options: AnalysisOptions())
    var asked = question
    asked.donors = .sameMunicipality
    let other = try Effect.run(try BergenExample.dataset(), asked, options: AnalysisOptions(zones: words))
    #expect(one.rows[0, "estimate"].double != nil)
    #expect(one.tables == other.tables)
  }

  @Test func threadsChangeNothing() throws {
    let results = try [ThreadLimit.single, ThreadLimit(3)].map {
      try Effect.run(
        try BergenExample.dataset(), try BergenExample.question(placebos: 60),
        programme: BergenExample.programme, options: AnalysisOptions(threads: $0))
    }
    #expect(results[0] == results[1])
  }

  @Test func aZoneThatBeganBeforeTheFiguresIsSaidToBeTreatedToo() throws {
    var programme = BergenExample.programme
    programme.treated[5] = TreatedZone(zone: BergenExample.code(6), start: 2008)
    let result = try Effect.run(
      try BergenExample.dataset(), try BergenExample.question(placebos: 60), programme: programme,
      options: AnalysisOptions())
    let excluded = try #require(result.table("excluded"))
    let row = (0..<excluded.count).first { excluded[$0, "zone"] == .text(BergenExample.code(6)) }
    #expect(excluded[try #require(row), "reason"] == .text("treated-too"))
    #expect(result.rows[0, "estimate"].double != nil)
  }
}
