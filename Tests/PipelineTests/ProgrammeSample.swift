import Foundation
import TestSupport

@testable import Pipeline

/// A programme folder of its own, made by `init` or copied from the example, removed with ``discard()``.
struct ProgrammeSample {
  let folder: URL

  /// The folder that `init` writes: one indicator, four zones and their kommune.
  static func written() throws -> ProgrammeSample {
    let sample = ProgrammeSample(folder: temporary())
    _ = try ProgrammeTemplate.write(to: sample.folder.path)
    return sample
  }

  /// The example of Larvik.
  static func larvik() throws -> ProgrammeSample {
    let sample = ProgrammeSample(folder: temporary())
    try FileManager.default.copyItem(
      at: ReferenceData.packageRoot.appendingPathComponent("Data/larvik"), to: sample.folder)
    try? FileManager.default.removeItem(at: sample.folder.appendingPathComponent("ut"))
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(
        at: sample.folder.appendingPathComponent("kunnskap.levekar\(suffix)"))
    }
    return sample
  }

  private static func temporary() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("levekar-pipeline-\(UUID().uuidString)")
  }

  func discard() { try? FileManager.default.removeItem(at: folder) }

  var base: String { folder.appendingPathComponent("kunnskap.levekar").path }

  func job(_ change: (inout RefreshJob) -> Void = { _ in }) -> RefreshJob {
    var job = RefreshJob(programme: folder.appendingPathComponent("programme.yml").path)
    job.base = base
    change(&job)
    return job
  }

  func refresh(_ change: (inout RefreshJob) -> Void = { _ in }) throws -> RefreshOutcome {
    try Refresh.run(job(change))
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// Replaces a text that must be there.
  func replace(_ old: String, by new: String, in name: String) throws {
    let text = try text(name)
    guard text.contains(old) else { throw Absent(text: old) }
    try write(text.replacingOccurrences(of: old, with: new), to: name)
  }

  struct Absent: Error { let text: String }

  /// All files, by path below the folder.
  func files(below name: String? = nil) throws -> [String: Data] {
    let root = name.map { folder.appendingPathComponent($0) } ?? folder
    var result: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      var isFolder: ObjCBool = false
      let url = root.appendingPathComponent(path)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { result[path] = try Data(contentsOf: url) }
    }
    return result
  }

  /// The rows of a result file.
  func rows(_ verb: String) throws -> [[String: Any]] {
    let data = try Data(contentsOf: folder.appendingPathComponent("ut/tall/\(verb).json"))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["rows"] as? [[String: Any]] ?? []
  }
}
