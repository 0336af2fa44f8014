import Estimates
import GRDB
import Indicators

/// Results of verbs as ordinary tables: `result_<verb>` for the rows, `result_<verb>_<table>` for extra tables.
///
/// Each has the columns of the schema and four of the base's own: `version`, `result` (which result of the version),
/// `row` (from 0) and `reasons`, a JSON object that says for each key without a value why there is none. A newer schema
/// adds columns; a key whose type has changed gets a column of its own, `<key>_<type>`.
enum ResultStore {
  private static let own = ["version", "result", "row", "reasons"]

  /// Writes a result of a version.
  static func insert(_ db: Database, version: Int, position: Int, _ result: ResultSet, digest: String) throws
  {
    try db.execute(
      sql: "INSERT INTO version_result (version, position, verb, sha256, findings) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        version, position, try StorableText.checked(result.verb, "verb"), digest,
        try StoredJSON.text(result.findings.map(StoredFinding.init)),
      ])
    for (order, table) in result.tables.enumerated() {
      let name = try tableName(db, table.schema)
      let columns = try prepare(db, name, table.schema)
      try db.execute(
        sql: """
          INSERT INTO version_result_table (version, result, position, name, verb, part, rows, columns)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          version, position, order, name, table.schema.verb, table.schema.table, table.count,
          try StoredJSON.text(columns),
        ])
      try insertRows(db, table, name: name, columns: columns, version: version, position: position)
    }
  }

  /// The results of a version, in order; of one verb or of all.
  static func load(_ db: Database, version: Int, verb: String?) throws -> [ResultSet] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT position, verb, findings FROM version_result WHERE version = ?1 AND (?2 IS NULL OR verb = ?2)
        ORDER BY position
        """, arguments: [version, verb])
    return try rows.map { row in
      let position = try row.integer(0)
      let tables = try Row.fetchAll(
        db,
        sql: """
          SELECT name, verb, part, rows, columns FROM version_result_table WHERE version = ? AND result = ?
          ORDER BY position
          """, arguments: [version, position])
      return ResultSet(
        verb: try row.text(1), tables: try tables.map { try table(db, $0, version, position) },
        findings: try StoredJSON.value([StoredFinding].self, try row.text(2)).map { try $0.finding() })
    }
  }

  /// The digests of a version's results, in order.
  static func digest(of result: ResultSet) throws -> String {
    var hash = SHA256()
    hash.update(result.verb)
    hash.update(try StoredJSON.text(result.findings.map(StoredFinding.init)))
    for table in result.tables {
      hash.update(table.schema.verb)
      hash.update(table.schema.table)
      hash.update(try StoredJSON.text(table.schema.columns.map { StoredColumn($0, column: $0.key) }))
      hash.update(UInt64(table.count))
      for row in 0..<table.count {
        for column in table.schema.columns.indices { try update(&hash, table[row, column]) }
      }
    }
    return hash.finish()
  }

  private static func update(_ hash: inout SHA256, _ value: ResultValue) throws {
    switch value {
    case .text(let text):
      hash.update([1])
      hash.update(text)
    case .integer(let number):
      hash.update([2])
      hash.update(UInt64(bitPattern: Int64(number)))
    case .number(let number):
      hash.update([3])
      hash.update((number + 0).bitPattern)
    case .boolean(let flag): hash.update([4, flag ? 1 : 0])
    case .texts(let texts):
      hash.update([5])
      hash.update(try StoredJSON.text(texts))
    case .none(let reason):
      hash.update([6])
      hash.update(reason.rawValue)
    }
  }

  // MARK: Tables

  /// The name of the table of a schema: registered once, so that two schemas never share one by accident.
  private static func tableName(_ db: Database, _ schema: ResultSchema) throws -> String {
    if let row = try Row.fetchOne(
      db, sql: "SELECT name FROM result_table WHERE verb = ? AND part = ?",
      arguments: [schema.verb, schema.table])
    {
      return try row.text(0)
    }
    let stem = "result_" + plain(schema.verb) + (schema.table == "rows" ? "" : "_" + plain(schema.table))
    var name = stem
    var suffix = 2
    while try Row.fetchOne(
      db, sql: "SELECT 1 FROM sqlite_master WHERE name = ? COLLATE NOCASE", arguments: [name]) != nil
    {
      name = "\(stem)_\(suffix)"
      suffix += 1
    }
    try db.execute(
      sql: "INSERT INTO result_table (name, verb, part) VALUES (?, ?, ?)",
      arguments: [
        name, try StorableText.checked(schema.verb, "verb"), try StorableText.checked(schema.table, "table"),
      ])
    try db.execute(
      sql: """
        CREATE TABLE \(quoted(name)) (
          version INTEGER NOT NULL, result INTEGER NOT NULL, "row" INTEGER NOT NULL, reasons TEXT,
          PRIMARY KEY (version, result, "row"),
          FOREIGN KEY (version, result) REFERENCES version_result(version, position)) WITHOUT ROWID
        """)
    return name
  }

  /// Adds the columns a schema needs and the table does not have yet; gives the column of each key.
  private static func prepare(_ db: Database, _ name: String, _ schema: ResultSchema) throws -> [StoredColumn]
  {
    var types: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [name]) {
      types[try row.text(0).lowercased()] = try row.text(1)
    }
    var taken = Set(own)
    return try schema.columns.map { column in
      let key = try StorableText.checked(column.key, "column")
      let type = sqlType(column.type)
      var candidates = [key, "\(key)_\(column.type.rawValue)"]
      candidates += (2...(schema.columns.count + 2)).map { "\(key)_\(column.type.rawValue)_\($0)" }
      let chosen = candidates.first {
        !taken.contains($0.lowercased()) && types[$0.lowercased(), default: type] == type
      }
      guard let chosen else { throw KnowledgeBaseError.duplicateEntry(kind: "column", id: key) }
      taken.insert(chosen.lowercased())
      if types[chosen.lowercased()] == nil {
        try db.execute(sql: "ALTER TABLE \(quoted(name)) ADD COLUMN \(quoted(chosen)) \(type)")
        types[chosen.lowercased()] = type
      }
      return StoredColumn(column, column: chosen)
    }
  }

  private static func insertRows(
    _ db: Database, _ table: ResultTable, name: String, columns: [StoredColumn], version: Int, position: Int
  ) throws {
    let names = (own + columns.map(\.column)).map(quoted).joined(separator: ", ")
    let places = [String](repeating: "?", count: own.count + columns.count).joined(separator: ", ")
    let add = try db.makeStatement(sql: "INSERT INTO \(quoted(name)) (\(names)) VALUES (\(places))")
    for row in 0..<table.count {
      var values: [DatabaseValue] = []
      var reasons: [String: String] = [:]
      for column in columns.indices {
        let value = table[row, column]
        if let reason = value.reason { reasons[columns[column].key] = reason.rawValue }
        values.append(try stored(value))
      }
      let why = reasons.isEmpty ? nil : try StoredJSON.text(reasons)
      let keys: [DatabaseValue] = [
        version.databaseValue, position.databaseValue, row.databaseValue, why.databaseValue,
      ]
      try add.execute(arguments: StatementArguments(keys + values))
    }
  }

  private static func table(_ db: Database, _ link: Row, _ version: Int, _ position: Int) throws
    -> ResultTable
  {
    let columns = try StoredJSON.value([StoredColumn].self, try link.text(4))
    let schema = ResultSchema(
      verb: try link.text(1), table: try link.text(2), columns: try columns.map { try $0.resultColumn() })
    var table = ResultTable(schema)
    let names = (["reasons"] + columns.map(\.column)).map(quoted).joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(names) FROM \(quoted(try link.text(0))) WHERE version = ? AND result = ? ORDER BY "row"
        """, arguments: [version, position])
    while let row = try rows.next() {
      let reasons = try row.optionalText(0).map { try StoredJSON.value([String: String].self, $0) } ?? [:]
      table.append(
        try columns.indices.map { column in
          if let reason = reasons[columns[column].key] { return .none(Reason(reason)) }
          return try value(row, column + 1, schema.columns[column].type)
        })
    }
    guard table.count == (try link.integer(3)) else { throw StoredValueError.unreadable }
    return table
  }

  // MARK: Values

  private static func stored(_ value: ResultValue) throws -> DatabaseValue {
    switch value {
    case .text(let text): try StorableText.checked(text, "result").databaseValue
    case .integer(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .boolean(let flag): flag.databaseValue
    case .texts(let texts): try StoredJSON.text(texts).databaseValue
    case .none: .null
    }
  }

  private static func value(_ row: Row, _ column: Int, _ type: ResultType) throws -> ResultValue {
    switch type {
    case .text: return .text(try row.text(column))
    case .integer: return .integer(try row.integer(column))
    case .number:
      let number = try row.real(column)
      guard number.isFinite else { throw StoredValueError.unreadable }
      return .number(number)
    case .boolean: return .boolean(try row.flag(column))
    case .texts: return .texts(try StoredJSON.value([String].self, try row.text(column)))
    }
  }

  private static func sqlType(_ type: ResultType) -> String {
    switch type {
    case .text: "TEXT"
    case .integer: "INTEGER"
    case .number: "REAL"
    case .boolean: "BOOLEAN"
    case .texts: "JSON_TEXT"
    }
  }

  /// A name of letters, digits and underscores only.
  private static func plain(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.map { scalar in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
      })
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

/// One column of a stored result: what the schema said, and where it lies.
private struct StoredColumn: Codable {
  let key: String
  let type: String
  let unit: String?
  let about: String
  let column: String

  init(_ source: ResultColumn, column: String) {
    key = source.key
    type = source.type.rawValue
    unit = source.unit
    about = source.about
    self.column = column
  }

  func resultColumn() throws -> ResultColumn {
    guard let type = ResultType(rawValue: type) else { throw StoredValueError.unreadable }
    return ResultColumn(key, type, unit: unit, about)
  }
}

/// A finding, as it is stored.
private struct StoredFinding: Codable {
  let diagnostic: String
  let severity: String
  let has_place: Bool
  let file: String?
  let row: Int?
  let column: String?
  let arguments: [String: String]
  let count: Int

  init(_ finding: Finding) {
    diagnostic = finding.diagnostic.rawValue
    severity = finding.severity.rawValue
    has_place = finding.place != nil
    file = finding.place?.file
    row = finding.place?.row
    column = finding.place?.column
    arguments = finding.arguments
    count = finding.count
  }

  func finding() throws -> Finding {
    guard let severity = Severity(rawValue: severity) else { throw StoredValueError.unreadable }
    return Finding(
      Diagnostic(diagnostic), severity: severity,
      place: has_place ? Place(file: file, row: row, column: column) : nil, arguments: arguments,
      count: count)
  }
}
