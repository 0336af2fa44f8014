/// The Philox4x64-10 bijection: 256 bits of counter to 256 random bits under a key of 128.
///
/// Reference: Salmon, Moraes, Dror and Shaw (2011) Parallel Random Numbers: As Easy as 1, 2, 3. SC '11.
enum Philox {
  typealias Block = (UInt64, UInt64, UInt64, UInt64)

  static func block(counter: Block, key: (UInt64, UInt64)) -> Block {
    var (c, k) = (counter, key)
    for round in 0..<10 {
      if round > 0 {
        k.0 &+= 0x9E37_79B9_7F4A_7C15
        k.1 &+= 0xBB67_AE85_84CA_A73B
      }
      let first = c.0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let second = c.2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      c = (second.high ^ c.1 ^ k.0, second.low, first.high ^ c.3 ^ k.1, first.low)
    }
    return c
  }
}
