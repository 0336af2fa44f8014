import Indicators
import Scheduler

/// A delimited text read into typed columns, with how it was written.
public struct DelimitedTable: Sendable {
  /// The columns.
  public var table: Table
  /// How the text is written.
  public var dialect: DelimitedDialect
  /// Rows left out and places that could not be read.
  public var findings: [Finding]
}

extension Diagnostic {
  /// A row with another number of cells than the header; it was left out.
  public static let raggedRow = Diagnostic("ragged-row")
  /// Bytes that are not valid in the encoding of the file were read as U+FFFD.
  public static let damagedText = Diagnostic("damaged-text")
  /// A label holds a NUL character.
  public static let controlCharacter = Diagnostic("control-character")
  /// The decimal sign of a column can be read in two ways; one was chosen.
  public static let ambiguousDecimal = Diagnostic("ambiguous-decimal")
}

extension DelimitedTable {
  /// The most columns of one pass over the bytes; wider files take several.
  static let columnsPerPass = 128

  /// Reads a delimited text.
  ///
  /// Every column is judged by its header and a sample: text, or numbers. A column that turns out otherwise further
  /// down is read again as what it is.
  ///
  /// - Throws: ``InterchangeError`` for a text without a table, a quotation mark that never closes, cells beyond
  ///   16 megabytes, and two columns with one name.
  public static func read(
    _ source: ByteSource, options: ReadingOptions = ReadingOptions()
  ) throws(InterchangeError) -> DelimitedTable {
    if source.count == 0 { throw .emptyInput(path: source.path) }
    let (first, profile) = source.withBytes { bytes -> (DetectedEncoding, ByteProfile) in
      let profile = ByteProfile(bytes, lineEnd: lineEnd(of: bytes), threads: options.threads)
      var found = DetectedEncoding.detect(bytes, profile: profile)
      if let wanted = options.encoding, wanted != found.encoding {
        found = DetectedEncoding(encoding: wanted, markLength: 0, damaged: 0)
        if wanted == .utf8 { found.damaged = profile.invalidSequences }
      }
      return (found, profile)
    }
    switch first.encoding {
    case .utf8, .windows1252:
      return try source.withBytes { (bytes) throws(InterchangeError) in
        try read(
          bytes, profile, encoding: first, original: first.encoding, path: source.path, options: options)
      }
    case .utf16LittleEndian, .utf16BigEndian:
      let text = source.withBytes { bytes in
        first.encoding.rewrittenAsUTF8(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(first.markLength)))
      }
      let rewritten = try ByteSource(text.bytes, path: source.path)
      let encoding = DetectedEncoding(encoding: .utf8, markLength: 0, damaged: text.damaged)
      return try rewritten.withBytes { (bytes) throws(InterchangeError) in
        let profile = ByteProfile(bytes, lineEnd: lineEnd(of: bytes), threads: options.threads)
        return try read(
          bytes, profile, encoding: encoding, original: first.encoding, path: source.path, options: options)
      }
    }
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ profile: ByteProfile, encoding: DetectedEncoding,
    original: TextEncoding,
    path: String, options: ReadingOptions
  ) throws(InterchangeError) -> DelimitedTable {
    let lineEnd = lineEnd(of: bytes)
    let head = try DelimitedHead(
      bytes, markLength: encoding.markLength, encoding: encoding.encoding, original: original,
      lineEnd: lineEnd,
      delimiter: options.delimiter, path: path)
    try refuseDuplicates(head.headers, path: path)
    let body = DelimitedBody(
      bytes: bytes, profile: profile,
      encoding: encoding.encoding, delimiter: head.dialect.delimiter, lineEnd: lineEnd, start: head.bodyStart,
      line: head.bodyLine)
    var planner = ColumnPlanner(head: head, encoding: encoding.encoding, options: options)
    var columns: [TableColumn] = []
    var findings: [Finding] = []
    var rowCount = 0
    var rowNumbers = RowNumbers(startingAt: head.bodyLine)
    var lower = 0
    repeat {
      let upper = min(head.headers.count, lower + columnsPerPass)
      let parsed = try parse(body, &planner, lower..<upper, path: path, options: options)
      for index in lower..<upper {
        if let cells = parsed.cells[index] {
          columns.append(TableColumn(name: head.headers[index], number: index + 1, cells: cells))
        }
      }
      if lower == 0 {
        rowCount = parsed.rowCount
        rowNumbers = parsed.rowNumbers
        findings += raggedFindings(parsed, width: head.headers.count, path: path)
      }
      lower = upper
    } while lower < head.headers.count
    findings += planner.findings(path: path)
    findings += damage(bytes, encoding, columns, rowNumbers, lineEnd: lineEnd, path: path)
    let table = Table(columns: columns, rowCount: rowCount, rowNumbers: rowNumbers)
    return DelimitedTable(table: table, dialect: head.dialect, findings: findings)
  }

  /// One pass, repeated while it shows that a column was misjudged. Each repetition settles at least one column for
  /// good as text or gives it its decimal sign, so there are at most a few.
  private static func parse(
    _ body: DelimitedBody, _ planner: inout ColumnPlanner, _ range: Range<Int>, path: String,
    options: ReadingOptions
  ) throws(InterchangeError) -> ParsedColumns {
    while true {
      let plans = planner.plans.enumerated().map { range.contains($0.offset) ? $0.element : .skip }
      let parser = DelimitedParser(body: body, plans: plans, path: path, threads: options.threads)
      let parsed = try parser.parse()
      if !planner.revise(after: parsed, in: range) { return parsed }
    }
  }

  /// Carriage return for the text of an old Mac, line feed for all others.
  private static func lineEnd(of bytes: UnsafeRawBufferPointer) -> UInt8 {
    let beginning = bytes.prefix(DelimitedHead.sampleSize)
    return !beginning.contains(0x0A) && beginning.contains(0x0D) ? 0x0D : 0x0A
  }

  private static func refuseDuplicates(_ headers: [String], path: String) throws(InterchangeError) {
    var places: [String: Int] = [:]
    for (index, header) in headers.enumerated() where !header.isEmpty {
      if let first = places[header] {
        throw .duplicateColumn(path: path, name: header, first: first + 1, second: index + 1)
      }
      places[header] = index
    }
  }

  private static func raggedFindings(_ parsed: ParsedColumns, width: Int, path: String) -> [Finding] {
    guard let first = parsed.ragged.first else { return [] }
    return [
      Finding(
        .raggedRow, severity: .warning, place: Place(file: path, row: first.line),
        arguments: [
          "cells": "\(first.cells)", "expected": "\(width)",
          "rows": parsed.ragged.prefix(20).map { "\($0.line)" }.joined(separator: ", "),
        ],
        count: parsed.raggedCount)
    ]
  }

  /// Damaged bytes and NUL characters, each with the first place.
  private static func damage(
    _ bytes: UnsafeRawBufferPointer, _ encoding: DetectedEncoding, _ columns: [TableColumn],
    _ rows: RowNumbers,
    lineEnd: UInt8, path: String
  ) -> [Finding] {
    var findings: [Finding] = []
    if encoding.damaged > 0 {
      var line = 1
      var lineStart = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == lineEnd {
          line += 1
          lineStart = index + 1
        }
        if byte >= 0x80 {
          let length = ByteProfile.sequenceLength(bytes, at: index)
          if length == 1 { break }
          index += length
        } else {
          index += 1
        }
      }
      let found = index < bytes.count
      findings.append(
        Finding(
          .damagedText, place: Place(file: path, row: found ? line : nil),
          arguments: found ? ["byte": "\(index - lineStart + 1)"] : [:], count: encoding.damaged))
    }
    for column in columns {
      guard case .text(let text) = column.cells else { continue }
      let bad = text.labels.indices.filter { text.labels[$0].utf8.contains(0) }
      guard let first = bad.first else { continue }
      let row = text.codes.firstIndex(of: UInt32(truncatingIfNeeded: first))
      findings.append(
        Finding(
          .controlCharacter, place: Place(file: path, row: row.map { rows[$0] }, column: column.name),
          count: bad.count))
    }
    return findings
  }
}
