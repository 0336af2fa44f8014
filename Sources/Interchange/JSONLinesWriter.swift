import Estimates

/// Writes the rows of a result as JSON Lines: one object a line, with the same keys as ``JSONWriter``.
///
/// Diagnostics of the whole result and extra tables have no place in the format and are left out; those of a row are in
/// the row.
public enum JSONLinesWriter {
  /// The text of the rows; empty for a result without rows.
  public static func bytes(of results: ResultSet) -> [UInt8] {
    var output = JSONOutput()
    let rows = results.rows
    for row in 0..<rows.count {
      JSONWriter.write(row, of: rows, to: &output)
      output.newline()
    }
    return output.bytes
  }
}
