import Indicators
import Testing

@testable import Analyses

@Suite struct ZoneChoiceTests {
  private let zones = [
    Zone(code: "0709", name: "Larvik"), Zone(code: "1", name: "01 Buøy"), Zone(code: "2", name: "Sentrum"),
    Zone(code: "3", name: "Sentrum"),
  ]

  private func code(_ word: String) throws -> String {
    let panel = try Panel(
      indicator: "x", zones: zones, periods: [], values: [], statuses: [])
    return try ZoneChoice(Dataset(panels: [panel])).code(word, in: [panel])
  }

  @Test(arguments: [
    ("0709", "0709"), ("K-0709", "0709"), ("larvik", "0709"), ("0709 Larvik", "0709"), ("Buøy", "1"),
  ])
  func aZoneIsFoundByCodeOrName(word: String, expected: String) throws {
    #expect(try code(word) == expected)
  }

  @Test func aNameOfTwoZonesIsAmbiguous() throws {
    #expect(throws: AnalysisError.ambiguousZone("sentrum", candidates: ["2 (Sentrum)", "3 (Sentrum)"])) {
      try code("sentrum")
    }
  }

  @Test func anUnknownNameGetsTheNearest() throws {
    do {
      _ = try code("Larvk")
      Issue.record("found a zone that is not there")
    } catch let error as AnalysisError {
      #expect(error.arguments["nearest"] == "Larvik")
    }
  }
}
