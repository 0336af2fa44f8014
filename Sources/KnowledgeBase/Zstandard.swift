import CZstd

/// A Zstandard compressor, reused for many sections on one thread.
struct ZstandardCompressor: ~Copyable {
  /// Level 1: level 3 saves little on shuffled figures and costs twice the time.
  static let level: Int32 = 1
  private let context: OpaquePointer?

  init() { context = ZSTD_createCCtx() }

  deinit { ZSTD_freeCCtx(context) }

  /// One frame; `nil` where there is no memory for it.
  func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let context else { return nil }
    let bound = ZSTD_compressBound(bytes.count)
    var written = 0
    let frame = [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      bytes.withUnsafeBytes { source in
        written = ZSTD_compressCCtx(
          context, target.baseAddress, bound, source.baseAddress, source.count, ZstandardCompressor.level)
      }
      count = ZSTD_isError(written) == 0 ? written : 0
    }
    return ZSTD_isError(written) == 0 ? frame : nil
  }
}

/// A Zstandard decompressor, reused for many sections on one thread.
struct ZstandardDecompressor: ~Copyable {
  private let context: OpaquePointer?

  init() { context = ZSTD_createDCtx() }

  deinit { ZSTD_freeDCtx(context) }

  /// Fills the target exactly; false where the frame is damaged or holds another number of bytes.
  func decompress(_ frame: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Bool {
    guard let context else { return false }
    let written = ZSTD_decompressDCtx(
      context, target.baseAddress, target.count, frame.baseAddress, frame.count)
    return ZSTD_isError(written) == 0 && written == target.count
  }
}
