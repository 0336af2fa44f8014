/// Why a file could not be read or written as a whole. Rows that are bad on their own are diagnostics instead.
public enum InterchangeError: Error, Sendable, Equatable {
  /// A place inside a source: the line (or record) and the column or character in it, both counting from 1.
  public struct Place: Sendable, Equatable {
    /// The path, or `-` for standard input.
    public var path: String
    /// Line of a text, or place in an array of records.
    public var row: Int?
    /// Column of a table, or character of a line.
    public var column: Int?

    /// A place in `path`.
    public init(path: String, row: Int? = nil, column: Int? = nil) {
      self.path = path
      self.row = row
      self.column = column
    }
  }

  /// Nothing at this path.
  case noSuchFile(path: String)
  /// A folder where a file was expected.
  case isDirectory(path: String)
  /// The system refuses access.
  case notPermitted(path: String)
  /// Reading failed in another way; `code` is the system's error number.
  case cannotRead(path: String, code: Int32)
  /// More bytes than the machine can hold now.
  case tooLarge(path: String, bytes: Int, available: Int)
  /// The file changed while it was read.
  case changedWhileReading(path: String)
  /// Writing failed; `code` is the system's error number.
  case cannotWrite(path: String, code: Int32)
  /// No bytes, or only spaces and line breaks.
  case emptyInput(path: String)
  /// Bytes that are no format this package reads, a workbook or an image say; `found` names it where it is known.
  case unknownFormat(path: String, found: String?)
  /// A quotation mark that never closes.
  case unterminatedQuote(Place)
  /// A line or cell longer than `limit` bytes.
  case cellTooLong(Place, limit: Int)
  /// Text without one line that could be a header followed by rows.
  case noTable(path: String)
  /// A header and no rows.
  case noRows(path: String)
  /// Two columns with the same header.
  case duplicateColumn(path: String, name: String, first: Int, second: Int)
  /// A column that was asked for by name is not there; `candidates` are the headers of the file.
  case noSuchColumn(path: String, name: String, candidates: [String])
  /// Several columns could be the one sought and nothing decides between them.
  case ambiguousColumn(path: String, role: String, candidates: [String])
  /// No column holds figures.
  case noMeasure(path: String, candidates: [String])
  /// Options that cannot be followed together or on this file; `option` is its name.
  case invalidOption(option: String, value: String)
  /// Two rows with the same zone, period and strata; `key` spells it, `rows` are the first places.
  case duplicateKey(path: String, key: [String], rows: [Int])
  /// Text that is not the format it began as (JSON that stops half-way, say); `reason` is a stable id.
  case malformed(Place, reason: String)
}
