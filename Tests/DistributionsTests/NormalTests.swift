import Distributions
import Testing

@Suite struct NormalTests {
  /// Upper quantiles, mpmath 1.3.0 at 60 digits.
  @Test(arguments: [
    (1e-300, 37.0470962993612), (1e-20, 9.262340089798407), (0.001, 3.0902323061678136),
    (0.4, 0.2533471031357997), (0.5, 0.0), (0.75, -0.6744897501960817), (0.999, -3.090232306167813),
  ])
  func upperQuantiles(tail: Double, expected: Double) throws {
    // Boost reaches 2.6e-16 on its own points; the factor √2 adds half an ulp.
    #expect(abs(try Normal.standard.upperQuantile(tail) - expected) <= 4.5e-16 * abs(expected))
    #expect(abs(try Normal.standard.quantile(tail) + expected) <= 4.5e-16 * abs(expected))
  }

  @Test func locationAndScale() throws {
    let normal = try Normal(mean: 100, standardDeviation: 15)
    #expect(normal.cdf(100) == 0.5)
    #expect(normal.survival(115) == Normal.standard.survival(1))
    #expect(try normal.quantile(0.5) == 100)
    #expect(normal.variance == 225)
    #expect(normal.standardDeviation == 15)
  }

  @Test func ends() throws {
    #expect(Normal.standard.cdf(-.infinity) == 0)
    #expect(Normal.standard.survival(-.infinity) == 1)
    #expect(Normal.standard.pdf(.infinity) == 0)
    #expect(Normal.standard.survival(40) == 0)
    #expect(try Normal.standard.quantile(0) == -.infinity)
    #expect(try Normal.standard.quantile(1) == .infinity)
    #expect(throws: DistributionError.self) { try Normal(mean: .nan, standardDeviation: 1) }
    #expect(throws: DistributionError.parameter(distribution: "Normal", name: "standardDeviation", value: -1))
    {
      try Normal(mean: 0, standardDeviation: -1)
    }
    #expect(throws: DistributionError.probability(-0.1)) { try Normal.standard.upperQuantile(-0.1) }
  }
}
