import Foundation

/// Reference inputs that are not ours and therefore not in the repository: real files, published data sets.
///
/// A test that needs them says so, and is reported as skipped where they are absent:
///
///     @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.skipReason)))
public enum ReferenceData {
  /// The folder: `LEVEKAR_REFERENCE_DATA`, or `../shared/data` beside the package.
  public static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["LEVEKAR_REFERENCE_DATA"], !path.isEmpty {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return packageRoot.appendingPathComponent("../shared/data", isDirectory: true).standardizedFileURL
  }()

  /// The folder that holds `Package.swift`.
  public static let packageRoot: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether the folder is there.
  public static var isAvailable: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether a file or folder below it is there.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }

  /// The address of a file by its path below the folder, such as `reference/Nile.csv`.
  public static func url(_ path: String) -> URL { folder.appendingPathComponent(path) }

  /// Why a test was skipped.
  public static let skipReason =
    "the reference data are absent; set LEVEKAR_REFERENCE_DATA to their folder"
}
