import Indicators

/// What a verb returns: its `rows`, extra tables where it has them, and what was found on the way.
public struct ResultSet: Sendable, Equatable {
  /// The verb.
  public let verb: String
  /// The tables; the first is `rows`.
  public var tables: [ResultTable]
  /// What was found, in the order it was found.
  public var findings: [Finding]

  /// A result.
  public init(verb: String, tables: [ResultTable], findings: [Finding] = []) {
    self.verb = verb
    self.tables = tables
    self.findings = findings
  }

  /// The table `rows`; empty where the verb has none.
  public var rows: ResultTable {
    tables.first { $0.schema.table == "rows" } ?? ResultTable(ResultSchema(verb: verb, columns: []))
  }

  /// Whether every row was refused: there are rows, and none has an `estimate`. Verbs without estimates never are.
  public var isRefused: Bool {
    let rows = self.rows
    guard rows.count > 0, let column = rows.schema.position(of: "estimate") else { return false }
    return (0..<rows.count).allSatisfy { rows[$0, column].reason != nil }
  }
}
