import Estimates
import Indicators

/// Writes cubes, panels and results as JSON-stat 2.0.
///
/// Cells without a figure are `null`, with a standard sign in `status`: `..` missing, `.` not applicable, `:` hidden;
/// beside a figure `*` is provisional and `e` estimated. Which rule hid a cell is not written. Figures that fill less
/// than a third of the cells are written by position. Constructed figures are named as such in `note`.
public enum JSONStatWriter {
  /// The most cells a written dataset may have.
  public static let maximumCells = 1 << 26

  /// The text of a cube.
  ///
  /// Several columns of figures become categories of a last dimension `measure`.
  ///
  /// - Throws: ``InterchangeError/document(_:path:)`` where the cells are too many, or where a cube with one record a
  ///   row has two records for the same cell.
  public static func bytes(of cube: Cube) throws(InterchangeError) -> [UInt8] {
    var dimensions = cube.dimensions
    var units = dimensions.map { $0.categories.map(\.unit) }
    let columns = cube.measures
    if columns.count > 1 {
      let categories = columns.map { Cube.Category(code: $0.name, unit: $0.unit) }
      dimensions.append(
        Cube.Dimension(id: unusedID("measure", dimensions), role: .measure, categories: categories))
      units.append(categories.map(\.unit))
    } else if let only = columns.first, only.unit != .unknown {
      let metric = dimensions.firstIndex { $0.role == .measure }
      if let metric {
        units[metric] = units[metric].map { $0 ?? only.unit }
      } else {
        dimensions.append(
          Cube.Dimension(
            id: unusedID("measure", dimensions), role: .measure,
            categories: [Cube.Category(code: only.name, unit: only.unit)]))
        units.append([only.unit])
      }
    }
    for (axis, column) in units.enumerated() {
      for (index, unit) in column.enumerated() { dimensions[axis].categories[index].unit = unit }
    }
    var dataset = JSONStatOutput(dimensions: dimensions)
    dataset.label = cube.title
    dataset.source = cube.source
    dataset.updated = cube.updated
    guard let cells = dataset.cells, cells <= maximumCells else { throw tooMany }
    var values = [Double](repeating: .nan, count: columns.isEmpty ? 0 : cells)
    var statuses = [CellStatus](repeating: .missing, count: values.count)
    var taken = [Bool](repeating: false, count: values.count)
    for record in 0..<cube.count {
      var position = record
      if case .listed(let coordinates) = cube.layout {
        position = 0
        for (axis, dimension) in cube.dimensions.enumerated() {
          position = position * dimension.categories.count + Int(coordinates[axis][record])
        }
      }
      for (offset, column) in columns.enumerated() {
        let cell = position * columns.count + offset
        guard !taken[cell] else {
          throw .document(.jsonStat(.badIndex(member: "value", index: cell)), path: cube.file ?? "-")
        }
        taken[cell] = true
        values[cell] = column.values[record]
        statuses[cell] = column.statuses[record]
      }
    }
    return dataset.bytes(values: values, statuses: statuses)
  }

  /// The text of a panel: indicator, strata, zones, periods, and a measure dimension of value and, where known,
  /// numerator and denominator.
  public static func bytes(of panel: Panel) throws(InterchangeError) -> [UInt8] {
    var dimensions = [
      Cube.Dimension(id: "indicator", role: .indicator, categories: [Cube.Category(code: panel.indicator)])
    ]
    for choice in panel.stratum.choices {
      dimensions.append(
        Cube.Dimension(
          id: unusedID(choice.dimension, dimensions), role: choice.role,
          categories: [Cube.Category(code: choice.category, label: choice.label)]))
    }
    dimensions.append(
      Cube.Dimension(
        id: "zone", role: .zone,
        categories: panel.zones.map { Cube.Category(code: $0.code, label: $0.label) }))
    dimensions.append(
      Cube.Dimension(
        id: "period", role: .time,
        categories: panel.periods.map { Cube.Category(code: $0.description, period: $0) }))
    var measures = [
      Cube.Measure(name: "value", unit: panel.unit, values: panel.values, statuses: panel.statuses)
    ]
    for (name, role, column) in [
      ("numerator", Cube.Measure.Role.numerator, panel.numerators),
      ("denominator", .denominator, panel.denominators),
    ] {
      guard let column else { continue }
      // A part may be unknown where the value is known; a hidden cell hides its parts.
      let statuses = zip(column, panel.statuses).map { number, status in
        number.isFinite || !status.isObserved ? status : CellStatus(.missing, flags: status.flags)
      }
      let shown = zip(column, statuses).map { $1.isObserved ? $0 : .nan }
      measures.append(Cube.Measure(name: name, role: role, values: shown, statuses: statuses))
    }
    return try bytes(of: try cube(dimensions, measures))
  }

  private static func cube(
    _ dimensions: [Cube.Dimension], _ measures: [Cube.Measure]
  ) throws(InterchangeError) -> Cube {
    do {
      return try Cube(dimensions: dimensions, layout: .dense, measures: measures)
    } catch {
      throw .inconsistent(path: "-", error)
    }
  }

  /// An id that no dimension has yet.
  static func unusedID(_ wanted: String, _ dimensions: [Cube.Dimension]) -> String {
    var id = wanted
    while dimensions.contains(where: { $0.id == id }) { id += "_" }
    return id
  }

  static let tooMany = InterchangeError.document(.jsonStat(.tooManyCells(limit: maximumCells)), path: "-")
}

/// A JSON-stat dataset while it is written.
struct JSONStatOutput {
  var dimensions: [Cube.Dimension]
  var label: String?
  var source: String?
  var updated: String?
  /// Members of `extension.levekar`.
  var additions: [(key: String, texts: [String])] = []
  /// Confidence level of intervals, where there are any.
  var confidence: Double?

  /// The product of the sizes; `nil` where it cannot be counted.
  var cells: Int? {
    var product = 1
    for dimension in dimensions {
      let (next, overflow) = product.multipliedReportingOverflow(by: dimension.categories.count)
      guard !overflow else { return nil }
      product = next
    }
    return product
  }

  /// The text of the dataset; no values stands for a description without figures.
  func bytes(values: [Double], statuses: [CellStatus]) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    output.key("version")
    output.string("2.0")
    output.key("class")
    output.string("dataset")
    for (key, text) in [("label", label), ("source", source), ("updated", updated)] {
      guard let text else { continue }
      output.key(key)
      output.string(text)
    }
    if statuses.contains(where: { $0.flags.contains(.constructed) }) {
      output.key("note")
      output.strings(["Konstruerte tall til eksempel. Constructed figures for an example."])
    }
    output.key("id")
    output.strings(dimensions.map(\.id))
    output.key("size")
    output.beginArray()
    for dimension in dimensions { output.integer(dimension.categories.count) }
    output.endArray()
    writeRoles(&output)
    output.key("dimension")
    output.beginObject()
    for dimension in dimensions { write(dimension, &output) }
    output.endObject()
    writeFigures(values, statuses, &output)
    writeAdditions(&output)
    output.endObject()
    output.newline()
    return output.bytes
  }

  private func writeRoles(_ output: inout JSONOutput) {
    let roles: [(key: String, role: Cube.Role)] = [("time", .time), ("geo", .zone), ("metric", .measure)]
    output.key("role")
    output.beginObject()
    for (key, role) in roles {
      let ids = dimensions.filter { $0.role == role }.map(\.id)
      guard !ids.isEmpty else { continue }
      output.key(key)
      output.strings(ids)
    }
    output.endObject()
  }

  private func write(_ dimension: Cube.Dimension, _ output: inout JSONOutput) {
    output.key(dimension.id)
    output.beginObject()
    output.key("label")
    output.string(dimension.label)
    output.key("category")
    output.beginObject()
    output.key("index")
    output.strings(dimension.categories.map(\.code))
    output.key("label")
    output.beginObject()
    for category in dimension.categories {
      output.key(category.code)
      output.string(category.label)
    }
    output.endObject()
    let units = dimension.categories.filter { $0.unit != nil && $0.unit != .unknown }
    if !units.isEmpty {
      output.key("unit")
      output.beginObject()
      for category in units {
        output.key(category.code)
        output.beginObject()
        output.key("label")
        output.string(category.unit?.rawValue ?? "")
        output.endObject()
      }
      output.endObject()
    }
    output.endObject()
    output.endObject()
  }

  private func writeFigures(_ values: [Double], _ statuses: [CellStatus], _ output: inout JSONOutput) {
    let filled = statuses.count(where: \.isObserved)
    output.key("value")
    if filled * 3 < values.count {
      output.beginObject()
      for (index, value) in values.enumerated() where value.isFinite {
        output.key(String(index))
        output.number(value)
      }
      output.endObject()
    } else {
      output.beginArray()
      for value in values { output.number(value) }
      output.endArray()
    }
    // Every cell of an array is there, so a missing one needs a sign; a cell left out of an object is missing already.
    let isSparse = filled * 3 < values.count
    let signs = statuses.indices.lazy.compactMap { index in
      Self.sign(statuses[index], isSparse: isSparse).map { (index, $0) }
    }
    guard !signs.isEmpty else { return }
    output.key("status")
    output.beginObject()
    for (index, sign) in signs {
      output.key(String(index))
      output.string(sign)
    }
    output.endObject()
  }

  private static func sign(_ status: CellStatus, isSparse: Bool) -> String? {
    switch status.kind {
    case .observed:
      if status.flags.contains(.provisional) { return "*" }
      return status.flags.contains(.estimated) ? "e" : nil
    case .missing: return isSparse ? nil : ".."
    case .notApplicable: return "."
    default: return ":"
    }
  }

  private func writeAdditions(_ output: inout JSONOutput) {
    guard !additions.isEmpty || confidence != nil else { return }
    output.key("extension")
    output.beginObject()
    output.key("levekar")
    output.beginObject()
    for (key, texts) in additions {
      output.key(key)
      output.strings(texts)
    }
    if let confidence {
      output.key("confidence")
      output.number(confidence)
    }
    output.endObject()
    output.endObject()
  }
}
