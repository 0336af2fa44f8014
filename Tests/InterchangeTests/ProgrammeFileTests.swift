import Indicators
import Testing

@testable import Interchange

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
    let found = configurationFailure { try read(Self.head + text) }
    #expect(found?.problem == problem)
    #expect(found?.at.line == line)
    #expect(found?.at.column == column)
  }

  @Test("The schema line decides what the file is")
  func schema() {
    #expect(
      configurationFailure { try read("schema: levekar.indicators/1\nid: x\nname: x") }?.problem
        == .wrongSchema(expected: "levekar.programme/1", found: "levekar.indicators/1"))
    #expect(configurationFailure { try read("id: x") }?.problem == .missingKey("schema"))
    #expect(
      configurationFailure { try read("- a") }?.problem
        == .wrongType(key: "", expected: "a mapping", found: "a list"))
  }

  @Test("Broken and hostile texts are errors, never a trap")
  func broken() {
    let text = Array(Self.full.utf8)
    for length in stride(from: 0, to: text.count, by: 13) {
      _ = try? ProgrammeFile.read(Array(text[..<length]))
    }
    for index in stride(from: 0, to: text.count, by: 29) {
      for byte: UInt8 in [0, 9, 10, 34, 38, 42, 58, 91, 123, 255] {
        var changed = text
        changed[index] = byte
        _ = try? ProgrammeFile.read(changed)
      }
    }
    #expect(throws: InterchangeError.emptyInput(path: "-")) { _ = try ProgrammeFile.read([]) }
    guard case .notYAML = configurationFailure({ try read("schema: [") })?.problem else {
      Issue.record("an open bracket is not YAML")
      return
    }
    guard case .notYAML = configurationFailure({ try ProgrammeFile.read([0x61, 0xE5]) })?.problem else {
      Issue.record("ISO-8859-1 is not UTF-8")
      return
    }
    let deep = String(repeating: "[", count: 100_000)
    guard case .notYAML = configurationFailure({ try read("a: " + deep) })?.problem else {
      Issue.record("a hundred thousand brackets are too many")
      return
    }
    let nested = (0..<1100).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(configurationFailure { try read(nested) } != nil)
    // Aliases that would unfold to 10⁹ elements stay unread, since no key takes them.
    var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      laughs +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    guard case .unknownKey("a0", _) = configurationFailure({ try read(Self.head + laughs) })?.problem else {
      Issue.record("a0 is no key of the file")
      return
    }
  }
}
