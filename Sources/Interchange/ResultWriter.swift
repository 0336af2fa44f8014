import Estimates
import Indicators

/// The machine formats a result can be written in.
public enum ResultFormat: String, Sendable, CaseIterable {
  /// RFC 4180: comma, decimal point, UTF-8 without a mark.
  case csv
  /// For Norwegian Excel: semicolon, decimal comma, UTF-8 with a byte order mark.
  case csvExcelNorwegian = "csv-excel-nb"
  /// One object with all tables; the machine contract.
  case json
  /// The rows, one object a line.
  case jsonLines = "jsonl"
  /// JSON-stat 2.0.
  case jsonStat = "json-stat"

  /// The usual end of a file's name, without the dot.
  public var fileExtension: String {
    switch self {
    case .csv, .csvExcelNorwegian: "csv"
    case .json, .jsonStat: "json"
    case .jsonLines: "jsonl"
    }
  }
}

/// Writes results in any machine format. Same result, same bytes: no times and no absolute paths are written.
public enum ResultWriter {
  /// The bytes of a result in a format.
  ///
  /// - Throws: ``InterchangeError`` where the format cannot hold the result, which only JSON-stat may not.
  public static func bytes(of results: ResultSet, as format: ResultFormat) throws(InterchangeError) -> [UInt8]
  {
    switch format {
    case .csv: CSVWriter(.rfc4180).bytes(of: results.rows)
    case .csvExcelNorwegian: CSVWriter(.excelNorwegian).bytes(of: results.rows)
    case .json: JSONWriter.bytes(of: results)
    case .jsonLines: JSONLinesWriter.bytes(of: results)
    case .jsonStat: try JSONStatWriter.bytes(of: results.rows)
    }
  }

  /// Writes a result to a file as a whole; see ``AtomicFile``.
  public static func write(_ results: ResultSet, as format: ResultFormat, to path: String)
    throws(InterchangeError)
  {
    try AtomicFile.write(try bytes(of: results, as: format), to: path)
  }
}
