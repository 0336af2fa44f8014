import Distributions
import Estimates
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Regression

@Suite struct RateTrendsTests {
  private func panel(series: Int, points: Int, seed: UInt64) -> (counts: [Double], below: [Double]) {
    var counts: [Double] = []
    var below: [Double] = []
    for series in 0..<series {
      var stream = RandomStream(seed: seed, series: series)
      let slope = 0.08 * stream.standardNormal()
      for point in 0..<points {
        let persons = (300 + 400 * stream.uniform()).rounded()
        let mean = persons * 0.02 * exp(slope * Double(point - points / 2) + 0.2 * stream.standardNormal())
        below.append(persons)
        counts.append(min(persons, (mean + mean.squareRoot() * stream.standardNormal()).rounded().magnitude))
      }
    }
    return (counts, below)
  }

  private func bits(_ trend: RateTrend?) -> [UInt64]? {
    trend.map {
      [$0.slope, $0.slopeStandardError, $0.level, $0.deviance, $0.pearson, $0.alpha, $0.likelihoodRatio ?? 0]
        .map(\.bitPattern)
    }
  }

  @Test(arguments: RateTrend.Family.allCases) func oneSeriesAloneHasTheSameBits(family: RateTrend.Family)
    throws
  {
    for points in [3, 8, 13] {
      var (counts, below) = panel(series: 19, points: points, seed: 4)
      counts[2] = .nan
      below[points * 7 + 1] = .nan
      for place in points * 11..<points * 12 { counts[place] = 0 }
      let times = (0..<points).map { 2000 + Double($0) + ($0 > 4 ? 1.5 : 0) }
      let trends = try RateTrends(counts: counts, denominators: below, times: times, family: family)
      #expect(trends.status(11) == .noEvents && trends[11] == nil)
      for series in 0..<19 {
        let range = series * points..<(series + 1) * points
        let alone = try? RateTrend(
          counts: Array(counts[range]), denominators: Array(below[range]), times: times, family: family)
        #expect(bits(alone) == bits(trends[series]))
      }
      for threads in [1, 2, 3, 8] {
        let other = try RateTrends(
          counts: counts, denominators: below, times: times, family: family, threads: ThreadLimit(threads))
        #expect((0..<19).allSatisfy { bits(other[$0]) == bits(trends[$0]) })
      }
    }
  }

  /// Against iteratively weighted least squares by QR, which shares nothing with the kernel. The looser of the two stops at
  /// 1e-11 of the linear predictor, which is of the order of 5.
  @Test func agreesWithTheGeneralModel() throws {
    let points = 11
    let (counts, below) = panel(series: 24, points: points, seed: 6)
    let times = (0..<points).map { 2000 + Double($0) * ($0 > 3 ? 1.25 : 1) }
    let line = try Design(times: times.map { $0 - 2006 })
    for family in [RateTrend.Family.poisson, .binomial, .negativeBinomial] {
      let trends = try RateTrends(counts: counts, denominators: below, times: times, family: family)
      for series in 0..<trends.count {
        let range = series * points..<(series + 1) * points
        let (y, n) = (Array(counts[range]), Array(below[range]))
        let fit =
          switch family {
          case .binomial: try GeneralizedLinearModel.fit(y, trials: n, on: line, family: .binomial)
          case .negativeBinomial:
            try GeneralizedLinearModel.fitNegativeBinomial(y, offset: n.map { log($0) }, on: line)
          default: try GeneralizedLinearModel.fit(y, offset: n.map { log($0) }, on: line, family: .poisson)
          }
        let trend = try #require(trends[series])
        #expect(isClose(trend.slope, fit.coefficients[1], relative: 1e-9, absolute: 1e-11))
        #expect(isClose(trend.slopeStandardError, fit.standardErrors[1], relative: 1e-9))
        #expect(isClose(trend.deviance, fit.deviance, relative: 1e-9))
        #expect(
          isClose(
            log(trend.value(at: 2006)),
            log(
              fit.family == .binomial
                ? 1 / (1 + exp(-fit.coefficients[0])) : exp(fit.coefficients[0])), relative: 1e-10))
      }
    }
  }

  /// Steep trends, far from where the iteration starts.
  @Test func steepTrendsConverge() throws {
    let times = (0..<25).map(Double.init)
    for slope in [-1.2, -0.4, 0.4, 0.9] {
      let counts = times.map { (1e5 * exp(slope * ($0 - (slope > 0 ? 24 : 0)))).rounded() }
      let trend = try RateTrend(
        counts: counts, denominators: counts.map { _ in 1e6 }, times: times, family: .poisson)
      // Rounding the counts moves the slope by less than one event's pull at the ends.
      #expect(abs(trend.slope - slope) < 1e-3)
    }
  }

  @Test(arguments: RateTrend.Family.allCases) func passesTheSuiteOfEveryEstimator(
    family: RateTrend.Family
  ) throws {
    let bounds: EstimatorChecks.Bounds = { panel in
      (try? RateTrends.slopeBounds(panel, family: family)) ?? []
    }
    let estimate: EstimatorChecks.Estimator = { panel, level, threads in
      guard let trends = try? RateTrends(panel, family: family, threads: threads) else { return [] }
      return (0..<trends.count).map { zone -> Result<Estimate, Reason> in
        guard let trend = trends[zone] else { return .failure(trends.status(zone).reason ?? .missing) }
        return .success(trend.slopeEstimate(level: level))
      }
    }
    let checks = EstimatorChecks(
      name: family.rawValue, bounds: family == .negativeBinomial ? nil : bounds, estimate: estimate)
    #expect(try checks.violations(on: TestPanels.randomShares(zones: 5, periods: 8, seed: 3)) == [])
  }

  @Test func figuresWithoutPartsAreRefused() throws {
    let means = try TestPanels.values([[1, 2, 3, 4]], kind: .mean)
    #expect(try RateTrends(means, family: .poisson).status(0) == .needsParts)
    let counts = try TestPanels.values([[1, 2, 3, 4]], kind: .count)
    #expect(try RateTrends(counts, family: .poisson).status(0) == .fitted)
    #expect(try RateTrends(counts, family: .binomial).status(0) == .needsParts)
    let windows = try (0..<4).map { try #require(Period(years: 2000 + $0...2003 + $0)) }
    let overlapping = try Panel(
      indicator: "test", kind: .count, zones: TestPanels.zones(1), periods: windows, values: [1, 2, 3, 4],
      statuses: [CellStatus](repeating: .observed, count: 4))
    #expect(throws: RegressionError.overlappingPeriods) { try RateTrends(overlapping, family: .poisson) }
  }
}
