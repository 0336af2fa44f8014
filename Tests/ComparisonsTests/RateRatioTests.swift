import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Ratio of rates")
struct RateRatioTests {
  struct Case: Sendable {
    let x, n, y, m: Int
    let lower, upper, lower998, upper998, p: Double
  }

  // scipy 1.17.1: `beta.ppf` for the two bounds of the share, as odds · m/n, and twice the smaller tail of `binom`. 1e-12: a
  // peer's fixture. (`binomtest(…).proportion_ci` searches for the bounds and stops at 2e-12 of the share.)
  static let cases = [
    Case(
      x: 20, n: 4200, y: 110, m: 43000, lower: 1.0944844484438252, upper: 3.016054232081327,
      lower998: 0.7914701381965726, upper998: 3.834637146560673, p: 0.022386617553228513),
    Case(
      x: 0, n: 1000, y: 7, m: 3000, lower: 0, upper: 2.081441940289357, lower998: 0,
      upper998: 5.048087385839176,
      p: 0.2669677734375),
    Case(
      x: 3, n: 500, y: 2, m: 800, lower: 0.2749255880880346, upper: 28.734657328035315,
      lower998: 0.07988155673257684, upper998: 156.78780406147123, p: 0.582424123266531),
    Case(
      x: 41, n: 28010, y: 15, m: 19017, lower: 1.0056840626892576, upper: 3.6093003110779054,
      lower998: 0.7375073382750343, upper998: 5.378495537580775, p: 0.047660246754565865),
  ]

  @Test("equals scipy", arguments: cases)
  func exact(vector: Case) throws {
    let ratio = try RateRatio(try Rate(of: vector.x, in: vector.n), to: try Rate(of: vector.y, in: vector.m))
    let (narrow, wide) = (ratio.exact(), ratio.exact(level: .p998))
    let interval = try #require(narrow.interval)
    let broad = try #require(wide.interval)
    #expect(abs(interval.lower - vector.lower) <= 1e-12 * vector.lower)
    #expect(abs(interval.upper - vector.upper) <= 1e-12 * vector.upper)
    #expect(abs(broad.lower - vector.lower998) <= 1e-12 * vector.lower998)
    #expect(abs(broad.upper - vector.upper998) <= 1e-12 * vector.upper998)
    #expect(abs(ratio.pValue - vector.p) <= 1e-12 * vector.p)
  }

  @Test("p ≤ α exactly where the interval excludes 1")
  func agreement() throws {
    for x in 0...40 {
      for y in 1...40 {
        let ratio = try RateRatio(try Rate(of: x, in: 100), to: try Rate(of: y, in: 170))
        let interval = try #require(ratio.exact().interval)
        #expect((ratio.pValue > 0.05) == (interval.lower < 1 && 1 < interval.upper), "\(x) \(y)")
      }
    }
  }

  @Test("no ratio to no events")
  func refusal() {
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try RateRatio(try Rate(of: 1, in: 10), to: try Rate(of: 0, in: 10))
    }
  }
}
