import Indicators

/// Reads an array of JSON objects, one a record, into a ``Table``.
///
/// Every key that any record has is a column, in the order in which keys are first seen. A key that a record lacks, and
/// `null`, is an empty cell. A column whose values are all numbers is a column of numbers; text makes it a column of
/// text, in which numbers stand as they would be written. What the columns mean, and what decimal commas, signs and
/// misspelt keys do, is decided where the table is interpreted.
public enum JSONRecordsReader {
  /// The most columns a table of records may have.
  public static let maximumColumns = 1000

  /// Reads the text.
  ///
  /// - Throws: ``InterchangeError/document(_:path:)`` for broken JSON and for an element that is not an object,
  ///   ``InterchangeError/noRows(path:)`` for an empty array, ``InterchangeError/malformed(_:reason:)`` for more than
  ///   ``maximumColumns`` keys.
  public static func read(_ bytes: [UInt8], path: String = "-") throws(InterchangeError) -> Table {
    var columns = RecordColumns()
    do throws(JSONError) {
      var scanner = JSONScanner(bytes)
      guard scanner.nextByte() != nil else { return try empty(path) }
      try scanner.beginArray()
      while try scanner.nextElement() {
        try columns.readRecord(&scanner)
        if columns.count > maximumColumns { break }
      }
      if columns.count <= maximumColumns { try scanner.finish() }
    } catch {
      throw .document(.json(error), path: path)
    }
    guard columns.count <= maximumColumns else {
      throw .malformed(Place(file: path, row: columns.rows), reason: "too-many-columns")
    }
    guard columns.rows > 0, columns.count > 0 else { throw .noRows(path: path) }
    return columns.table
  }

  private static func empty(_ path: String) throws(JSONError) -> Table {
    throw JSONError(.unexpectedEnd, at: TextPosition(offset: 0, line: 1, column: 1))
  }
}

/// The columns of a table of records while it grows.
private struct RecordColumns {
  private var columns: [RecordColumn] = []
  private var positions: [String: Int] = [:]
  private(set) var rows = 0

  var count: Int { columns.count }

  var table: Table {
    var finished: [TableColumn] = []
    for (index, column) in columns.enumerated() {
      var column = column
      column.pad(to: rows)
      finished.append(TableColumn(name: column.name, number: index + 1, cells: column.cells))
    }
    return Table(columns: finished, rowCount: rows, rowNumbers: RowNumbers(startingAt: 1))
  }

  mutating func readRecord(_ scanner: inout JSONScanner) throws(JSONError) {
    try scanner.beginObject()
    while let key = try scanner.nextKey() {
      let name = Self.trimmed(key)
      let index = positions[name] ?? columns.count
      if index == columns.count {
        positions[name] = index
        columns.append(RecordColumn(name: name))
      }
      guard columns[index].count <= rows else { throw scanner.failure(.duplicateKey(key)) }
      columns[index].pad(to: rows)
      try columns[index].read(&scanner)
    }
    rows += 1
  }

  private static func trimmed(_ key: String) -> String {
    guard key.first?.isWhitespace == true || key.last?.isWhitespace == true else { return key }
    var slice = key[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}

/// One column: numbers until the first text, then text.
private struct RecordColumn {
  let name: String
  private var values: [Double] = []
  private var codes: [UInt32] = []
  private var labels: [String] = []
  private var codeOfLabel: [String: UInt32] = [:]
  private var isText = false

  init(name: String) { self.name = name }

  var count: Int { isText ? codes.count : values.count }

  var cells: TableCells {
    if isText { return .text(TextCells(codes: codes, labels: labels)) }
    let marks = values.map { $0.isNaN ? NumberMark.empty.rawValue : NumberMark.number.rawValue }
    return .numbers(NumberCells(values: values, marks: marks))
  }

  /// Fills the cells of records that lack the key.
  mutating func pad(to rows: Int) {
    while count < rows { if isText { append("") } else { values.append(.nan) } }
  }

  mutating func read(_ scanner: inout JSONScanner) throws(JSONError) {
    switch try scanner.peek() {
    case .null:
      try scanner.null()
      pad(to: count + 1)
    case .number:
      let number = try scanner.number()
      if isText { append(Self.text(number)) } else { values.append(number) }
    case .string:
      let text = try scanner.string()
      becomeText()
      append(text)
    case .boolean:
      let flag = try scanner.boolean()
      becomeText()
      append(flag ? "true" : "false")
    case .object, .array:
      let start = scanner.position
      try scanner.skipValue()
      becomeText()
      append(String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self))
    }
  }

  private mutating func becomeText() {
    guard !isText else { return }
    isText = true
    for value in values { append(value.isNaN ? "" : Self.text(value)) }
    values = []
  }

  private mutating func append(_ label: String) {
    if let known = codeOfLabel[label] {
      codes.append(known)
      return
    }
    let code = UInt32(clamping: labels.count)
    codeOfLabel[label] = code
    labels.append(label)
    codes.append(code)
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
