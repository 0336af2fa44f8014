import Foundation
import Indicators
import Interchange

/// The files of a new programme folder: commented, with a small constructed example, ready to refresh.
public enum ProgrammeTemplate {
  /// Writes the files to a folder, which is made.
  ///
  /// - Returns: The names of the files.
  /// - Throws: ``PipelineError/folderNotEmpty(path:)`` where the folder holds anything, and
  ///   ``Interchange/InterchangeError/cannotWrite(path:code:)``.
  public static func write(to folder: String) throws -> [String] {
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard existing.isEmpty else { throw PipelineError.folderNotEmpty(path: folder) }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw InterchangeError.cannotWrite(path: folder, code: EACCES)
    }
    for (name, bytes) in files { try AtomicFile.write(bytes, to: folder + "/" + name) }
    return files.map(\.name)
  }

  static let files: [(name: String, bytes: [UInt8])] = [
    ("programme.yml", PackageResources.programme_yml), ("indicators.yml", PackageResources.indicators_yml),
    ("sources.yml", PackageResources.sources_yml), ("zones.csv", PackageResources.zones_csv),
    ("figures.csv", PackageResources.figures_csv),
  ]
}
