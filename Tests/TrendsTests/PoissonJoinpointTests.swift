import TestSupport
import Testing

@testable import Trends

@Suite struct PoissonJoinpointTests {
  /// All designs by statsmodels 0.15.0 (`GLM`, Poisson, offset, tol 1e-13), numpy 2.4.6. Both stop where fitted values move by
  /// less than 1e-8, whose square is left; sums of twenty terms.
  @Test func agreesWithStatsmodels() throws {
    let trend = try Joinpoint(
      counts: JoinpointSample.counts, denominators: JoinpointSample.persons, at: JoinpointSample.countTimes,
      rules: JoinpointRules(maximumJoins: 2))
    #expect(trend.fits.map(\.joins) == [[], [2011], [2011, 2016]] && trend.joins == 1)
    let deviances = [51.15580386583471, 10.87845346185594, 10.612144401455911]
    let criteria = [57.147268412942694, 22.861382556071902, 28.586538042779857]
    for (fit, (deviance, criterion)) in zip(trend.fits, zip(deviances, criteria)) {
      #expect(isClose(fit.sumOfSquares, deviance, relative: 1e-10))
      #expect(isClose(fit.bic, criterion, relative: 1e-10))
    }
    let slopes = [0.17030890818907501, -0.23163176910047262]
    let errors = [0.03249717879562306, 0.045066643393073445]
    for (segment, (slope, error)) in zip(trend.fit.segments, zip(slopes, errors)) {
      #expect(isClose(segment.slope, slope, relative: 1e-9))
      #expect(isClose(segment.slopeStandardError, error, relative: 1e-9))
    }
    // A straight line leaves 2.55 times Poisson's variance, and says so in its interval.
    #expect(isClose(trend.fits[0].segments[0].slopeStandardError, 0.02380909108672635, relative: 1e-9))
  }
}
