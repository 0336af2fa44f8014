import Foundation
import Indicators

/// Finds the files of a source.
///
/// A folder's pattern is relative to the programme; `*` stands for any part of a file's name. Sources that only the network
/// has are not fetched by this version: they fail, and keep their last good figures.
enum FetchStage {
  /// The paths of a source's files, sorted, so that the same folder is always read in the same order.
  static func files(of source: DataSource, in folder: URL) throws(PipelineError) -> [String] {
    guard !source.kind.isRemote else { throw .needsNetwork(source: source.id, kind: source.kind.rawValue) }
    let pattern = source.path ?? ""
    let full = folder.appendingPathComponent(pattern)
    let name = full.lastPathComponent
    guard name.contains("*") else {
      guard !pattern.isEmpty, FileManager.default.fileExists(atPath: full.path) else {
        throw .noFiles(source: source.id, path: pattern)
      }
      return [full.relativePath]
    }
    let parent = full.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    let found = names.filter { matches($0, pattern: name) && !$0.hasPrefix(".") }.sorted()
    guard !found.isEmpty else { throw .noFiles(source: source.id, path: pattern) }
    return found.map { parent.appendingPathComponent($0).relativePath }
  }

  /// Whether a name is the pattern with every `*` replaced by some text.
  static func matches(_ name: String, pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return name == pattern }
    guard name.hasPrefix(first) else { return false }
    var rest = name.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}
