import Estimates
import Indicators
import TestSupport
import Testing

@testable import Spatial

@Suite struct BetaBinomialTests {
  static let numerators: [Double] = [14, 3, 9, 31, 22, 26, 2, 18, 48, 6, 7, 21]
  static let denominators: [Double] = [120, 80, 45, 200, 310, 150, 60, 90, 500, 75, 33, 260]

  /// scipy 1.17.1: BFGS of the beta-binomial likelihood (`betaln`) to gtol 1e-10; `beta.ppf` and `beta.sf` at the fit.
  @Test func scipyAgrees() throws {
    let fit = try BetaBinomial(numerators: Self.numerators, denominators: Self.denominators)
    // The likelihood is flat to rounding within about 1e-7 of BFGS's maximum.
    #expect(isClose(fit.a, 5.6000220832521, relative: 2e-6))
    #expect(isClose(fit.b, 42.384672015871985, relative: 2e-6))
    let means = [
      0.11667743, 0.06719571, 0.15701533, 0.14758984, 0.07709833, 0.15960841, 0.07038055, 0.17103362,
      0.09781299, 0.09432086, 0.15558523, 0.086368,
    ]
    for (zone, mean) in means.enumerated() {
      let one = try fit.posterior(numerator: Self.numerators[zone], denominator: Self.denominators[zone])
      #expect(abs(one.mean - mean) <= 2e-7)
    }
    let first = try fit.posterior(numerator: 14, denominator: 120)
    let interval = try #require(first.interval(level: .p95))
    #expect(abs(interval.lower - 0.07278983) <= 2e-7 && abs(interval.upper - 0.16919119) <= 2e-7)
    #expect(abs(try #require(first.probability(above: 0.1)) - 0.7391344815300019) <= 1e-6)
  }

  @Test func withoutExtraVariationTheFitIsPooled() throws {
    let fit = try BetaBinomial(numerators: [10, 11, 9, 10], denominators: [50, 50, 50, 50])
    #expect(fit.isPooled && fit.mean == 0.2)
    #expect(try fit.posterior(numerator: 11, denominator: 50).mean == 0.2)
  }

  @Test func unusableNumbersAreRefused() {
    for (numerators, denominators, reason) in [
      ([1.0, 2], [5.0, 5], Reason.tooFewPoints), ([0, 0, 0], [5, 5, 5], .nothingToShrinkTowards),
      ([5, 5, 5], [5, 5, 5], .nothingToShrinkTowards), ([6, 1, 1], [5, 5, 5], Reason("share-above-one")),
      ([1, 1, 1], [5, 5, 0], .emptyDenominator),
    ] {
      #expect(throws: ShrinkageRefusal(reason)) {
        try BetaBinomial(numerators: numerators, denominators: denominators)
      }
    }
  }

  /// Zones of one person each can show no difference, whatever they are.
  @Test func singlePersonsShowNoDifference() throws {
    let fit = try BetaBinomial(numerators: [1, 0, 1, 0, 0], denominators: [1, 1, 1, 1, 1])
    #expect(fit.isPooled && fit.mean == 0.4)
  }
}
