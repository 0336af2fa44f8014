import Distributions
import Testing

@Suite struct RandomVariatesTests {
  private let draws = 40_000

  /// Counts how often each value comes up and holds the counts against the exact probabilities.
  private func check<D: Distribution>(_ distribution: D, _ draw: () throws -> Int) throws
  where D.Value == Int {
    var counts: [Int: Int] = [:]
    for _ in 0..<draws { counts[try draw(), default: 0] += 1 }
    let last = counts.keys.max() ?? 0
    try expectEnvelope((0...last).map { counts[$0] ?? 0 }, of: draws) { distribution.pdf($0) }
    let below = try distribution.quantile(0.3)
    let lower = counts.reduce(0) { $0 + ($1.key <= below ? $1.value : 0) }
    try expectEnvelope([lower], of: draws) { _ in distribution.cdf(below) }
  }

  @Test(arguments: [0, 0.3, 4, 9.99, 10, 37.5, 900])
  func poisson(mean: Double) throws {
    var stream = RandomStream(seed: 11)
    try check(Poisson(mean: mean)) { try stream.poisson(mean: mean) }
  }

  @Test(arguments: [
    (0, 0.5), (7, 0.2), (40, 0.5), (100, 0.93), (1000, 0.004), (2000, 0.3), (9, 1.0), (9, 0.0),
  ])
  func binomial(trials: Int, probability: Double) throws {
    var stream = RandomStream(seed: 12)
    try check(Binomial(trials: trials, probability: probability)) {
      try stream.binomial(trials: trials, probability: probability)
    }
  }

  @Test func normal() throws {
    var stream = RandomStream(seed: 13)
    let normal = try Normal(mean: 3, standardDeviation: 2)
    let cuts = [-4.0, 0, 2, 3, 4.5, 8]
    var below = [Int](repeating: 0, count: cuts.count)
    for _ in 0..<draws {
      let value = try stream.normal(mean: 3, standardDeviation: 2)
      for (index, cut) in cuts.enumerated() where value <= cut { below[index] += 1 }
    }
    try expectEnvelope(below, of: draws) { normal.cdf(cuts[$0]) }
  }

  @Test func badParametersAreRefused() {
    var stream = RandomStream(seed: 1)
    #expect(throws: DistributionError.self) { try stream.poisson(mean: -1) }
    #expect(throws: DistributionError.self) { try stream.binomial(trials: 3, probability: 1.5) }
    #expect(throws: DistributionError.self) { try stream.normal(mean: 0, standardDeviation: 0) }
  }
}
