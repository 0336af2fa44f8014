import Indicators
import Testing

@testable import Interchange

/// What a configuration reader threw.
private func failure<Value>(_ read: () throws -> Value) -> (problem: ConfigurationProblem, at: TextPosition)?
{
  do {
    _ = try read()
  } catch InterchangeError.document(.configuration(let problem, let position), _) {
    return (problem, position)
  } catch {}
  return nil
}

@Suite("Programme file")
struct ProgrammeFileTests {
  private static let full = """
    schema: levekar.programme/1
    id: torstrand
    name: {nb: Områdesatsing, en: Area programme}
    zone-system: soner-2026   # comment
    treated:
      - zone: torstrand
        start: 2024
        stop: 2028
      - {zone: "0301", start: 2023}
    groups:
      torstrand: {union: ["3909000014", 0301]}
      larvik:    {union: ["3909"]}
      rest: {whole: larvik, minus: torstrand, name: {nb: Resten}}
    comparison: {against: rest, donors: {from: all-municipalities, exclude: [uoppgitt], exclude-neighbours: n.csv}}
    baseline: {window: 2019..2023, freeze: true}
    evaluation: {yearly: true, midterm: 2026, final: 2028, alpha: 0.1, direction: improve}
    goals:
      - id: living
        name: {nb: Levekår}
        key-indicators: [a, b]
        targets:
          - {indicator: a, zone: torstrand, value: 8.5, by: 2028}
    publish: {folder: ut, languages: [nb, en], formats: [html, json-stat]}
    """

  private func read(_ text: String) throws -> Programme {
    try ProgrammeFile.read(Array(text.utf8), path: "programme.yml")
  }

  @Test("Every key is read")
  func full() throws {
    let programme = try read(Self.full)
    #expect(
      programme
        == Programme(
          id: "torstrand", name: LocalisedText(nb: "Områdesatsing", en: "Area programme"),
          zoneSystem: "soner-2026",
          treated: [
            TreatedZone(zone: "torstrand", start: 2024, stop: 2028), TreatedZone(zone: "0301", start: 2023),
          ],
          groups: [
            ZoneGroup(id: "torstrand", definition: .union(["3909000014", "0301"])),
            ZoneGroup(id: "larvik", definition: .union(["3909"])),
            ZoneGroup(
              id: "rest", name: LocalisedText(nb: "Resten"),
              definition: .difference(whole: "larvik", minus: "torstrand")),
          ], against: "rest",
          donors: DonorRule(from: "all-municipalities", exclude: ["uoppgitt"], excludeNeighbours: "n.csv"),
          baseline: Period(years: 2019...2023), freezesBaseline: true, midterm: 2026, final: 2028, alpha: 0.1,
          goals: [
            Goal(
              id: "living", name: LocalisedText(nb: "Levekår"), keyIndicators: ["a", "b"],
              targets: [Target(indicator: "a", zone: "torstrand", value: 8.5, year: 2028)])
          ], publishFolder: "ut", languages: ["nb", "en"], formats: ["html", "json-stat"]))
  }

  @Test("A file of the required keys has the defaults")
  func minimal() throws {
    let programme = try read("schema: levekar.programme/1\nid: x\nname: Norsk\ngoals:\n")
    #expect(programme == Programme(id: "x", name: LocalisedText(nb: "Norsk")))
  }

  private static let head = "schema: levekar.programme/1\nid: x\nname: x\n"

  @Test(
    "What is wrong is named at its line and column",
    arguments: [
      ("tretaed: []", ConfigurationProblem.unknownKey("tretaed", nearest: "treated"), 4, 1),
      ("zzzzzz: 1", .unknownKey("zzzzzz", nearest: nil), 4, 1),
      ("treated:\n  - {zone: a, strat: 2024}", .unknownKey("strat", nearest: "start"), 5, 15),
      ("treated:\n  - {zone: a}", .missingKey("start"), 5, 5),
      ("treated: 7", .wrongType(key: "treated", expected: "a list", found: "7"), 4, 10),
      (
        "treated:\n  - {zone: a, start: i år}", .wrongType(key: "start", expected: "a year", found: "i år"),
        5, 22
      ),
      (
        "treated:\n  - {zone: a, start: 2024, stop: 2020}",
        .wrongType(key: "stop", expected: "a year not before 2024", found: "2020"), 5, 34
      ),
      ("groups: {a: {union: b}}", .wrongType(key: "union", expected: "a list", found: "b"), 4, 21),
      ("groups: {a: {whole: b}}", .missingKey("minus"), 4, 13),
      (
        "groups: {a: {union: []}}",
        .wrongType(key: "union", expected: "a list of at least one zone", found: "a list"), 4, 21
      ),
      (
        "baseline: {window: 2023..2019}",
        .wrongType(key: "window", expected: "a window of years such as 2019..2023", found: "2023..2019"), 4,
        20
      ),
      ("baseline: {freeze: ja}", .wrongType(key: "freeze", expected: "true or false", found: "ja"), 4, 20),
      (
        "evaluation: {alpha: 5}",
        .wrongType(key: "alpha", expected: "a number from 0.0001 to 0.5", found: "5"), 4, 21
      ),
      (
        "publish: {formats: [cvs]}",
        .unknownWord(
          key: "formats", word: "cvs",
          known: ["html", "csv", "csv-excel-nb", "json", "jsonl", "json-stat", "xlsx", "md", "datapackage"],
          nearest: "csv"),
        4, 21
      ),
      ("goals:\n  - {id: a, name: x}\n  - {id: a, name: y}", .duplicateID("a"), 6, 10),
      ("goals: {a: 1}", .wrongType(key: "goals", expected: "a list", found: "a mapping"), 4, 8),
      ("id: y", .duplicateKey("id"), 2, 1),
    ])
  func problems(_ text: String, _ problem: ConfigurationProblem, _ line: Int, _ column: Int) {
    let found = failure { try read(Self.head + text) }
    #expect(found?.problem == problem)
    #expect(found?.at.line == line)
    #expect(found?.at.column == column)
  }

  @Test("The schema line decides what the file is")
  func schema() {
    #expect(
      failure { try read("schema: levekar.indicators/1\nid: x\nname: x") }?.problem
        == .wrongSchema(expected: "levekar.programme/1", found: "levekar.indicators/1"))
    #expect(failure { try read("id: x") }?.problem == .missingKey("schema"))
    #expect(
      failure { try read("- a") }?.problem == .wrongType(key: "", expected: "a mapping", found: "a list"))
  }

  @Test("Broken and hostile texts are errors, never a trap")
  func broken() {
    let text = Array(Self.full.utf8)
    for length in stride(from: 0, to: text.count, by: 5) {
      _ = try? ProgrammeFile.read(Array(text[..<length]))
    }
    for index in stride(from: 0, to: text.count, by: 11) {
      for byte: UInt8 in [0, 9, 10, 34, 38, 42, 58, 91, 123, 255] {
        var changed = text
        changed[index] = byte
        _ = try? ProgrammeFile.read(changed)
      }
    }
    #expect(throws: InterchangeError.emptyInput(path: "-")) { _ = try ProgrammeFile.read([]) }
    guard case .notYAML = failure({ try read("schema: [") })?.problem else {
      Issue.record("an open bracket is not YAML")
      return
    }
    guard case .notYAML = failure({ try ProgrammeFile.read([0x61, 0xE5]) })?.problem else {
      Issue.record("ISO-8859-1 is not UTF-8")
      return
    }
    let deep = String(repeating: "[", count: 100_000)
    guard case .notYAML = failure({ try read("a: " + deep) })?.problem else {
      Issue.record("a hundred thousand brackets are too many")
      return
    }
    let nested = (0..<1200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(failure { try read(nested) } != nil)
    // Aliases that would unfold to 10⁹ elements stay unread, since no key takes them.
    var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      laughs +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(failure { try read(Self.head + laughs) }?.problem == .unknownKey("a0", nearest: "id"))
  }
}

@Suite("Indicator file")
struct IndicatorFileTests {
  private func read(_ text: String) throws -> IndicatorCatalogue {
    try IndicatorFile.read(Array(("schema: levekar.indicators/1\nindicators:\n" + text).utf8))
  }

  @Test("Every key is read")
  func full() throws {
    let catalogue = try read(
      """
        - id: low-income
          name: {nb: Lavinntekt, en: Low income}
          theme: levekår
          goal: living
          role: process
          kind: proportion
          unit: per cent
          numerator: {source: ssb-06947, measure: persons, filter: {threshold: eu60}}
          denominator: {source: ssb-07459, population: january}
          multiplier: 100
          direction: lower-is-better
          window: {years: 3, published-windows: true}
          strata: [sex]
          standardise: direct(esp2013)
          aggregate: population-weighted
          suppress: {numerator-below: 5, complement-below: 4, denominator-below: 10, series: {hidden-share: 0.2, weak-share: 0.5, weak-below: 7}, zeros: show}
          breaks: [{period: 2021, reason: {nb: ny kilde}}, {period: 2022K3}]
          valid-range: [0, 100]
          description: {nb: "Andel"}
          constructed: true
      """)
    let rule = SuppressionRule(
      numeratorBelow: 5, complementBelow: 4, denominatorBelow: 10, hidesZeros: false, seriesHiddenShare: 0.2,
      seriesWeakShare: 0.5, seriesWeakBelow: 7)
    let breaks = [
      SeriesBreak(period: try #require(Period(year: 2021)), reason: LocalisedText(nb: "ny kilde")),
      SeriesBreak(period: try #require(Period("2022K3"))),
    ]
    #expect(
      catalogue["low-income"]
        == Indicator(
          id: "low-income", name: LocalisedText(nb: "Lavinntekt", en: "Low income"), kind: .proportion,
          theme: .livingConditions, goal: "living", role: .process, unit: .perCent, multiplier: 100,
          direction: .lowerIsBetter,
          numerator: FigureReference(source: "ssb-06947", measure: "persons", filter: ["threshold": "eu60"]),
          denominator: FigureReference(source: "ssb-07459", population: "january"), windowYears: 3,
          windowsArePublished: true, strata: ["sex"], standardise: "direct(esp2013)",
          aggregate: .populationWeighted,
          suppression: rule, breaks: breaks, validRange: 0...100, about: LocalisedText(nb: "Andel"),
          isConstructed: true))
  }

  @Test("What is wrong is named at its line and column")
  func problems() {
    let head = "  - {id: a, name: x, kind: count"
    func problem(_ rest: String) -> ConfigurationProblem? { failure { try read(head + rest + "}") }?.problem }
    #expect(problem("") == nil)
    #expect(
      problem(", theme: levekar")
        == .unknownWord(
          key: "theme", word: "levekar", known: Theme.allCases.map(\.rawValue), nearest: "levekår"))
    #expect(
      problem(", multiplier: 0") == .wrongType(key: "multiplier", expected: "a number above 0", found: "0"))
    #expect(
      problem(", multiplier: 1e999") == .wrongType(key: "multiplier", expected: "a number", found: "1e999"))
    #expect(
      problem(", valid-range: [5, 1]")
        == .wrongType(
          key: "valid-range", expected: "a number not below 5.0", found: "1"))
    #expect(
      problem(", standardise: direct()")
        == .wrongType(
          key: "standardise", expected: "none, direct(<population>) or indirect(<area>)", found: "direct()"))
    #expect(
      problem(", window: {years: 0}")
        == .wrongType(
          key: "years", expected: "a whole number, at least 1", found: "0"))
    #expect(
      problem(", suppress: {numerator-belw: 5}") == .unknownKey("numerator-belw", nearest: "numerator-below"))
    #expect(
      problem(", breaks: [{period: soon}]")
        == .wrongType(
          key: "period", expected: "a period such as 2024 or 2024K2", found: "soon"))
    let twice = failure { try read(head + "}\n" + head + "}") }
    #expect(twice?.problem == .duplicateID("a"))
    #expect(twice?.at == TextPosition(offset: 84, line: 4, column: 10))
  }
}

@Suite("Sources file")
struct SourcesFileTests {
  private func read(_ text: String) throws -> [DataSource] {
    try SourcesFile.read(Array(("schema: levekar.sources/1\nsources:\n" + text).utf8))
  }

  @Test("Every key is read")
  func full() throws {
    let sources = try read(
      """
        - id: ssb-07459
          kind: pxweb2
          host: https://data.ssb.no/api/pxwebapi/v2
          table: {id: "07459", title-contains: "Befolkning", dimensions: [Region, Tid]}
          select: {Region: {codelist: agg_KommSummer, codes: [K-3909]}, ContentsCode: [Personer1, B], Tid: "from(2002)"}
          licence: CC BY 4.0
          attribution: "Kilde: SSB"
          expect: {frequency: yearly, new-by: "03-15", minimum-rows: 20}
        - id: local
          kind: folder
          path: figures/*.csv
          columns: {zone: Sone, value: Verdi}
          constructed: true
      """)
    #expect(
      sources == [
        DataSource(
          id: "ssb-07459", kind: .pxweb2, host: "https://data.ssb.no/api/pxwebapi/v2", table: "07459",
          select: ["Region": "agg_KommSummer:K-3909", "ContentsCode": "Personer1,B", "Tid": "from(2002)"],
          licence: "CC BY 4.0", attribution: "Kilde: SSB",
          expect: DataSource.Expectation(frequency: "yearly", newBy: "03-15", minimumRows: 20)),
        DataSource(
          id: "local", kind: .folder, path: "figures/*.csv", columns: ["zone": "Sone", "value": "Verdi"],
          isConstructed: true),
      ])
  }

  @Test("A source lacks what its kind needs")
  func problems() {
    func problem(_ text: String) -> ConfigurationProblem? {
      failure { try read("  - {id: a, " + text + "}") }?.problem
    }
    #expect(problem("kind: folder") == .missingKey("path"))
    #expect(problem("kind: klass") == .missingKey("host"))
    #expect(problem("kind: fhi, host: h") == .missingKey("table"))
    #expect(
      problem("kind: pxweb")
        == .unknownWord(
          key: "kind", word: "pxweb", known: DataSource.Kind.allCases.map(\.rawValue), nearest: "pxweb2"))
    #expect(
      problem("kind: folder, path: p, expect: {new-by: 31-12}")
        == .wrongType(
          key: "new-by", expected: "a day of the year such as 03-15", found: "31-12"))
    #expect(problem("kind: folder, path: p, columns: {sone: x}") == .unknownKey("sone", nearest: "zone"))
  }
}
