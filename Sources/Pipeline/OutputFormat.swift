import Foundation
import Interchange

/// What an answer is written as.
public enum OutputFormat: Sendable, Equatable {
  /// A table for people.
  case table
  /// The same as Markdown.
  case markdown
  /// A machine format.
  case machine(ResultFormat)

  /// CSV, RFC 4180.
  public static let csv = OutputFormat.machine(.csv)

  /// The names of all formats.
  public static var names: [String] { ["table", "md"] + ResultFormat.allCases.map(\.rawValue) }

  /// The format by name, else by the ending of the file it goes to, else `otherwise`.
  ///
  /// - Throws: ``PipelineError/unknownFormat(_:known:)``.
  public static func choose(named name: String?, path: String?, otherwise: OutputFormat = .table)
    throws(PipelineError) -> OutputFormat
  {
    if let name {
      switch name {
      case "table": return .table
      case "md", "markdown": return .markdown
      default:
        guard let format = ResultFormat(rawValue: name) else { throw .unknownFormat(name, known: names) }
        return .machine(format)
      }
    }
    switch path.map({ ($0 as NSString).pathExtension.lowercased() }) {
    case "csv": return .csv
    case "json": return .machine(.json)
    case "jsonl": return .machine(.jsonLines)
    case "md": return .markdown
    default: return otherwise
    }
  }
}
