import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Score test of a changing ratio")
struct GapScoreTestTests {
  private var times: [Double] { (0..<5).map { Double(2019 + $0) } }

  // By the formulas in numpy with the expected counts by scipy 1.17.1 `brentq`; statsmodels 0.15.0 gives 1.24879 (likelihood
  // ratio) and 1.24670 (Wald) for the interaction of zone and year in the logistic model with a level a year.
  @Test("odds ratios of shares")
  func shares() throws {
    let test = try GapScoreTest(
      times: times, zones: GapTrendTests.zone.map { .proportion(try Proportion(of: $0.0, in: $0.1)) },
      others: GapTrendTests.rest.map { .proportion(try Proportion(of: $0.0, in: $0.1)) })
    #expect(abs(test.commonRatio - 1.4663144935780241) <= 1e-13)
    #expect(abs(test.statistic - 1.2477460538058718) <= 1e-11)
    #expect(abs(test.pValue - 0.26398340580437646) <= 1e-11)
    #expect(!test.rises)
  }

  // By the formulas in numpy.
  @Test("rate ratios")
  func rates() throws {
    let test = try GapScoreTest(
      times: times, zones: GapTrendTests.zone.map { .rate(try Rate(of: $0.0, in: $0.1)) },
      others: GapTrendTests.rest.map { .rate(try Rate(of: $0.0, in: $0.1)) })
    #expect(abs(test.commonRatio - 1.4008212272954812) <= 1e-13)
    #expect(abs(test.statistic - 1.0611247027851824) <= 1e-11)
  }

  @Test("the test does not know which side is the zone, nor where time begins")
  func symmetry() throws {
    let zones = try GapTrendTests.zone.map { Figure.rate(try Rate(of: $0.0, in: $0.1)) }
    let others = try GapTrendTests.rest.map { Figure.rate(try Rate(of: $0.0, in: $0.1)) }
    let one = try GapScoreTest(times: times, zones: zones, others: others)
    let turned = try GapScoreTest(times: times.map { $0 - 2019 }, zones: others, others: zones)
    #expect(abs(one.statistic - turned.statistic) <= 1e-11 && one.rises != turned.rises)
  }

  @Test("refusals")
  func refusals() throws {
    let empty = try (0..<4).map { _ in Figure.rate(try Rate(of: 0, in: 10)) }
    let some = try (0..<4).map { _ in Figure.rate(try Rate(of: 3, in: 10)) }
    #expect(throws: StatisticsError.tooFewObservations(needed: 3, found: 0)) {
      try GapScoreTest(times: [1, 2, 3, 4], zones: empty, others: empty)
    }
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try GapScoreTest(times: [1, 2, 3, 4], zones: empty, others: some)
    }
    #expect(throws: StatisticsError.noVariationInTime) {
      try GapScoreTest(times: [1, 1, 1, 1], zones: some, others: some)
    }
  }
}
