import Estimates
import Indicators
import Rates
import TestSupport
import Testing

@testable import Comparisons

/// The properties every estimator has: windows of a zone, and their gap to a fixed comparator.
@Suite("Comparison estimators")
struct EstimatorSuiteTests {
  @Test("baseline windows", arguments: [IndicatorKind.proportion, .rate])
  func windows(kind: IndicatorKind) throws {
    let checks = EstimatorChecks(name: "window") { panel, level, _ in
      panel.zones.indices.map { zone in
        Result { () throws(FigureRefusal) in
          try BaselineWindow(panel, zone: zone, periods: panel.periods.indices).estimate(level: level)
        }.mapError(\.reason)
      }
    }
    let panel = try TestPanels.randomShares(zones: 4, periods: 3, seed: 21)
    #expect(try checks.violations(on: try panel.declared(kind: kind, unit: .unknown)) == [])
  }

  @Test("differences and ratios", arguments: [IndicatorKind.proportion, .rate], [true, false])
  func contrasts(kind: IndicatorKind, isRatio: Bool) throws {
    let other: Figure =
      kind == .rate ? .rate(try Rate(of: 300, in: 1200)) : .proportion(try Proportion(of: 300, in: 1200))
    let checks = EstimatorChecks(name: "contrast") { panel, level, _ in
      panel.zones.indices.map { zone in
        Result { () throws(FigureRefusal) in
          let contrast = try Contrast(try Figure(panel[zone: zone, period: 0], kind: kind), against: other)
          return isRatio ? try contrast.ratio(level: level) : contrast.difference(level: level)
        }.mapError(\.reason)
      }
    }
    let panel = try TestPanels.quotients(
      [[0], [7], [nil], [40], [311]], over: [[40], [50], [40], [40], [1100]], kind: kind)
    #expect(try checks.violations(on: panel) == [])
  }

  @Test("gaps over time against a fixed comparator", arguments: [IndicatorKind.proportion, .rate])
  func gaps(kind: IndicatorKind) throws {
    let checks = EstimatorChecks(name: "gap trend") { panel, level, _ in
      panel.zones.indices.map { zone in
        var points: [GapPoint] = []
        for period in panel.periods.indices {
          let cell = panel[zone: zone, period: period]
          if cell.status.isSuppressed { return .failure(.suppressed) }
          guard let other = try? Proportion(of: 300, in: 1200), let rate = try? Rate(of: 300, in: 1200),
            let figure = try? Figure(cell, kind: kind),
            let contrast = try? Contrast(figure, against: kind == .rate ? .rate(rate) : .proportion(other))
          else { continue }
          points.append(GapPoint(time: panel.periods[period].time, contrast))
        }
        do throws(StatisticsError) {
          return .success(try GapTrend(points).changePerYear(level: level))
        } catch {
          return .failure(error.reason)
        }
      }
    }
    let panel = try TestPanels.randomShares(zones: 3, periods: 5, seed: 9)
    #expect(try checks.violations(on: try panel.declared(kind: kind, unit: .unknown)) == [])
  }

  @Test("differences of whole panels", arguments: [IndicatorKind.proportion, .rate])
  func columns(kind: IndicatorKind) throws {
    let checks = EstimatorChecks(name: "baseline columns") { panel, level, threads in
      guard
        let found = try? BaselineColumns(
          panel, periods: panel.periods.indices, level: level, threads: threads)
      else { return panel.zones.map { _ in .failure(.overlappingPeriods) } }
      return panel.zones.indices.map { zone in
        if let reason = found.outcomes[zone].reason { return .failure(reason) }
        return .success(
          Estimate(
            found.values[zone],
            interval: ConfidenceInterval(lower: found.lower[zone], upper: found.upper[zone], level: level),
            method: .wilson, n: found.denominators[zone]))
      }
    }
    let panel = try TestPanels.randomShares(zones: 4, periods: 3, seed: 5)
    #expect(try checks.violations(on: try panel.declared(kind: kind, unit: .unknown)) == [])
  }
}
