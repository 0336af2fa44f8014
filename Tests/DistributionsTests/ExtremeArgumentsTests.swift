import Distributions
import Testing

/// No argument gives not-a-number, a probability outside 0…1, or a cdf that falls: a grid over everything a caller might
/// pass, from the smallest to the largest doubles.
@Suite struct ExtremeArgumentsTests {
  private let parameters = [1e-6, 0.1, 1, 2.5, 40, 1e4, 1e8, 1e10]
  private let arguments = [
    -.infinity, -1e300, -2, -1e-300, 0, .leastNonzeroMagnitude, 1e-200, 1e-8, 0.3, 1, 1.5, 30, 1e4, 1e10,
    1e300, .infinity,
  ]

  private func check<D: Distribution>(_ distribution: D) throws where D.Value == Double {
    var last = 0.0
    for x in arguments {
      let (cdf, survival, density) = (distribution.cdf(x), distribution.survival(x), distribution.pdf(x))
      #expect(cdf >= last - 1e-12 && cdf <= 1, "cdf \(cdf) of \(distribution) at \(x)")
      #expect(survival >= 0 && survival <= 1, "survival \(survival) of \(distribution) at \(x)")
      #expect(abs(cdf + survival - 1) <= 1e-12, "tails of \(distribution) at \(x)")
      #expect(density >= 0, "density \(density) of \(distribution) at \(x)")
      last = cdf
    }
    for p in [0, .leastNonzeroMagnitude, 1e-300, 1e-10, 0.5, 1 - 1e-16, 1] {
      let (lower, upper) = (try distribution.quantile(p), try distribution.upperQuantile(p))
      #expect(!lower.isNaN, "quantile of \(p) of \(distribution)")
      #expect(!upper.isNaN, "upper quantile of \(p) of \(distribution)")
    }
  }

  @Test(arguments: [-1, 0, 1e-7, 1e11, .infinity, .nan] as [Double])
  func shapesBeyondTheGridAreRefused(shape: Double) {
    #expect(throws: DistributionError.self) { try StudentT(degreesOfFreedom: shape) }
    #expect(throws: DistributionError.self) { try ChiSquared(degreesOfFreedom: shape) }
    #expect(throws: DistributionError.self) { try Gamma(shape: shape) }
    #expect(throws: DistributionError.self) { try Beta(shape, 1) }
    #expect(throws: DistributionError.self) { try Beta(1, shape) }
    #expect(throws: DistributionError.self) {
      try FisherF(numeratorDegreesOfFreedom: shape, denominatorDegreesOfFreedom: 1)
    }
    #expect(throws: DistributionError.self) { try NegativeBinomial(mean: 1, size: shape) }
  }

  @Test func normal() throws {
    for scale in parameters { try check(Normal(mean: 3, standardDeviation: scale)) }
  }

  @Test func studentT() throws {
    for degrees in parameters { try check(StudentT(degreesOfFreedom: degrees)) }
  }

  @Test func gammaAndChiSquared() throws {
    for shape in parameters {
      try check(ChiSquared(degreesOfFreedom: shape))
      for scale in [1e-12, 1, 1e8] { try check(Gamma(shape: shape, scale: scale)) }
    }
  }

  @Test func betaAndF() throws {
    for a in parameters {
      for b in parameters {
        try check(Beta(a, b))
        try check(FisherF(numeratorDegreesOfFreedom: a, denominatorDegreesOfFreedom: b))
      }
    }
  }

  @Test func counts() throws {
    let counts = [-1, 0, 1, 7, 1000, 1_000_000_000]
    func check<D: Distribution>(_ distribution: D) where D.Value == Int {
      for k in counts {
        let (cdf, survival, mass) = (distribution.cdf(k), distribution.survival(k), distribution.pdf(k))
        #expect(abs(cdf + survival - 1) <= 1e-12, "tails of \(distribution) at \(k)")
        #expect(mass >= 0 && mass <= 1 + 1e-12, "mass \(mass) of \(distribution) at \(k)")
      }
    }
    for mean in [0, 1e-300, 0.1, 30, 1e8] {
      check(try Poisson(mean: mean))
      for size in parameters { check(try NegativeBinomial(mean: mean, size: size)) }
    }
    for trials in [0, 1, 50, 1_000_000] {
      for p in [0, .leastNonzeroMagnitude, 1e-12, 0.5, 1 - 1e-16, 1] {
        check(try Binomial(trials: trials, probability: p))
      }
    }
  }
}
