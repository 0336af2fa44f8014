import Distributions
import Testing

@Suite struct GammaVariatesTests {
  /// Mean a and variance a, each within four standard errors of 20,000 draws: √(a/N) and √((2a² + 6a)/N).
  @Test(arguments: [0.3, 0.5, 1, 2.5, 40])
  func gammaMoments(shape: Double) throws {
    var stream = RandomStream(seed: 11, series: 1)
    let count = 20_000
    let draws = try (0..<count).map { _ in try stream.gamma(shape: shape) }
    let mean = draws.reduce(0, +) / Double(count)
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    #expect(abs(mean - shape) < 4 * (shape / Double(count)).squareRoot())
    #expect(abs(variance - shape) < 4 * ((2 * shape * shape + 6 * shape) / Double(count)).squareRoot())
    #expect(draws.allSatisfy { $0 > 0 || shape < 1 })
  }

  /// Shares of draws below the quartiles, within four standard errors of 20,000 draws.
  @Test(arguments: [(0.5, 0.5), (0.5, 60.5), (7.5, 43.5)])
  func betaQuartiles(a: Double, b: Double) throws {
    var stream = RandomStream(seed: 12, series: 2)
    let beta = try Beta(a, b)
    let draws = try (0..<20_000).map { _ in try stream.beta(a, b) }
    for p in [0.25, 0.5, 0.75] {
      let quantile = try beta.quantile(p)
      let share = Double(draws.count { $0 <= quantile }) / 20_000
      #expect(abs(share - p) < 4 * (p * (1 - p) / 20_000).squareRoot())
    }
  }

  @Test func unusableShapesAreRefused() {
    var stream = RandomStream(seed: 1)
    #expect(throws: DistributionError.self) { try stream.gamma(shape: 0) }
    #expect(throws: DistributionError.self) { try stream.beta(1, -1) }
  }
}
