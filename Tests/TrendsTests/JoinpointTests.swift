import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Trends

@Suite struct JoinpointTests {
  /// NCI's sample with constant variance: best joins and what they leave, for none to three.
  ///
  /// Sums of squares of 35 residuals from two QR codes; 1e-9 relative is far above either's rounding.
  @Test(
    .enabled(if: ReferenceData.has(JoinpointSample.path), Comment(rawValue: ReferenceData.skipReason)),
    arguments: [
      (
        "Both", [[], [1985], [1984, 2002], [1985, 1995, 1998]],
        [0.09491377447478427, 0.02368431090752749, 0.011013707413512524, 0.003930207520568549]
      ),
      (
        "Male", [[], [1986], [1985, 2002], [1986, 1995, 1998]],
        [0.1676903894790095, 0.029465818271507942, 0.013000751304368792, 0.006610813683847371]
      ),
      (
        "Female", [[], [1984], [1981, 2002], [1985, 1995, 1998]],
        [0.05574138740718545, 0.02312733550927557, 0.014561437993652152, 0.005440343181610199]
      ),
    ] as [(String, [[Double]], [Double])])
  func sampleOfTheNationalCancerInstitute(sex: String, joins: [[Double]], sums: [Double]) throws {
    let (values, _, times) = try JoinpointSample.series(sex)
    let trend = try Joinpoint(
      of: values, at: times, rules: JoinpointRules(maximumJoins: 3), selection: .bic)
    #expect(trend.fits.map(\.joins) == joins && trend.joins == 3)
    for (fit, sum) in zip(trend.fits, sums) { #expect(isClose(fit.sumOfSquares, sum, relative: 1e-9)) }
  }

  /// The permutation tests of both sexes: T of none, one and two joins against three, none of 4499 permutations as large,
  /// so p = 1/4500 each, and three joins. T as published to six decimals.
  @Test(.enabled(if: ReferenceData.has(JoinpointSample.path), Comment(rawValue: ReferenceData.skipReason)))
  func permutationTestsOfTheSample() throws {
    let (values, _, times) = try JoinpointSample.series("Both")
    let trend = try Joinpoint(of: values, at: times, rules: JoinpointRules(maximumJoins: 3))
    #expect(trend.joins == 3 && trend.tests.map(\.joins) == [0, 1, 2])
    #expect(trend.tests.allSatisfy { $0.against == 3 && $0.pValue == 1.0 / 4500 && $0.level == 0.05 / 3 })
    for (test, statistic) in zip(trend.tests, [23.149812, 5.026224, 1.802322]) {
      #expect(abs(test.statistic - statistic) <= 5e-7)
    }
    let changes = trend.fit.segments.map { $0.annualPercentChange() }
    for (change, published) in zip(changes, [0.808152, -1.817801, 1.603687, -2.504817]) {
      #expect(abs(change.value - published) <= 5e-7)
    }
    // Intervals with 35 − 8 degrees of freedom, by numpy and scipy 1.17.1.
    let first = try #require(changes[0].interval)
    #expect(isClose(first.lower, 0.6087169794191528, relative: 1e-8))
    #expect(isClose(first.upper, 1.0079826543584687, relative: 1e-8))
    let average = try trend.fit.averageAnnualChange()
    #expect(abs(average.percent().value + 0.978338) <= 5e-7)
    let published = try #require(average.percent().interval)
    #expect(isClose(published.lower, -1.0885055327811233, relative: 1e-8))
    #expect(isClose(published.upper, -0.86804688013353, relative: 1e-8))
    let full = try #require(trend.fit.averageAnnualChange(covariance: .full).percent().interval)
    #expect(isClose(full.lower, -1.0307112590513958, relative: 1e-8))
    #expect(isClose(full.upper, -0.9259361436298895, relative: 1e-8))
  }

  /// Weights (y/SE)².
  @Test(.enabled(if: ReferenceData.has(JoinpointSample.path), Comment(rawValue: ReferenceData.skipReason)))
  func weightedByStandardErrors() throws {
    let (values, errors, times) = try JoinpointSample.series("Female")
    let trend = try Joinpoint(
      of: values, standardErrors: errors, at: times, rules: JoinpointRules(maximumJoins: 3),
      selection: .joins(3))
    #expect(trend.fits.map(\.joins) == [[], [1984], [1981, 2002], [1985, 1995, 1998]])
    let sums = [329.560326215098, 149.36096997667914, 92.37407561934424, 33.43386682835213]
    for (fit, sum) in zip(trend.fits, sums) { #expect(isClose(fit.sumOfSquares, sum, relative: 1e-9)) }
    let interval = try #require(trend.fit.segments[2].annualPercentChange().interval)
    #expect(isClose(interval.lower, 1.2087743830952609, relative: 1e-8))
    #expect(isClose(interval.upper, 2.667934830350181, relative: 1e-8))
  }

  /// Our own series with a year missing: true times count, and observations rather than years keep joins apart.
  @Test func aMissingYearKeepsItsPlace() throws {
    var values = JoinpointSample.own
    var times = JoinpointSample.ownTimes
    values.insert(.nan, at: 9)
    times.insert(2012, at: 9)
    let trend = try Joinpoint(of: values, at: times, selection: .bic)
    let expected = Self.own[3]
    #expect(trend.points == 17 && trend.fits.count == 4 && trend.joins == 3)
    for (fit, own) in zip(trend.fits, Self.own) {
      #expect(fit.joins == own.joins)
      #expect(isClose(fit.sumOfSquares, own.sum, relative: 1e-9))
      #expect(isClose(fit.bic, own.bic, relative: 1e-10))
    }
    for (segment, (slope, error)) in zip(trend.fit.segments, zip(expected.slopes, expected.errors)) {
      #expect(isClose(segment.slope, slope, relative: 1e-9))
      #expect(isClose(segment.slopeStandardError, error, relative: 1e-9))
    }
    let short = try Joinpoint(of: JoinpointSample.own, at: JoinpointSample.ownTimes, selection: .bic)
    #expect(short == trend)
  }

  /// numpy 2.4.6, brute force.
  static let own: [(joins: [Double], sum: Double, bic: Double, slopes: [Double], errors: [Double])] = [
    ([], 0.07124627787997276, -5.141506828587459, [-0.007766253909240419], [0.003131895339185222]),
    (
      [2008], 0.02577287533481267, -5.825007593876472, [0.03128048124568297, -0.018849388341860597],
      [0.008400299882943897, 0.0030740016969692187]
    ),
    (
      [2008, 2016], 0.0029607198926968627, -7.655578526436857,
      [0.040391842017563954, -0.03147031029994838, 0.01879740453632972],
      [0.0032495697366301543, 0.0017782876464999715, 0.004243245813653189]
    ),
    (
      [2005, 2008, 2016], 0.00184837873335369, -7.793382860734545,
      [0.02001303232752562, 0.049880750265496175, -0.032589683429093186, 0.019477023936167404],
      [0.009205158018966585, 0.004968067540758154, 0.001626128027849269, 0.003718038041034799]
    ),
  ]

  @Test func aBentLineIsFound() throws {
    // Exact: log y rises by 0.1 for six years and falls by 0.05 for six more.
    let times = (0...12).map(Double.init)
    let values = times.map { exp(3 + 0.1 * min($0, 6) - 0.05 * max(0, $0 - 6)) }
    let trend = try Joinpoint(of: values, at: times)
    #expect(trend.fit.joins == [6])
    // Residuals are rounding; the slopes are good to 13 digits or so.
    #expect(abs(trend.fit.segments[0].slope - 0.1) < 1e-13)
    #expect(abs(trend.fit.segments[1].slope + 0.05) < 1e-13)
    let straight = try Joinpoint(of: times.map { exp(0.02 * $0) }, at: times)
    #expect(straight.joins == 0 && straight.tests.isEmpty)
  }

  @Test func whatHasNoAnswerIsSaid() {
    let times = (0..<8).map(Double.init)
    #expect(throws: StatisticsError.notPositive(0)) {
      try Joinpoint(of: [3, 2, 0, 1, 4, 5, 2, 3], at: times)
    }
    #expect(throws: StatisticsError.tooFewObservations(needed: 7, found: 6)) {
      try Joinpoint(of: [3, 2, .nan, 1, 4, 5, 2, .nan], at: times)
    }
    #expect(throws: StatisticsError.noEvents) { try Joinpoint(counts: times.map { _ in 0 }, at: times) }
    #expect(throws: StatisticsError.negativeCount(-1)) {
      try Joinpoint(counts: [1, 2, 3, -1, 2, 3, 4, 5], at: times)
    }
    #expect(throws: StatisticsError.separation) {
      try Joinpoint(counts: [0, 0, 0, 0, 0, 0, 0, 5], at: times)
    }
    #expect(throws: StatisticsError.parameter(name: "joins", value: 5)) {
      try Joinpoint(of: times.map { $0 + 1 }, at: times, rules: JoinpointRules(maximumJoins: 5))
    }
    #expect(throws: StatisticsError.parameter(name: "time", value: 2)) {
      try Joinpoint(of: [1, 2, 3, 4, 5, 6, 7], at: [1, 2, 2, 3, 4, 5, 6])
    }
  }
}
