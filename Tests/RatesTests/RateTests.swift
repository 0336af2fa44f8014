import Estimates
import Testing

@testable import Rates

@Suite("Rate")
struct RateTests {
  // PHEindicatormethods testdata_Rate: 17 digits; relative 1e-12.
  @Test(
    "published rates",
    arguments: [
      (5.0, 100.0, 100.0, 5.0, 1.62348639011842, 11.668332079322669),
      (20, 100, 100, 20, 12.211428834875937, 30.889880369197066),
      (250, 220, 1e5, 113636.36363636364, 99984.947385328764, 128631.14487455782),
      (2, 200, 1e5, 1000, 121.10463927198258, 3612.3438338619794),
      (10, 200, 1e5, 5000, 2393.7249569837822, 9195.7293028782369),
    ])
  func rates(x: Double, n: Double, per: Double, value: Double, lower: Double, upper: Double) throws {
    let estimate = try Rate(of: x, in: n).estimate().scaled(by: per)
    let interval = try #require(estimate.interval)
    #expect(abs(estimate.value - value) <= 1e-12 * value)
    #expect(abs(interval.lower - lower) <= 1e-12 * lower)
    #expect(abs(interval.upper - upper) <= 1e-12 * upper)
    #expect(estimate.method == (x < 10 ? .poissonExact : .byar))
  }

  @Test("refuses what is no rate")
  func refusals() {
    #expect(throws: StatisticsError.emptyDenominator(0)) { try Rate(of: 1, in: 0) }
    #expect(throws: StatisticsError.negativeCount(-2)) { try Rate(of: -2, in: 10) }
    #expect(throws: StatisticsError.notFinite(what: "count")) { try Rate(count: .infinity) }
  }
}
