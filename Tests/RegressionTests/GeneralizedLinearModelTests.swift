import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Regression

@Suite struct GeneralizedLinearModelTests {
  /// Both programs stop where no coefficient moves by more than 1e-11 of the linear predictor; sums of twelve terms and
  /// weights near one lose a few ulp more. 1e-10 relative leaves a margin of ten for the covariance.
  private let tolerance = 1e-10

  private func expect(_ fit: GeneralizedLinearFit, _ peer: CountSeries.Expected) {
    let found = fit.coefficients + fit.standardErrors + [fit.deviance, fit.pearson, fit.logLikelihood]
    let wanted = [
      peer.level, peer.slope, peer.levelError, peer.slopeError, peer.deviance, peer.pearson,
      peer.logLikelihood,
    ]
    for (one, other) in zip(found, wanted) { #expect(isClose(one, other, relative: tolerance)) }
  }

  @Test(arguments: CountSeries.all) func agreesWithStatsmodels(series: CountSeries) throws {
    let centred = try Design(times: series.times.map { $0 - 2015.5 })
    let poisson = try GeneralizedLinearModel.fit(
      series.counts, offset: series.offset, on: centred, family: .poisson)
    expect(poisson, series.poisson)
    let quasi = try GeneralizedLinearModel.fit(
      series.counts, offset: series.offset, on: centred, family: .poisson, scale: .pearson)
    #expect(isClose(quasi.standardErrors[1], series.quasi.error, relative: tolerance))
    #expect(isClose(quasi.dispersion, series.quasi.dispersion, relative: tolerance))
    expect(
      try GeneralizedLinearModel.fit(
        series.counts, trials: series.denominators, on: centred, family: .binomial), series.binomial)
    // Calendar years as they are: the slope is the same, though the intercept lies two thousand years away.
    let calendar = try GeneralizedLinearModel.fit(
      series.counts, offset: series.offset, on: Design(times: series.times), family: .poisson)
    #expect(isClose(calendar.coefficients[1], series.poisson.slope, relative: tolerance))
    #expect(isClose(calendar.standardErrors[1], series.poisson.slopeError, relative: tolerance))
  }

  @Test func negativeBinomialDispersionHasTheLargestLikelihood() throws {
    let series = CountSeries.restless
    let fit = try GeneralizedLinearModel.fitNegativeBinomial(
      series.counts, offset: series.offset, on: Design(times: series.times.map { $0 - 2015.5 }))
    guard case .negativeBinomial(let alpha) = fit.family else { return #expect(Bool(false)) }
    // α is found to 1e-13 of its logarithm, through a derivative of twelve terms.
    #expect(isClose(alpha, 0.06859735002531374, relative: 1e-10))
    expect(
      fit,
      CountSeries.Expected(
        level: -5.140219675649284, slope: 0.07414190440617183, levelError: 0.07941124196160515,
        slopeError: 0.02302963174337441, deviance: 12.16072681844199, pearson: 10.88712338005019,
        logLikelihood: -61.136607161760566, ratio: 0))
    // Counts that vary less than Poisson's leave nothing to estimate.
    let even = try GeneralizedLinearModel.fitNegativeBinomial(
      CountSeries.few.counts, offset: CountSeries.few.offset,
      on: Design(times: CountSeries.few.times.map { $0 - 2015.5 }))
    #expect(even.family == .negativeBinomial(dispersion: 0))
    #expect(isClose(even.coefficients[1], CountSeries.few.poisson.slope, relative: tolerance))
  }

  /// Lip cancer in Scotland's 56 counties (Clayton and Kaldor 1987), log-linear in the share in outdoor work: R 4.2 and
  /// statsmodels 0.15.0 print 7.373219089139 (standard error 0.59557188) and deviance 238.620779564.
  @Test(
    .enabled(
      if: ReferenceData.has("reference/scotland_lip.csv"), Comment(rawValue: ReferenceData.skipReason)))
  func scottishLipCancer() throws {
    let text = try String(contentsOf: ReferenceData.url("reference/scotland_lip.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").suffix(3).compactMap { Double($0) }
    }
    try #require(rows.count == 56 && rows.allSatisfy { $0.count == 3 })
    let fit = try GeneralizedLinearModel.fit(
      rows.map { $0[0] }, offset: rows.map { log($0[1]) }, on: Design([("outdoor", rows.map { $0[2] })]),
      family: .poisson)
    // Half of the last printed digit.
    #expect(abs(fit.coefficients[1] - 7.373219089139) <= 5e-13)
    #expect(abs(fit.standardErrors[1] - 0.59557188) <= 5e-9)
    #expect(abs(fit.deviance - 238.620779564) <= 5e-10)
  }

  /// statsmodels 0.15.0, two covariates and single trials.
  @Test func severalColumns() throws {
    let x1 = [0.5, 1.2, -0.3, 2.2, 0.1, 1.9, -1.1, 0.4, 0.9, -0.8, 1.5, -0.2]
    let x2: [Double] = [1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0]
    let fit = try GeneralizedLinearModel.fit(
      [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0], on: Design([("one", x1), ("two", x2)]), family: .binomial)
    let wanted = [-1.399431597815008, 1.1883693995278706, 0.6513846956459857]
    let errors = [1.1633864474423397, 0.7972437929465437, 1.3634989904689372]
    for index in 0..<3 {
      #expect(isClose(fit.coefficients[index], wanted[index], relative: tolerance))
      #expect(isClose(fit.standardErrors[index], errors[index], relative: tolerance))
    }
    #expect(isClose(fit.logLikelihood, -6.498047745676604, relative: tolerance))
    // z = 1.1884/0.7972 = 1.4906 and 2(1 − Φ(1.4906)) = 0.1361.
    #expect(abs(try fit.pValue(of: "one") - 0.1361) < 5e-5)
    let interval = try #require(try fit.estimate(of: "one").interval)
    #expect(abs((interval.upper - interval.lower) / (2 * errors[1]) - 1.959963984540054) < 1e-9)
    #expect(throws: RegressionError.unknownColumn("three")) { try fit.estimate(of: "three") }
  }

  @Test func whatHasNoAnswerIsSaid() throws {
    let line = try Design(times: [1, 2, 3, 4, 5, 6])
    func poisson(_ counts: [Double]) throws -> GeneralizedLinearFit {
      try GeneralizedLinearModel.fit(counts, on: line, family: .poisson)
    }
    #expect(throws: RegressionError.noEvents) { try poisson([0, 0, 0, 0, 0, 0]) }
    #expect(throws: RegressionError.negativeCount(row: 1, value: -1)) { try poisson([0, -1, 0, 0, 0, 0]) }
    #expect(throws: RegressionError.self) { try poisson([0, 0, 0, 0, 0, 7]) }
    func logistic(_ counts: [Double]) throws -> GeneralizedLinearFit {
      try GeneralizedLinearModel.fit(
        counts, trials: [Double](repeating: 2, count: 6), on: line, family: .binomial)
    }
    #expect(throws: RegressionError.allEvents) { try logistic([2, 2, 2, 2, 2, 2]) }
    #expect(throws: RegressionError.noEvents) { try logistic([0, 0, 0, 0, 0, 0]) }
    #expect(throws: RegressionError.shareAboveOne(numerator: 3, denominator: 2)) {
      try logistic([0, 0, 3, 0, 0, 0])
    }
    #expect(throws: RegressionError.dispersion(-1)) {
      try GeneralizedLinearModel.fit(
        [1, 2, 3, 1, 2, 3], on: line, family: .negativeBinomial(dispersion: -1))
    }
    // Complete separation: none before 3.5, everybody after it.
    do {
      _ = try logistic([0, 0, 0, 2, 2, 2])
      Issue.record("a separated fit")
    } catch RegressionError.separation(let rows) {
      #expect(!rows.isEmpty)
    }
    // One zone without events: its own coefficient runs away, and its row is named.
    let zones = try Design([("zone", [0, 0, 0, 0, 1, 1])])
    do {
      _ = try GeneralizedLinearModel.fit([3, 4, 5, 2, 0, 0], on: zones, family: .poisson)
      Issue.record("a separated fit")
    } catch RegressionError.separation(let rows) {
      #expect(rows == [4, 5])
    }
  }

  /// Multiplying all denominators moves the intercept by the logarithm and nothing else.
  @Test func offsetsOnlyMoveTheIntercept() throws {
    let series = CountSeries.sparse
    let line = try Design(times: series.times.map { $0 - 2015.5 })
    let one = try GeneralizedLinearModel.fit(
      series.counts, offset: series.offset, on: line, family: .poisson)
    let other = try GeneralizedLinearModel.fit(
      series.counts, offset: series.offset.map { $0 + 3 }, on: line, family: .poisson)
    #expect(isClose(one.coefficients[0] - 3, other.coefficients[0], relative: 1e-11))
    #expect(isClose(one.coefficients[1], other.coefficients[1], relative: 1e-11))
  }
}
