import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

/// The properties every estimator has, on one period of shares.
@Suite("Rate estimators")
struct EstimatorSuiteTests {
  func panel(kind: IndicatorKind) throws -> Panel {
    let shares = try TestPanels.randomShares(zones: 5, periods: 1, seed: 5)
    let edges = try TestPanels.quotients(
      [[0], [7], [nil], [40]], over: [[40], [50], [40], [40]], kind: kind)
    return kind == .proportion ? edges : try shares.declared(kind: kind, unit: .unknown)
  }

  @Test("figures of each kind", arguments: [IndicatorKind.proportion, .rate, .count])
  func figures(kind: IndicatorKind) throws {
    let checks = EstimatorChecks(name: kind.rawValue) { panel, level, _ in
      panel.zones.indices.map { zone in
        Result { () throws(FigureRefusal) in
          try Figure(panel[zone: zone, period: 0], kind: kind).estimate(level: level)
        }.mapError(\.reason)
      }
    }
    #expect(try checks.violations(on: panel(kind: kind)) == [])
  }

  @Test("Wilson columns of a panel")
  func columns() throws {
    let checks = EstimatorChecks(name: "wilson columns") { panel, level, threads in
      guard let columns = IntervalColumns.wilson(panel, level: level, threads: threads) else {
        return panel.zones.map { _ in .failure(.needsNumeratorAndDenominator) }
      }
      return panel.zones.indices.map { zone in
        let cell = panel.index(zone: zone, period: 0)
        if let reason = columns.outcomes[cell].reason { return .failure(reason) }
        return .success(
          Estimate(
            columns.values[cell],
            interval: ConfidenceInterval(
              lower: columns.lower[cell], upper: columns.upper[cell], level: level),
            method: .wilson))
      }
    }
    #expect(try checks.violations(on: panel(kind: .proportion)) == [])
  }
}
