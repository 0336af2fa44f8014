import Testing

@testable import KnowledgeBase

@Suite struct XXHash64Tests {
  /// Against the reference implementation (xxhash 0.8.4, through python-xxhash).
  @Test(
    arguments: [
      (0, 0, 0xef46db3751d8e999),
      (3, 0, 0x31d2363f52e564c9),
      (4, 0, 0x9bb64b7d66ee9fda),
      (12, 0, 0xd52e407833af5133),
      (31, 5, 0x4b620437708c3ea9),
      (32, 5, 0xb483e00f1dd67337),
      (100, 1, 0xb7eaa27e636e1391),
      (1000, 9223372036854775817, 0x7d72894f92424e98),
    ] as [(Int, UInt64, UInt64)])
  func agreesWithTheReference(length: Int, seed: UInt64, expected: UInt64) {
    let bytes = (0..<length).map { UInt8(($0 * 7 + 3) % 251) }
    #expect(XXHash64.checksum(bytes, seed: seed) == expected)
  }
}
