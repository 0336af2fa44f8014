import Estimates
import Foundation
import Indicators
import Testing

@testable import Interchange

/// A small result with every type of cell, shared by the writers' tests.
enum SampleResult {
  static let schema = ResultSchema(
    verb: "level",
    columns: [
      ResultColumn("indicator", .text, ""), ResultColumn("zone", .text, ""),
      ResultColumn("zone_name", .text, ""),
      ResultColumn("sex", .text, ""), ResultColumn("period", .text, ""), ResultColumn("method", .text, ""),
      ResultColumn("estimate", .number, ""), ResultColumn("lower", .number, ""),
      ResultColumn("upper", .number, ""),
      ResultColumn("confidence", .number, ""), ResultColumn("n", .number, ""),
      ResultColumn("unit", .text, ""),
      ResultColumn("count", .integer, ""), ResultColumn("flag", .boolean, ""),
      ResultColumn("diagnostics", .texts, ""), ResultColumn("reason", .text, ""),
    ])

  static var set: ResultSet {
    var rows = ResultTable(schema)
    rows.append([
      .text("neet"), .text("0301"), .text("Oslo; \"sentrum\",\nnord"), .text("1"), .text("2024"),
      .text("proportion.wilson"),
      .number(-0.1), .number(1e-7), .number(12), .number(0.95), .number(1e17), .text("per cent"),
      .integer(-3),
      .boolean(true), .texts(["a-b", "c"]), .none(.notApplicable),
    ])
    rows.append([
      .text("neet"), .text("3909"), .text("Larvik å"), .text("1"), .text("2024"), .text("proportion.wilson"),
      .none(.suppressed), .none(.suppressed), .none(.suppressed), .number(0.95), .none(.suppressed),
      .text("per cent"),
      .integer(0), .boolean(false), .texts([]), .none(.notApplicable),
    ])
    var donors = ResultTable(
      ResultSchema(
        verb: "level", table: "donors",
        columns: [ResultColumn("zone", .text, ""), ResultColumn("weight", .number, "")]))
    donors.append([.text("0301"), .number(0.25)])
    donors.append([.text("3909"), .none(.missing)])
    let finding = Finding(
      Diagnostic("small-numerator"), place: Place(file: "/home/x/a.csv", row: 118, column: "Verdi"),
      arguments: ["b": "2", "a": "1\t"], count: 3)
    return ResultSet(verb: "level", tables: [rows, donors], findings: [finding])
  }
}

@Suite("Result writers")
struct ResultWriterTests {
  private func text(_ format: ResultFormat) throws -> String {
    let bytes = try ResultWriter.bytes(of: SampleResult.set, as: format)
    return try #require(String(validating: bytes, as: UTF8.self))
  }

  @Test("CSV of RFC 4180")
  func csv() throws {
    let expected =
      "indicator,zone,zone_name,sex,period,method,estimate,lower,upper,confidence,n,unit,count,flag,diagnostics,reason\r\n"
      + "neet,0301,\"Oslo; \"\"sentrum\"\",\nnord\",1,2024,proportion.wilson,-0.1,1e-07,12,0.95,1e+17,per cent,-3,true,a-b|c,\r\n"
      + "neet,3909,Larvik å,1,2024,proportion.wilson,,,,0.95,,per cent,0,false,,suppressed\r\n"
    #expect(try text(.csv) == expected)
  }

  @Test("CSV for Norwegian Excel")
  func csvExcel() throws {
    let text = try text(.csvExcelNorwegian)
    #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(text.contains("\";1;2024;proportion.wilson;-0,1;1e-07;12;0,95;1e+17;per cent;-3;true;a-b|c;\r\n"))
  }

  @Test("JSON keeps the machine contract")
  func json() throws {
    let expected =
      #"{"schema":"levekar.level","version":1,"rows":["#
      + #"{"indicator":"neet","zone":"0301","zone_name":"Oslo; \"sentrum\",\nnord","sex":"1","period":"2024","#
      + #""method":"proportion.wilson","estimate":-0.1,"lower":1e-07,"upper":12,"confidence":0.95,"n":1e+17,"#
      + #""unit":"per cent","count":-3,"flag":true,"diagnostics":["a-b","c"],"reason":null},"#
      + #"{"indicator":"neet","zone":"3909","zone_name":"Larvik å","sex":"1","period":"2024","#
      + #""method":"proportion.wilson","estimate":null,"lower":null,"upper":null,"confidence":0.95,"n":null,"#
      + #""unit":"per cent","count":0,"flag":false,"diagnostics":[],"reason":"suppressed"}],"#
      + #""diagnostics":[{"id":"small-numerator","severity":"warning","count":3,"file":"a.csv","row":118,"#
      + #""column":"Verdi","arguments":{"a":"1\t","b":"2"}}],"#
      + #""donors":[{"zone":"0301","weight":0.25},{"zone":"3909","weight":null,"reason":"missing"}]}"# + "\n"
    #expect(try text(.json) == expected)
  }

  @Test("JSON Lines are the rows of the JSON")
  func jsonLines() throws {
    let lines = try text(.jsonLines).split(separator: "\n")
    #expect(lines.count == 2)
    let json = try text(.json)
    for line in lines { #expect(json.contains(line)) }
  }

  @Test("What is written as JSON is read back equal, every double to the bit")
  func jsonRoundTrip() throws {
    let doubles = [
      0.1, -1.0 / 3, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e22, 9_007_199_254_740_994,
      123456.789, 2,
    ]
    var table = ResultTable(
      ResultSchema(verb: "x", columns: [ResultColumn("v", .number, ""), ResultColumn("t", .text, "")]))
    let nasty = "\u{0}\u{1F}\"\\/\u{7F}\u{2028}😀å\r\n"
    for value in doubles { table.append([.number(value), .text(nasty)]) }
    let bytes = JSONWriter.bytes(of: ResultSet(verb: "x", tables: [table]))
    var scanner = JSONScanner(bytes)
    let rows = try #require(try JSONValue(&scanner)["rows"]?.elements)
    #expect(rows.compactMap { $0["v"]?.number?.bitPattern } == doubles.map(\.bitPattern))
    #expect(rows.allSatisfy { $0["t"]?.text == nasty })
  }

  @Test("An empty result is valid in every format")
  func empty() throws {
    let set = ResultSet(verb: "level", tables: [ResultTable(SampleResult.schema)])
    #expect(
      String(decoding: try ResultWriter.bytes(of: set, as: .json), as: UTF8.self)
        == "{\"schema\":\"levekar.level\",\"version\":1,\"rows\":[],\"diagnostics\":[]}\n")
    #expect(try ResultWriter.bytes(of: set, as: .jsonLines).isEmpty)
    #expect(try JSONStatReader.read(try ResultWriter.bytes(of: set, as: .jsonStat)).count == 0)
  }
}
