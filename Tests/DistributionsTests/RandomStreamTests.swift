import Distributions
import Testing

@Suite struct RandomStreamTests {
  /// NumPy 2.4.6: `Philox(key=seed + (series << 64), counter=(replicate << 64) - 1)`, which counts up before it draws.
  @Test func wordsAndUniformsAreNumPys() {
    var words = RandomStream(seed: 2026, series: 17, replicate: 3)
    let expected: [UInt64] = [
      0xc47b_18ca_3927_529c, 0x7d67_d293_188f_c108, 0xf8a7_3aef_6e19_00b1, 0xa999_30b4_aee7_3bd8,
      0x68ba_28e7_4508_5c70, 0x1e6a_a540_ddb0_179c,
    ]
    #expect(expected.map { _ in words.next() } == expected)
    var uniforms = RandomStream(seed: 2026, series: 17, replicate: 3)
    let values = [
      0.767503308649933, 0.4898654564972835, 0.9713017305894915, 0.6624937478181011, 0.4090905727980795,
      0.11881478150979796,
    ]
    #expect(values.map { _ in uniforms.uniform() } == values)
  }

  @Test func everyKeyHasItsOwnNumbers() {
    let keys: [(UInt64, Int, Int)] = [(1, 0, 0), (2, 0, 0), (1, 1, 0), (1, 0, 1), (1, -1, 0), (1, 0, .min)]
    let first = keys.map { key in
      var stream = RandomStream(seed: key.0, series: key.1, replicate: key.2)
      return stream.next()
    }
    #expect(Set(first).count == keys.count)
  }

  @Test func boundedIntegersAreUniform() throws {
    var stream = RandomStream(seed: 1)
    let draws = 60_000
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<draws { counts[try stream.integer(below: 6)] += 1 }
    try expectEnvelope(counts, of: draws, probability: { _ in 1.0 / 6 })
    #expect(try stream.integer(below: 1) == 0)
    // Two thirds of the words: a modulus would favour the lower half.
    let large = Int.max / 3 * 2
    var lower = 0
    for _ in 0..<10_000 where try stream.integer(below: large) < large / 2 { lower += 1 }
    try expectEnvelope([lower], of: 10_000, probability: { _ in 0.5 })
    #expect(throws: DistributionError.domain(function: "integer(below:)", argument: 0)) {
      try stream.integer(below: 0)
    }
  }

  @Test func everyOrderIsEquallyLikely() throws {
    var stream = RandomStream(seed: 5)
    var counts: [[Int]: Int] = [:]
    let draws = 24_000
    for _ in 0..<draws {
      var order = [0, 1, 2, 3]
      stream.shuffle(&order)
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 24)
    try expectEnvelope(Array(counts.values), of: draws, probability: { _ in 1.0 / 24 })
    var empty: [Int] = []
    stream.shuffle(&empty)
    #expect(empty.isEmpty)
  }
}

/// Every count must lie where a binomial count lies with probability 1 − 2 · 10⁻⁹; the seeds are fixed, so this
/// either always holds or never.
func expectEnvelope(_ counts: [Int], of draws: Int, probability: (Int) -> Double) throws {
  for (index, count) in counts.enumerated() {
    let binomial = try Binomial(trials: draws, probability: probability(index))
    let envelope = try binomial.quantile(1e-9)...binomial.upperQuantile(1e-9)
    #expect(envelope.contains(count), "value \(index)")
  }
}
