import Estimates
import Indicators
import Rates
import Scheduler
import TestSupport
import Testing

@testable import Comparisons

@Suite("Differences of whole panels")
struct ContrastColumnsTests {
  private func panel(_ kind: IndicatorKind) throws -> Panel {
    // The last zone is the whole of the others and then some; counts from 0 to past the table of small ones.
    let shown = try TestPanels.quotients(
      [[0, 3, 4], [7, 12, 5], [1, 2, 3], [40, 90, 60]],
      over: [[40, 50, 60], [90, 100, 80], [30, 30, 30], [900, 950, 990]],
      kind: kind)
    return try shown.withHidden(2)
  }

  @Test("the same bits as the single call", arguments: [IndicatorKind.proportion, .rate], [false, true])
  func bits(kind: IndicatorKind, isRest: Bool) throws {
    let panel = try panel(kind)
    let comparators = (0..<4).map {
      $0 == 3 ? ContrastColumns.Comparator.none : isRest ? .rest(of: 3) : .zone(3)
    }
    for level in [ConfidenceInterval.Level.p95, .p998] {
      let columns = try #require(
        ContrastColumns.differences(panel, comparators: comparators, level: level, threads: ThreadLimit(3)))
      for zone in 0..<3 {
        for period in panel.periods.indices {
          let cell = panel.index(zone: zone, period: period)
          let (own, whole) = (panel[zone: zone, period: period], panel[zone: 3, period: period])
          guard let x = own.numerator, let n = own.denominator, own.status.isObserved else {
            #expect(columns.outcomes[cell] == .suppressed && columns.values[cell].isNaN)
            continue
          }
          let (y, m) = (whole.numerator ?? 0, whole.denominator ?? 0)
          let (a, b) = isRest ? (y - x, m - n) : (y, m)
          let contrast: Contrast =
            kind == .rate
            ? .rates(try Rate(of: x, in: n), try Rate(of: a, in: b))
            : .proportions(try Proportion(of: x, in: n), try Proportion(of: a, in: b))
          let single = contrast.difference(level: level).scaled(by: panel.multiplier)
          #expect(columns.values[cell] == single.value)
          #expect(columns.lower[cell] == single.interval?.lower)
          #expect(columns.upper[cell] == single.interval?.upper)
        }
      }
      #expect(columns.outcomes[panel.index(zone: 3, period: 0)] == .noComparator)
    }
  }

  @Test("every outcome has its reason")
  func outcomes() throws {
    let panel = try panel(.proportion)
    let columns = try #require(
      ContrastColumns.differences(panel, comparators: [.rest(of: 2), .zone(1), .rest(of: 9)]))
    // Zone 0 has more people than its "whole", zone 1 is itself, zone 2's comparator is not there, zone 3 has none.
    #expect(columns.outcomes[0] == .negativeRemainder && columns.outcomes[0].reason == .partExceedsWhole)
    #expect(columns.outcomes[3] == .sameZone && columns.outcomes[6] == .noComparator)
    #expect(columns.outcomes[9] == .noComparator && columns.outcomes[9].reason == .zoneNotInData)
    #expect(ContrastColumns.Outcome.estimated.reason == nil)
    #expect(
      ContrastColumns.differences(try panel.declared(kind: .mean, unit: .unknown), comparators: []) == nil)
  }
}
