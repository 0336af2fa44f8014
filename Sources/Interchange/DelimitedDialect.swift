import Indicators

/// How a delimited text is written: found by ``detect(_:encoding:delimiter:)``, said in the reading summary.
public struct DelimitedDialect: Sendable, Equatable {
  /// The encoding of the file.
  public var encoding: TextEncoding
  /// The character between cells.
  public var delimiter: UInt8
  /// The byte that ends a line: line feed, or carriage return where there is no line feed.
  public var lineEnd: UInt8
  /// The line of the header, counting from 1.
  public var headerLine: Int
  /// Lines of text above the header, without blank ones.
  public var titles: [String]
}

/// The head of a delimited text: its dialect, its header, and some rows to judge the columns by.
struct DelimitedHead {
  var dialect: DelimitedDialect
  /// The headers, trimmed. A last one without text, left by a delimiter at the end of the line, is dropped.
  var headers: [String]
  /// Records after the header.
  var sample: [SplitRecord]
  /// The first byte after the header, and its line.
  var bodyStart: Int
  var bodyLine: Int

  /// Delimiters in the order in which they are believed: a tab or semicolon is hardly ever part of a figure, a comma
  /// often is.
  private static let candidates: [UInt8] = [0x09, 0x3B, 0x7C, 0x2C]

  /// Bytes of the text that are looked at; a header longer than that is refused.
  static let sampleSize = 1 << 20

  /// Finds the dialect of a text in UTF-8 or Windows-1252, `markLength` bytes after its beginning.
  ///
  /// - Throws: ``InterchangeError/emptyInput(path:)`` without any text, ``InterchangeError/cellTooLong(_:limit:)`` for a
  ///   first line beyond a megabyte, ``InterchangeError/noTable(path:)`` without a header and
  ///   ``InterchangeError/noRows(path:)`` without anything after it.
  init(
    _ bytes: UnsafeRawBufferPointer, markLength: Int, encoding: TextEncoding, original: TextEncoding,
    lineEnd: UInt8, delimiter wanted: UInt8?, path: String
  ) throws(InterchangeError) {
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.sampleSize))
    let isWhole = head.count == bytes.count
    var start = markLength
    var line = 1
    var declared = wanted
    if let (sign, end) = Self.separatorLine(head, from: start, lineEnd: lineEnd) {
      if declared == nil { declared = sign }
      start = end
      line += 1
    }
    guard head.dropFirst(start).contains(where: { $0 > 0x20 }) else { throw .emptyInput(path: path) }
    func records(_ delimiter: UInt8, _ limit: Int) -> [SplitRecord] {
      SplitRecord.split(
        head, from: start, line: line, delimiter: delimiter, lineEnd: lineEnd, isWhole: isWhole, limit: limit)
    }
    var chosen = declared ?? 0x3B
    if declared == nil {
      var best = 0.0
      for candidate in Self.candidates {
        let score = Self.consistency(records(candidate, 60))
        if score > best {
          best = score
          chosen = candidate
        }
        if score > 0.9 { break }
      }
    }
    let all = records(chosen, 300)
    guard !all.isEmpty else {
      throw .cellTooLong(Place(file: path, row: line, column: "1"), limit: Self.sampleSize)
    }
    let header = Self.headerIndex(all) ?? 0
    if all[header].isBlank || all[header].cells.count == 1 && all.count == 1 && !isWhole {
      throw .noTable(path: path)
    }
    var headers = all[header].cells.map { Self.trimmed(encoding.decode($0)) }
    while headers.count > 1, headers.last == "" { headers.removeLast() }
    let titles = all[..<header].filter { !$0.isBlank }.map { record in
      Self.trimmed(record.cells.map { encoding.decode($0) }.joined(separator: " "))
    }
    dialect = DelimitedDialect(
      encoding: original, delimiter: chosen, lineEnd: lineEnd, headerLine: all[header].line, titles: titles)
    self.headers = headers
    sample = all.dropFirst(header + 1).filter { !$0.isBlank }
    bodyStart = all[header].range.upperBound
    let between = head[all[header].range].reduce(0) { $0 + ($1 == lineEnd ? 1 : 0) }
    bodyLine = all[header].line + between
    guard bytes.dropFirst(bodyStart).contains(where: { $0 > 0x20 }) else { throw .noRows(path: path) }
  }

  /// `sep=;` on a first line of its own, as Excel writes and reads it.
  private static func separatorLine(
    _ head: UnsafeRawBufferPointer, from start: Int, lineEnd: UInt8
  ) -> (sign: UInt8, end: Int)? {
    var position = start
    let quoted = position < head.count && head[position] == 0x22
    if quoted { position += 1 }
    for expected in "sep=".utf8 {
      guard position < head.count, head[position] | 0x20 == expected | 0x20 else { return nil }
      position += 1
    }
    guard position < head.count, head[position] != lineEnd, head[position] != 0x0D else { return nil }
    let sign = head[position]
    position += 1
    if quoted, position < head.count, head[position] == 0x22 { position += 1 }
    if position < head.count, head[position] == 0x0D, lineEnd == 0x0A { position += 1 }
    guard position < head.count, head[position] == lineEnd else { return nil }
    return (sign, position + 1)
  }

  /// How well a delimiter fits: the share of records that have as many cells as the most frequent count, which must be
  /// two or more.
  private static func consistency(_ records: [SplitRecord]) -> Double {
    let filled = records.filter { !$0.isBlank }
    guard let (common, count) = commonWidth(filled), common > 1 else { return 0 }
    // A title or two above a short table should not count against it.
    let titles = filled.prefix { $0.cells.count != common }.count
    return Double(count) / Double(max(1, filled.count - min(titles, 10)))
  }

  /// The most frequent number of cells; of two equally frequent ones the larger.
  private static func commonWidth(_ records: [SplitRecord]) -> (width: Int, count: Int)? {
    var counts: [Int: Int] = [:]
    for record in records where !record.isBlank { counts[record.cells.count, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// The first record as wide as most are, or one cell narrower where all others end in a delimiter.
  private static func headerIndex(_ records: [SplitRecord]) -> Int? {
    guard let (common, _) = commonWidth(records) else { return nil }
    guard let first = records.firstIndex(where: { !$0.isBlank && $0.cells.count == common }) else {
      return nil
    }
    let before = records[..<first].lastIndex { !$0.isBlank }
    if let before, common > 2, records[before].cells.count == common - 1,
      records[first...].allSatisfy({ $0.cells.count != common || $0.cells.last?.isEmpty == true })
    {
      return before
    }
    return first
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
      scalars.removeFirst()
    }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
