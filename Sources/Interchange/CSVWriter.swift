import Estimates

/// Writes a result table as delimited text: a header of keys, then one record a row.
///
/// A cell without a value is empty; the row's `reason` says why, as in ``JSONWriter``. Several texts in one cell are joined by `|`.
/// Numbers have the fewest digits that read back as the same double. Records end with CR LF. A cell is quoted where it
/// holds the separator, a quotation mark, a line break, or a space at either end.
public struct CSVWriter: Sendable {
  /// The two dialects.
  public enum Dialect: Sendable {
    /// RFC 4180: comma, decimal point, no byte order mark.
    case rfc4180
    /// What Excel with Norwegian settings opens by itself: semicolon, decimal comma, byte order mark, ASCII minus.
    case excelNorwegian
  }

  private let separator: UInt8
  private let decimalComma: Bool

  /// A writer of a dialect.
  public init(_ dialect: Dialect) {
    separator = dialect == .rfc4180 ? UInt8(ascii: ",") : UInt8(ascii: ";")
    decimalComma = dialect == .excelNorwegian
  }

  /// The text of a table.
  public func bytes(of table: ResultTable) -> [UInt8] {
    var bytes: [UInt8] = decimalComma ? [0xEF, 0xBB, 0xBF] : []
    let columns = table.schema.columns
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(column.key, to: &bytes)
    }
    end(&bytes)
    for row in 0..<table.count {
      for (index, value) in table.completed(row).enumerated() {
        if index > 0 { bytes.append(separator) }
        append(text(value), to: &bytes)
      }
      end(&bytes)
    }
    return bytes
  }

  private func text(_ value: ResultValue) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number):
      decimalComma
        ? String(NumeralText.shortest(number).map { $0 == "." ? "," : $0 }) : NumeralText.shortest(number)
    case .boolean(let flag): flag ? "true" : "false"
    case .texts(let texts): texts.joined(separator: "|")
    case .none: ""
    }
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    let text = cell.utf8
    let isPlain =
      text.allSatisfy { $0 != separator && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
      && text.first != 0x20 && text.last != 0x20
    if isPlain {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private func end(_ bytes: inout [UInt8]) {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }
}
