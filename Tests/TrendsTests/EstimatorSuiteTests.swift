import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Trends

/// The properties every estimator has, on series with and without holes and ties.
@Suite("Trend estimators")
struct EstimatorSuiteTests {
  static func panels() throws -> [Panel] {
    [
      try TestPanels.random(zones: 5, periods: 12, seed: 11),
      try TestPanels.values([
        [3, nil, 4, 1, 5, 9, nil, 6], [2, 2, 2, 2, 2, 2, 2, 2], [nil, 4, 1, nil, 2, nil, nil, 3],
        [1, 2, 4, 8, 16, 32, 64, 128],
      ]),
    ]
  }

  @Test("Sen's slope")
  func theilSen() throws {
    let checks = EstimatorChecks(name: "theil-sen", shift: .stays, scale: .follows) { panel, level, threads in
      Self.fit(panel, level, threads) { $0.theilSen.estimate }
    }
    for panel in try Self.panels() { #expect(try checks.violations(on: panel) == []) }
  }

  @Test("Kendall's tau")
  func tau() throws {
    let checks = EstimatorChecks(name: "tau", shift: .stays, scale: .stays) { panel, level, threads in
      Self.fit(panel, level, threads) { $0.mannKendall.estimate }
    }
    for panel in try Self.panels() { #expect(try checks.violations(on: panel) == []) }
  }

  static func fit(
    _ panel: Panel, _ level: ConfidenceInterval.Level, _ threads: ThreadLimit,
    _ estimate: (MonotonicTrend) -> Estimate
  ) -> [Result<Estimate, Reason>] {
    do {
      return try MonotonicTrend.fit(panel, level: level, threads: threads).map {
        $0.map(estimate).mapError(\.reason)
      }
    } catch {
      return panel.zones.map { _ in .failure(error.reason) }
    }
  }
}
