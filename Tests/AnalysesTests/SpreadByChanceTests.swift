import Estimates
import Indicators
import TestSupport
import Testing

@testable import Analyses

@Suite struct SpreadByChanceTests {
  private func units(_ counts: [(Double, Double)]) throws -> InequalityUnits {
    let panel = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100,
      zones: counts.indices.map { Zone(code: "\($0)") }, periods: [try #require(Period(year: 2024))],
      values: counts.map { 100 * $0.0 / $0.1 }, numerators: counts.map(\.0), denominators: counts.map(\.1),
      statuses: [CellStatus](repeating: .observed, count: counts.count))
    return try InequalityUnits(
      counts.indices.map { panel[zone: $0, period: 0] }, of: panel, ranks: nil, countAlike: false)
  }

  // scipy 1.17.1, chi2_contingency(correction=False) of the same table.
  @Test func theStatisticIsThatOfTheTable() throws {
    let spread = try #require(SpreadByChance(try units([(10, 100), (20, 100), (30, 100)])))
    #expect(abs(spread.share - 2 / 12.5) <= 1e-15)
    #expect(abs(spread.pValue - 0.0019304541362277093) <= 1e-17)
  }

  @Test func chanceAloneHasNoInterval() throws {
    let alike = try units([(10, 100), (12, 100), (9, 100), (11, 100)])
    let gini = try alike.estimate(.gini, link: .identity, contrast: .topMinusBottom, level: .p95)
    #expect(gini.interval == nil && gini.intervalReason == .spreadWithinChance)
    #expect(gini.diagnostics.contains(.spreadPartlyChance))
    let unlike = try units([(10, 1000), (300, 1000), (600, 1000), (900, 1000)])
    let wide = try unlike.estimate(.gini, link: .identity, contrast: .topMinusBottom, level: .p95)
    #expect(wide.interval != nil && !wide.diagnostics.contains(.spreadPartlyChance))
  }
}
