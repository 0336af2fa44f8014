import Indicators

/// Why a file could not be read or written as a whole. Rows that are bad on their own are diagnostics instead.
public enum InterchangeError: LevekarError, Equatable {
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
  /// Text that is not the format it began as (JSON that stops half-way, say); `reason` is a stable id.
  case malformed(Place, reason: String)
  /// Parts that do not make a cube.
  case inconsistent(path: String, IndicatorsError)
  /// JSON or YAML that cannot be read as what it should be.
  case document(DocumentProblem, path: String)
  /// A column that says one thing of each zone says two of one; `first` is what an earlier row says.
  case variesWithinZone(Place, zone: String, first: String, found: String)
  /// A row of a zone or neighbour list that cannot be.
  case list(ListProblem, Place)

  /// The stable id.
  public var code: String {
    switch self {
    case .noSuchFile: "no-such-file"
    case .isDirectory: "is-directory"
    case .notPermitted: "not-permitted"
    case .cannotRead: "cannot-read"
    case .tooLarge: "too-large"
    case .changedWhileReading: "changed-while-reading"
    case .cannotWrite: "cannot-write"
    case .emptyInput: "empty-input"
    case .unknownFormat: "unknown-format"
    case .unterminatedQuote: "unterminated-quote"
    case .cellTooLong: "cell-too-long"
    case .noTable: "no-table"
    case .noRows: "no-rows"
    case .duplicateColumn: "duplicate-column"
    case .noSuchColumn: "no-such-column"
    case .ambiguousColumn: "ambiguous-column"
    case .noMeasure: "no-measure"
    case .invalidOption: "invalid-option"
    case .malformed: "malformed"
    case .inconsistent: "inconsistent"
    case .document(let problem, _): problem.code
    case .variesWithinZone: "varies-within-zone"
    case .list(let problem, _): problem.code
    }
  }

  /// What the error means for the caller.
  public var kind: ErrorKind {
    switch self {
    case .noSuchFile, .isDirectory, .notPermitted, .cannotRead: .noInput
    case .changedWhileReading: .tryLater
    case .cannotWrite: .cannotWrite
    case .noSuchColumn, .ambiguousColumn, .invalidOption: .usage
    case .tooLarge, .emptyInput, .unknownFormat, .unterminatedQuote, .cellTooLong, .noTable, .noRows,
      .duplicateColumn, .noMeasure, .malformed, .inconsistent, .document, .list,
      .variesWithinZone:
      .badData
    }
  }

  /// The offending values, by name.
  public var arguments: [String: String] {
    switch self {
    case .noSuchFile, .isDirectory, .notPermitted, .changedWhileReading, .emptyInput, .unterminatedQuote,
      .noTable,
      .noRows:
      [:]
    case .cannotRead(_, let code), .cannotWrite(_, let code): ["system-error": "\(code)"]
    case .tooLarge(_, let bytes, let available): ["bytes": "\(bytes)", "available": "\(available)"]
    case .unknownFormat(_, let found): found.map { ["found": $0] } ?? [:]
    case .cellTooLong(_, let limit): ["limit": "\(limit)"]
    case .duplicateColumn(_, let name, let first, let second):
      ["name": name, "first": "\(first)", "second": "\(second)"]
    case .noSuchColumn(_, let name, let candidates):
      ["name": name, "candidates": candidates.joined(separator: ", ")]
    case .ambiguousColumn(_, let role, let candidates):
      ["role": role, "candidates": candidates.joined(separator: ", ")]
    case .noMeasure(_, let candidates): ["candidates": candidates.joined(separator: ", ")]
    case .invalidOption(let option, let value): ["option": option, "value": value]
    case .malformed(_, let reason): ["reason": reason]
    case .inconsistent(_, let error): error.arguments
    case .document(let problem, _): problem.arguments
    case .variesWithinZone(_, let zone, let first, let found): ["zone": zone, "first": first, "found": found]
    case .list(let problem, _): problem.arguments
    }
  }

  /// Where in the input.
  public var place: Place? {
    switch self {
    case .noSuchFile(let path), .isDirectory(let path), .notPermitted(let path), .cannotRead(let path, _),
      .tooLarge(let path, _, _), .changedWhileReading(let path), .cannotWrite(let path, _),
      .emptyInput(let path),
      .unknownFormat(let path, _), .noTable(let path), .noRows(let path), .duplicateColumn(let path, _, _, _),
      .noSuchColumn(let path, _, _), .ambiguousColumn(let path, _, _), .noMeasure(let path, _),
      .inconsistent(let path, _):
      Place(file: path == "-" ? nil : path)
    case .unterminatedQuote(let place), .cellTooLong(let place, _), .malformed(let place, _),
      .list(_, let place), .variesWithinZone(let place, _, _, _):
      place
    case .document(let problem, let path):
      Place(
        file: path == "-" ? nil : path, row: problem.position?.line,
        column: problem.position.map { "\($0.column)" })
    case .invalidOption: nil
    }
  }
}
