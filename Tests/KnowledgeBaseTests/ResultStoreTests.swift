import Estimates
import GRDB
import Indicators
import Testing

@testable import KnowledgeBase

@Suite struct ResultStoreTests {
  private static let schema = ResultSchema(
    verb: "life-expectancy",
    columns: [
      ResultColumn("indicator", .text, "The indicator."),
      ResultColumn("estimate", .number, unit: "years", "It."),
      ResultColumn("n", .integer, "Persons."), ResultColumn("informative", .boolean, "Whether."),
      ResultColumn("diagnostics", .texts, "Ids."), ResultColumn("reason", .text, "Why not."),
      ResultColumn("row", .integer, "A key the base uses itself."),
      ResultColumn("Estimate", .text, "A key that differs in case only."),
    ])

  private static func result(_ estimate: Double) -> ResultSet {
    var rows = ResultTable(schema)
    rows.append([
      .text("e0 «åtti»"), .number(estimate), .integer(Int.max), .boolean(true), .texts(["a", "b \"c\""]),
      .none(.notApplicable), .integer(7), .text("x"),
    ])
    rows.append([
      .text("e65"), .none(.suppressed), .none(.missing), .boolean(false), .texts([]), .text("suppressed"),
      .integer(8), .none(Reason("odd")),
    ])
    var donors = ResultTable(
      ResultSchema(
        verb: "life-expectancy", table: "donors",
        columns: [ResultColumn("zone", .text, "Z."), ResultColumn("weight", .number, "W.")]))
    donors.append([.text("3909"), .number(0.1)])
    return ResultSet(
      verb: "life-expectancy", tables: [rows, donors],
      findings: [
        Finding(
          Diagnostic("late"), severity: .note, place: Place(file: "a.csv", row: 3), arguments: ["k": "v"],
          count: 4), Finding(Diagnostic("plain")),
      ])
  }

  private func commit(_ base: KnowledgeBase, _ result: ResultSet) throws -> CommitOutcome {
    try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add(result) }
  }

  /// Compares value by value.
  private func expectSame(_ found: [ResultSet], _ expected: [ResultSet]) throws {
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      #expect(one.verb == other.verb)
      #expect(one.findings == other.findings)
      #expect(one.tables.map(\.schema) == other.tables.map(\.schema))
      for (left, right) in zip(one.tables, other.tables) {
        #expect((0..<left.count).map(left.row) == (0..<right.count).map(right.row))
      }
    }
  }

  @Test func everyValueAndReasonComesBack() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    _ = try commit(base, Self.result(81.3))
    try expectSame(base.results(), [Self.result(81.3)])
    #expect(try base.results(verb: "life-expectancy").count == 1)
    #expect(try base.results(verb: "trend").isEmpty)
    guard case .unchanged = try commit(base, Self.result(81.3)) else {
      Issue.record("the same result made a new version")
      return
    }
    #expect(try commit(base, Self.result(81.4)).version.number == 2)
    try expectSame(base.results(version: 1), [Self.result(81.3)])
    try expectSame(base.results(version: 2), [Self.result(81.4)])
  }

  @Test func theTablesAreOrdinarySQL() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    _ = try commit(base, Self.result(81.25))
    let rows = try base.reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT version, indicator, estimate, n, informative, diagnostics, reason, reasons
          FROM result_life_expectancy ORDER BY "row"
          """)
    }
    #expect(rows[0]["version"] == 1)
    #expect(rows[0]["indicator"] == "e0 «åtti»")
    #expect(rows[0]["estimate"] == 81.25)
    #expect(rows[0]["diagnostics"] == "[\"a\",\"b \\\"c\\\"\"]")
    #expect(rows[1]["estimate"] == DatabaseValue.null)
    #expect(rows[1]["reason"] == "suppressed")
    #expect(rows[1]["reasons"] == "{\"Estimate\":\"odd\",\"estimate\":\"suppressed\",\"n\":\"missing\"}")
    let weight = try base.reading {
      try Double.fetchOne($0, sql: "SELECT weight FROM result_life_expectancy_donors")
    }
    #expect(weight == 0.1)
  }

  @Test func aNewerSchemaAddsColumnsAndChangesTypes() throws {
    func result(_ columns: [ResultColumn], _ row: [ResultValue]) -> ResultSet {
      var table = ResultTable(ResultSchema(verb: "trend", columns: columns))
      table.append(row)
      return ResultSet(verb: "trend", tables: [table])
    }
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let first = result(
      [ResultColumn("zone", .text, ""), ResultColumn("tau", .text, "")], [.text("1"), .text("0.10")])
    let second = result(
      [ResultColumn("tau", .number, ""), ResultColumn("zone", .text, ""), ResultColumn("s", .integer, "")],
      [.number(1.0 / 3), .text("1"), .integer(4)])
    let third = result([ResultColumn("s", .integer, "")], [.integer(5)])
    for result in [first, second, third] { _ = try commit(base, result) }
    #expect(try base.results(version: 1) == [first])
    #expect(try base.results(version: 2) == [second])
    #expect(try base.results(version: 3) == [third])
    let columns = try base.reading { db in
      try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('result_trend')")
    }
    #expect(columns == ["version", "result", "row", "reasons", "zone", "tau", "tau_number", "s"])
  }

  @Test func namesNeverCollideNorEscape() throws {
    func result(_ verb: String, _ part: String) -> ResultSet {
      var table = ResultTable(
        ResultSchema(verb: verb, table: part, columns: [ResultColumn("a\"; DROP TABLE panel;--", .text, "")]))
      table.append([.text("\(verb)/\(part)")])
      return ResultSet(verb: verb, tables: [table])
    }
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let results = [result("a-b", "rows"), result("a", "b"), result("A_B", "rows"), result("\"x", "rows")]
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      for result in results { try writer.add(result) }
    }
    #expect(try base.results() == results)
    #expect(try base.panels().isEmpty)
  }
}
