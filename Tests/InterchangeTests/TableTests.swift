import Testing

@testable import Interchange

@Suite struct TableTests {
  @Test func rowNumbersFollowTheirRuns() {
    let rows = RowNumbers(runs: [
      .init(row: 0, number: 4), .init(row: 3, number: 9), .init(row: 5, number: 20),
    ])
    #expect((0..<7).map { rows[$0] } == [4, 5, 6, 9, 10, 20, 21])
    #expect(RowNumbers(startingAt: 2)[1_000_000] == 1_000_002)
  }

  @Test func countIsThatOfTheCells() {
    #expect(TableCells.text(TextCells(codes: [0, 1, 0], labels: ["a", ""])).count == 3)
    #expect(TableCells.numbers(NumberCells(values: [1, .nan], marks: [0, 7])).count == 2)
  }
}
