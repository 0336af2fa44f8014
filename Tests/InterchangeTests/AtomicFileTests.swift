import Foundation
import Indicators
import Testing

@testable import Interchange

@Suite("Files written as a whole")
struct AtomicFileTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("levekar-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test("A file is made, replaced, and nothing is left beside it")
  func replaces() throws {
    try inFolder { folder in
      let path = folder + "/a.csv"
      try AtomicFile.write(Array("one".utf8), to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try AtomicFile.write(Array("two".utf8), to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o640)
    }
  }

  @Test("A link stays a link, and the file it points to is replaced")
  func links() throws {
    try inFolder { folder in
      try AtomicFile.write([49], to: folder + "/real")
      try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "real")
      try AtomicFile.write([50], to: folder + "/link")
      #expect(try String(contentsOfFile: folder + "/real", encoding: .utf8) == "2")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "real")
    }
  }

  @Test("A folder at the path, a missing folder and a full disk are errors that say cannot write")
  func failures() throws {
    try inFolder { folder in
      for (path, code) in [(folder, EISDIR), (folder + "/none/a", ENOENT)] {
        #expect(throws: InterchangeError.cannotWrite(path: path, code: code)) {
          try AtomicFile.write([1], to: path)
        }
      }
      #expect(InterchangeError.cannotWrite(path: folder, code: EISDIR).kind == .cannotWrite)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
    if FileManager.default.fileExists(atPath: "/dev/full") {
      #expect(throws: InterchangeError.cannotWrite(path: "/dev/full", code: ENOSPC)) {
        try AtomicFile.write([1], to: "/dev/full")
      }
    }
  }
}
