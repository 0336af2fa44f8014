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
      + "neet,3909,Larvik å,1,2024,proportion.wilson,,,,0.95,,per cent,0,false,,\r\n"
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

@Suite("JSON-stat writer")
struct JSONStatWriterTests {
  @Test("A result becomes a cube of value, lower, upper and n")
  func result() throws {
    let bytes = try ResultWriter.bytes(of: SampleResult.set, as: .jsonStat)
    let cube = try JSONStatReader.read(bytes)
    #expect(cube.dimensions.map(\.id) == ["indicator", "zone", "sex", "period", "measure"])
    #expect(cube.dimensions[4].categories.map(\.code) == ["value", "lower", "upper", "n"])
    #expect(cube.dimensions[1].categories.map(\.label) == ["Oslo; \"sentrum\",\nnord", "Larvik å"])
    #expect(cube.dimensions[4].categories[0].unit?.rawValue == "per cent")
    #expect(Array(cube.measures[0].values.prefix(4)) == [-0.1, 1e-7, 12, 1e17])
    #expect(cube.measures[0].statuses.suffix(4).allSatisfy { $0 == .suppressed })
    #expect(cube.refusal == nil)
  }

  @Test("Rows about the same thing by two methods get a dimension for it, and true duplicates are refused")
  func methods() throws {
    let rows = SampleResult.set.rows
    var twice = rows
    var other = rows.row(0)
    other[5] = .text("proportion.jeffreys")
    twice.append(other)
    #expect(
      try JSONStatReader.read(try JSONStatWriter.bytes(of: twice)).dimensions.contains { $0.id == "method" })
    twice.append(other)
    #expect(throws: InterchangeError.self) { _ = try JSONStatWriter.bytes(of: twice) }
  }

  private func panel() throws -> Panel {
    let nan = Double.nan
    return try Panel(
      indicator: "neet",
      stratum: Stratum([.init(dimension: "Kjonn", role: .sex, category: "2", label: "Kvinner")]),
      kind: .proportion, unit: .perCent, multiplier: 100,
      zones: [Zone(code: "0301", name: "Oslo"), Zone(code: "3909")],
      periods: [2022, 2023, 2024].compactMap { Period(year: $0) }, values: [10, nan, 12.5, nan, 50, nan],
      numerators: [1, nan, 1, nan, 4, nan], denominators: [10, nan, 8, nan, 8, nan],
      statuses: [
        .observed, .suppressed, CellStatus(.observed, flags: .provisional), .missing, .observed,
        .notApplicable,
      ])
  }

  @Test("A panel is read back equal")
  func panelRoundTrip() throws {
    let panel = try panel()
    let cube = try JSONStatReader.read(try JSONStatWriter.bytes(of: panel))
    #expect(cube.dimensions.map(\.id) == ["indicator", "Kjonn", "zone", "period", "measure"])
    let value = try #require(try cube.panels(measure: "value").first)
    #expect(value.statuses == panel.statuses)
    #expect(value.zones == panel.zones)
    #expect(value.periods == panel.periods)
    #expect(value.unit == panel.unit)
    for (written, read) in zip(panel.values, value.values) {
      #expect(written == read || written.isNaN && read.isNaN)
    }
    let numerator = try #require(try cube.panels(measure: "numerator").first)
    #expect(numerator.values[4] == 4)
  }

  @Test("A listed cube is written in full, with cells that have no record missing")
  func listed() throws {
    let cube = try Cube(
      dimensions: [
        Cube.Dimension(id: "z", role: .zone, categories: [.init(code: "a"), .init(code: "b")]),
        Cube.Dimension(
          id: "t", role: .time,
          categories: [
            .init(code: "2023", period: Period(year: 2023)), .init(code: "2024", period: Period(year: 2024)),
          ]),
      ], layout: .listed([[1, 0], [0, 1]]),
      measures: [Cube.Measure(name: "v", values: [7, .nan], statuses: [.observed, .suppressed])])
    let read = try JSONStatReader.read(try JSONStatWriter.bytes(of: cube))
    #expect(read.measures[0].statuses == [.missing, .suppressed, .observed, .missing])
    #expect(read.measures[0].values[2] == 7)
    let twice = try Cube(
      dimensions: cube.dimensions, layout: .listed([[1, 1], [0, 0]]), measures: cube.measures)
    #expect(throws: InterchangeError.self) { _ = try JSONStatWriter.bytes(of: twice) }
  }

  @Test("Constructed figures are named as such in the file")
  func constructed() throws {
    var panel = try panel()
    let text = String(decoding: try JSONStatWriter.bytes(of: panel), as: UTF8.self)
    #expect(!text.contains("Konstruerte"))
    panel = try Panel(
      indicator: "x", zones: [Zone(code: "1")], periods: [2024].compactMap { Period(year: $0) }, values: [1],
      statuses: [CellStatus(.observed, flags: .constructed)])
    #expect(String(decoding: try JSONStatWriter.bytes(of: panel), as: UTF8.self).contains("Konstruerte"))
  }
}

@Suite("Files written as a whole")
struct AtomicFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("levekar-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("A file is made, replaced, and nothing is left beside it")
  func replaces() throws {
    try inFolder { folder in
      let path = folder + "/a.csv"
      try AtomicFile.write(Array("one".utf8), to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try AtomicFile.write(Array("two".utf8), to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o640)
    }
  }

  @Test("A link stays a link, and the file it points to is replaced")
  func links() throws {
    try inFolder { folder in
      try AtomicFile.write([49], to: folder + "/real")
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "real")
      try AtomicFile.write([50], to: folder + "/link")
      #expect(try String(contentsOfFile: folder + "/real", encoding: .utf8) == "2")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "real")
    }
  }

  @Test("A folder at the path, a missing folder and a full disk are errors that say cannot write")
  func failures() throws {
    try inFolder { folder in
      for (path, code) in [(folder, EISDIR), (folder + "/none/a", ENOENT)] {
        #expect(throws: InterchangeError.cannotWrite(path: path, code: code)) {
          try AtomicFile.write([1], to: path)
        }
      }
      #expect(InterchangeError.cannotWrite(path: folder, code: EISDIR).kind == .cannotWrite)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
    if FileManager.default.fileExists(atPath: "/dev/full") {
      #expect(throws: InterchangeError.cannotWrite(path: "/dev/full", code: ENOSPC)) {
        try AtomicFile.write([1], to: "/dev/full")
      }
    }
  }
}
