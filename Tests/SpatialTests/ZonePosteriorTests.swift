import Estimates
import Indicators
import TestSupport
import Testing

@testable import Spatial

@Suite struct ZonePosteriorTests {
  /// The value lies between the zone's own figure and the prior mean, and its weight says where.
  @Test func theValueLiesBetweenOwnFigureAndPrior() throws {
    var generator = SeededGenerator(seed: 31)
    let rates = try GammaPoisson(shape: 2.5, rate: 1.75)
    let shares = try BetaBinomial(a: 3, b: 17)
    for _ in 0..<200 {
      let n = 1 + (generator.uniform() * 300).rounded()
      let x = (generator.uniform() * n).rounded()
      for (one, own) in [
        (try rates.posterior(count: x, expected: n), x / n),
        (try shares.posterior(numerator: x, denominator: n), x / n),
      ] {
        #expect(one.mean >= min(own, one.priorMean) * (1 - 1e-14))
        #expect(one.mean <= max(own, one.priorMean) * (1 + 1e-14))
        #expect(
          isClose(one.mean, one.weight * own + (1 - one.weight) * one.priorMean, relative: 1e-13))
      }
    }
  }

  /// More of the zone's own figures, more weight on them.
  @Test func weightGrowsWithTheZone() throws {
    let prior = try GammaPoisson(shape: 2, rate: 10)
    var last = 0.0
    for expected in [1.0, 10, 100, 1000] {
      let weight = try prior.posterior(count: 1, expected: expected).weight
      #expect(weight > last && weight < 1)
      last = weight
    }
  }

  /// The property suite, zone by zone under a known prior: with a fitted one every zone depends on all others, which is the
  /// method's point and not a fault.
  @Test("estimators under a known prior", arguments: [true, false])
  func properties(isShare: Bool) throws {
    let rates = try GammaPoisson(shape: 2, rate: 40)
    let shares = try BetaBinomial(a: 4, b: 20)
    let checks = EstimatorChecks(name: "posterior") { panel, level, _ in
      panel.zones.indices.map { zone in
        let cell = panel[zone: zone, period: 0]
        if let reason = cell.status.reason { return .failure(reason) }
        guard let x = cell.numerator, let n = cell.denominator else {
          return .failure(.needsNumeratorAndDenominator)
        }
        return Result { () throws(StatisticsError) in
          isShare
            ? try shares.posterior(numerator: x, denominator: n).estimate(.betaBinomial, n: n, level: level)
            : try rates.posterior(count: x, expected: n).estimate(.gammaPoisson, n: x, level: level)
        }.mapError(\.reason)
      }
    }
    let panel = try TestPanels.quotients(
      [[0], [7], [nil], [40], [311]], over: [[40], [50], [40], [40], [1100]])
    #expect(try checks.violations(on: panel) == [])
  }
}
