import Foundation
import Scheduler
import Synchronization

/// The bytes of one input, held in memory and followed by ``padding`` zero bytes.
///
/// A file is read, not mapped: a mapped file that another process cuts short ends the program with a signal, and a
/// nightly job meets files that are being replaced. Large files are read by several threads at once.
public final class ByteSource: @unchecked Sendable {
  // Unchecked because of the pointer. The bytes are written before the initialiser returns and never after.

  /// Zero bytes that follow the last byte of the input, so that a kernel may load whole words at any byte of it.
  public static let padding = 64

  /// Where the bytes came from: a path, or `-` for standard input.
  public let path: String

  /// Number of bytes in the input, without the padding.
  public let count: Int

  private let start: UnsafeMutableRawPointer

  deinit { free(start) }

  /// Reads `path`, or standard input when it is `-`.
  ///
  /// - Throws: ``InterchangeError`` for a missing file, a folder, refused access, a file larger than the memory the
  ///   machine has left, a file that changes meanwhile, and any other failure of the system. An empty file is no
  ///   error here: the format decides.
  public init(contentsOf path: String, threads: ThreadLimit = .cores) throws(InterchangeError) {
    self.path = path
    if path == "-" {
      (start, count) = try Self.drain(descriptor: 0, path: path)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw Self.failure(path, errno) }
    if facts.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    guard facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0 else {
      // A pipe, a device, or a file whose size the system does not tell.
      (start, count) = try Self.drain(descriptor: descriptor, path: path)
      return
    }
    let size = Int(facts.st_size)
    let memory = try Self.allocate(size, path: path)
    let failed = Atomic<Int32>(0)
    let short = Atomic(false)
    let block = 4 << 20
    let target = SharedPointer(memory)
    parallelFor((size - 1) / block + 1, grain: 1, threads: threads) { blocks in
      var offset = blocks.lowerBound * block
      let end = min(size, blocks.upperBound * block)
      while offset < end {
        let read = pread(descriptor, target.pointer + offset, end - offset, off_t(offset))
        if read > 0 {
          offset += read
        } else if read == 0 {
          return short.store(true, ordering: .relaxed)
        } else if errno != EINTR {
          return failed.store(errno, ordering: .relaxed)
        }
      }
    }
    let code = failed.load(ordering: .relaxed)
    var after = stat()
    let same =
      fstat(descriptor, &after) == 0 && after.st_size == facts.st_size
      && after.st_mtim.tv_sec == facts.st_mtim.tv_sec && after.st_mtim.tv_nsec == facts.st_mtim.tv_nsec
    if code != 0 || short.load(ordering: .relaxed) || !same {
      free(memory)
      if code != 0 { throw Self.failure(path, code) }
      throw .changedWhileReading(path: path)
    }
    memset(memory + size, 0, Self.padding)
    start = memory
    count = size
  }

  /// Bytes already at hand, a network answer say; `path` is what messages call them.
  public init(_ bytes: some Collection<UInt8>, path: String) throws(InterchangeError) {
    self.path = path
    count = bytes.count
    start = try Self.allocate(count, path: path)
    UnsafeMutableRawBufferPointer(start: start, count: count).copyBytes(from: bytes)
    memset(start + count, 0, Self.padding)
  }

  /// Calls `body` with the bytes of the input. The pointer is valid inside `body` only; after the last byte follow
  /// ``padding`` zero bytes that may be loaded.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Reads `descriptor` until it ends.
  private static func drain(
    descriptor: Int32, path: String
  ) throws(InterchangeError) -> (UnsafeMutableRawPointer, Int) {
    var capacity = 1 << 20
    var memory = try allocate(capacity, path: path)
    var count = 0
    while true {
      if count == capacity {
        let larger = try allocate(capacity * 2, path: path, alsoFreeing: memory)
        memcpy(larger, memory, count)
        free(memory)
        memory = larger
        capacity *= 2
      }
      let read = read(descriptor, memory + count, capacity - count)
      if read > 0 {
        count += read
      } else if read == 0 {
        break
      } else if errno != EINTR {
        let code = errno
        free(memory)
        throw failure(path, code)
      }
    }
    memset(memory + count, 0, padding)
    return (memory, count)
  }

  /// Memory for `count` bytes and the padding.
  private static func allocate(
    _ count: Int, path: String, alsoFreeing old: UnsafeMutableRawPointer? = nil
  ) throws(InterchangeError) -> UnsafeMutableRawPointer {
    let available = availableMemory()
    let (total, overflow) = count.addingReportingOverflow(padding)
    var memory: UnsafeMutableRawPointer?
    let large = total > 8 << 20
    if !overflow, total <= available, posix_memalign(&memory, large ? 1 << 21 : 64, total) == 0, let memory {
      #if os(Linux)
        // Large pages: a first touch of each 4 kB page would cost as much as reading it.
        if large { madvise(memory, total, MADV_HUGEPAGE) }
      #endif
      return memory
    }
    if let old { free(old) }
    throw .tooLarge(path: path, bytes: count, available: available)
  }

  private static func failure(_ path: String, _ code: Int32) -> InterchangeError {
    switch code {
    case ENOENT, ENOTDIR: .noSuchFile(path: path)
    case EACCES, EPERM: .notPermitted(path: path)
    case EISDIR: .isDirectory(path: path)
    default: .cannotRead(path: path, code: code)
    }
  }

  /// Bytes of memory the machine can still hand out; `Int.max` where the system does not say.
  private static func availableMemory() -> Int {
    guard let file = fopen("/proc/meminfo", "r") else { return .max }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let parts = text.split(separator: " ")
      if parts.count >= 2, parts[0] == "MemAvailable:", let kilobytes = Int(parts[1]) {
        return kilobytes.multipliedReportingOverflow(by: 1024).partialValue
      }
    }
    return .max
  }
}

/// Carries a pointer into a concurrent loop whose iterations write to disjoint places.
struct SharedPointer<Pointee>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Pointee>
}

extension SharedPointer where Pointee == UInt8 {
  init(_ raw: UnsafeMutableRawPointer) {
    pointer = raw.assumingMemoryBound(to: UInt8.self)
  }
}
