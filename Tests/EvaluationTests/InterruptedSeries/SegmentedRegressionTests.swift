import Estimates
import Evaluation
import Indicators
import TestSupport
import Testing

/// The wanted figures are of Python programs: statsmodels 0.15.0 for least squares and Newey–West, NumPy 2.4.6 and SciPy
/// 1.17.1 for Prais–Winsten, restricted likelihood and the delta method, each from its formula with numerical derivatives.
/// A fixture of a peer is held to 10⁻¹¹ relative: the design's condition number, 10², times the peer's rounding, with room.
@Suite(.enabled(if: NileFlow.isThere, Comment(rawValue: ReferenceData.skipReason)))
struct SegmentedRegressionTests {
  static let exact = 1e-11

  @Test func ordinaryLeastSquares() throws {
    let fit = try SegmentedRegression(NileFlow.values(), prePeriods: 28, errors: .ordinary)
    #expect(fit.names == ["intercept", "time", "level", "slope"])
    #expect(
      seriesAgree(
        fit.coefficients,
        [1114.5634920634918, 1.1595511767925437, -289.10268536638364, -0.46908876763440777],
        within: Self.exact))
    #expect(
      seriesAgree(
        fit.standardErrors, [49.82054971214579, 3.001564730242892, 58.11841540540034, 3.088477030555459],
        within: Self.exact))
    let test = try #require(fit.residualCorrelation)
    #expect(
      seriesAgree(
        [test.durbinWatson, test.ljungBox, test.pValue],
        [1.6878457645782647, 13.853765392352443, 0.17976693084870143], within: 1e-10))
    #expect(test.lags == 10)
    #expect(fit.diagnostics == [])
  }

  @Test func neweyWest() throws {
    let fit = try SegmentedRegression(NileFlow.values(), prePeriods: 28, errors: .neweyWest(lag: nil))
    #expect(fit.diagnostics == [])
    #expect(fit.lag == 4)
    #expect(
      seriesAgree(
        fit.standardErrors, [55.90251360376069, 2.6437225201031462, 63.04980366351721, 2.7572859214752996],
        within: Self.exact))
    let level = try #require(fit.estimate(of: "level").interval)
    // t with 96 degrees of freedom.
    #expect(
      seriesAgree(
        [level.lower, level.upper], [-414.25555648303646, -163.94981424973082], within: Self.exact))
    let average = fit.averageEffect()
    #expect(seriesAgree([average.value], [-305.75533661740513], within: Self.exact))
    #expect(seriesAgree([try #require(average.standardError)], [146.93512996932847], within: Self.exact))
    let interval = try #require(average.interval)
    // The bound near zero is a difference of numbers forty times as large.
    #expect(
      seriesAgree([interval.lower, interval.upper], [-597.4192644180354, -14.091408816774901], within: 1e-9))
    let share = try fit.averagePercentage().get()
    #expect(seriesAgree([share.value], [-26.455658539836968], within: Self.exact))
    #expect(seriesAgree([try #require(share.standardError)], [9.393409948239169], within: Self.exact))
    let given = try SegmentedRegression(NileFlow.values(), prePeriods: 28, errors: .neweyWest(lag: 3))
    #expect(
      seriesAgree(
        given.standardErrors, [54.54718107948103, 2.565087126235943, 63.70376261867795, 2.702467457813325],
        within: Self.exact))
  }

  @Test func praisWinsten() throws {
    let fit = try SegmentedRegression(NileFlow.values(), prePeriods: 28, errors: .praisWinsten)
    // Both stop where ρ moves by rounding; what is left of it is in the twelfth digit.
    #expect(seriesAgree([try #require(fit.autocorrelation)], [0.1517398756924388], within: 1e-10))
    #expect(
      seriesAgree(
        fit.coefficients, [1115.1353400372589, 1.1629113687863866, -289.4520827897009, -0.491161038677423],
        within: 1e-10))
    #expect(
      seriesAgree(
        fit.standardErrors, [57.0279294245555, 3.4271643042509488, 66.19870504583994, 3.5394874525068594],
        within: 1e-10))
  }

  @Test func restrictedLikelihood() throws {
    let fit = try SegmentedRegression(NileFlow.values(), prePeriods: 28)
    #expect(fit.errors == .autoregressive)
    // The peer finds ρ as the zero of a numerical derivative, good to about 10⁻⁸.
    #expect(seriesAgree([try #require(fit.autocorrelation)], [0.19747546956669898], within: 1e-7))
    #expect(
      seriesAgree(
        fit.coefficients, [1115.4245033952104, 1.1680316927536667, -289.68897189890384, -0.5026061356110115],
        within: 1e-7))
    #expect(
      seriesAgree(
        fit.standardErrors, [59.88508285554949, 3.596374367635995, 69.3585463998995, 3.720224523630222],
        within: 1e-7))
    #expect(fit.diagnostics == [])
    // c̄ᵀβ = level + 35.5 slope.
    #expect(
      seriesAgree(
        [fit.averageEffect().value], [-289.68897189890384 - 35.5 * 0.5026061356110115], within: 1e-7))
  }

  /// Fourteen years: 1890–1903. The degrees of freedom are the peer's with every derivative numerical.
  @Test func aShortSeriesIsFittedByRestrictedLikelihood() throws {
    let short = Array(try NileFlow.values()[19..<33])
    let fit = try SegmentedRegression(short, prePeriods: 9)
    #expect(fit.errors == .autoregressive)
    #expect(seriesAgree([try #require(fit.autocorrelation)], [0.2985230877742839], within: 1e-7))
    #expect(
      seriesAgree(
        fit.coefficients, [1137.0773609872708, -4.281153799057306, -352.21075339598934, 28.394845815236284],
        within: 1e-7))
    #expect(
      seriesAgree(
        fit.standardErrors, [86.95077341012893, 15.171093960349387, 109.4074632958719, 38.587898978566166],
        within: 1e-7))
    // t(0.975) with 5.3740143 degrees of freedom, SciPy: 2.51757…; the interval is wider than with n − p = 10.
    let estimate = try fit.estimate(of: "level")
    let interval = try #require(estimate.interval)
    let quantile = try #require(
      ConfidenceInterval.Level.p95.studentQuantile(degreesOfFreedom: 5.3740143342393))
    #expect(seriesAgree([(interval.upper - estimate.value)], [quantile * 109.4074632958719], within: 1e-5))
    let slope = try fit.estimate(of: "slope")
    let wide = try #require(ConfidenceInterval.Level.p95.studentQuantile(degreesOfFreedom: 2.21627163323901))
    #expect(
      seriesAgree(
        [try #require(slope.interval).upper - slope.value], [wide * 38.587898978566166], within: 1e-5))
    let forced = try SegmentedRegression(short, prePeriods: 9, errors: .neweyWest(lag: nil))
    #expect(forced.diagnostics.contains(.hacUnreliable))
    let level = try SegmentedRegression(short, prePeriods: 9, terms: .init(change: .level))
    #expect(
      seriesAgree(
        level.coefficients, [1163.2012010058718, 0.32946700778675997, -334.6804973311817], within: 1e-6))
  }

  @Test func aControlIsSubtracted() throws {
    let values = try NileFlow.values()
    let control = Array(values[93...] + values[..<93])
    let fit = try SegmentedRegression(values, prePeriods: 28, control: control, errors: .neweyWest(lag: nil))
    #expect(
      seriesAgree(
        fit.coefficients, [18.325396825396467, -4.403667214012049, -131.84822787562499, 6.7012586989950105],
        within: 1e-10))
    #expect(
      seriesAgree(
        fit.standardErrors, [104.87533798613552, 6.041741150222309, 134.84245473840437, 6.326987961047548],
        within: 1e-10))
    // The paths are those of the treated, not of the difference.
    let fitted = try #require(fit.fitted[50])
    #expect(fitted - control[50] != fitted)
    #expect(fit.observed[50] == values[50])
  }

  @Test func seasonAndPhaseIn() throws {
    let values = try NileFlow.values()
    let season = try SegmentedRegression(
      values, prePeriods: 28, terms: .init(season: .init(length: 5, pairs: 1)), errors: .ordinary)
    #expect(
      seriesAgree(
        season.coefficients,
        [
          1115.6709417693964, 1.1484663738285632, -290.6547178678055, -0.45937292417413156,
          -20.133140813584294, -9.054607503900545,
        ], within: 1e-10))
    let ramp = try SegmentedRegression(
      values, prePeriods: 28, terms: .init(phaseIn: .linear(periods: 3)), errors: .ordinary)
    #expect(
      seriesAgree(
        ramp.coefficients,
        [1088.3916210401258, -0.2179157191740524, -267.96580111099115, 1.0132740888466252],
        within: 1e-10))
    // Left out: the peer drops the rows.
    let excluded = try SegmentedRegression(
      values, prePeriods: 28, terms: .init(phaseIn: .excluded(periods: 3)), errors: .ordinary)
    #expect(
      seriesAgree(
        Array(excluded.coefficients[..<4]),
        [1118.0421455938692, 1.159551176792604, -290.9527046000818, -0.46013575845128574], within: 1e-10))
    #expect(
      seriesAgree(
        Array(excluded.standardErrors[..<4]),
        [58.68455051681966, 3.04469906238936, 66.36769885889612, 3.144677329013723], within: 1e-10))
    #expect(excluded.countedPeriods.first == 31)
    #expect(excluded.effect(in: 29) == nil)
  }

  /// The peer drops the years and keeps their distance in a dense covariance.
  @Test func aMissingYearHasNoSay() throws {
    var values = try NileFlow.values()
    values[10] = .nan
    values[40] = .nan
    let plain = try SegmentedRegression(values, prePeriods: 28, errors: .ordinary)
    #expect(
      seriesAgree(
        Array(plain.coefficients[..<4]),
        [1115.3814559261823, 0.9621116237292998, -289.8051759219765, -0.27379239428693114], within: 1e-10))
    #expect(
      seriesAgree(
        Array(plain.standardErrors[..<4]),
        [50.19628168907599, 3.0341092232971008, 58.79699398430561, 3.1229388628312535], within: 1e-10))
    let fit = try SegmentedRegression(values, prePeriods: 28, errors: .autoregressive)
    #expect(seriesAgree([try #require(fit.autocorrelation)], [0.18869967334538562], within: 1e-7))
    #expect(
      seriesAgree(
        Array(fit.coefficients[..<4]),
        [1116.0721548042259, 1.0199155893686545, -290.01642822120476, -0.3593663267801933], within: 1e-6))
    #expect(
      seriesAgree(
        Array(fit.standardErrors[..<4]),
        [59.81711418934526, 3.5996832057803245, 69.48067288004684, 3.7233203838137223], within: 1e-6))
    #expect(fit.observed[10] == nil)
    #expect(fit.diagnostics.contains(.periodsWithoutFigures))
  }

  /// Invariances: a line added to the series changes no effect, a factor scales it.
  @Test(arguments: [
    SegmentedRegression.Errors.ordinary, .neweyWest(lag: nil), .praisWinsten, .autoregressive,
  ])
  func aLineChangesNothingAndAFactorScales(_ errors: SegmentedRegression.Errors) throws {
    let values = try NileFlow.values()
    let base = try SegmentedRegression(values, prePeriods: 28, errors: errors).averageEffect()
    let error = try #require(base.standardError)
    let tilted = try SegmentedRegression(
      values.enumerated().map { 40 + 3 * Double($0.offset) + $0.element }, prePeriods: 28, errors: errors
    ).averageEffect()
    #expect(
      seriesAgree([tilted.value, try #require(tilted.standardError)], [base.value, error], within: 1e-9))
    for factor in [1e-6, 1e6] {
      let scaled = try SegmentedRegression(values.map { $0 * factor }, prePeriods: 28, errors: errors)
        .averageEffect()
      #expect(
        seriesAgree(
          [scaled.value, try #require(scaled.standardError)], [base.value * factor, error * factor],
          within: 1e-9))
    }
  }
}

@Suite struct SegmentedRegressionRefusalTests {
  @Test func whatCannotBeFittedIsRefused() {
    #expect(throws: EffectError.tooFewPrePeriods(needed: 3, found: 2)) {
      try SegmentedRegression([1, 2, 4, 3, 5], prePeriods: 2)
    }
    #expect(throws: EffectError.tooFewPrePeriods(needed: 3, found: 2)) {
      try SegmentedRegression([1, .nan, 4, 3, 5, 7], prePeriods: 3)
    }
    #expect(throws: EffectError.tooFewPostPeriods(needed: 2, found: 1)) {
      try SegmentedRegression([1, 2, 4, 3, 5], prePeriods: 4)
    }
    #expect(throws: EffectError.tooFewPostPeriods(needed: 2, found: 1)) {
      try SegmentedRegression(
        [1, 2, 4, 3, 5, 6], prePeriods: 4, terms: .init(phaseIn: .excluded(periods: 1)))
    }
    #expect(throws: EffectError.tooFewPostPeriods(needed: 2, found: 0)) {
      try SegmentedRegression(
        [1, 2, 4, 3, 5, 6], prePeriods: 4, terms: .init(phaseIn: .excluded(periods: .max)))
    }
    #expect(throws: EffectError.parameter(name: "phase-in", value: 0)) {
      try SegmentedRegression([1, 2, 4, 3, 5, 6], prePeriods: 4, terms: .init(phaseIn: .linear(periods: 0)))
    }
    #expect(throws: EffectError.tooFewPrePeriods(needed: 5, found: 4)) {
      try SegmentedRegression(
        [1, 2, 4, 3, 5, 6], prePeriods: 4, terms: .init(season: .init(length: 12, pairs: 1)))
    }
    #expect(throws: EffectError.parameter(name: "season-pairs", value: 3)) {
      try SegmentedRegression(
        [1, 2, 4, 3, 5, 6], prePeriods: 4, terms: .init(season: .init(length: 4, pairs: 3)))
    }
    #expect(throws: EffectError.constantOutcomes) {
      try SegmentedRegression([3, 3, 3, 3, 3, 3, 3], prePeriods: 4)
    }
    #expect(throws: EffectError.notFinite(unit: 0, period: 1)) {
      try SegmentedRegression([3, .infinity, 3, 3, 3, 3, 3], prePeriods: 4)
    }
    #expect(throws: EffectError.shape(what: "control", expected: 6, found: 2)) {
      try SegmentedRegression([1, 2, 4, 3, 5, 6], prePeriods: 4, control: [1, 2])
    }
    #expect(throws: EffectError.noPostPeriods) { try SegmentedRegression([1, 2, 3], prePeriods: 3) }
  }

  @Test func aPerfectFitHasNoInterval() throws {
    let fit = try SegmentedRegression([1, 2, 3, 4, 10, 11, 12], prePeriods: 4)
    let average = fit.averageEffect()
    #expect(abs(average.value - 5) < 1e-12)
    #expect(average.interval == nil)
    #expect(average.intervalReason == .exactFit)
    #expect(fit.diagnostics == [Diagnostic("exact-fit")])
  }

  @Test func noPercentageOfNothing() throws {
    let fit = try SegmentedRegression([-5, -6, -4.5, -5.2, -7, -8, -8.5], prePeriods: 4)
    #expect(throws: Reason("figure-not-positive")) { try fit.averagePercentage().get() }
    #expect(fit.effect(in: 3) == nil)
    #expect(fit.effect(in: 7) == nil)
    #expect(fit.effect(in: 4) != nil)
    #expect(throws: EffectError.self) { try fit.estimate(of: "season") }
  }
}
