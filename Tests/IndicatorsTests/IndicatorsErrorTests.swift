import Testing

@testable import Indicators

@Suite struct IndicatorsErrorTests {
  static let all: [IndicatorsError] = [
    .emptyZoneCode(position: 3), .duplicateZone(code: "1", validFrom: nil),
    .unknownParent(zone: "1", parent: "2"),
    .circularZones(code: "1"), .unknownMember(group: "g", member: "m"), .circularGroup(id: "g"),
    .overlappingMembers(group: "g", code: "1"), .wrongShape(what: "w", expected: 1, found: 2),
    .duplicateKey(zone: "1", period: "2020", stratum: "", rows: "1, 2"),
    .statusMismatch(zone: "1", period: "2020"),
    .duplicateAxisValue(axis: "zone", value: "1"), .unorderedPeriods(earlier: "2020", later: "2021"),
    .tooSparse(cells: 9, records: 1), .notAnalysable(.noFigures, file: "f"), .axesDiffer(indicator: "i"),
    .badNeighbour(zone: "1", neighbour: "2"), .unknownMeasure(name: "n", known: ["a", "b"]),
    .ambiguousMeasure(known: ["a", "b"]),
  ]

  @Test func codesAreDistinctKebabCase() {
    let codes = Self.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(code.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 } && !code.isEmpty, "\(code)")
    }
  }

  @Test func errorsSayWhatAndWhere() {
    #expect(
      IndicatorsError.unknownMeasure(name: "n", known: ["a", "b"]).description
        == "unknown-measure known=a, b measure=n")
    #expect(IndicatorsError.notAnalysable(.noFigures, file: "f.csv").description == "no-figures at=f.csv")
    #expect(IndicatorsError.notAnalysable(.noFigures, file: nil).place == nil)
    #expect(IndicatorsError.notAnalysable(.noFigures, file: nil).kind == .refused)
    #expect(IndicatorsError.unknownMeasure(name: "n", known: []).kind == .usage)
    #expect(IndicatorsError.duplicateZone(code: "1", validFrom: nil).kind == .badData)
    #expect(Place(file: "f.csv", row: 7, column: "verdi").description == "f.csv:7:verdi")
  }
}
