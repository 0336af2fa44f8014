import Estimates
import Indicators
import Rates
import Scheduler
import TestSupport
import Testing

@testable import Comparisons

@Suite("Windows of whole panels")
struct BaselineColumnsTests {
  @Test("the same bits as the single call", arguments: [IndicatorKind.proportion, .rate, .count])
  func bits(kind: IndicatorKind) throws {
    let shown = try TestPanels.quotients(
      [[0, 1, 2], [7, 8, 5], [30, 41, 22], [0, 0, 0]],
      over: [[40, 50, 60], [90, 100, 80], [300, 300, 310], [5, 5, 5]],
      kind: kind)
    let panel = try shown.withHidden(4)
    for level in [ConfidenceInterval.Level.p90, .p998] {
      let columns = try BaselineColumns(panel, periods: 0..<3, level: level, threads: ThreadLimit(2))
      for zone in panel.zones.indices {
        do {
          let single = try BaselineWindow(panel, zone: zone, periods: 0..<3)
          let estimate = single.estimate(level: level)
          #expect(columns.values[zone] == estimate.value)
          #expect(columns.lower[zone] == estimate.interval?.lower)
          #expect(columns.upper[zone] == estimate.interval?.upper)
          #expect(columns.numerators[zone] == single.numerator && columns.periodsUsed[zone] == 3)
        } catch {
          #expect(columns.outcomes[zone].reason == error.reason && columns.values[zone].isNaN)
        }
      }
      #expect(columns.outcomes[1] == .suppressed)
    }
  }

  @Test("refuses what has no sums, as the single call does")
  func refusals() throws {
    let panel = try TestPanels.quotients([[1, 2]], over: [[10, 10]])
    #expect(throws: FigureRefusal(.periodNotInData)) { try BaselineColumns(panel, periods: [5]) }
    for kind in [IndicatorKind.mean, .median, .index] {
      let other = try panel.declared(kind: kind, unit: .unknown)
      #expect(throws: FigureRefusal.self) { try BaselineColumns(other, periods: 0..<2) }
    }
  }
}
