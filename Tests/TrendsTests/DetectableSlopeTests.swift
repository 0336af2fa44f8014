import Estimates
import Indicators
import TestSupport
import Testing

@testable import Trends

@Suite("Detectable slope")
struct DetectableSlopeTests {
  // scipy 1.17.1 nct.sf(t, n − 2, δ) = 0.8 by brentq, whose stop rule is 2e-12; the peer leaves out the other tail,
  // which is below 9.2e-7 and moves δ by that over the density, about 0.27.
  @Test(arguments: [
    (4, 5.653489266405569), (5, 4.255898820740009), (10, 3.200922238515596), (25, 2.925596076882778),
  ])
  func noncentralT(points: Int, delta: Double) throws {
    let found = try DetectableSlope.noncentrality(degreesOfFreedom: points - 2, level: .p95, power: 0.8)
    #expect(abs(found - delta) < 4e-6)
  }

  /// A line with this slope is found in 80 of 100 series: 600 series, two standard errors 3.3.
  @Test func bothTestsFindWhatTheySayTheyFind() throws {
    let times = (0..<10).map { 2015 + Double($0) }
    let detectable = try DetectableSlope(times: times)
    // numpy 2.4.6: the 0.8 quantile over 40 000 normal series, rank (45 − 23)/2; both simulated, to 1.5 %.
    #expect(isClose(detectable.mannKendallPerDeviation ?? 0, 0.38734, relative: 0.03))
    var generator = SeededGenerator(seed: 31)
    var rows: [[Double?]] = []
    let slope = try #require(detectable.mannKendall(deviation: 2))
    for _ in 0..<600 {
      rows.append(
        (0..<10).map { year in
          slope * Double(year) + 2 * (0..<12).reduce(-6.0) { sum, _ in sum + generator.uniform() }
        })
    }
    let found = try MonotonicTrend.fit(try TestPanels.values(rows)).count {
      try $0.get().mannKendall.pValue <= 0.05
    }
    #expect((450...510).contains(found))
    // A line finds a little more.
    #expect(detectable.linePerDeviation < slope / 2)
  }

  @Test func pointsAndFloors() throws {
    #expect(MannKendall.smallestPValue(points: 3) == 2 / 6.0)
    #expect(isClose(MannKendall.smallestPValue(points: 5), 1 / 60.0, relative: 1e-15))
    #expect(MannKendall.minimumPoints(level: .p95) == 5 && MannKendall.minimumPoints(level: .p90) == 4)
    #expect(try DetectableSlope(times: [1, 2, 3, 4]).mannKendallPerDeviation == nil)
    let n = try #require(try DetectableSlope.points(toSee: 0.3, deviation: 1.2))
    let before = try DetectableSlope(times: (1..<n).map(Double.init))
    let after = try DetectableSlope(times: (1...n).map(Double.init))
    #expect(after.line(deviation: 1.2) <= 0.3 && before.line(deviation: 1.2) > 0.3)
    #expect(try DetectableSlope.points(toSee: 0, deviation: 1) == nil)
    #expect(try DetectableSlope.points(toSee: 1e-9, deviation: 1) == nil)
    #expect(throws: StatisticsError.parameter(name: "power", value: 1)) {
      try DetectableSlope(times: [1, 2, 3], power: 1)
    }
  }

  @Test func countingDeviation() throws {
    let shares = try TestPanels.quotients([[20, 30]], over: [[100, 100]], multiplier: 100)
    // p = 0.25 of 100 persons: √(0.25 · 0.75/100).
    #expect(
      isClose(
        DetectableSlope.countingDeviation(shares, zone: 0) ?? 0, 100 * 0.04330127018922193, relative: 1e-14))
    let counts = try TestPanels.values([[9, 7]])
    #expect(
      isClose(DetectableSlope.countingDeviation(counts, zone: 0) ?? 0, 8.0.squareRoot(), relative: 1e-15))
    #expect(DetectableSlope.countingDeviation(try TestPanels.values([[9, 7]], kind: .mean), zone: 0) == nil)
  }
}
