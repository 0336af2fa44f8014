import Estimates
import Indicators

extension JSONStatWriter {
  /// The metrics of a result and the columns they come from.
  private static let metrics = [("value", "estimate"), ("lower", "lower"), ("upper", "upper"), ("n", "n")]

  /// The text of a result table: what its rows are about as dimensions, and a dimension `measure` of `value`, `lower`,
  /// `upper` and `n`, which a reader who knows nothing of intervals still sees as a plain cube.
  ///
  /// Method ids, confidence level and the ids of diagnostics stand in `extension.levekar`. Rows that differ only in
  /// their method get a dimension `method`.
  ///
  /// - Throws: ``InterchangeError/document(_:path:)`` where the cells are too many or two rows are about the same thing,
  ///   ``InterchangeError/noMeasure(path:candidates:)`` for a table without an `estimate`.
  public static func bytes(of table: ResultTable) throws(InterchangeError) -> [UInt8] {
    guard table.schema.position(of: "estimate") != nil else {
      throw .noMeasure(path: "-", candidates: table.schema.columns.map(\.key))
    }
    var axes = ResultAxes(table, withMethod: false)
    if axes.hasDuplicates { axes = ResultAxes(table, withMethod: true) }
    guard !axes.hasDuplicates else {
      throw .document(.jsonStat(.badIndex(member: "value", index: axes.firstDuplicate)), path: "-")
    }
    let metrics = metrics.filter { table.schema.position(of: $0.1) != nil }
    let unit = axes.onlyText(of: "unit").map { Unit(rawValue: $0) }
    var dimensions = axes.dimensions
    dimensions.append(
      Cube.Dimension(
        id: unusedID("measure", dimensions), role: .measure,
        categories: metrics.map { name, _ in Cube.Category(code: name, unit: name == "n" ? nil : unit) }))
    var output = JSONStatOutput(dimensions: dimensions)
    output.label = "levekar.\(table.schema.verb)"
    output.additions = [
      ("method", axes.distinct("method")), ("diagnostics", axes.distinct("diagnostics")),
    ].filter { !$0.1.isEmpty }
    output.confidence = table.count > 0 ? table[0, "confidence"].double : nil
    guard let cells = output.cells, cells <= maximumCells else { throw tooMany }
    var values = [Double](repeating: .nan, count: cells)
    var statuses = [CellStatus](repeating: .missing, count: cells)
    for row in 0..<table.count {
      for (offset, metric) in metrics.enumerated() {
        let cell = axes.position(of: row) * metrics.count + offset
        switch table[row, metric.1] {
        case .none(let reason): statuses[cell] = status(of: reason)
        case let value:
          values[cell] = value.double ?? .nan
          statuses[cell] = value.double == nil ? .missing : .observed
        }
      }
    }
    return output.bytes(values: values, statuses: statuses)
  }

  private static func status(of reason: Reason) -> CellStatus {
    switch reason {
    case .suppressed: .suppressed
    case .missing, .zoneNotInData, .periodNotInData: .missing
    default: .notApplicable
    }
  }
}

/// What the rows of a result are about, as dimensions with categories in the order of first appearance.
private struct ResultAxes {
  let table: ResultTable
  private(set) var dimensions: [Cube.Dimension] = []
  /// For each dimension the category of each row.
  private var coordinates: [[Int]] = []
  private(set) var hasDuplicates = false
  private(set) var firstDuplicate = 0

  init(_ table: ResultTable, withMethod: Bool) {
    self.table = table
    for key in Self.keys(table.schema, withMethod: withMethod) { add(key) }
    if table.schema.position(of: "first_period") != nil { addSpan() }
    var seen: Set<[Int]> = []
    for row in 0..<table.count where !seen.insert(coordinates.map { $0[row] }).inserted {
      if !hasDuplicates { firstDuplicate = row }
      hasDuplicates = true
    }
  }

  /// The columns that say what a row is about: the common ones, and those that `--by` has put behind the zone.
  private static func keys(_ schema: ResultSchema, withMethod: Bool) -> [String] {
    let common: Set<String> = ["indicator", "zone", "period", "window", "against", "measure"]
    let ends: Set<String> = ["period", "window", "first_period", "method", "estimate", "measure", "against"]
    var keys: [String] = []
    var isBehindZone = false
    for column in schema.columns {
      if ends.contains(column.key) { isBehindZone = false }
      if common.contains(column.key) || (withMethod && column.key == "method") {
        keys.append(column.key)
      } else if isBehindZone, column.type == .text, column.key != "zone_name" {
        keys.append(column.key)
      }
      if column.key == "zone" { isBehindZone = true }
    }
    return keys
  }

  private mutating func add(_ key: String) {
    let texts = (0..<table.count).map { table[$0, key].string ?? "" }
    var labels: [String: String] = [:]
    if key == "zone", table.schema.position(of: "zone_name") != nil {
      for row in 0..<table.count {
        if let name = table[row, "zone_name"].string, !name.isEmpty { labels[texts[row]] = name }
      }
    }
    let role: Cube.Role =
      switch key {
      case "zone": .zone
      case "period", "window": .time
      case "indicator": .indicator
      default: .other
      }
    add(id: key, role: role, texts: texts, labels: labels)
  }

  /// First and last period together, as one window where they are years.
  private mutating func addSpan() {
    let texts = (0..<table.count).map { row in
      let ends = ["first_period", "last_period"].map { table[row, $0].string ?? "" }
      return ends[0] == ends[1] ? ends[0] : "\(ends[0])-\(ends[1])"
    }
    add(id: "period", role: .time, texts: texts, labels: [:])
  }

  private mutating func add(id: String, role: Cube.Role, texts: [String], labels: [String: String]) {
    var positions: [String: Int] = [:]
    var categories: [Cube.Category] = []
    var column: [Int] = []
    column.reserveCapacity(texts.count)
    for text in texts {
      let position = positions[text] ?? categories.count
      if position == categories.count {
        positions[text] = position
        categories.append(Cube.Category(code: text, label: labels[text]))
      }
      column.append(position)
    }
    dimensions.append(Cube.Dimension(id: id, role: role, categories: categories))
    coordinates.append(column)
  }

  func position(of row: Int) -> Int {
    zip(dimensions, coordinates).reduce(0) { $0 * $1.0.categories.count + $1.1[row] }
  }

  /// The text that all rows have in a column; `nil` where they differ.
  func onlyText(of key: String) -> String? {
    guard table.count > 0, let first = table[0, key].string else { return nil }
    return (0..<table.count).allSatisfy { table[$0, key].string == first } ? first : nil
  }

  /// The distinct texts of a column, sorted.
  func distinct(_ key: String) -> [String] {
    var found: Set<String> = []
    for row in 0..<table.count {
      switch table[row, key] {
      case .text(let text): found.insert(text)
      case .texts(let texts): found.formUnion(texts)
      default: break
      }
    }
    return found.sorted()
  }
}
