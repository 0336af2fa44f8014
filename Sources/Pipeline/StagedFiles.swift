import Foundation
import Indicators
import Interchange

/// Files that are written beside their place and put there together, so that a full disk leaves the old ones.
final class StagedFiles {
  private let folder: String
  private var names: [String] = []

  /// Files of a folder, which is made where it is not there.
  init(in folder: String) throws(InterchangeError) {
    self.folder = folder
    try Self.makeFolder(folder)
    try Self.makeFolder(staging)
  }

  private var staging: String { folder + "/.levekar-staging" }

  private static func makeFolder(_ path: String) throws(InterchangeError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: path, code: errno == 0 ? EACCES : errno)
    }
  }

  /// Writes a file beside its place.
  func stage(_ bytes: [UInt8], as name: String) throws(InterchangeError) {
    let path = staging + "/" + name
    try Self.makeFolder((path as NSString).deletingLastPathComponent)
    try AtomicFile.write(bytes, to: path)
    names.append(name)
  }

  /// Puts all files in their places.
  ///
  /// - Returns: The names, in the order they were staged.
  func publish() throws(InterchangeError) -> [String] {
    for name in names {
      let target = folder + "/" + name
      try Self.makeFolder((target as NSString).deletingLastPathComponent)
      guard rename(staging + "/" + name, target) == 0 else { throw .cannotWrite(path: target, code: errno) }
    }
    discard()
    return names
  }

  /// Removes what was staged and not published.
  func discard() {
    try? FileManager.default.removeItem(atPath: staging)
  }
}
