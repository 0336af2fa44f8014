import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("JSON records")
struct JSONRecordsReaderTests {
  private func read(_ text: String) throws -> Table {
    try JSONRecordsReader.read(Array(text.utf8))
  }

  private func texts(_ column: TableColumn) -> [String] {
    guard case .text(let cells) = column.cells else { return [] }
    return cells.codes.map { cells.labels[Int($0)] }
  }

  @Test("Keys become columns, whatever record has them first")
  func mixedKeys() throws {
    let table = try read("[{\"a\":1,\" b \":\"x\"},{\"c\":null,\"b\":2.5},{\"a\":3,\"b\":true,\"c\":7}]")
    #expect(table.rowCount == 3)
    #expect(table.columns.map(\.name) == ["a", "b", "c"])
    guard case .numbers(let a) = table.columns[0].cells, case .numbers(let c) = table.columns[2].cells else {
      Issue.record("a and c are numbers")
      return
    }
    #expect(a.values[0] == 1 && a.values[1].isNaN && a.values[2] == 3)
    #expect(a.marks == [0, NumberMark.empty.rawValue, 0])
    #expect(c.marks == [NumberMark.empty.rawValue, NumberMark.empty.rawValue, 0])
    #expect(texts(table.columns[1]) == ["x", "2.5", "true"])
    #expect(table.rowNumbers[2] == 3)
  }

  @Test("A number that text follows is written as it was")
  func numbersThenText() throws {
    let table = try read("[{\"a\":39},{},{\"a\":\"1,45\"},{\"a\":[1, 2]}]")
    #expect(texts(table.columns[0]) == ["39", "", "1,45", "[1, 2]"])
  }

  @Test(
    "What is no array of records is refused",
    arguments: [
      "", "{}", "[1]", "[{\"a\":1},2]", "[{\"a\":1,\"a\":2}]", "[{\"a\":1}", "[{\"a\":1}] x", "[]", "[{}]",
    ])
  func refusals(_ text: String) {
    #expect(throws: InterchangeError.self) { _ = try read(text) }
  }

  @Test("A flood of keys is refused before it fills the memory")
  func tooManyKeys() {
    let records = (0..<2000).map { "{\"k\($0)\":1}" }.joined(separator: ",")
    #expect(throws: InterchangeError.self) { _ = try read("[\(records)]") }
  }

  @Test(
    "Stavanger's files", .enabled(if: ReferenceData.has("real"), Comment(rawValue: ReferenceData.skipReason)),
    arguments: [
      ("hoy_utdanning", 419, "10,97178683"), ("lav_utdanning", 348, "7,534246575"),
      ("barn_med_barnevernstiltak", 277, "1,452282158"), ("levekaar_doedsrate_menn", 143, "5,869268045"),
      ("overgangsstonad", 69, "1,25"), ("registrert-arbeidsledighet", 212, "1,55"),
    ])
  func stavanger(_ name: String, _ rows: Int, _ first: String) throws {
    let table = try JSONRecordsReader.read(
      Array(Data(contentsOf: ReferenceData.url("real/stavanger-levekar/\(name).json"))))
    #expect(table.rowCount == rows)
    #expect(table.columns.count == 6)
    #expect(table.columns[0].name == "År")
    let value = try #require(table.columns.first { $0.name == "Variabel" })
    #expect(texts(value).first == first)
  }
}
