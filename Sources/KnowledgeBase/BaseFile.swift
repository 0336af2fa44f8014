import Foundation
import GRDB

/// The file itself: what can be known before SQLite opens it, so that a file that is no base is never touched.
enum BaseFile {
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Whether there is anything at the path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether the file may be written.
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Checks that the path is a base this engine may open.
  static func check(_ path: String, isWriting: Bool) throws(KnowledgeBaseError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .notFound(path: path) : .cannotRead(path: path, detail: reason(errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAKnowledgeBase(path: path) }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .cannotRead(path: path, detail: reason(errno)) }
    defer { _ = Foundation.close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let length = pread(descriptor, &header, header.count, 0)
    guard length >= 0 else { throw .cannotRead(path: path, detail: reason(errno)) }
    guard length >= magic.count, Array(header[..<magic.count]) == magic else {
      throw .notAKnowledgeBase(path: path)
    }
    guard length == header.count else { throw .damaged(path: path, detail: "\(length) bytes") }
    func word(_ offset: Int) -> UInt32 {
      header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard word(68) == UInt32(Schema.applicationID) else { throw .notAKnowledgeBase(path: path) }
    let found = Int(word(60))
    guard found <= Schema.version else {
      throw .newerSchema(path: path, found: found, known: Schema.version)
    }
    if isWriting, !isWritable(path) { throw .cannotWrite(path: path, detail: reason(errno)) }
  }

  /// Makes an empty base under another name and gives it its own when it is whole. Where somebody else has made one in
  /// the meantime, theirs stands.
  static func create(_ path: String) throws(KnowledgeBaseError) {
    let draft = "\(path).\(UInt64.random(in: 0 ... .max))"
    let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY, 0o644)
    guard descriptor >= 0 else {
      throw errno == ENOSPC ? .diskFull(path: path) : .cannotWrite(path: path, detail: reason(errno))
    }
    _ = Foundation.close(descriptor)
    defer { for suffix in ["", "-wal", "-shm", "-journal"] { _ = unlink(draft + suffix) } }
    do {
      var configuration = Configuration()
      // Chunks are tens of kilobytes: larger pages mean shorter chains of them.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 16384") }
      let queue = try DatabaseQueue(path: draft, configuration: configuration)
      try Schema.migrator.migrate(queue)
      try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try queue.close()
    } catch {
      throw KnowledgeBaseError(error, path: path, isWriting: true)
    }
    if link(draft, path) != 0, errno != EEXIST {
      // File systems without hard links.
      guard rename(draft, path) == 0 else { throw .cannotWrite(path: path, detail: reason(errno)) }
    }
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}
