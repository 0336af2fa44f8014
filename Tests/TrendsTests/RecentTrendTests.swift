import Estimates
import TestSupport
import Testing

@testable import Trends

@Suite("Recent trend")
struct RecentTrendTests {
  /// Values with 95 % limits, their standard errors (U − L)/3.92 as the rule has it.
  private func fit(_ rows: [(Double, Double, Double)]) throws -> RecentTrend {
    try RecentTrend(values: rows.map(\.0), standardErrors: rows.map { ($0.2 - $0.1) / 3.92 })
  }

  // Fingertips' test file prints 46.77; the digits behind are this formula's in numpy.
  @Test func rates() throws {
    let trend = try fit([
      (24.67, 23.16, 26.25), (24.6, 23.15, 26.19), (28, 26.44, 29.64), (30.2, 28.63, 31.9),
      (30.6, 28.98, 32.25),
    ])
    #expect(abs(trend.chiSquared - 46.76531579) < 5e-9)
    #expect(abs(trend.slope - 1.75156622) < 5e-9)
    #expect(trend.verdict == .increasing && trend.keepsSign)
    // 2·(1 − Φ(√46.765))
    #expect(isClose(trend.pValue, 8.00171e-12, relative: 1e-5))
  }

  @Test func sharesOfTheTestFile() throws {
    func chi(_ counts: [Double], _ all: [Double]) throws -> RecentTrend {
      try RecentTrend(counts: counts, of: all)
    }
    let rising = try chi([994, 1023, 1199, 1332, 1367], [40299, 41527, 42811, 44064, 44701])
    #expect(abs(rising.chiSquared - 47.89667671) < 5e-9 && rising.verdict == .increasing)
    let counts: [Double] = [5405, 5500, 5435, 5480, 5315]
    let all: [Double] = [18095, 18170, 18005, 17890, 17860]
    // Half of the last printed digit.
    #expect(abs(try chi(counts, all).chiSquared - 0.0180) < 5e-5)
    #expect(abs(try chi([5645] + counts, [18285] + all).chiSquared - 1.3987) < 5e-5)
    #expect(abs(try chi([5455, 5645] + counts, [18590, 18285] + all).chiSquared - 0.3925) < 5e-5)
    #expect(try chi(counts, all).verdict == .noChange)
    let falling = try chi([22435, 22445, 21365, 20955, 19055], [65880, 67900, 68705, 69835, 70910])
    #expect(abs(falling.chiSquared - 978.2845) < 5e-5)
    // The peer's proportion branch calls every clear trend decreasing; this one is.
    #expect(falling.verdict == .decreasing)
  }

  @Test func aSignThatTurnsIsNoTrend() throws {
    let set2 = try fit([
      (20.5506, 18.1803, 23.1427), (19.5952, 17.3444, 22.0602), (19.0349, 16.8421, 21.4394),
      (21.3966, 19.0918, 23.8975), (18.4372, 16.2925, 20.7941),
    ])
    #expect(abs(set2.chiSquared - 0.46424) < 5e-6)
    #expect(!set2.keepsSign && set2.verdict == .noChange)
    // One odd last year makes χ² large, and leaving it out turns the slope.
    let odd = try RecentTrend(values: [10, 9.8, 9.6, 9.4, 14], standardErrors: [0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(odd.chiSquared > RecentTrend.criticalValue && !odd.keepsSign && odd.verdict == .noChange)
    #expect(odd.estimate().diagnostics == [.singlePointTrend])
  }

  @Test func sharesOfOneAndZeroCounts() throws {
    #expect(throws: StatisticsError.shareOfOne) {
      try RecentTrend(counts: [5, 3, 1, 1, 2], of: [5, 5, 5, 4, 4])
    }
    // log 0 in the peer; half an event on both sides here.
    let rare = try RecentTrend(counts: [0, 4, 9, 15, 24], of: [400, 400, 400, 400, 400])
    #expect(rare.verdict == .increasing)
    let none = try RecentTrend(counts: [0, 0, 0, 0, 0], of: [400, 400, 400, 400, 400])
    #expect(none.verdict == .noChange && none.chiSquared == 0)
    #expect(throws: StatisticsError.parameter(name: "standard error", value: 0)) {
      try RecentTrend(values: [1, 2, 3], standardErrors: [1, 0, 1])
    }
  }
}
