import Distributions
import Foundation
import Testing

@Suite struct CountDistributionTests {
  /// A quantile is the smallest count that reaches the probability, at every probability and from both ends.
  private func checkQuantiles<D: Distribution>(_ distribution: D) throws where D.Value == Int {
    for p in [1e-300, 1e-12, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 1 - 1e-12] {
      let lower = try distribution.quantile(p)
      #expect(distribution.cdf(lower) >= p)
      #expect(distribution.cdf(lower - 1) < p)
      let upper = try distribution.upperQuantile(p)
      #expect(distribution.survival(upper) <= p)
      #expect(distribution.survival(upper - 1) > p)
    }
  }

  @Test(arguments: [(1, 0.5), (10, 0.3), (1000, 0.002), (1000, 0.999), (5_000_000, 0.4)])
  func binomialQuantiles(trials: Int, probability: Double) throws {
    try checkQuantiles(Binomial(trials: trials, probability: probability))
  }

  @Test(arguments: [0.001, 0.7, 4, 130, 1e6, 1e9])
  func poissonQuantiles(mean: Double) throws {
    try checkQuantiles(Poisson(mean: mean))
  }

  @Test(arguments: [(0.5, 0.2), (4, 1.5), (1000, 0.01), (30, 1e6)])
  func negativeBinomialQuantiles(mean: Double, size: Double) throws {
    try checkQuantiles(NegativeBinomial(mean: mean, size: size))
  }

  @Test func probabilitiesAddUpToTheCDF() throws {
    let binomial = try Binomial(trials: 20, probability: 0.37)
    let poisson = try Poisson(mean: 6.5)
    let negative = try NegativeBinomial(size: 2.5, probability: 0.4)
    var (b, p, n) = (0.0, 0.0, 0.0)
    for k in 0...20 {
      b += binomial.pdf(k)
      p += poisson.pdf(k)
      n += negative.pdf(k)
      // Twenty-one terms, each good to about 50 ulps.
      let ceiling = 21 * 50 * Double.ulpOfOne
      #expect(abs(b - binomial.cdf(k)) <= ceiling)
      #expect(abs(p - poisson.cdf(k)) <= ceiling)
      #expect(abs(n - negative.cdf(k)) <= ceiling)
    }
  }

  @Test func degenerateCasesPutEverythingOnOneCount() throws {
    #expect(try Poisson(mean: 0).pdf(0) == 1)
    #expect(try Poisson(mean: 0).quantile(1) == 0)
    #expect(try Binomial(trials: 5, probability: 1).pdf(5) == 1)
    #expect(try Binomial(trials: 5, probability: 0).cdf(0) == 1)
    #expect(try Binomial(trials: 0, probability: 0.5).quantile(0.9) == 0)
    #expect(try NegativeBinomial(mean: 0, size: 2).survival(0) == 0)
    #expect(try Poisson(mean: 3).pdf(-1) == 0)
  }

  @Test func badParametersAreRefused() {
    #expect(throws: DistributionError.parameter(distribution: "Binomial", name: "trials", value: -1)) {
      try Binomial(trials: -1, probability: 0.5)
    }
    #expect(throws: DistributionError.self) { try Binomial(trials: 1, probability: .nan) }
    #expect(throws: DistributionError.self) { try Poisson(mean: -1) }
    #expect(throws: DistributionError.self) { try Poisson(mean: .infinity) }
    #expect(throws: DistributionError.self) { try NegativeBinomial(mean: 1, size: 0) }
    #expect(throws: DistributionError.self) { try NegativeBinomial(size: 1, probability: 0) }
    #expect(throws: DistributionError.infiniteQuantile(distribution: "Poisson", probability: 1)) {
      try Poisson(mean: 1).quantile(1)
    }
    #expect(throws: DistributionError.infiniteQuantile(distribution: "NegativeBinomial", probability: 0)) {
      try NegativeBinomial(mean: 1, size: 1).upperQuantile(0)
    }
  }
}
