import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Trends

@Suite("Overlapping windows")
struct OverlappingWindowsTests {
  private func windows(_ n: Int, of k: Int, step: Int = 1) -> [Period] {
    (0..<n).compactMap { Period(unit: .year, year: 2000 + step * $0, length: k) }
  }

  @Test func withoutOverlapNothingIsCorrected() {
    for n in [3, 5, 10] {
      #expect(isClose(OverlapCorrectedTrend.varianceFactor(windows(n, of: 1)), 1, relative: 1e-12))
      #expect(isClose(OverlapCorrectedTrend.varianceFactor(windows(n, of: 3, step: 3)), 1, relative: 1e-12))
    }
    #expect(OverlapCorrectedTrend.correlation(windows(2, of: 4)[0], windows(2, of: 4)[1]) == 0.75)
  }

  /// The variance of S over Var S, from 20 000 simulated normal series in numpy 2.4.6: within 3 % (four standard
  /// errors).
  @Test(arguments: [(2, 10, 1.711), (3, 12, 2.442), (4, 20, 3.363), (7, 15, 5.097)])
  func varianceOfSimulatedWindows(k: Int, n: Int, expected: Double) throws {
    let factor = OverlapCorrectedTrend.varianceFactor(windows(n, of: k))
    #expect(abs(factor - expected) < 5e-4)
    var generator = SeededGenerator(seed: 17)
    var sums: [Double] = []
    for _ in 0..<4000 {
      // Twelve uniform numbers less six are near enough normal.
      let years = (0..<n + k - 1).map { _ in (0..<12).reduce(-6.0) { sum, _ in sum + generator.uniform() } }
      let values = (0..<n).map { first in years[first..<first + k].reduce(0, +) }
      var s = 0
      for i in 0..<n { for j in i + 1..<n { s += values[j] > values[i] ? 1 : -1 } }
      sums.append(Double(s))
    }
    let variance = sums.reduce(0) { $0 + $1 * $1 } / Double(sums.count)
    let independent = Double(n * (n - 1) * (2 * n + 5)) / 18
    // Four standard errors of a variance of 4 000 draws: 4 √(2/4000).
    #expect(isClose(variance, factor * independent, relative: 0.09))
  }

  /// False trends of rolling sums of independent years: far above 5 % without correction, at most 5 % with it.
  @Test func theTestKeepsItsLevel() throws {
    var generator = SeededGenerator(seed: 23)
    let (n, k, zones) = (15, 3, 600)
    var rows: [[Double?]] = []
    for _ in 0..<zones {
      let years = (0..<n + k - 1).map { _ in -log(1 - generator.uniform()) }
      rows.append((0..<n).map { first in years[first..<first + k].reduce(0, +) })
    }
    let plain = try TestPanels.values(rows)
    let rolling = try Panel(
      indicator: "test", zones: plain.zones, periods: windows(n, of: k), values: plain.values,
      statuses: plain.statuses)
    let bold = try MonotonicTrend.fit(plain).count { try $0.get().mannKendall.pValue <= 0.05 }
    let careful = try OverlapCorrectedTrend.fit(rolling).count { try $0.get().pValue <= 0.05 }
    // 600 series: 30 ± 2·5.3 at a true 5 %.
    #expect(bold > 90 && careful <= 41 && careful >= 6)
    // Intervals of the slope are those of the corrected variance.
    let fit = try OverlapCorrectedTrend.fit(rolling)[0].get()
    let narrow = try MonotonicTrend.fit(plain)[0].get()
    #expect(fit.trend.theilSen.slope == narrow.theilSen.slope)
    #expect(fit.trend.theilSen.lower < narrow.theilSen.lower)
    #expect(fit.estimate.diagnostics.contains(.overlapCorrected))
  }

  @Test func tooFewWindowsAreRefusedAndHolesAreTakenIn() throws {
    func panel(_ n: Int, _ k: Int, missing: Int? = nil) throws -> Panel {
      try Panel(
        indicator: "test", zones: TestPanels.zones(1), periods: windows(n, of: k),
        values: (0..<n).map { $0 == missing ? .nan : Double($0) },
        statuses: (0..<n).map { $0 == missing ? .missing : .observed })
    }
    // Ten rising windows of seven years reach only Z = 1.88; eleven reach 1.97.
    #expect(throws: StatisticsError.cannotReachLevel(needed: 11, found: 10)) {
      try OverlapCorrectedTrend.fit(try panel(10, 7))[0].get()
    }
    let twelve = try OverlapCorrectedTrend.fit(try panel(12, 7))[0].get()
    #expect(twelve.pValue <= 0.05 && twelve.pValue == twelve.smallestPValue)
    let holed = try OverlapCorrectedTrend.fit(try panel(12, 3, missing: 5))[0].get()
    #expect(holed.trend.mannKendall.points == 11)
    let pattern = (0..<12).filter { $0 != 5 }.map { windows(12, of: 3)[$0] }
    #expect(holed.varianceFactor == OverlapCorrectedTrend.varianceFactor(pattern))
  }
}
