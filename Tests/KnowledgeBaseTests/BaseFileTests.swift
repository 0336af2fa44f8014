import Foundation
import GRDB
import Indicators
import Testing

@testable import KnowledgeBase

/// What is not a sound base is refused with its own error, and the file is as it was.
@Suite struct BaseFileTests {
  private func expectRefusal(
    _ path: String, _ isExpected: (KnowledgeBaseError) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try? Data(contentsOf: URL(fileURLWithPath: path))
    for mode in [KnowledgeBase.Mode.read, .write, .create] {
      do {
        let base = try KnowledgeBase(at: path, mode, waiting: 0)
        _ = try base.panels()
        Issue.record("opened \(path)", sourceLocation: sourceLocation)
      } catch {
        #expect(isExpected(error), "\(error)", sourceLocation: sourceLocation)
      }
    }
    #expect((try? Data(contentsOf: URL(fileURLWithPath: path))) == before, sourceLocation: sourceLocation)
  }

  private func soundBase(_ folder: Folder) throws -> String {
    let path = folder.file("sound.levekar")
    let base = try KnowledgeBase(at: path, .create)
    let panels = try (0..<5).map { try Samples.share("indicator-\($0)", zones: 300, seed: UInt64($0)) }
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add(panels) }
    try base.close()
    return path
  }

  @Test func nothingThere() throws {
    let folder = try Folder()
    let path = folder.file("none.levekar")
    for mode in [KnowledgeBase.Mode.read, .write] {
      #expect(throws: KnowledgeBaseError.notFound(path: path)) { try KnowledgeBase(at: path, mode) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(KnowledgeBaseError.notFound(path: path).kind == .noInput)
  }

  @Test func aNewBaseIsOneFileAndNothingBesideIt() throws {
    let folder = try Folder()
    let path = folder.file("new.levekar")
    let base = try KnowledgeBase(at: path, .create)
    #expect(try base.versions().isEmpty)
    #expect(throws: KnowledgeBaseError.unknownVersion(nil)) { try base.panels() }
    try base.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["new.levekar"])
    let header = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(100)
    #expect(Array(header[68..<72]) == Array("LVKR".utf8))
  }

  @Test func readingLeavesNothingBehind() throws {
    let folder = try Folder()
    let path = try soundBase(folder)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for mode in [KnowledgeBase.Mode.read, .write] {
      let base = try KnowledgeBase(at: path, mode)
      #expect(try base.panels().count == 5)
      try base.close()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["sound.levekar"])
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func aBaseOpenedForReadingIsNotWritten() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: soundBase(folder))
    #expect {
      try base.commit(Samples.header) { _ throws(KnowledgeBaseError) in }
    } throws: { ($0 as? KnowledgeBaseError)?.kind == .cannotWrite }
  }

  @Test func aBaseCannotBeMadeWhereThereIsNoFolder() throws {
    let folder = try Folder()
    #expect {
      try KnowledgeBase(at: folder.file("no/such/folder.levekar"), .create)
    } throws: { ($0 as? KnowledgeBaseError)?.kind == .cannotWrite }
  }

  @Test func aDirectory() throws {
    let folder = try Folder()
    try expectRefusal(folder.path) { $0 == .isDirectory(path: folder.path) }
  }

  @Test func filesThatAreSomethingElse() throws {
    let folder = try Folder()
    let path = folder.file("x.levekar")
    for text in ["", "S", "sone;år;verdi\n1;2020;3\n", "SQLite format 3"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      try expectRefusal(path) { $0 == .notAKnowledgeBase(path: path) }
    }
    let foreign = folder.file("foreign.sqlite")
    let queue = try DatabaseQueue(path: foreign)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a)") }
    try queue.close()
    try expectRefusal(foreign) { $0 == .notAKnowledgeBase(path: foreign) }
  }

  @Test(arguments: [20, 99, 100, 5000, 16_384, 16_384 * 3, 16_384 * 3 + 100])
  func aTruncatedBase(length: Int) throws {
    let folder = try Folder()
    let path = try soundBase(folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    try #require(whole.count > length)
    let cut = folder.file("cut.levekar")
    try whole.prefix(length).write(to: URL(fileURLWithPath: cut))
    try expectRefusal(cut) { $0.kind == .badData }
  }

  /// Pages of a base are overwritten with noise, one after the other: whatever is read is right, or an error says so.
  @Test func aDamagedBaseNeverGivesWrongFigures() throws {
    let folder = try Folder()
    let path = try soundBase(folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let right = try KnowledgeBase(at: path).panels()
    let damaged = folder.file("damaged.levekar")
    var generator = SplitMix(seed: 3)
    var refused = 0
    for page in 1..<whole.count / 16_384 {
      var bytes = whole
      for _ in 0..<2000 {
        bytes[page * 16_384 + Int(generator.next() % 16_384)] = UInt8(truncatingIfNeeded: generator.next())
      }
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: damaged + suffix) }
      try bytes.write(to: URL(fileURLWithPath: damaged))
      do {
        let base = try KnowledgeBase(at: damaged, .write, waiting: 0)
        let panels = try base.panels()
        #expect(panels == right)
        _ = try base.series(zone: right[0].zones[7].code)
        _ = try base.verify()
        try base.close()
      } catch {
        refused += 1
        #expect(error.kind == .badData || error.kind == .usage, "\(error)")
      }
    }
    #expect(refused > 0)
  }

  @Test func aNewerBase() throws {
    let folder = try Folder()
    let path = try soundBase(folder)
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 7") }
    try queue.close()
    try expectRefusal(path) { $0 == .newerSchema(path: path, found: 7, known: Schema.version) }
  }

  @Test func aBaseWithAMigrationNobodyKnows() throws {
    let folder = try Folder()
    let path = try soundBase(folder)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
    try queue.close()
    try expectRefusal(path) { error in
      if case .newerSchema = error { true } else { false }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read and write everything"))
  func noPermission() throws {
    let folder = try Folder()
    let path = try soundBase(folder)
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
    #expect { try KnowledgeBase(at: path) } throws: { ($0 as? KnowledgeBaseError)?.kind == .noInput }
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    #expect { try KnowledgeBase(at: path, .write) } throws: {
      ($0 as? KnowledgeBaseError)?.kind == .cannotWrite
    }
  }
}
