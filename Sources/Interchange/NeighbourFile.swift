import Indicators

/// Reads a list of neighbours: one row a pair of zone codes, columns `zone` and `neighbour`.
///
/// A pair counts in both directions, and giving it twice changes nothing.
public enum NeighbourFile {
  private static let columns: [(name: String, others: [String])] = [
    ("zone", ["sone", "code", "kode"]), ("neighbour", ["nabo", "neighbor"]),
  ]

  /// Reads the file at a path; the adjacency is over `zones`, in that order.
  ///
  /// - Throws: ``InterchangeError/list(_:_:)`` with the row of a pair that names an unknown zone or a zone twice.
  public static func read(_ path: String, zones: [String]) throws(InterchangeError) -> Adjacency {
    try read(ByteSource(contentsOf: path), zones: zones)
  }

  /// Reads a source; see ``read(_:zones:)-(String,_)``.
  public static func read(_ source: ByteSource, zones: [String]) throws(InterchangeError) -> Adjacency {
    let known = Set(zones)
    let pairs = try pairs(source) { known.contains($0) }
    do {
      return try Adjacency(zones: zones, pairs: pairs)
    } catch {
      throw .inconsistent(path: source.path, error)
    }
  }

  /// The pairs of a list as they stand, for callers that know the zones later: a pair of codes that no zone has names nobody.
  ///
  /// - Throws: ``InterchangeError/list(_:_:)`` with the row of a zone paired with itself.
  public static func pairs(_ path: String) throws(InterchangeError) -> [(String, String)] {
    try pairs(ByteSource(contentsOf: path)) { !$0.isEmpty }
  }

  private static func pairs(_ source: ByteSource, isZone: (String) -> Bool) throws(InterchangeError)
    -> [(String, String)]
  {
    let list = try ListFile(source)
    let positions = try list.positions(of: columns, required: ["zone", "neighbour"])
    var pairs: [(String, String)] = []
    for row in list.rows {
      guard row.cells.count == list.headers.count else {
        throw list.error(.raggedRow(expected: list.headers.count, found: row.cells.count), line: row.line)
      }
      let pair = (
        positions["zone"].map { row.cells[$0] } ?? "", positions["neighbour"].map { row.cells[$0] } ?? ""
      )
      guard isZone(pair.0), isZone(pair.1), pair.0 != pair.1 else {
        throw list.error(.inconsistent(.badNeighbour(zone: pair.0, neighbour: pair.1)), line: row.line)
      }
      pairs.append(pair)
    }
    return pairs
  }
}
