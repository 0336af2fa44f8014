import Indicators
import Testing

@testable import Estimates

@Suite struct ResultCellsTests {
  private let schema = ResultSchema(
    verb: "test",
    columns: [
      ResultColumn("zone", .text, "A zone."), ResultColumn("estimate", .number, "A number."),
      ResultColumn("n", .integer, "A count."),
    ])

  @Test func cellsComeOutInSchemaOrderWhateverTheOrderTheyWereSet() {
    var cells = ResultCells(schema)
    cells["n"] = .integer(3)
    cells["zone"] = .text("A")
    var table = ResultTable(schema)
    table.append(cells, otherwise: .suppressed)
    #expect(table.row(0) == [.text("A"), .none(.suppressed), .integer(3)])
  }

  @Test func aRowOfCellsIsTheRowOfADictionary() {
    var cells = ResultCells(schema)
    cells["estimate"] = .number(0.5)
    var (one, other) = (ResultTable(schema), ResultTable(schema))
    one.append(cells)
    other.append(["estimate": .number(0.5)])
    #expect(one == other)
  }

  @Test func aCellCanBeTakenBackAndAnUnknownKeyHasNone() {
    var cells = ResultCells(schema)
    cells["estimate"] = .number(0.5)
    cells["estimate"] = nil
    #expect(cells["estimate"] == nil && cells["slope"] == nil)
  }

  @Test func everyKeyOfALongSchemaIsFound() {
    let keys = (0..<300).map { "key_\($0)" }
    let long = ResultSchema(verb: "test", columns: keys.map { ResultColumn($0, .number, "A number.") })
    #expect(keys.enumerated().allSatisfy { long.position(of: $1) == $0 })
    #expect(long.position(of: "key_300") == nil && long.position(of: "") == nil)
  }
}
