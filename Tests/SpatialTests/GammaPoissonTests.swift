import Distributions
import Estimates
import Indicators
import TestSupport
import Testing

@testable import Spatial

@Suite struct GammaPoissonTests {
  @Test(.enabled(if: LipCancer.isAvailable, Comment(rawValue: ReferenceData.skipReason)))
  func lipCancerInScotland() throws {
    let (counts, expected) = try LipCancer.read()
    #expect(counts.count == 56 && counts.reduce(0, +) == 536)
    let fit = try GammaPoisson(counts: counts, expected: expected)
    // Half the last printed digit of the published table.
    #expect(abs(fit.shape - 1.879490) <= 5e-7)
    #expect(abs(fit.rate - 1.321667) <= 5e-7)
    let first = try fit.posterior(count: counts[0], expected: expected[0])
    #expect(abs(first.mean - 3.997362) <= 5e-7)
    // scipy 1.17.1, BFGS of the negative binomial likelihood to gtol 1e-10: 1.8794899218689964 1.3216670717350854
    // -181.5760741405236; BFGS stops at a relative step of about 1e-8.
    #expect(isClose(fit.shape, 1.8794899218689964, relative: 1e-7))
    #expect(isClose(fit.rate, 1.3216670717350854, relative: 1e-7))
    #expect(isClose(fit.logLikelihood, -181.5760741405236, relative: 1e-13))
    // scipy 1.17.1, gamma.ppf and gamma.sf at that fit.
    let interval = try #require(first.interval(level: .p95))
    #expect(isClose(interval.lower, 1.98648566, relative: 1e-7))
    #expect(isClose(interval.upper, 6.69949589, relative: 1e-7))
    #expect(isClose(try #require(first.probability(above: 1)), 0.9998467230591687, relative: 1e-8))
  }

  /// At the maximum the derivatives vanish: no step of a millionth goes up.
  @Test func theFitIsAMaximum() throws {
    let counts: [Double] = [9, 39, 11, 9, 15, 8, 26, 7, 6, 20, 2, 0]
    let expected = [1.4, 8.7, 3.0, 2.5, 4.3, 2.4, 8.1, 2.3, 2.0, 6.6, 9.0, 5.5]
    let fit = try GammaPoisson(counts: counts, expected: expected)
    func likelihood(_ shape: Double, _ rate: Double) throws -> Double {
      try zip(counts, expected).reduce(0.0) { sum, zone in
        sum
          + (try NegativeBinomial(mean: shape / rate * zone.1, size: shape).logPDF(Int(zone.0)))
      }
    }
    let top = try likelihood(fit.shape, fit.rate)
    for (one, other) in [(1.001, 1), (0.999, 1), (1, 1.001), (1, 0.999), (1.001, 1.001)] {
      #expect(try likelihood(fit.shape * one, fit.rate * other) < top)
    }
  }

  @Test func withoutExtraVariationTheFitIsPooled() throws {
    let fit = try GammaPoisson(counts: [10, 11, 9, 10, 10], expected: [10, 10, 10, 10, 10])
    #expect(fit.isPooled && fit.mean == 1 && fit.rate == .infinity)
    let one = try fit.posterior(count: 11, expected: 10)
    #expect(one.mean == 1 && one.weight == 0 && one.interval(level: .p95) == nil)
    #expect(one.probability(above: 1) == nil)
    let estimate = one.estimate(.gammaPoisson)
    #expect(estimate.interval == nil && estimate.intervalReason == .noDifferenceBetweenZones)
  }

  @Test func unusableNumbersAreRefused() {
    for (counts, expected, reason) in [
      ([1.0, 2], [1.0, 1], Reason.tooFewPoints), ([1, 2, 3], [1, 0, 1], .emptyDenominator),
      ([0, 0, 0], [1, 1, 1], .nothingToShrinkTowards), ([1, -2, 3], [1, 1, 1], Reason("negative-count")),
      ([1, .nan, 3], [1, 1, 1], Reason("not-finite")), ([1, 2, 3], [1, 1], Reason("unequal-lengths")),
    ] {
      #expect(throws: ShrinkageRefusal(reason)) { try GammaPoisson(counts: counts, expected: expected) }
    }
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try GammaPoisson(shape: 1, rate: 1).posterior(count: 1, expected: 0)
    }
  }

  /// Twenty fits of counts drawn from a known prior find it on average.
  @Test func knownPriorsAreFound() throws {
    let expected = (0..<300).map { 5 + Double($0 % 7) }
    var shapes: [Double] = []
    for replicate in 0..<20 {
      var stream = RandomStream(seed: 3, replicate: replicate)
      let prior = try Gamma(shape: 4, scale: 0.25)
      let counts = try expected.map {
        Double(try stream.poisson(mean: $0 * (try prior.quantile(stream.openUniform()))))
      }
      shapes.append(try GammaPoisson(counts: counts, expected: expected).shape)
    }
    // The asymptotic standard error of ν̂ is about 0.65 for one fit, so 0.15 for the mean of twenty.
    #expect(abs(shapes.reduce(0, +) / 20 - 4) < 0.5)
  }
}
