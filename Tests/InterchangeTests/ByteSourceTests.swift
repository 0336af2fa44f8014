import Foundation
import Scheduler
import Testing

@testable import Interchange

@Suite struct ByteSourceTests {
  /// A folder of its own that goes away after the test.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func bytesAreThoseOfTheFileForAnyNumberOfThreads() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("large")
      let bytes = (0..<4_300_001).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
      try Data(bytes).write(to: file)
      for threads in [1, 2, 3] {
        let source = try ByteSource(contentsOf: file.path, threads: ThreadLimit(threads))
        #expect(source.withBytes { $0.elementsEqual(bytes) })
      }
    }
  }

  @Test func failuresNameThePath() throws {
    try inFolder { folder in
      let missing = folder.appendingPathComponent("missing").path
      #expect(throws: InterchangeError.noSuchFile(path: missing)) { try ByteSource(contentsOf: missing) }
      #expect(throws: InterchangeError.isDirectory(path: folder.path)) {
        try ByteSource(contentsOf: folder.path)
      }
      let below = missing + "/file"
      #expect(throws: InterchangeError.noSuchFile(path: below)) { try ByteSource(contentsOf: below) }
      let closed = folder.appendingPathComponent("closed").path
      try Data([1]).write(to: URL(fileURLWithPath: closed))
      chmod(closed, 0)
      // Root reads everything; the refusal exists for others only.
      if geteuid() != 0 {
        #expect(throws: InterchangeError.notPermitted(path: closed)) { try ByteSource(contentsOf: closed) }
      }
    }
  }

  @Test func anEmptyFileHasNoBytesAndAPipeIsReadToItsEnd() throws {
    #expect(try ByteSource(contentsOf: "/dev/null").count == 0)
    try inFolder { folder in
      let pipe = folder.appendingPathComponent("pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      let bytes = [UInt8](repeating: 65, count: 3_000_000)
      Thread.detachNewThread { try? Data(bytes).write(to: URL(fileURLWithPath: pipe), options: []) }
      let source = try ByteSource(contentsOf: pipe)
      #expect(source.count == bytes.count)
    }
  }

  @Test func zeroBytesFollowTheInput() throws {
    let source = try ByteSource([1, 2, 3], path: "three")
    let padded = source.withBytes { bytes in
      bytes.baseAddress.map {
        [UInt8](UnsafeRawBufferPointer(start: $0, count: bytes.count + ByteSource.padding))
      }
    }
    #expect(padded == [1, 2, 3] + [UInt8](repeating: 0, count: ByteSource.padding))
  }
}
