/// Reads a list of weights: one row an indicator, columns `indicator` and `weight`.
public enum WeightFile {
  private static let columns: [(name: String, others: [String])] = [
    ("indicator", ["indikator"]), ("weight", ["vekt"]),
  ]

  /// Reads the file at a path.
  ///
  /// - Throws: ``InterchangeError/list(_:_:)`` with the row of a weight that is no number from 0 up.
  public static func read(_ path: String) throws(InterchangeError) -> [String: Double] {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads a source; see ``read(_:)-(String)``.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> [String: Double] {
    let list = try ListFile(source)
    let positions = try list.positions(of: columns, required: ["indicator", "weight"])
    var result: [String: Double] = [:]
    for row in list.rows {
      guard row.cells.count == list.headers.count else {
        throw list.error(.raggedRow(expected: list.headers.count, found: row.cells.count), line: row.line)
      }
      let id = positions["indicator"].map { row.cells[$0] } ?? ""
      let text = positions["weight"].map { row.cells[$0] } ?? ""
      guard let weight = Double(text.replacing(",", with: ".")), weight >= 0, weight.isFinite else {
        throw list.error(.notAWeight(text), line: row.line)
      }
      result[id] = weight
    }
    return result
  }
}
