import Foundation
import TestSupport

/// The rows of a reference file of comma-separated, quoted values, without its header.
enum ReferenceTable {
  static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst()
      .map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } }
      }
  }
}
