import Indicators
import Testing

@testable import Analyses

@Suite struct SumToWholeCheckTests {
  private func violations(_ whole: (Double, Double), kind: IndicatorKind? = .proportion) throws
    -> [CheckViolation]
  {
    let system = try ZoneSystem(
      id: "test",
      zones: [Zone(code: "K", level: .municipality)]
        + ["A", "B"].map { Zone(code: $0, level: .livingConditionsZone, parent: "K") })
    let numerators = [whole.0, 20, 30]
    let denominators = [whole.1, 100, 200]
    let panel = try Panel(
      indicator: "share", kind: kind, multiplier: 100, zones: ["K", "A", "B"].compactMap { system.zone($0) },
      periods: [try #require(Period(year: 2024))],
      values: zip(numerators, denominators).map { 100 * $0 / $1 },
      numerators: numerators, denominators: denominators,
      statuses: [CellStatus](repeating: .observed, count: 3))
    return SumToWholeCheck().violations(in: panel, of: Dataset(panels: [panel], system: system))
  }

  @Test func lessThanTheWholeIsNormalBecauseSomeHaveNoZone() throws {
    #expect(try violations((55, 310)).isEmpty)
    #expect(try violations((50, 300)).isEmpty)
  }

  @Test func moreThanTheWholeIsAnError() throws {
    let found = try violations((49, 310))
    #expect(found.map(\.zone) == ["K"])
    #expect(found.first?.found == 50 && found.first?.expected == 49 && found.first?.severity == .error)
  }
}
