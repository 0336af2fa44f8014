import Estimates
import Foundation
import TestSupport
import Testing

@testable import Trends

@Suite struct AverageAnnualChangeTests {
  private func trend() throws -> JoinpointFit {
    try Joinpoint(of: JoinpointSample.own, at: JoinpointSample.ownTimes, selection: .joins(2)).fit
  }

  /// By hand from the segments.
  @Test func theWindowWeightsTheSegments() throws {
    let fit = try trend()
    let (first, second) = (fit.segments[0], fit.segments[1])
    let join = first.end
    let change = try fit.averageAnnualChange(from: join - 2, to: join + 3)
    #expect(isClose(change.slope, (2 * first.slope + 3 * second.slope) / 5, relative: 1e-14))
    let error =
      (4 * first.slopeStandardError * first.slopeStandardError
      + 9 * second.slopeStandardError * second.slopeStandardError).squareRoot() / 5
    #expect(isClose(change.slopeStandardError, error, relative: 1e-13))
    #expect(change.segments == 2 && change.degreesOfFreedom == nil)
    let interval = try #require(change.percent().interval)
    #expect(
      isClose(interval.upper, 100 * expm1(change.slope + 1.959963984540054 * error), relative: 1e-10))
  }

  @Test func oneSegmentHasItsOwnInterval() throws {
    let fit = try trend()
    let change = try fit.averageAnnualChange(to: fit.segments[0].end)
    #expect(change.degreesOfFreedom == fit.residualDegreesOfFreedom)
    let (own, part) = (change.percent(), fit.segments[0].annualPercentChange())
    #expect(own.value == part.value && own.interval == part.interval)
    #expect(change.pValue == fit.segments[0].pValue)
  }

  /// With known joins the line's ends are regressions too: exp(b̄ (t₁ − t₀)) is the ratio of the fitted ends.
  @Test func neighboursAreNegativelyCorrelated() throws {
    let fit = try trend()
    let published = try fit.averageAnnualChange()
    let full = try fit.averageAnnualChange(covariance: .full)
    #expect(published.slope == full.slope && full.slopeStandardError < published.slopeStandardError)
  }

  @Test func windowsOutsideAreRefused() throws {
    let fit = try trend()
    #expect(throws: StatisticsError.parameter(name: "from", value: 1990)) {
      try fit.averageAnnualChange(from: 1990)
    }
    #expect(throws: StatisticsError.parameter(name: "to", value: 2030)) {
      try fit.averageAnnualChange(to: 2030)
    }
    #expect(throws: StatisticsError.parameter(name: "from", value: 2010)) {
      try fit.averageAnnualChange(from: 2010, to: 2010)
    }
  }
}
