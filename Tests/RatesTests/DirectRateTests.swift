import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct DirectRateTests {
  private func rate(_ events: [Double]) throws -> DirectRate {
    try DirectRate(events: events, populations: PublishedStrata.persons, weights: PublishedStrata.esp2013)
  }

  // PHEindicatormethods' answer sheet, per 100 000: 16 digits of double arithmetic in another order of operations, so
  // 1e-12 relative holds some thousand roundings.
  @Test func theAnswersOfThePeersSheet() throws {
    let big = try rate(PublishedStrata.big)
    #expect(isClose(big.value * 1e5, 10430.247991469423, relative: 1e-12))
    // Twelve printed digits.
    #expect(isClose(big.variance, 1.36566189951e-5, relative: 5e-12))
    #expect(big.events == 895)
    for (level, lower, upper) in [
      (ConfidenceInterval.Level.p95, 9717.709067985681, 11178.94091547925),
      (.p998, 9323.2878802199029, 11620.595999522058),
    ] {
      let estimate = big.estimate(level: level).scaled(by: 1e5)
      #expect(isClose(estimate.interval?.lower ?? 0, lower, relative: 1e-12))
      #expect(isClose(estimate.interval?.upper ?? 0, upper, relative: 1e-12))
      #expect(estimate.method == .directDobson && estimate.n == 895 && estimate.diagnostics.isEmpty)
    }
    let small = try rate(PublishedStrata.small).estimate().scaled(by: 1e5)
    #expect(isClose(small.value, 1103.212025300104, relative: 1e-12))
    #expect(isClose(small.interval?.lower ?? 0, 877.455767536709, relative: 1e-12))
    #expect(isClose(small.interval?.upper ?? 0, 1367.0882227251795, relative: 1e-12))
  }

  @Test(
    .enabled(
      if: ReferenceData.has("reference/phe_DSR_ISR_testdata_multiarea.csv"),
      Comment(rawValue: ReferenceData.skipReason)))
  func theWholeSheetOfThePeer() throws {
    let rows = try PublishedStrata.rows("reference/phe_DSR_ISR_testdata_multiarea.csv")
    for (area, total) in [("testdata_big", 895.0), ("testdata_small", 91), ("testdata_tiny", 9)] {
      let own = rows.filter { $0[0] == area }
      // The sheet has `55-69` where it means 55–59; as printed it is refused.
      let printed = own.compactMap { AgeBand($0[1]) }
      #expect(throws: AgeMatch.Problem.self) { try StandardPopulation.esp2013.weights(for: printed) }
      let bands = try own.map { try #require(AgeBand($0[1] == "55-69" ? "55-59" : $0[1])) }
      let (match, weights) = try StandardPopulation.esp2013.weights(for: bands)
      #expect(match.groups.map(\.members) == own.indices.map { [$0] } && weights == PublishedStrata.esp2013)
      let counts = own.map { Double($0[2]) }
      let n = try own.map { try #require(Double($0[3])) }
      // The sheet of few events has an empty cell, which the peer takes for zero. Here it is no number, and refused.
      let x = counts.map { $0 ?? 0 }
      if counts.contains(nil) {
        #expect(total == 9)
        #expect(throws: StatisticsError.notFinite(what: "count")) {
          try DirectRate(events: counts.map { $0 ?? .nan }, populations: n, weights: weights)
        }
      }
      let found = try DirectRate(events: x, populations: n, weights: weights)
      #expect(found.events == total)
      // The definition, written out.
      let expected = zip(zip(x, n), weights).reduce(0.0) { $0 + $1.1 * $1.0.0 / $1.0.1 } / 100_000
      #expect(isClose(found.value, expected, relative: 1e-14))
      let estimate = found.estimate()
      #expect(estimate.method == (total < 10 ? .directDobsonExact : .directDobson))
      // The peer blanks fewer than ten events; here they have an interval and a warning.
      #expect(estimate.interval != nil && estimate.diagnostics.contains(.smallNumerator) == (total < 10))
    }
  }

  // epitools' ageadjust.direct on Fay and Feuer's table 1, per 100 000, five decimals printed.
  @Test(arguments: [
    (0, [56.34751, 92.30453, 80.44175, 105.76335, 105.35632, 80.32948, 105.18701]),
    (1, [67.61988, 91.17412, 82.36121, 100.86758, 100.65724, 82.33729, 100.62289]),
    (2, [83.33055, 85.06922, 77.18345, 94.22357, 93.63959, 77.17350, 93.52121]),
  ])
  func theIntervalsOfFayAndFeuersTable(order: Int, printed: [Double]) throws {
    let (x, n) = (PublishedStrata.cases[order], PublishedStrata.births[order])
    let rate = try DirectRate(events: x, populations: n, weights: PublishedStrata.meanBirths)
    let gamma = rate.estimate(.gamma), tiwari = rate.estimate(.tiwari), exact = rate.estimate(.exact)
    let found = [
      x.reduce(0, +) / n.reduce(0, +), rate.value, gamma.interval?.lower, gamma.interval?.upper,
      tiwari.interval?.upper, exact.interval?.lower, exact.interval?.upper,
    ]
    for (number, expected) in zip(found, printed) {
      #expect(abs((number ?? 0) * 1e5 - expected) <= 5.0001e-6)
    }
    #expect(tiwari.interval?.lower == gamma.interval?.lower)
    #expect(
      [gamma.method, tiwari.method, exact.method] == [.directGamma, .directTiwari, .directDobsonExact])
  }

  @Test func noEventsHaveAnUpperEnd() throws {
    let rate = try DirectRate(events: [0, 0], populations: [100, 50], weights: [1, 1])
    // w' = 1/200 and 1/100; −ln 0.025 = 3.688879454113936, the exact upper end of no events.
    for interval in DirectRateInterval.allCases where interval != .tiwari {
      let estimate = rate.estimate(interval)
      #expect(estimate.value == 0 && estimate.interval?.lower == 0 && estimate.standardError == 0)
      #expect(isClose(estimate.interval?.upper ?? 0, 0.03688879454113936, relative: 1e-13), "\(interval)")
      #expect(estimate.diagnostics == [.smallNumerator])
    }
    // Shape (0.0075)²/0.0000625 = 0.9, scale 0.0000625/0.0075; scipy 1.17.1 gamma.isf(0.025, 0.9, scale=1/120).
    let tiwari = try #require(rate.estimate(.tiwari).interval)
    #expect(tiwari.lower == 0 && isClose(tiwari.upper, 0.02895762518732624, relative: 1e-12))
  }

  @Test func aLowerEndIsNeverBelowZero() throws {
    // One of ten events has nearly all of the weight: Dobson's lower end would be about −0.4.
    let rate = try DirectRate(events: [1, 9], populations: [10, 1_000_000], weights: [1, 1])
    let estimate = rate.estimate()
    #expect(estimate.interval?.lower == 0 && estimate.method == .directDobson)
    #expect(try #require(rate.estimate(.gamma).interval).lower > 0)
  }

  @Test func aStratumWithoutPersons() throws {
    let dropped = try DirectRate(events: [5, 0, 7], populations: [100, 0, 200], weights: [2, 1, 3])
    let without = try DirectRate(events: [5, 7], populations: [100, 200], weights: [2, 3])
    #expect(dropped.value == without.value && dropped.variance == without.variance)
    #expect(dropped.hasEmptyStratum && !without.hasEmptyStratum)
    #expect(dropped.estimate(.tiwari).interval == without.estimate(.tiwari).interval)
    #expect(dropped.estimate().diagnostics == [.emptyStratum])
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try DirectRate(events: [5, 1], populations: [100, 0], weights: [1, 1])
    }
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try DirectRate(events: [0, 0], populations: [0, 0], weights: [1, 1])
    }
  }

  @Test func whatCannotBeStandardised() {
    func error(_ x: [Double], _ n: [Double], _ w: [Double]) -> StatisticsError? {
      do {
        _ = try DirectRate(events: x, populations: n, weights: w)
        return nil
      } catch { return error }
    }
    #expect(error([1], [10, 10], [1, 1]) == .unequalLengths("events", 1, 2))
    #expect(error([1, 1], [10], [1, 1]) == .unequalLengths("populations", 1, 2))
    #expect(error([-1, 1], [10, 10], [1, 1]) == .negativeCount(-1))
    #expect(error([.nan, 1], [10, 10], [1, 1]) == .notFinite(what: "count"))
    #expect(error([1, 1], [10, -10], [1, 1]) == .emptyDenominator(-10))
    #expect(error([1, 1], [10, 10], [1, -1]) == .parameter(name: "weight", value: -1))
    #expect(error([1, 1], [10, 10], [0, 0]) == .emptyDenominator(0))
    #expect(error([], [], []) == .emptyDenominator(0))
    // A stratum without weight is not looked at.
    #expect(error([.nan, 1], [.nan, 10], [0, 1]) == nil)
  }

  // numpy 2.3, the formulas written out: value, Σ f² Var_f, and Byar's limits of 91 events.
  @Test func eventsThatAreNotIndependent() throws {
    let rate = try DirectRate(
      frequencies: [1, 2, 3], persons: [[10, 20, 30], [2, 5, 4], [0, 1, 2]], populations: [1000, 2000, 1500],
      weights: [5, 3, 2])
    #expect(isClose(rate.value, 0.017816666666666668, relative: 1e-14))
    #expect(isClose(rate.variance, 6.740277777777778e-06, relative: 1e-14))
    #expect(rate.events == 91)
    let interval = try #require(rate.estimate().interval)
    #expect(isClose(interval.lower, 0.0129901208709246, relative: 1e-13))
    #expect(isClose(interval.upper, 0.023458196004086926, relative: 1e-13))
    let independent = try DirectRate(
      events: [14, 33, 44], populations: [1000, 2000, 1500], weights: [5, 3, 2])
    #expect(isClose(independent.value, rate.value, relative: 1e-14) && independent.variance < rate.variance)
  }

  @Test func singleEventsAreTheIndependentCase() throws {
    let (x, n, w) = (PublishedStrata.small, PublishedStrata.persons, PublishedStrata.esp2013)
    let one = try rate(x)
    let same = try DirectRate(frequencies: [1], persons: [x], populations: n, weights: w)
    for interval in DirectRateInterval.allCases {
      let (left, right) = (one.estimate(interval), same.estimate(interval))
      #expect(isClose(left.value, right.value, relative: 1e-14))
      #expect(isClose(left.interval?.upper ?? 0, right.interval?.upper ?? 1, relative: 1e-12))
    }
    #expect(throws: StatisticsError.parameter(name: "frequency", value: 0)) {
      try DirectRate(frequencies: [0], persons: [x], populations: n, weights: w)
    }
    #expect(throws: StatisticsError.unequalLengths("frequencies", 2, 1)) {
      try DirectRate(frequencies: [1, 2], persons: [x], populations: n, weights: w)
    }
  }
}
