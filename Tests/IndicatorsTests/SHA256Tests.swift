import Indicators
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4 (NIST, "SHA-256 examples").
  @Test func publishedExamples() {
    #expect(
      SHA256.digest([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.digest(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.digest(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  /// Digests of all prefixes of 0 to 199 bytes, digested together; against Python's hashlib.
  @Test func everyLengthAroundABlock() {
    let bytes = (0..<1000).map { UInt8(($0 * 7 + 3) % 251) }
    var all = SHA256()
    for length in 0..<200 { all.update(Array(SHA256.digest(Array(bytes[..<length])).utf8)) }
    #expect(all.finish() == "70758ec53800fc14076e7dc5c08bb65baee74ca27ab6a9cc01ced69f4b6c8015")
  }

  @Test(arguments: [1, 3, 63, 64, 65, 200])
  func piecesGiveTheSameAsTheWhole(size: Int) {
    let bytes = (0..<1000).map { UInt8(($0 * 7 + 3) % 251) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(hash.finish() == SHA256.digest(bytes))
  }
}
