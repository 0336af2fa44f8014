import GRDB
import Indicators
import Testing

@testable import KnowledgeBase

/// What the base knows about the figures comes back as it was given, and lies in tables with names a person can read.
@Suite struct MetadataTests {
  private static let programme = Programme(
    id: "torstrand", name: LocalisedText(nb: "Områdesatsing", en: "Area programme"), zoneSystem: "soner-2026",
    treated: [TreatedZone(zone: "torstrand", start: 2024, stop: 2028), TreatedZone(zone: "x", start: 2025)],
    groups: [
      ZoneGroup(id: "torstrand", name: LocalisedText(nb: "Torstrand"), definition: .union(["3909000014"])),
      ZoneGroup(id: "resten", definition: .difference(whole: "larvik", minus: "torstrand")),
      ZoneGroup(id: "tom", definition: .union([])),
    ], against: "resten",
    donors: DonorRule(from: "all-municipalities", exclude: ["uoppgitt"], excludeNeighbours: "naboer.csv"),
    baseline: Period(years: 2019...2023), freezesBaseline: true, midterm: 2026, final: 2028, alpha: 0.1,
    goals: [
      Goal(id: "empty", name: LocalisedText(nb: "Tom")),
      Goal(
        id: "living", name: LocalisedText(nb: "Levekår", en: "Living"), keyIndicators: ["a", "b"],
        targets: [
          Target(indicator: "a", zone: "torstrand", value: 8.1, year: 2028),
          Target(indicator: "b", zone: "torstrand", value: -3, year: 2030),
        ]),
    ], publishFolder: "ut/her", languages: ["nb", "en"], formats: ["json"])

  private static let catalogue = IndicatorCatalogue([
    Indicator(id: "plain", name: LocalisedText(nb: "Enkel"), kind: .count),
    Indicator(
      id: "full", name: LocalisedText(nb: "Full", en: "Full"), kind: .proportion, theme: .growingUp,
      goal: "living", role: .process, unit: .perCent, multiplier: 100, direction: .lowerIsBetter,
      numerator: FigureReference(source: "s", measure: "m", filter: ["k": "v", "a": "ø"]),
      denominator: FigureReference(source: "p", population: "january"), windowYears: 3,
      windowsArePublished: true, strata: ["sex", "age"], standardise: "direct(esp2013)",
      aggregate: .populationWeighted,
      suppression: SuppressionRule(
        numeratorBelow: 5, complementBelow: 6, denominatorBelow: 10, hidesZeros: false,
        seriesHiddenShare: 0.2, seriesWeakShare: 0.5, seriesWeakBelow: 7),
      breaks: [
        SeriesBreak(
          period: Period("2021") ?? .first, reason: LocalisedText(nb: "ny kilde", en: "new source")),
        SeriesBreak(period: Period("2016/17-2018/19") ?? .first),
      ], validRange: 0...100, about: LocalisedText(nb: "Andel", en: nil), isConstructed: true),
  ])

  private func base(_ folder: Folder) throws -> KnowledgeBase {
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let systems = try Self.systems()
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      writer.set(Self.programme)
      writer.set(Self.catalogue)
      try writer.set(systems)
      try writer.record(
        SourceRecord(
          id: "ssb", state: .ok, contentHash: "00ff", licence: "CC BY 4.0", attribution: "Kilde: SSB",
          retrieved: "2026-01-02", message: nil, isConstructed: true))
      try writer.record(SourceRecord(id: "fhi", state: .failed, message: "503"))
    }
    return base
  }

  private static func systems() throws -> [ZoneSystem] {
    let split = [
      Zone(
        code: "0709", name: "Larvik", level: .municipality,
        validity: Validity(from: nil, to: CalendarDay(year: 2018)) ?? .always),
      Zone(
        code: "0709", name: "Larvik (ny)", level: .municipality,
        validity: Validity(from: CalendarDay(year: 2018), to: nil) ?? .always),
      Zone(code: "07090101", name: "", level: .basicUnit, parent: "0709"),
    ]
    return [try ZoneSystem(id: "gammel", zones: split), try ZoneSystem(id: "tom", zones: [])]
  }

  @Test func everythingComesBack() throws {
    let folder = try Folder()
    let base = try base(folder)
    #expect(try base.programme() == Self.programme)
    #expect(try base.catalogue() == Self.catalogue)
    #expect(try base.zoneSystems() == Self.systems())
    let sources = try base.sources()
    #expect(sources.map(\.id) == ["ssb", "fhi"])
    #expect(sources[0].attribution == "Kilde: SSB")
    #expect(sources[0].isConstructed)
    #expect(sources[1].state == .failed)
    #expect(sources[1].contentHash == nil)
    #expect(try base.verify().isEmpty)
  }

  @Test func whatIsNotSetIsThatOfTheVersionBefore() throws {
    let folder = try Folder()
    let base = try base(folder)
    let panel = try Samples.share()
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add([panel]) }
    #expect(try base.version().number == 2)
    #expect(try base.programme() == Self.programme)
    #expect(try base.catalogue() == Self.catalogue)
    #expect(try base.zoneSystems() == Self.systems())
    #expect(try base.sources().isEmpty)
  }

  @Test func anyChangeIsANewVersionAndTheOldOneStays() throws {
    let folder = try Folder()
    let base = try base(folder)
    var programme = Self.programme
    programme.goals[1].targets[0] = Target(indicator: "a", zone: "torstrand", value: 8.2, year: 2028)
    var full = Self.catalogue.indicators[1]
    full.suppression.hidesZeros = true
    let catalogue = IndicatorCatalogue([Self.catalogue.indicators[0], full])
    let changed = programme
    let outcomes = try [
      base.commit(Samples.header) { writer throws(KnowledgeBaseError) in writer.set(changed) },
      base.commit(Samples.header) { writer throws(KnowledgeBaseError) in writer.set(catalogue) },
    ]
    #expect(outcomes.map(\.version.number) == [2, 3])
    #expect(try base.programme(version: 1) == Self.programme)
    #expect(try base.programme() == programme)
    #expect(try base.catalogue(version: 2) == Self.catalogue)
    #expect(try base.catalogue() == catalogue)
  }

  @Test func theViewsShowTheCurrentVersion() throws {
    let folder = try Folder()
    let base = try base(folder)
    func texts(_ sql: String) throws -> [String] { try base.reading { try String.fetchAll($0, sql: sql) } }
    #expect(try texts("SELECT number FROM current_version") == ["1"])
    let zones = try texts("SELECT code || ':' || system FROM current_zones")
    #expect(zones == ["0709:gammel", "0709:gammel", "07090101:gammel"])
    let ids = try texts("SELECT id FROM current_indicators WHERE suppress_numerator_below > 0")
    #expect(ids == ["full"])
    #expect(try texts("SELECT source FROM current_sources WHERE state = 'failed'") == ["fhi"])
  }

  @Test func publishedFiguresAreOneLongTable() throws {
    let folder = try Folder()
    let base = try base(folder)
    let panel = try Panel(
      indicator: "low-income", kind: .proportion, unit: .perCent, multiplier: 100, zones: Samples.zones(2),
      periods: Samples.years(2020...2021), values: [20, .nan, 25, .nan], numerators: [10, .nan, 15, .nan],
      denominators: [50, 60, 60, .nan],
      statuses: [
        CellStatus(.observed, flags: .provisional), CellStatus(.suppressedPrimary), .observed, .missing,
      ])
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.publish([panel]) }
    let rows = try base.reading { db in
      try Row.fetchAll(
        db, sql: "SELECT zone, period, value, numerator, status, provisional FROM current_figures"
      ).map { $0.databaseValues.map(\.description).joined(separator: " ") }
    }
    #expect(
      rows == [
        "\"3910000\" \"2020\" 20.0 10.0 \"observed\" 1",
        "\"3910000\" \"2021\" NULL NULL \"suppressed-primary\" 0",
        "\"3910001\" \"2020\" 25.0 15.0 \"observed\" 0", "\"3910001\" \"2021\" NULL NULL \"missing\" 0",
      ])
  }
}

extension Period {
  /// A period that no sample uses, where a text of the samples would not be one.
  fileprivate static let first = Samples.years(1...1)[0]
}
