import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Regression

@Suite struct RateTrendTests {
  /// The last step is below 1e-9 and Newton's error after it about its square; the exponential and the logarithm are good to
  /// an ulp or two and twelve terms are summed. statsmodels stops at 1e-14.
  private let tolerance = 1e-11

  private func expect(_ trend: RateTrend, _ peer: CountSeries.Expected) {
    #expect(isClose(trend.slope, peer.slope, relative: tolerance))
    #expect(isClose(trend.slopeStandardError, peer.slopeError, relative: tolerance))
    #expect(isClose(trend.level, peer.level, relative: tolerance))
    #expect(isClose(trend.deviance, peer.deviance, relative: tolerance))
    #expect(isClose(trend.pearson, peer.pearson, relative: tolerance))
    // A difference of two log likelihoods of up to 1000.
    #expect(isClose(trend.likelihoodRatio ?? .nan, peer.ratio, relative: 1e-11, absolute: 1e-11))
  }

  @Test(arguments: CountSeries.all) func agreesWithStatsmodels(series: CountSeries) throws {
    func fit(_ family: RateTrend.Family) throws -> RateTrend {
      try RateTrend(
        counts: series.counts, denominators: series.denominators, times: series.times, family: family)
    }
    expect(try fit(.poisson), series.poisson)
    expect(try fit(.binomial), series.binomial)
    let quasi = try fit(.quasiPoisson)
    #expect(isClose(quasi.dispersion, series.quasi.dispersion, relative: tolerance))
    // A dispersion below 1 is taken as 1.
    let wanted = max(series.quasi.error, series.poisson.slopeError)
    #expect(isClose(quasi.slopeStandardError, wanted, relative: tolerance))
    #expect(try fit(.poisson).centre == 2015.5)
    #expect(try fit(.poisson).iterations <= 8)
  }

  @Test func negativeBinomialAgreesWithStatsmodels() throws {
    let series = CountSeries.restless
    let trend = try RateTrend(
      counts: series.counts, denominators: series.denominators, times: series.times, family: .negativeBinomial
    )
    #expect(isClose(trend.alpha, 0.06859735002531374, relative: 1e-10))
    #expect(isClose(trend.slope, 0.07414190440617183, relative: 1e-10))
    #expect(isClose(trend.level, -5.140219675649284, relative: 1e-10))
    #expect(isClose(trend.slopeStandardError, 0.02302963174337441, relative: 1e-10))
    #expect(isClose(trend.deviance, 12.16072681844199, relative: 1e-10))
    #expect(trend.likelihoodRatio == nil)
    let even = try RateTrend(
      counts: CountSeries.few.counts, denominators: CountSeries.few.denominators,
      times: CountSeries.few.times, family: .negativeBinomial)
    #expect(even.alpha == 0 && even.slopeEstimate().diagnostics == [.noOverdispersion])
    #expect(isClose(even.slope, CountSeries.few.poisson.slope, relative: tolerance))
  }

  /// Two levels of two years each, 10 and 20 events of 100 persons at times 0, 1, 2: with counts 10, 20, 40 the fit is exact,
  /// b = log 2, and μ = y gives the variance of t with weights 10, 20, 40: mean 10/7, Σ μ(t − mean)² = 70 · 26/49.
  @Test func aGeometricSeriesByHand() throws {
    let trend = try RateTrend(
      counts: [10, 20, 40], denominators: [100, 100, 100], times: [0, 1, 2], family: .poisson)
    #expect(isClose(trend.slope, log(2), relative: 1e-14))
    #expect(isClose(trend.slopeStandardError, (49.0 / (70 * 26)).squareRoot(), relative: 1e-14))
    #expect(isClose(trend.percentPerYear().value, 100, relative: 1e-14))
    #expect(isClose(trend.value(at: 3), 0.8, relative: 1e-14))
    #expect(trend.deviance < 1e-12 && trend.overall == 70.0 / 300)
    #expect(isClose(trend.changePerYear(multiplier: 100).value, 70.0 / 3 * log(2), relative: 1e-14))
    // Odds 1, 2, 4.
    let odds = try RateTrend(
      counts: [30, 40, 48], denominators: [60, 60, 60], times: [0, 1, 2], family: .binomial)
    #expect(isClose(odds.slope, log(2), relative: 1e-13))
    let share: Double = 118.0 / 180
    #expect(isClose(odds.changePerYear().value, log(2) * share * (1 - share), relative: 1e-13))
  }

  @Test func intervalsAndTestsAgree() throws {
    let series = CountSeries.few
    for family in RateTrend.Family.allCases {
      let trend = try RateTrend(
        counts: series.counts, denominators: series.denominators, times: series.times, family: family)
      let level = try #require(ConfidenceInterval.Level(1 - trend.pValue))
      let interval = try #require(trend.slopeEstimate(level: level).interval)
      // At the level of its own p-value the interval ends at 0. Quantiles are good to 1e-12.
      #expect(min(abs(interval.lower), abs(interval.upper)) < 1e-9)
      #expect(trend.percentPerYear().method == family.method)
    }
    let poisson = try RateTrend(
      counts: series.counts, denominators: series.denominators, times: series.times)
    // χ²₁ above 9.4973: erfc(√(9.4973/2)) = 0.002058.
    #expect(abs(try #require(poisson.likelihoodRatioPValue) - 0.002058) < 5e-7)
    #expect(poisson.slopeEstimate().diagnostics == [])
    let restless = CountSeries.restless
    let warned = try RateTrend(
      counts: restless.counts, denominators: restless.denominators, times: restless.times)
    #expect(warned.slopeEstimate().diagnostics == [.overdispersed])
  }

  @Test func whatHasNoAnswerIsSaid() {
    func fit(_ counts: [Double], _ below: [Double], _ family: RateTrend.Family = .poisson) throws {
      _ = try RateTrend(
        counts: counts, denominators: below, times: counts.indices.map(Double.init), family: family)
    }
    let five: [Double] = [5, 5, 5, 5]
    #expect(throws: RegressionError.noEvents) { try fit([0, 0, 0, 0], five) }
    #expect(throws: RegressionError.separation(rows: [3])) { try fit([0, 0, 0, 3], five) }
    #expect(throws: RegressionError.separation(rows: [0])) { try fit([3, 0, 0, 0], five) }
    #expect(throws: RegressionError.separation(rows: [2, 3])) { try fit([0, 0, 1, 5], five, .binomial) }
    #expect(throws: RegressionError.allEvents) { try fit([5, 5, 5, 5], five, .binomial) }
    #expect(throws: RegressionError.negativeCount(row: 1, value: -2)) { try fit([3, -2, 0, 0], five) }
    #expect(throws: RegressionError.emptyDenominator(row: 2, value: 0)) {
      try fit([3, 2, 1, 0], [5, 5, 0, 5])
    }
    #expect(throws: RegressionError.shareAboveOne(numerator: 6, denominator: 5)) {
      try fit([3, 6, 1, 0], five, .binomial)
    }
    #expect(throws: RegressionError.tooFewObservations(needed: 3, found: 2)) {
      try fit([3, .nan, 1, 2], [5, 5, 5, .nan])
    }
    #expect(throws: RegressionError.notFinite(column: "counts", row: 0)) {
      try fit([.infinity, 2, 1, 0], five)
    }
    // A year without anybody, and without events, is no point.
    #expect(throws: Never.self) { try fit([3, 0, 1, 2], [5, 0, 5, 5]) }
  }
}
