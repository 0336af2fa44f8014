import TestSupport
import Testing

@testable import Indicators

@Suite struct PanelStackTests {
  static func panel(_ age: String, _ numerators: [[Double?]], kind: IndicatorKind = .rate) throws -> Panel {
    let plain = try TestPanels.quotients(numerators, over: numerators.map { $0.map { _ in 10 } }, kind: kind)
    return try Panel(
      indicator: plain.indicator, stratum: Stratum([.init(dimension: "age", role: .age, category: age)]),
      kind: kind, zones: plain.zones, periods: plain.periods, values: plain.values,
      numerators: plain.numerators, denominators: plain.denominators, statuses: plain.statuses)
  }

  @Test func strataFollowEachOther() throws {
    let stack = try PanelStack([
      Self.panel("0-17", [[1, 2], [3, 4]]), Self.panel("18+", [[5, 6], [7, 8]]),
    ])
    #expect(stack.numerators == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(stack.denominators == [Double](repeating: 10, count: 8))
    #expect(stack.strata.map(\.description) == ["age=0-17", "age=18+"])
    #expect(stack.zones.count == 2 && stack.periods.count == 2)
  }

  @Test func axesAreShared() throws {
    let one = try Self.panel("0-17", [[1, 2], [3, 4]])
    #expect(throws: IndicatorsError.axesDiffer(indicator: "test")) {
      _ = try PanelStack([one, Self.panel("18+", [[5], [7]])])
    }
    #expect(throws: IndicatorsError.axesDiffer(indicator: "test")) {
      _ = try PanelStack([one, Self.panel("18+", [[5, 6], [7, 8]], kind: .proportion)])
    }
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "stratum", value: "age=0-17")) {
      _ = try PanelStack([one, one])
    }
  }

  @Test func withoutPartsThereAreNone() throws {
    let stack = try PanelStack([TestPanels.values([[1, 2]])])
    #expect(stack.numerators.isEmpty && stack.denominators.isEmpty)
    #expect(try PanelStack([]).zones.isEmpty)
  }
}
