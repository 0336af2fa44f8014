import Indicators
import Scheduler

/// A small delimited list that the programme keeps itself, read as text: codes keep their zeros.
///
/// Any encoding and delimiter that foreign files may have is read here too, because the same spreadsheets write these.
struct ListFile {
  /// A record with the line it begins on.
  struct Row {
    let line: Int
    let cells: [String]
  }

  let path: String
  let headers: [String]
  let headerLine: Int
  let rows: [Row]

  init(_ source: ByteSource) throws(InterchangeError) {
    path = source.path
    let (bytes, encoding) = source.withBytes { bytes -> ([UInt8], TextEncoding) in
      let lineEnd: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
      let profile = ByteProfile(bytes, lineEnd: lineEnd, threads: .single)
      let found = DetectedEncoding.detect(bytes, profile: profile)
      let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(found.markLength))
      switch found.encoding {
      case .utf8, .windows1252: return ([UInt8](text), found.encoding)
      case .utf16LittleEndian, .utf16BigEndian: return (found.encoding.rewrittenAsUTF8(text).bytes, .utf8)
      }
    }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .emptyInput(path: source.path) }
    let delimiter = Self.delimiter(bytes)
    let records = bytes.withUnsafeBytes { buffer in
      SplitRecord.split(
        buffer, from: 0, delimiter: delimiter, lineEnd: buffer.contains(0x0A) ? 0x0A : 0x0D, isWhole: true,
        limit: .max)
    }
    // Quotation marks come in pairs; an odd one swallows the rest of the text.
    if bytes.count(where: { $0 == 0x22 }) % 2 == 1 {
      throw .unterminatedQuote(Place(file: source.path, row: records.last?.line))
    }
    let filled = records.filter { record in !record.cells.allSatisfy { $0.allSatisfy { $0 <= 0x20 } } }
    guard let head = filled.first else { throw .emptyInput(path: source.path) }
    headers = head.cells.map { Self.plain(encoding.decode($0)) }
    headerLine = head.line
    rows = filled.dropFirst().map { record in
      Row(line: record.line, cells: record.cells.map { Self.trimmed(encoding.decode($0)) })
    }
  }

  /// The error for a problem in a row.
  func error(_ problem: ListProblem, line: Int, column: String? = nil) -> InterchangeError {
    .list(problem, Place(file: path == "-" ? nil : path, row: line, column: column))
  }

  /// Where each known column stands.
  ///
  /// A header is known by its name or one of its other names. One that is none of them is refused where it is nearly a
  /// known one, and left alone otherwise: a list may have columns of its own.
  func positions(
    of known: [(name: String, others: [String])], required: [String]
  ) throws(InterchangeError) -> [String: Int] {
    var positions: [String: Int] = [:]
    let names = known.map(\.name)
    for (index, header) in headers.enumerated() {
      guard let column = known.first(where: { $0.name == header || $0.others.contains(header) }) else {
        if let nearest = NearestName.of(header, among: names) {
          throw error(.unknownColumn(header, nearest: nearest), line: headerLine, column: header)
        }
        continue
      }
      if let first = positions[column.name] {
        throw .duplicateColumn(path: path, name: header, first: first + 1, second: index + 1)
      }
      positions[column.name] = index
    }
    for name in required where positions[name] == nil {
      throw error(.missingColumn(name, known: headers), line: headerLine)
    }
    return positions
  }

  /// The sign that the first line has most of outside quotation marks: semicolon, tab or comma.
  private static func delimiter(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D, !counts.isEmpty { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return [0x3B, 0x09, 0x2C].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  /// A header as it is compared: small letters, hyphens for spaces and underscores.
  private static func plain(_ header: String) -> String {
    String(trimmed(header).lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  private static func trimmed(_ text: String) -> String {
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
