import Indicators
import Testing

@testable import Analyses

@Suite struct OutlierCheckTests {
  /// Four zones over eleven years, changing by one to three per cent in turn; one figure may be another.
  private func violations(replacing cell: Int? = nil, with value: Double = 0) throws -> [CheckViolation] {
    let periods = (2014...2024).compactMap { Period(year: $0) }
    var values: [Double] = []
    for zone in 0..<4 {
      var level = 100.0
      for year in periods.indices {
        values.append(level)
        level *= 1 + Double(1 + (zone + year) % 3) / 100
      }
    }
    if let cell { values[cell] = value }
    let panel = try Panel(
      indicator: "x", zones: (0..<4).map { Zone(code: "\($0)") }, periods: periods, values: values,
      statuses: [CellStatus](repeating: .observed, count: values.count))
    return OutlierCheck().violations(in: panel, of: Dataset(panels: [panel]))
  }

  @Test func steadyChangeIsNotUnusual() throws {
    #expect(try violations().isEmpty)
  }

  @Test func aJumpIsNotedWithItsZoneAndPeriod() throws {
    // The last year of zone 2: up by half, far beyond q₃ + 3·IQR ≤ 0.03 + 3·0.02.
    let found = try violations(replacing: 2 * 11 + 10, with: 180)
    #expect(found.map(\.zone) == ["2"])
    #expect(found.first?.period?.description == "2024")
    #expect(found.first?.severity == .note)
  }
}
