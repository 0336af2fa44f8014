import Estimates
import TestSupport
import Testing

@Suite struct LevelQuantileTests {
  /// scipy 1.17.1, norm.ppf((1 + level) / 2). Boost's normal quantile is within 2.6e-16 of mpmath and scipy's within
  /// 1.8e-16; the argument's own rounding, half an ulp of 0.999, moves the 99.8 % quantile by 3e-14 of itself at most.
  @Test(arguments: [
    (0.5, 0.6744897501960817), (0.8, 1.2815515655446004), (0.9, 1.6448536269514722),
    (0.95, 1.959963984540054),
    (0.99, 2.5758293035489004), (0.998, 3.090232306167813),
  ])
  func normalQuantilesAreKnown(level: Double, quantile: Double) throws {
    let level = try #require(ConfidenceInterval.Level(level))
    #expect(isClose(level.normalQuantile, quantile, relative: 3e-14))
  }

  @Test func studentQuantilesNeedFreedom() {
    for freedom in [0, -1, Double.nan] {
      #expect(ConfidenceInterval.Level.p95.studentQuantile(degreesOfFreedom: freedom) == nil)
    }
    // Closed forms: one degree is tan(π(p − ½)), here by scipy 1.17.1; two are (2p − 1)√(2 / (4p(1 − p))) with p = 0.975.
    #expect(
      isClose(
        ConfidenceInterval.Level.p95.studentQuantile(degreesOfFreedom: 1) ?? 0, 12.706204736174694,
        relative: 1e-12))
    #expect(
      isClose(
        ConfidenceInterval.Level.p95.studentQuantile(degreesOfFreedom: 2) ?? 0,
        0.95 * (2 / (4 * 0.975 * 0.025)).squareRoot(), relative: 1e-12))
  }
}
