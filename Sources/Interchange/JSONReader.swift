import Indicators

/// Tells the kinds of JSON apart by how the text begins, and reads it.
public enum JSONReader {
  /// What a JSON text holds.
  public enum Content: Sendable {
    /// A dataset, or something without figures.
    case cube(Cube)
    /// Records, which still have to be interpreted.
    case table(Table)
  }

  /// Reads an array as records and anything else as JSON-stat.
  public static func read(_ bytes: [UInt8], path: String = "-") throws(InterchangeError) -> Content {
    var scanner = JSONScanner(bytes)
    if scanner.nextByte() == UInt8(ascii: "[") {
      return .table(try JSONRecordsReader.read(bytes, path: path))
    }
    return .cube(try JSONStatReader.read(bytes, path: path))
  }

  /// Reads a source's bytes; see ``read(_:path:)``.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> Content {
    try read(source.withBytes { [UInt8]($0) }, path: source.path)
  }
}
