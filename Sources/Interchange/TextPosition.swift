/// A place in a text file.
public struct TextPosition: Sendable, Hashable {
  /// Bytes before the place.
  public let offset: Int

  /// Line, counting from 1.
  public let line: Int

  /// Column, counting from 1, in Unicode scalars.
  public let column: Int

  /// A place given by its parts.
  public init(offset: Int, line: Int, column: Int) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  /// The place `offset` bytes into `bytes`; an offset outside the text means its nearest end.
  ///
  /// A line ends with LF, CR or CR LF.
  public init(offset: Int, in bytes: [UInt8]) {
    let end = max(0, min(offset, bytes.count))
    var line = 1
    var lineStart = 0
    for i in 0..<end {
      if bytes[i] == 0x0A || (bytes[i] == 0x0D && !(i + 1 < bytes.count && bytes[i + 1] == 0x0A)) {
        line += 1
        lineStart = i + 1
      }
    }
    var column = 1
    for i in lineStart..<end where bytes[i] & 0xC0 != 0x80 { column += 1 }
    self.init(offset: end, line: line, column: column)
  }
}
