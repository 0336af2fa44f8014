import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Difference of rates")
struct RateDifferenceTests {
  // The formula on χ² quantiles of scipy 1.17.1 (exact bounds on both sides).
  @Test(
    "square and add on exact bounds",
    arguments: [
      (20, 4200, 110, 43000, 0.0022037652270210416, 0.0002775962746780951, 0.0048359756118582144),
      (0, 1000, 7, 3000, -0.0023333333333333335, -0.004807558453900792, 0.0016105795757137974),
      (0, 1000, 0, 3000, 0, -0.001229626484704645, 0.003688879454113935),
    ])
  func exact(x: Int, n: Int, y: Int, m: Int, value: Double, lower: Double, upper: Double) throws {
    let estimate = RateDifference(try Rate(of: x, in: n), minus: try Rate(of: y, in: m)).estimate(.exact)
    let interval = try #require(estimate.interval)
    #expect(abs(estimate.value - value) <= 1e-15)
    #expect(abs(interval.lower - lower) <= 1e-14)
    #expect(abs(interval.upper - upper) <= 1e-14)
  }

  @Test("shares its p-value with the ratio; no events at all give 1")
  func pValue() throws {
    let (one, other) = (try Rate(of: 20, in: 4200), try Rate(of: 110, in: 43000))
    #expect(RateDifference(one, minus: other).pValue == (try RateRatio(one, to: other).pValue))
    #expect(RateDifference(try Rate(of: 0, in: 5), minus: try Rate(of: 0, in: 9)).pValue == 1)
  }

  // 4 000 seeded draws a case: a coverage of 0.95 would show as 0.95 ± 0.0034 (one standard error), so 0.936 is four
  // below. The counts are those of a district of 4 200 against 43 000.
  @Test("covers the true difference", arguments: [(3.0, 30.0), (12, 90), (0.7, 8)])
  func coverage(expected: Double, expectedOther: Double) throws {
    var state: UInt64 = 20_241_121
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((mixed ^ (mixed >> 31)) >> 11) * 0x1p-53
    }
    func cumulative(_ mean: Double) -> [Double] {
      var (term, sum) = (Self.exponential(-mean), 0.0)
      return (0..<400).map { k in
        if k > 0 { term *= mean / Double(k) }
        sum += term
        return sum
      }
    }
    let (first, second) = (cumulative(expected), cumulative(expectedOther))
    func draw(_ table: [Double]) -> Int {
      let u = uniform()
      return table.firstIndex { $0 > u } ?? table.count
    }
    let truth = expected / 4200 - expectedOther / 43000
    var covered = 0
    for _ in 0..<4000 {
      let difference = RateDifference(
        try Rate(of: draw(first), in: 4200), minus: try Rate(of: draw(second), in: 43000))
      if difference.estimate().interval?.contains(truth) == true { covered += 1 }
    }
    #expect(Double(covered) / 4000 > 0.936)
  }

  /// e^x by its series, summed until terms vanish; x is moderate here.
  static func exponential(_ x: Double) -> Double {
    var (term, sum, k) = (1.0, 1.0, 1.0)
    let magnitude = x.magnitude
    while term > sum * 0x1p-60 {
      term *= magnitude / k
      sum += term
      k += 1
    }
    return x < 0 ? 1 / sum : sum
  }
}
