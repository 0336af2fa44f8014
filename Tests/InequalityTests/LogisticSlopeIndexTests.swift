import Estimates
import Indicators
import TestSupport
import Testing

@testable import Inequality

@Suite struct LogisticSlopeIndexTests {
  static let people = [2100.0, 3900, 4000, 2500]
  static let events = [310.0, 402, 265, 120]

  /// statsmodels 0.15.0, `GLM(Binomial)` iterated to 10⁻¹⁴, and the delta method on its covariance. It prints eight digits
  /// of the coefficients and stops on deviance, which leaves the coefficients good to half as many digits at worst.
  @Test func againstStatsmodels() throws {
    let fit = try LogisticSlopeIndex(events: Self.events, of: Self.people)
    #expect(isClose(fit.intercept, -1.6474754, relative: 0, absolute: 5e-8))
    #expect(isClose(fit.slope, -1.53512051, relative: 0, absolute: 5e-9))
    let absolute = fit.absolute()
    #expect(isClose(absolute.value, -0.12162449982607598, relative: 1e-9))
    #expect(isClose(try #require(absolute.standardError), 0.009778865186661611, relative: 1e-7))
    let relative = fit.relative()
    #expect(isClose(relative.value, 0.2466759835946178, relative: 1e-9))
    #expect(
      isClose(try #require(relative.standardError) / relative.value, 0.10894320654570107, relative: 1e-7))
    #expect(relative.interval?.contains(relative.value) == true)
    #expect(isClose(fit.relative(.bottomMinusTop).value, 1 / relative.value, relative: 1e-12))
  }

  /// The likelihood equations hold: Σ(x − nπ) = 0 and Σ(x − nπ)R = 0, to the rounding of sums of some thousand.
  @Test func theLikelihoodEquationsHold() throws {
    let fit = try LogisticSlopeIndex(events: Self.events, of: Self.people)
    let units = try RankedUnits(values: Self.events, weights: Self.people)
    var (one, other) = (0.0, 0.0)
    for i in Self.events.indices {
      let eta = fit.intercept + fit.slope * units.ridits[i]
      let residual = Self.events[i] - Self.people[i] * SlopeIndex.Link.logit.back(eta)
      one += residual
      other += residual * units.ridits[i]
    }
    #expect(abs(one) < 1e-8 && abs(other) < 1e-8)
  }

  @Test func zerosAreFineUnlessAllAreOrTheySeparate() throws {
    let fit = try LogisticSlopeIndex(events: [0, 3, 9], of: [50, 50, 50])
    #expect(fit.slope > 0 && fit.absolute().value > 0)
    #expect(throws: Reason.nobodyOrEverybody) { try LogisticSlopeIndex(events: [0, 0, 0], of: [5, 5, 5]) }
    #expect(throws: Reason.nobodyOrEverybody) { try LogisticSlopeIndex(events: [5, 5, 5], of: [5, 5, 5]) }
    #expect(throws: Reason.slopeNotFound) { try LogisticSlopeIndex(events: [0, 0, 5], of: [5, 5, 5]) }
    #expect(throws: Reason.tooFewGroups) { try LogisticSlopeIndex(events: [1, 2], of: [5, 5]) }
    #expect(throws: Reason.outsideBounds) { try LogisticSlopeIndex(events: [1, 2, 6], of: [5, 5, 5]) }
  }

  @Test func groupsWithOneShareHaveNoSlope() throws {
    let fit = try LogisticSlopeIndex(events: [10, 20, 30], of: [100, 200, 300])
    #expect(abs(fit.absolute().value) < 1e-12)
    #expect(isClose(fit.relative().value, 1, relative: 1e-12))
    let batch = LogisticSlopeIndex.fit([(events: [10, 20, 30], persons: [100, 200, 300])])
    #expect(try batch[0].get() == fit)
  }

  /// Nobody of 1900 at the bottom and 181 of 2010 above them is no curve of this kind.
  @Test func groupsThatDoNotFollowTheCurveAreSaid() throws {
    let people = [1900.0, 2010, 1980, 2040, 1950]
    let bent = try LogisticSlopeIndex(events: [0, 181, 150, 121, 88], of: people)
    #expect(bent.absolute().diagnostics == [.lineFitsPoorly])
    let straight = try LogisticSlopeIndex(events: [212, 181, 150, 121, 88], of: people)
    #expect(straight.relative().diagnostics == [])
    let groups = zip([0.02, 0.30, 0.05, 0.31, 0.04], people)
    let line = try SlopeIndex(
      try RankedUnits(
        values: groups.map(\.0), weights: people, intervals: groups.compactMap { MadeGroups.wilson($0, $1) }))
    #expect(line.absolute().diagnostics == [.lineFitsPoorly])
  }
}
