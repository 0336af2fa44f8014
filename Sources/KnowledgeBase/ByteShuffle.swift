/// Puts first bytes of all numbers together, then all second bytes, and so on.
///
/// The high bytes of figures of one indicator hardly differ, so planes of bytes compress far better than numbers do.
enum ByteShuffle {
  /// The planes of 64-bit words: `count` bytes a plane, least significant first.
  static func shuffle(_ words: [UInt64]) -> [UInt8] {
    let count = words.count
    return [UInt8](unsafeUninitializedCapacity: count * 8) { planes, filled in
      // plane < 8 and i < count, so plane · count + i < 8 · count, the capacity.
      for plane in 0..<8 {
        let shift = UInt64(plane * 8)
        let start = plane * count
        for i in 0..<count { planes[start + i] = UInt8(truncatingIfNeeded: words[i] &>> shift) }
      }
      filled = count * 8
    }
  }

  /// The planes of 32-bit words: `count` bytes a plane, least significant first.
  static func shuffle(_ words: [UInt32]) -> [UInt8] {
    let count = words.count
    return [UInt8](unsafeUninitializedCapacity: count * 4) { planes, filled in
      // plane < 4 and i < count, so plane · count + i < 4 · count, the capacity.
      for plane in 0..<4 {
        let shift = UInt32(plane * 8)
        let start = plane * count
        for i in 0..<count { planes[start + i] = UInt8(truncatingIfNeeded: words[i] &>> shift) }
      }
      filled = count * 4
    }
  }

  /// Word `i` of eight planes of `count` bytes each.
  ///
  /// `planes` holds 8 · count bytes and `i < count`: the caller's loop is the bounds proof.
  @inline(__always)
  static func word64(_ planes: UnsafePointer<UInt8>, _ count: Int, _ i: Int) -> UInt64 {
    let low =
      UInt64(planes[i]) | UInt64(planes[i &+ count]) &<< 8 | UInt64(planes[i &+ 2 &* count]) &<< 16
      | UInt64(planes[i &+ 3 &* count]) &<< 24
    let high =
      UInt64(planes[i &+ 4 &* count]) | UInt64(planes[i &+ 5 &* count]) &<< 8
      | UInt64(planes[i &+ 6 &* count]) &<< 16 | UInt64(planes[i &+ 7 &* count]) &<< 24
    return low | high &<< 32
  }

  /// Word `i` of four planes of `count` bytes each; see ``word64(_:_:_:)``.
  @inline(__always)
  static func word32(_ planes: UnsafePointer<UInt8>, _ count: Int, _ i: Int) -> UInt32 {
    UInt32(planes[i]) | UInt32(planes[i &+ count]) &<< 8 | UInt32(planes[i &+ 2 &* count]) &<< 16
      | UInt32(planes[i &+ 3 &* count]) &<< 24
  }
}
