import Indicators
import Testing

@testable import Disclosure

/// A kommune of four zones, one period: the cases are worked by hand.
@Suite struct PanelProtectionTests {
  private let rule = SuppressionRule(numeratorBelow: 5, complementBelow: 5, denominatorBelow: 10)

  private func system() throws -> ZoneSystem {
    try ZoneSystem(
      id: "test",
      zones: [Zone(code: "K", level: .municipality)]
        + ["A", "B", "C", "D"].map { Zone(code: $0, level: .livingConditionsZone, parent: "K") })
  }

  private func panel(_ cells: [(Double, Double)], statuses: [CellStatus]? = nil) throws -> Panel {
    let period = try #require(Period(year: 2024))
    let statuses = statuses ?? [CellStatus](repeating: .observed, count: cells.count)
    func shown(_ column: [Double]) -> [Double] {
      zip(column, statuses).map { $1.isObserved ? $0 : .nan }
    }
    return try Panel(
      indicator: "share", kind: .proportion, multiplier: 100,
      zones: ["K", "A", "B", "C", "D"].prefix(cells.count).map { Zone(code: $0) }, periods: [period],
      values: shown(cells.map { 100 * $0 / $1 }), numerators: shown(cells.map(\.0)),
      denominators: shown(cells.map(\.1)), statuses: statuses)
  }

  private func hidden(_ panel: Panel, rule: SuppressionRule? = nil, alone: Bool = false) throws -> [String:
    CellStatus.Kind]
  {
    let cells = PanelProtection.hiddenCells(
      panel, rule: rule ?? self.rule, system: alone ? nil : try system())
    return Dictionary(uniqueKeysWithValues: cells.map { (panel.zones[$0].code, $1) })
  }

  @Test func aSmallNumeratorTakesTheSmallestNeighbourWithIt() throws {
    let panel = try panel([(100, 1000), (3, 200), (20, 300), (40, 300), (36, 190)])
    #expect(try hidden(panel) == ["A": .suppressedPrimary, "B": .suppressedSecondary])
  }

  @Test func withoutAZoneListOnlyTheRuleItselfHides() throws {
    let panel = try panel([(100, 1000), (3, 200), (20, 300), (40, 300), (36, 190)])
    #expect(try hidden(panel, alone: true) == ["A": .suppressedPrimary])
  }

  @Test func twoHiddenPartsProtectEachOtherWhenTogetherLargeEnough() throws {
    let panel = try panel([(100, 1000), (4, 200), (3, 300), (50, 300), (42, 190)])
    #expect(try hidden(panel) == ["A": .suppressedPrimary, "B": .suppressedPrimary])
  }

  @Test func twoHiddenPartsTogetherTooSmallTakeAThird() throws {
    let panel = try panel([(100, 1000), (2, 200), (1, 300), (50, 300), (46, 190)])
    #expect(
      try hidden(panel) == ["A": .suppressedPrimary, "B": .suppressedPrimary, "D": .suppressedSecondary])
  }

  @Test func aPartIsHiddenWhereTheRestWouldBeTooSmall() throws {
    // The whole without A has 3 cases, so A would give them away; another part must then cover A.
    let panel = try panel([(43, 1000), (40, 200), (1, 300), (1, 300), (1, 190)])
    let found = try hidden(panel)
    #expect(found["A"] == .suppressedSecondary)
    #expect(found["K"] == nil)
  }

  @Test func aComplementHidesToo() throws {
    let panel = try panel([(900, 1000), (198, 200), (250, 300), (260, 300), (170, 190)])
    let found = try hidden(panel)
    #expect(found["A"] == .suppressedPrimary)
    #expect(found.count == 2)
  }

  @Test func whatTheSourceHidIsCoveredAsWell() throws {
    let statuses: [CellStatus] = [.observed, .suppressed, .observed, .observed, .observed]
    let panel = try panel([(100, 1000), (3, 200), (20, 300), (40, 300), (36, 190)], statuses: statuses)
    #expect(try hidden(panel) == ["B": .suppressedSecondary])
  }

  @Test func aHiddenWholeGivesNothingAway() throws {
    let panel = try panel([(4, 1000), (3, 200), (1, 300), (0, 300), (0, 190)])
    #expect(try hidden(panel).values.allSatisfy { $0 == .suppressedPrimary })
    #expect(try hidden(panel).count == 5)
  }

  @Test func trueZerosMayBeShownWhereTheRuleSaysSo() throws {
    let shows = SuppressionRule(numeratorBelow: 5, hidesZeros: false)
    let panel = try panel([(100, 1000), (0, 200), (20, 300), (40, 300), (40, 190)])
    #expect(try hidden(panel, rule: shows).isEmpty)
  }

  @Test func protectedPanelsHaveNoNumbersInHiddenCells() throws {
    let panel = try panel([(100, 1000), (3, 200), (20, 300), (40, 300), (36, 190)])
    let (protected, findings) = try PanelProtection.protect([panel], in: try system()) { _ in rule }
    let result = try #require(protected.value.first)
    for zone in [1, 2] {
      let cell = result[zone: zone, period: 0]
      #expect(cell.value == nil && cell.numerator == nil && cell.denominator == nil)
      #expect(result.values[zone].isNaN && result.numerators?[zone].isNaN == true)
    }
    #expect(findings.map(\.count) == [1, 1])
    // The rest of the kommune, computed from protected figures, is hidden with its part.
    let rest = try result.whole(0, minus: 1, as: Zone(code: "rest")).get()
    #expect(rest.statuses[0].isSuppressed && rest.values[0].isNaN)
  }

  @Test func aSeriesThatIsMostlyHiddenIsHiddenWhole() throws {
    let years = (2020...2024).compactMap { Period(year: $0) }
    let numerators: [Double] = [3, 3, 20, 30, 40]
    let panel = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100, zones: [Zone(code: "A")], periods: years,
      values: numerators, numerators: numerators, denominators: [100, 100, 100, 100, 100],
      statuses: [CellStatus](repeating: .observed, count: 5))
    let series = SuppressionRule(numeratorBelow: 5, seriesHiddenShare: 0.2)
    let cells = PanelProtection.hiddenCells(panel, rule: series, system: nil)
    #expect(
      cells == [
        0: .suppressedPrimary, 1: .suppressedPrimary, 2: .suppressedSeries, 3: .suppressedSeries,
        4: .suppressedSeries,
      ])
  }
}
