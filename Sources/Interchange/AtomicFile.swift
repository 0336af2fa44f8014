#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a file as a whole or not at all.
///
/// The bytes go to a new file in the same folder, which is flushed to the disk and then takes the place of the old one
/// in one step. Whoever opens the path sees the old file or the new one, never half of either; a failure leaves the old
/// file as it was and nothing else behind. A link keeps pointing where it did, and the file it points to is replaced. A
/// device or a pipe, which cannot be replaced, is written to directly.
public enum AtomicFile {
  /// Writes `bytes` to `path`.
  ///
  /// - Throws: ``InterchangeError/cannotWrite(path:code:)`` with the system's error number: no permission, no such
  ///   folder, a folder at the path, a full disk.
  public static func write(_ bytes: [UInt8], to path: String) throws(InterchangeError) {
    let target = resolved(path)
    var facts = stat()
    let exists = stat(target, &facts) == 0
    let kind = facts.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw .cannotWrite(path: path, code: EISDIR) }
    if exists, kind != S_IFREG {
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
      let code = fill(descriptor, bytes)
      close(descriptor)
      guard code == 0 else { throw .cannotWrite(path: path, code: code) }
      return
    }
    let (folder, name) = split(target)
    let temporary = try create(in: folder, name: name, path: path)
    var code = fill(temporary.descriptor, bytes)
    if code == 0, exists, fchmod(temporary.descriptor, facts.st_mode & 0o7777) != 0 { code = errno }
    if code == 0, fsync(temporary.descriptor) != 0 { code = errno }
    if close(temporary.descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary.path, target) != 0 { code = errno }
    guard code == 0 else {
      unlink(temporary.path)
      throw .cannotWrite(path: path, code: code)
    }
    // The name, too, must survive a power cut. A folder that cannot be flushed has its file all the same.
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Writes `bytes` to a path where nothing is yet; what is there, even if it came a moment ago, is never replaced.
  ///
  /// - Throws: ``InterchangeError/cannotWrite(path:code:)``, with the number of "file exists" where something is there.
  public static func writeNew(_ bytes: [UInt8], to path: String) throws(InterchangeError) {
    let (folder, name) = split(path)
    let temporary = try create(in: folder, name: name, path: path)
    defer { unlink(temporary.path) }
    var code = fill(temporary.descriptor, bytes)
    if code == 0, fsync(temporary.descriptor) != 0 { code = errno }
    if close(temporary.descriptor) != 0, code == 0 { code = errno }
    // A second name for the finished file: unlike a renaming, this fails where the name is taken.
    if code == 0, link(temporary.path, path) != 0 { code = errno }
    guard code == 0 else { throw .cannotWrite(path: path, code: code) }
  }

  /// Where a link leads; the path itself where it is none.
  private static func resolved(_ path: String) -> String {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil) else {
      return path
    }
    defer { free(real) }
    return String(cString: real)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// A new empty file beside the target, readable as any new file is.
  private static func create(
    in folder: String, name: String, path: String
  ) throws(InterchangeError) -> (path: String, descriptor: Int32) {
    for attempt in 0..<100 {
      // Long names are cut so that the addition does not exceed what a file system takes.
      let candidate = "\(folder)/.\(name.prefix(80)).\(getpid())-\(attempt).part"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (candidate, descriptor) }
      guard errno == EEXIST else { throw .cannotWrite(path: path, code: errno) }
    }
    throw .cannotWrite(path: path, code: EEXIST)
  }

  /// Writes all bytes; returns the error number, zero when all went well.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      // Bounds: `offset` never passes `buffer.count`, as `write` returns at most what it was given.
      var offset = 0
      while offset < buffer.count {
        let written = Self.put(descriptor, UnsafeRawBufferPointer(rebasing: buffer[offset...]))
        if written > 0 {
          offset += written
        } else if written < 0, errno == EINTR {
          continue
        } else {
          return written == 0 ? ENOSPC : errno
        }
      }
      return 0
    }
  }

  private static func put(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
