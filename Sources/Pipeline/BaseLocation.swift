import Foundation
import Indicators

/// Where the knowledge base is: named, else `$LEVEKAR_BASE`, else `kunnskap.levekar` beside the programme file, else in the
/// working folder.
public enum BaseLocation {
  /// The name of a base.
  public static let fileName = "kunnskap.levekar"

  /// The path.
  public static func path(named: String?, programme: String?) -> String {
    if let named { return named }
    if let set = ProcessInfo.processInfo.environment["LEVEKAR_BASE"], !set.isEmpty { return set }
    guard let programme else { return fileName }
    var isFolder: ObjCBool = false
    let url = URL(fileURLWithPath: programme)
    if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue {
      return url.appendingPathComponent(fileName).relativePath
    }
    return url.deletingLastPathComponent().appendingPathComponent(fileName).relativePath
  }

  /// The path of a base that is there.
  ///
  /// - Throws: ``PipelineError/noBase(path:)``.
  static func existing(named: String?, programme: String?) throws(PipelineError) -> String {
    let path = path(named: named, programme: programme)
    guard FileManager.default.fileExists(atPath: path) else { throw .noBase(path: path) }
    return path
  }
}
