import Indicators

/// Reads `sources.yml`: where figures come from.
///
/// Keys of a source: `id`, `kind`, `host`, `path`, `table`, `select`, `columns`, `licence`, `attribution`, `expect`,
/// `constructed`. A folder needs a `path`, a statistics bank a `host` and a `table`.
///
/// A table is an id or a mapping with `id`, `title-contains` and `dimensions`. What is selected of a dimension is kept as
/// it would be asked for: a text as it stands, a list joined by commas, a code list before a colon.
///
/// - Throws: ``InterchangeError/document(_:path:)`` with a ``ConfigurationProblem`` at line and column.
public enum SourcesFile {
  private static let keys = [
    "id", "kind", "host", "path", "table", "select", "columns", "licence", "attribution", "expect",
    "constructed",
  ]
  private static let columns = ["zone", "period", "value", "numerator", "denominator", "indicator", "status"]

  /// Reads the file at a path.
  public static func read(_ path: String) throws(InterchangeError) -> [DataSource] {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads a source.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> [DataSource] {
    try read(source.array, path: source.path)
  }

  /// Reads a text; `path` is what errors call it.
  public static func read(_ bytes: [UInt8], path: String = "-") throws(InterchangeError) -> [DataSource] {
    let root = try ConfigurationDocument(bytes, kind: "sources", keys: ["sources"], path: path).root
    var ids: Set<String> = []
    var sources: [DataSource] = []
    for value in try root["sources"]?.list() ?? [] { sources.append(try source(value, &ids)) }
    return sources
  }

  private static func source(
    _ value: ConfigurationDocument.Value, _ ids: inout Set<String>
  ) throws(InterchangeError) -> DataSource {
    let entry = try value.mapping(keys: keys)
    let kind = try entry.required("kind").word(DataSource.Kind.self)
    var source = DataSource(id: try entry.id(unlike: &ids), kind: kind)
    source.host = try (needsHost(kind) ? entry.required("host") : entry["host"])?.text()
    source.path = try (kind == .folder ? entry.required("path") : entry["path"])?.text()
    source.table = try (needsTable(kind) ? entry.required("table") : entry["table"]).map(table)
    for (name, choice) in try entry["select"]?.named() ?? [] { source.select[name] = try selection(choice) }
    if let headers = entry["columns"] {
      let mapping = try headers.mapping(keys: columns)
      for column in columns { source.columns[column] = try mapping[column]?.text() }
    }
    source.licence = try entry["licence"]?.text()
    source.attribution = try entry["attribution"]?.text()
    if let expect = entry["expect"] { source.expect = try expectation(expect) }
    if let constructed = entry["constructed"] { source.isConstructed = try constructed.boolean() }
    return source
  }

  private static func needsHost(_ kind: DataSource.Kind) -> Bool { kind != .folder }

  private static func needsTable(_ kind: DataSource.Kind) -> Bool {
    kind == .pxweb0 || kind == .pxweb2 || kind == .fhi
  }

  private static func table(_ value: ConfigurationDocument.Value) throws(InterchangeError) -> String {
    if case .scalar = value.node { return try value.text() }
    let entry = try value.mapping(keys: ["id", "title-contains", "dimensions"])
    _ = try entry["title-contains"]?.text()
    _ = try entry["dimensions"]?.texts()
    return try entry.required("id").text()
  }

  private static func selection(_ value: ConfigurationDocument.Value) throws(InterchangeError) -> String {
    switch value.node {
    case .scalar: return try value.text()
    case .sequence: return try value.texts().joined(separator: ",")
    default:
      let entry = try value.mapping(keys: ["codelist", "codes"])
      let codes = try entry.required("codes").texts().joined(separator: ",")
      guard let list = try entry["codelist"]?.text() else { return codes }
      return "\(list):\(codes)"
    }
  }

  private static func expectation(
    _ value: ConfigurationDocument.Value
  ) throws(InterchangeError) -> DataSource.Expectation {
    let entry = try value.mapping(keys: ["frequency", "new-by", "minimum-rows"])
    var expectation = DataSource.Expectation()
    expectation.frequency = try entry["frequency"]?
      .word(["yearly", "half-yearly", "quarterly", "monthly", "weekly", "irregular"])
    if let day = entry["new-by"] {
      let text = try day.text()
      // A leap year, so that 02-29 is a day.
      guard CalendarDay("2024-\(text)") != nil else { throw day.wrongType("a day of the year such as 03-15") }
      expectation.newBy = text
    }
    expectation.minimumRows = try entry["minimum-rows"]?.integer(atLeast: 0)
    return expectation
  }
}
