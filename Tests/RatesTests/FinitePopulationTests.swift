import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct FinitePopulationTests {
  // n' = 100·399/300 = 133; Wilson by hand and scipy 1.17.1 beta.ppf for 86.45 of 133.
  @Test func theCorrectionIsAppliedOnce() throws {
    let share = try Proportion(of: 65, in: 100)
    let wilson = try share.inPopulation(of: 400)
    #expect(isClose(wilson.interval?.lower ?? 0, 0.5657629875580759, relative: 1e-12))
    #expect(isClose(wilson.interval?.upper ?? 0, 0.7258153129355026, relative: 1e-12))
    // √(p(1 − p)/n · (N − n)/(N − 1)), the factor inside the root once.
    #expect(isClose(wilson.standardError ?? 0, (0.65 * 0.35 / 100 * 300 / 399).squareRoot(), relative: 1e-14))
    let exact = try share.inPopulation(of: 400, .clopperPearson)
    #expect(isClose(exact.interval?.lower ?? 0, 0.5625336906694554, relative: 1e-12))
    #expect(isClose(exact.interval?.upper ?? 0, 0.7306232706321818, relative: 1e-12))
    #expect(wilson.n == 100 && wilson.method == .wilsonFinite && exact.method == .clopperPearsonFinite)
  }

  @Test func aLargePopulationChangesNothing() throws {
    let share = try Proportion(of: 3, in: 20)
    let (finite, plain) = (try share.inPopulation(of: 1e15), share.wilson())
    #expect(isClose(finite.interval?.lower ?? 0, plain.interval?.lower ?? 1, relative: 1e-12))
    #expect(isClose(finite.interval?.upper ?? 0, plain.interval?.upper ?? 1, relative: 1e-12))
  }

  @Test func everybodyAskedLeavesNoInterval() throws {
    let estimate = try Proportion(of: 3, in: 20).inPopulation(of: 20)
    #expect(estimate.interval == nil && estimate.intervalReason == .completeCount && estimate.value == 0.15)
    #expect(throws: StatisticsError.numeratorExceedsDenominator(numerator: 20, denominator: 19)) {
      try Proportion(of: 3, in: 20).inPopulation(of: 19)
    }
    let one = try Proportion(of: 0, in: 1).inPopulation(of: 2)
    #expect(one.interval?.contains(0) == true)
  }
}
