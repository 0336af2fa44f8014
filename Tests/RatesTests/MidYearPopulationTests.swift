import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct MidYearPopulationTests {
  private func panels(_ rows: [[Double?]]) throws -> [Panel] {
    try rows.map { try TestPanels.values([$0], kind: .count, from: 2020) }
  }
  private func bands(_ labels: [String]) -> [AgeBand] { labels.compactMap { AgeBand($0) } }

  /// By hand: B(0) = 60, 66; B(1) = 120, 90; B(2) = 30, 102; B(3+) = 600, 612.
  /// Age 0: ½·66 + ⅓·60 + ⅙·90 = 68. Age 1: ⅙·60 + ⅓·90 + ⅓·120 + ⅙·102 = 97. Age 2, before an open band: ½(30 + 102).
  /// Sums of four products with thirds and sixths: 1e-14 relative.
  @Test func lexisTriangles() throws {
    let january = try panels([[60, 66], [120, 90], [30, 102], [600, 612]])
    let period = try MidYearPopulation.personYears(january, bands: bands(["0", "1", "2", "3+"]))
    #expect(zip(period.panels, [68.0, 97, 66, 606]).allSatisfy { close($0.values[0], $1, 1e-14) })
    #expect(period.panels.allSatisfy { $0.statuses[1].kind == .missing && $0.values[1].isNaN })
    #expect(period.findings.map(\.diagnostic) == [.noFollowingYear])
    #expect(period.findings[0].arguments == ["period": "2021"])
    let cohort = try MidYearPopulation.personYears(january, bands: bands(["0", "1", "2", "3+"]), .cohort)
    #expect(zip(cohort.panels, [33.0, 75, 111, 606]).allSatisfy { close($0.values[0], $1, 1e-14) })
  }

  @Test func widerBandsTakeTheMean() throws {
    let years = try MidYearPopulation.personYears(
      panels([[100, 110], [900, 930]]), bands: bands(["0-4", "5+"]))
    #expect(years.panels.map { $0.values[0] } == [105, 915])
  }

  @Test func hiddenStaysHiddenAndGapsAreMissing() throws {
    var january = try panels([[60, 66], [120, 90], [600, 612]])
    january[1] = try january[1].withHidden(1)
    let years = try MidYearPopulation.personYears(january, bands: bands(["0", "1", "2+"])).panels
    // Ages 0 and 1 are made of the hidden one; the open band is not.
    #expect(years[0].statuses[0].isSuppressed && years[1].statuses[0].isSuppressed)
    #expect(years[2].values[0] == 606)
    let gap = try panels([[60, nil], [600, 612]])
    let missing = try MidYearPopulation.personYears(gap, bands: bands(["0-4", "5+"])).panels
    #expect(missing[0].statuses[0].kind == .missing && missing[1].values[0] == 606)
    #expect(throws: LifeTableRefusal.self) {
      try MidYearPopulation.personYears(gap, bands: bands(["0-4", "6+"]))
    }
  }
}
