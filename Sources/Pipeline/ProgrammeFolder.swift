import Foundation
import Indicators
import Interchange

/// A programme with the files that lie beside it: indicators, sources, zones.
public struct ProgrammeFolder: Sendable {
  /// The programme.
  public let programme: Programme
  /// The indicators; empty where there is no `indicators.yml`.
  public let catalogue: IndicatorCatalogue
  /// The sources; empty where there is no `sources.yml`.
  public let sources: [DataSource]
  /// The zone system; `nil` where there is no `zones.csv`.
  public let system: ZoneSystem?
  /// The folder, to which paths of the files are relative.
  public let folder: URL

  /// Reads a programme file, or the `programme.yml` of a folder, and what lies beside it.
  ///
  /// - Throws: ``PipelineError/noProgramme(path:)`` and the readers' errors.
  public init(path: String) throws {
    var url = URL(fileURLWithPath: path)
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    if exists, isFolder.boolValue { url.appendPathComponent("programme.yml") }
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw PipelineError.noProgramme(path: path)
    }
    let folder = url.deletingLastPathComponent()
    func beside(_ name: String) -> String? {
      let path = folder.appendingPathComponent(name).relativePath
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
    let programme = try ProgrammeFile.read(url.relativePath)
    self.programme = programme
    self.folder = folder
    catalogue = try beside("indicators.yml").map { try IndicatorFile.read($0) } ?? IndicatorCatalogue()
    sources = try beside("sources.yml").map { try SourcesFile.read($0) } ?? []
    system = try beside("zones.csv").map { try ZoneFile.read($0, id: programme.zoneSystem) }
  }
}
