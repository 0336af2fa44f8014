import Estimates
import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct LocalLevelRegressionTests {
  static let nile = "reference/Nile.csv"
  static let example = "reference/causalimpact_example.csv"

  /// The last column of a file with a heading, and the one before it.
  static func columns(_ path: String) throws -> (last: [Double], before: [Double]) {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: ",").compactMap { Double($0) }
    }
    return (rows.compactMap(\.last), rows.compactMap { $0.dropLast().last })
  }

  @Test(.enabled(if: ReferenceData.has(nile), Comment(rawValue: ReferenceData.skipReason)))
  func nileIsReproduced() throws {
    let fit = try LocalLevelRegression(try Self.columns(Self.nile).last)
    // Durbin and Koopman (2012) §2.10.2: 15099 and 1469.1; statsmodels 0.14 with an exact diffuse start: 15098.51717, 1469.17667
    // (its search stops at 10⁻⁵ relative, which the flat top allows).
    #expect(abs(fit.noiseVariance - 15_098.517) < 0.2)
    #expect(abs(fit.levelVariance - 1469.177) < 0.1)
    // Its log-likelihood −633.46456364 counts ½ log 2π for the first value too.
    #expect(abs(fit.logLikelihood - (-633.4645636362 + 0.9189385332)) < 1e-6)
  }

  @Test(.enabled(if: ReferenceData.has(example), Comment(rawValue: ReferenceData.skipReason)))
  func causalImpactsExampleIsReproduced() throws {
    let (regressor, series) = try Self.columns(Self.example)
    let fit = try LocalLevelRegression(Array(series[..<70]), regressors: [Array(regressor[..<70])])
    // The maximum, computed independently; half a unit of the last digit given.
    #expect(abs(fit.noiseVariance - 1.423080) < 1e-6)
    #expect(abs(fit.levelVariance - 0.0020336) < 5e-8)
    #expect(abs(fit.coefficients[0] - 1.163108) < 1e-6)
    let forecast = try LocalLevelForecast(fit, regressors: [Array(regressor[70...])], periods: 30)
    let after = series[70...].reduce(0, +) / 30
    #expect(abs(after - 117.0485) < 5e-5)
    #expect(abs(after - forecast.mean - 10.563269) < 1e-6)
    // Brodersen and others (2015) report about 11 with [9.8, 11] from a posterior whose prior holds the level still; ours
    // is wider, and holds the 10 that was put in.
    let interval = try #require(forecast.interval())
    #expect(interval.upper - interval.lower > 1.4)
    #expect(after - interval.upper < 10 && 10 < after - interval.lower)
  }

  /// Ten values and a regressor, with three values after them.
  static let series = [20.39, 20.59, 20.11, 18.39, 18.66, 18.25, 16.67, 18.72, 17.08, 16.94]
  static let regressor = [
    6.32, 9.53, 7.47, 10.54, 10.31, 9.63, 4.97, 8.92, 9.9, 10.23, 6.94, 9.04, 8.04,
  ]

  static func short() throws -> (LocalLevelRegression, LocalLevelForecast) {
    let fit = try LocalLevelRegression(series, regressors: [Array(regressor[..<10])])
    return (fit, try LocalLevelForecast(fit, regressors: [Array(regressor[10...])], periods: 3))
  }

  @Test func aDenseComputationSaysTheSame() throws {
    // Generalised least squares with the 13 × 13 covariance written out, and the share by bounded search (numpy 2, scipy 1).
    let (fit, forecast) = try Self.short()
    // Both searches stop where the likelihood cannot tell shares apart, about 10⁻⁷ apart.
    #expect(abs(fit.share - 0.7032243824562521) < 1e-6)
    #expect(abs(fit.logLikelihood - -13.385493383414914) < 1e-12)
    #expect(abs(fit.coefficients[0] - 0.12395316583278859) < 1e-6)
    #expect(abs(fit.noiseVariance - 0.2759161660521741) < 1e-6)
    #expect(abs(fit.levelVariance - 0.6537968890019564) < 1e-6)
    for (value, expected) in zip(forecast.path, [16.66101114, 16.92131279, 16.79735963]) {
      #expect(abs(value - expected) < 1e-6)
    }
    for (value, expected) in zip(forecast.variances, [1.51255967, 2.04114839, 2.84893682]) {
      #expect(abs(value - expected) < 5e-6)
    }
    #expect(abs(forecast.meanVariance - 1.5828113206819079) < 5e-6)
    #expect(abs(forecast.mean - 16.793227855022643) < 1e-6)
    #expect(forecast.degreesOfFreedom == 8)
    // The average over the share on 4001 points; ours has 65, evenly in the logit.
    let interval = try #require(forecast.interval())
    #expect(abs(interval.lower - 13.97618) < 0.01)
    #expect(abs(interval.upper - 19.77317) < 0.01)
    let plugged = try #require(forecast.plugInInterval())
    #expect(
      abs((plugged.upper - plugged.lower) / 2 - 2.306004135 * forecast.meanVariance.squareRoot()) < 1e-6)
  }

  @Test func aLevelThatIsStillIsOrdinaryLeastSquares() throws {
    // Noise that alternates leaves no drift: the top of the likelihood is at a share of zero.
    let series = [1.0, -1, 1, -1, 1, -1, 1, -1, 1, -1]
    let fit = try LocalLevelRegression(series)
    #expect(fit.share == 0)
    #expect(fit.levelVariance == 0)
    // Ten squares of one over nine.
    #expect(abs(fit.noiseVariance - 10.0 / 9) < 1e-14)
    let forecast = try LocalLevelForecast(fit, periods: 2)
    #expect(forecast.path.allSatisfy { abs($0) < 1e-14 })
    // The mean of two years: σ²(1/10 + 1/2).
    #expect(abs(forecast.meanVariance - 10.0 / 9 * 0.6) < 1e-13)
  }

  @Test func aRandomWalkStaysWhereItIs() throws {
    // Steady steps but one: nothing looks like noise that is taken back.
    let series = [0.0, 2, 4, 6, 8, 10.5, 13, 15, 17, 19, 21, 23]
    let fit = try LocalLevelRegression(series)
    #expect(fit.share == 1)
    #expect(try LocalLevelForecast(fit, periods: 2).path == [series[11], series[11]])
  }

  @Test func theUnitAndTheLevelDoNotMatter() throws {
    let (fit, forecast) = try Self.short()
    for scale in [1e-6, 1e6] {
      let moved = try LocalLevelRegression(
        Self.series.map { ($0 + 100) * scale }, regressors: [Self.regressor.prefix(10).map { $0 * 7 - 3 }])
      let after = try LocalLevelForecast(
        moved, regressors: [Self.regressor.suffix(3).map { $0 * 7 - 3 }], periods: 3)
      // The top is flat: a rounding of the likelihood of 10⁻¹⁵ moves it by about 10⁻⁷.
      #expect(abs(moved.share - fit.share) < 1e-6)
      #expect(abs(after.mean / scale - 100 - forecast.mean) < 1e-6)
      #expect(abs(after.meanVariance / scale / scale / forecast.meanVariance - 1) < 1e-6)
    }
  }

  @Test func whatCannotBeFittedIsRefused() {
    #expect(throws: EffectError.tooFewPrePeriods(needed: 3, found: 2)) { try LocalLevelRegression([1, 2]) }
    #expect(throws: EffectError.tooFewPrePeriods(needed: 4, found: 3)) {
      try LocalLevelRegression([1, 2, 4], regressors: [[1, 2, 5]])
    }
    #expect(throws: EffectError.constantOutcomes) { try LocalLevelRegression([0.1, 0.1, 0.1, 0.1]) }
    #expect(throws: EffectError.constantOutcomes) {
      try LocalLevelRegression([1, 2, 4, 3], regressors: [[5, 5, 5, 5]])
    }
    #expect(throws: EffectError.constantOutcomes) {
      try LocalLevelRegression([1, 2, 4, 3, 6, 1], regressors: [[1, 2, 3, 4, 5, 7], [2, 4, 6, 8, 10, 14]])
    }
    #expect(throws: EffectError.shape(what: "regressors", expected: 4, found: 2)) {
      try LocalLevelRegression([1, 2, 4, 3], regressors: [[1, 2]])
    }
    #expect(throws: EffectError.notFinite(unit: 0, period: 1)) { try LocalLevelRegression([1, .nan, 4, 3]) }
  }
}
