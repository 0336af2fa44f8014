import Indicators
import Testing

@testable import Interchange

/// Columns that say one thing of each zone.
@Suite struct ColumnAssignmentTests {
  private func read(_ text: String, _ columns: [String]) throws -> (cube: Cube, summary: ReadingSummary) {
    var options = ReadingOptions()
    options.zoneColumns = columns
    return try ForeignReader.read(ByteSource(Array(text.utf8), path: "f.csv"), options: options)
  }

  @Test func theyAreNeitherFiguresNorSplits() throws {
    let text = "zone;year;value;first.treat\nA;2019;1;2020\nA;2020;2; 2020\nB;2019;3;0\nB;2020;4;0\n"
    let (cube, summary) = try read(text, ["first.treat"])
    #expect(cube.zoneTexts == ["first.treat": ["A": "2020", "B": "0"]])
    #expect(cube.measures.map(\.name) == ["value"])
    #expect(cube.dimensions.map(\.role) == [.zone, .time])
    #expect(summary.columns.last?.use == .zoneText)
    // The header in another case is the same column, under the name asked for.
    #expect(try read(text, ["First.Treat"]).cube.zoneTexts.keys.sorted() == ["First.Treat"])
  }

  @Test func aZoneThatSaysTwoThingsIsRefusedWithItsRow() throws {
    let text = "zone;year;value;first\nA;2019;1;2020\nB;2019;3;\nA;2020;2;2021\n"
    #expect(
      throws: InterchangeError.variesWithinZone(
        Place(file: "f.csv", row: 4, column: "first"), zone: "A", first: "2020", found: "2021")
    ) { try read(text, ["first"]) }
    #expect(
      throws: InterchangeError.noSuchColumn(
        path: "f.csv", name: "last", candidates: ["zone", "year", "value", "first"])
    ) { try read(text, ["last"]) }
  }
}
