import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct IndirectRatioTests {
  private func reference() throws -> ReferenceRates {
    try ReferenceRates(events: PublishedStrata.referenceEvents, populations: PublishedStrata.referencePersons)
  }

  // PHEindicatormethods' answer sheet; 1e-12 relative as for the direct rates.
  @Test func theAnswersOfThePeersSheet() throws {
    let reference = try reference()
    let ratio = try IndirectRatio(
      events: PublishedStrata.big, populations: PublishedStrata.persons, reference: reference)
    #expect(isClose(ratio.expected, 835.88356123117433, relative: 1e-12))
    #expect(isClose(reference.crude * 1e5, 9349.8830922110192, relative: 1e-12))
    let smr = ratio.estimate()
    #expect(isClose(smr.value, 1.0707232939020275, relative: 1e-12))
    #expect(isClose(smr.interval?.lower ?? 0, 1.0017147712553987, relative: 1e-12))
    #expect(isClose(smr.interval?.upper ?? 0, 1.1432332872498949, relative: 1e-12))
    #expect(isClose(ratio.rate().value * 1e5, 10011.137622091057, relative: 1e-12))
    #expect(smr.method == .indirectByar && smr.n == 895 && smr.diagnostics.isEmpty)
    // Only the total of the observed events matters.
    let total = try IndirectRatio(observed: 895, populations: PublishedStrata.persons, reference: reference)
    #expect(total == ratio)
  }

  @Test func fewEventsHaveAnExactInterval() throws {
    let ratio = try IndirectRatio(observed: 5, expected: 4, referenceRate: 0.01)
    let interval = try #require(ratio.estimate().interval)
    // Exact limits of five events, 1.62348639012–11.6683320793, over 4; twelve digits printed.
    #expect(isClose(interval.lower, 1.62348639012 / 4, relative: 5e-12))
    #expect(isClose(interval.upper, 11.6683320793 / 4, relative: 5e-12))
    #expect(ratio.estimate().method == .indirectExact && ratio.estimate().diagnostics == [.smallNumerator])
    let none = try IndirectRatio(observed: 0, expected: 4, referenceRate: 0.01).estimate(level: .p95)
    #expect(none.value == 0 && none.interval?.lower == 0)
    #expect(isClose(none.interval?.upper ?? 0, 3.68887945411 / 4, relative: 5e-12))
  }

  @Test func theCountryIsForcedToOne() throws {
    let country = try IndirectRatio(observed: 1030, expected: 1000, referenceRate: 0.02)
    let zone = try IndirectRatio(observed: 50, expected: 40, referenceRate: 0.02)
    #expect(try country.calibrated(to: country).value == 1)
    let calibrated = try zone.calibrated(to: country)
    #expect(isClose(calibrated.value, 1.25 / 1.03, relative: 1e-15))
    // The rate, a ratio times a reference, is the same: the country's level is where it was.
    #expect(isClose(calibrated.rate().value, zone.rate().value, relative: 1e-15))
    let empty = try IndirectRatio(observed: 0, expected: 10, referenceRate: 0.02)
    #expect(throws: StatisticsError.emptyDenominator(0)) { try zone.calibrated(to: empty) }
  }

  @Test func strataWithoutPersons() throws {
    let reference = try ReferenceRates(events: [10, 0, 5], populations: [100, 0, 50])
    #expect(reference.rates == [0.1, nil, 0.1] && isClose(reference.crude, 0.1, relative: 1e-15))
    #expect(try reference.expected(in: [20, 0, 30]) == 5)
    #expect(throws: StatisticsError.emptyDenominator(0)) { try reference.expected(in: [20, 1, 30]) }
    #expect(throws: StatisticsError.emptyDenominator(0)) { try ReferenceRates(events: [1], populations: [0]) }
    #expect(throws: StatisticsError.emptyDenominator(0)) { try ReferenceRates(events: [0], populations: [0]) }
    #expect(throws: StatisticsError.negativeCount(-1)) { try ReferenceRates(events: [-1], populations: [9]) }
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try IndirectRatio(events: [1, 1, 1], populations: [20, 0, 30], reference: reference)
    }
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try IndirectRatio(observed: 1, populations: [0, 0, 0], reference: reference)
    }
    #expect(throws: StatisticsError.unequalLengths("populations", 1, 3)) { try reference.expected(in: [1]) }
    #expect(throws: StatisticsError.notFinite(what: "count")) { try reference.expected(in: [.nan, 0, 0]) }
  }
}
