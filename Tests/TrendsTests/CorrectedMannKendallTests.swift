import Estimates
import TestSupport
import Testing

@testable import Trends

@Suite("Mann–Kendall with corrected variance")
struct CorrectedMannKendallTests {
  let nile = PublishedSeries.nile
  let years = PublishedSeries.nile.indices.map { 1871 + Double($0) }

  // R `modifiedmk` 1.6 mmkh, printed to 15 digits: half of the last one, and n² roundings of the autocorrelations.
  @Test func hamedRaoOfTheNile() throws {
    let test = try CorrectedMannKendall.hamedRao(nile, at: years)
    #expect(isClose(test.rawFactor, 2.14289832709872, relative: 1e-12))
    #expect(isClose(test.z, -2.81997919564514, relative: 1e-12))
    #expect(isClose(test.pValue, 0.00480267631018274, relative: 1e-11))
    #expect(test.mannKendall.s == -1387 && !test.isHeld && test.factor == test.rawFactor)
    #expect(test.theilSen.slope == -2.6)
    // Var S is larger, and so is the interval: −3.63 … −1.43 without correction.
    #expect(test.theilSen.lower < -3.627 && test.theilSen.upper > -1.4286)
    let short = try CorrectedMannKendall.hamedRao(nile, at: years, maximumLag: 3)
    #expect(isClose(short.z, -2.60947349856549, relative: 1e-12))
  }

  @Test func lagOneOfTheNile() throws {
    let sum = try CorrectedMannKendall.lagOne(nile, at: years, factor: .powerSum)
    #expect(isClose(sum.z, -2.7909460336469, relative: 1e-12))
    #expect(abs(sum.rawFactor - 2.1877) < 5e-5)
    let closed = try CorrectedMannKendall.lagOne(nile, at: years)
    #expect(abs(closed.rawFactor - 2.18052) < 5e-6)
    #expect(abs(closed.z - -2.79555) < 5e-6)
    #expect(closed.method == .lagOneCorrection)
  }

  /// A series that swings from year to year has a factor below 1; the plain variance is kept and the estimate says so.
  @Test func aFactorBelowOneIsHeld() throws {
    let swinging: [Double] = (0..<20).map { year in
      let swing = Double(year % 2 * 10)
      let rest = Double(year * 7 % 5) * 0.01
      return swing + rest + 0.1 * Double(year)
    }
    let times = swinging.indices.map(Double.init)
    for test in [
      try CorrectedMannKendall.hamedRao(swinging, at: times), try .lagOne(swinging, at: times),
    ] {
      #expect(test.rawFactor < 1 && test.factor == 1 && test.isHeld)
      #expect(test.pValue == test.mannKendall.normalPValue)
      #expect(test.estimate.diagnostics.contains(.correctionHeld))
    }
  }

  /// pymannkendall 1.4.3 gives no number where the factor is negative (19 of 2000 random series); here every series
  /// has one.
  @Test func everyRandomSeriesHasAnAnswer() throws {
    var generator = SeededGenerator(seed: 5)
    var held = 0
    for _ in 0..<300 {
      let values = (0..<25).map { _ in generator.uniform() }
      let test = try CorrectedMannKendall.hamedRao(values, at: values.indices.map(Double.init))
      #expect(test.pValue.isFinite && (0...1).contains(test.pValue))
      held += test.isHeld && test.rawFactor <= 0 ? 1 : 0
    }
    #expect(held >= 1)
  }

  @Test func equalValuesHaveNoTrendAndHolesAreRefused() throws {
    let flat = try CorrectedMannKendall.hamedRao(
      [Double](repeating: 3, count: 9), at: (0..<9).map(Double.init))
    #expect(flat.pValue == 1 && flat.z == 0)
    var holed = Array(nile.prefix(12))
    holed[5] = .nan
    #expect(throws: StatisticsError.unequalSpacing) {
      try CorrectedMannKendall.hamedRao(holed, at: Array(years.prefix(12)))
    }
    var ends = Array(nile.prefix(12))
    ends[11] = .nan
    #expect(throws: Never.self) { try CorrectedMannKendall.lagOne(ends, at: Array(years.prefix(12))) }
    #expect(throws: StatisticsError.tooFewObservations(needed: 8, found: 7)) {
      try CorrectedMannKendall.hamedRao(Array(nile.prefix(7)), at: Array(years.prefix(7)))
    }
  }
}
