import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Inequality

/// The properties every estimator has. Each zone of the panel is a whole, and its periods stand for its groups.
@Suite("Inequality estimators") struct EstimatorSuiteTests {
  /// The groups of one zone: values with Wilson intervals where there are counts.
  static func groups(_ panel: Panel, _ zone: Int) throws(Reason) -> RankedUnits {
    let cells = panel.series(zone)
    for cell in cells {
      if panel.statuses[cell].isSuppressed { throw .suppressed }
    }
    for cell in cells {
      if let reason = panel.statuses[cell].reason { throw reason }
    }
    let values = cells.map { panel.values[$0] }
    // An error of a tenth of the figures' own size, so that scaled figures have scaled errors; groups of unlike size.
    let size = values.map { abs($0) }.reduce(0, +) / Double(max(1, values.count))
    return try RankedUnits(
      values: values, weights: values.indices.map { 100 + 7 * Double($0 % 5) },
      intervals: values.compactMap {
        ConfidenceInterval(lower: $0 - 0.1 * size, upper: $0 + 0.1 * size, level: .p95)
      })
  }

  static func units(_ panel: Panel, _ zone: Int) throws(Reason) -> WeightedValues {
    let groups = try groups(panel, zone)
    return try WeightedValues(
      groups.values, weights: groups.shares.map { $0 * groups.population },
      standardErrors: groups.standardErrors())
  }

  static func checks(
    _ name: String, shift: EstimatorChecks.Response?, scale: EstimatorChecks.Response,
    _ estimate: @escaping @Sendable (Panel, Int, ConfidenceInterval.Level) throws(Reason) -> Estimate
  ) -> EstimatorChecks {
    EstimatorChecks(name: name, shift: shift, scale: scale, tolerance: 1e-10) { panel, level, threads in
      batch(Array(panel.zones.indices), threads: threads) { zone, _ throws(Reason) in
        try estimate(panel, zone, level)
      }
    }
  }

  @Test func ranked() throws {
    let panel = try TestPanels.random(zones: 4, periods: 8, seed: 3)
    for checks in [
      Self.checks("rii", shift: nil, scale: .stays) { panel, zone, level throws(Reason) in
        try SlopeIndex(try Self.groups(panel, zone)).relative(level: level)
      },
      Self.checks("sii", shift: nil, scale: .follows) { panel, zone, level throws(Reason) in
        try SlopeIndex(try Self.groups(panel, zone)).absolute(level: level)
      },
      Self.checks("concentration", shift: nil, scale: .stays) { panel, zone, level throws(Reason) in
        try ConcentrationIndex(try Self.groups(panel, zone)).estimate(level: level)
      },
      Self.checks("par", shift: nil, scale: .follows) { panel, zone, level throws(Reason) in
        try AttributableRisk(try Self.groups(panel, zone)).risk(level: level)
      },
      Self.checks("ends", shift: nil, scale: .follows) { panel, zone, level throws(Reason) in
        try EndsOfRanking(try Self.groups(panel, zone)).difference(level: level)
      },
    ] {
      #expect(try checks.violations(on: panel) == [])
    }
  }

  @Test func spread() throws {
    let panel = try TestPanels.random(zones: 4, periods: 8, seed: 4)
    for index in MadeUnits.indices where index.method != .betweenGroupVariance {
      let checks = Self.checks(index.method.rawValue, shift: nil, scale: .stays) {
        panel, zone, level throws(Reason) in
        try index.estimate(try Self.units(panel, zone), level: level)
      }
      #expect(try checks.violations(on: panel) == [])
    }
    let range = Self.checks("range", shift: .stays, scale: .follows) { panel, zone, level throws(Reason) in
      try GroupRange().estimate(try Self.units(panel, zone), level: level)
    }
    #expect(try range.violations(on: panel) == [])
    let jackknife = Self.checks("gini-jackknife", shift: nil, scale: .stays) {
      panel, zone, level throws(Reason) in
      try Gini().estimate(try Self.units(panel, zone), level: level, uncertainty: .jackknife)
    }
    #expect(try jackknife.violations(on: panel) == [])
  }
}
