import TestSupport
import Testing

@Suite struct SeededGeneratorTests {
  /// The first outputs for seed 1234567, computed independently with Python integers.
  @Test func theSequenceIsSplitMix64() {
    var generator = SeededGenerator(seed: 1_234_567)
    let first = (0..<3).map { _ in generator.next() }
    #expect(first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func uniformNumbersLieInTheUnitInterval() {
    var generator = SeededGenerator(seed: 3)
    let numbers = (0..<10_000).map { _ in generator.uniform() }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    // The mean of 10 000 uniform numbers has standard error 1/√120 000 = 0.0029; six of them is 0.0173.
    #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.0173)
  }

  @Test func bytesComeFromTheAlphabet() {
    var generator = SeededGenerator(seed: 3)
    #expect(generator.bytes(100, from: [7, 9]).allSatisfy { $0 == 7 || $0 == 9 })
    #expect(generator.bytes(-1).isEmpty)
  }
}
