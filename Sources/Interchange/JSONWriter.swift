import Estimates
import Indicators

/// Writes a result as one JSON object: the machine contract of `--format json`.
///
///     {"schema":"levekar.trend","version":1,"rows":[…],"diagnostics":[…]}
///
/// Extra tables follow under their own names. Numbers are JSON numbers in the fewest digits that read back as the same
/// double. A number that does not exist is `null`, and the row's `reason` says why: where the verb left `reason` empty,
/// the reason of the headline `estimate` stands there.
public enum JSONWriter {
  /// The version of the layout.
  public static let version = 1

  /// The text of a result, ending with a line break.
  public static func bytes(of results: ResultSet) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    output.key("schema")
    output.string("levekar.\(results.verb)")
    output.key("version")
    output.integer(version)
    write(results.rows, named: "rows", to: &output)
    output.key("diagnostics")
    output.beginArray()
    for finding in results.findings { write(finding, to: &output) }
    output.endArray()
    for table in results.tables where table.schema.table != "rows" {
      write(table, named: table.schema.table, to: &output)
    }
    output.endObject()
    output.newline()
    return output.bytes
  }

  private static func write(_ table: ResultTable, named name: String, to output: inout JSONOutput) {
    output.key(name)
    output.beginArray()
    for row in 0..<table.count { write(row, of: table, to: &output) }
    output.endArray()
  }

  /// One row as an object.
  static func write(_ row: Int, of table: ResultTable, to output: inout JSONOutput) {
    let columns = table.schema.columns
    let values = table.completed(row)
    output.beginObject()
    for (column, value) in zip(columns, values) {
      output.key(column.key)
      write(value, to: &output)
    }
    if table.schema.position(of: "reason") == nil,
      let first = zip(columns, values).first(where: { $0.type == .number && $1.reason != nil })?.1.reason
    {
      output.key("reason")
      output.string(first.rawValue)
    }
    output.endObject()
  }

  private static func write(_ value: ResultValue, to output: inout JSONOutput) {
    switch value {
    case .text(let text): output.string(text)
    case .integer(let number): output.integer(number)
    case .number(let number): output.number(number)
    case .boolean(let flag): output.boolean(flag)
    case .texts(let texts): output.strings(texts)
    case .none: output.null()
    }
  }

  private static func write(_ finding: Finding, to output: inout JSONOutput) {
    output.beginObject()
    output.key("id")
    output.string(finding.diagnostic.rawValue)
    output.key("severity")
    output.string(finding.severity.rawValue)
    output.key("count")
    output.integer(finding.count)
    output.key("file")
    if let file = finding.place?.file { output.string(portable(file)) } else { output.null() }
    output.key("row")
    if let row = finding.place?.row { output.integer(row) } else { output.null() }
    output.key("column")
    if let column = finding.place?.column { output.string(column) } else { output.null() }
    output.key("arguments")
    output.beginObject()
    for (name, value) in finding.arguments.sorted(by: { $0.key < $1.key }) {
      output.key(name)
      output.string(value)
    }
    output.endObject()
    output.endObject()
  }

  /// The path as given where it is relative; only the file's name where it is absolute, which differs by machine.
  private static func portable(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension ResultTable {
  /// A row in schema order. Where the verb left `reason` empty and the headline `estimate` has no value, the reason of
  /// the headline stands in it.
  func completed(_ row: Int) -> [ResultValue] {
    var values = self.row(row)
    if let position = schema.position(of: "reason"), values[position].reason != nil,
      let headline = schema.position(of: "estimate").flatMap({ values[$0].reason })
    {
      values[position] = .text(headline.rawValue)
    }
    return values
  }
}
