/// The 64-bit xxHash of some bytes: a checksum against damage, not against malice.
///
/// - Reference: Collet, xxHash fast digest algorithm, specification 0.1.1, section XXH64.
enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The checksum of bytes under a seed.
  static func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    // Every load is guarded by `offset + width <= bytes.count`.
    var offset = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var one = seed &+ prime1 &+ prime2
      var two = seed &+ prime2
      var three = seed
      var four = seed &- prime1
      while offset + 32 <= bytes.count {
        one = round(one, word(offset))
        two = round(two, word(offset + 8))
        three = round(three, word(offset + 16))
        four = round(four, word(offset + 24))
        offset += 32
      }
      hash = rotate(one, 1) &+ rotate(two, 7) &+ rotate(three, 12) &+ rotate(four, 18)
      hash = (hash ^ round(0, one)) &* prime1 &+ prime4
      hash = (hash ^ round(0, two)) &* prime1 &+ prime4
      hash = (hash ^ round(0, three)) &* prime1 &+ prime4
      hash = (hash ^ round(0, four)) &* prime1 &+ prime4
    } else {
      hash = seed &+ prime5
    }
    hash &+= UInt64(bytes.count)
    while offset + 8 <= bytes.count {
      hash = rotate(hash ^ round(0, word(offset)), 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= bytes.count {
      let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      hash = rotate(hash ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      hash = rotate(hash ^ (UInt64(bytes[offset]) &* prime5), 11) &* prime1
      offset += 1
    }
    hash = (hash ^ (hash >> 33)) &* prime2
    hash = (hash ^ (hash >> 29)) &* prime3
    return hash ^ (hash >> 32)
  }

  /// The checksum of bytes under a seed.
  static func checksum(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBytes { checksum($0, seed: seed) }
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotate(lane &+ input &* prime2, 31) &* prime1
  }

  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
    (word &<< count) | (word &>> (64 &- count))
  }
}
