import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct TargetProgressTests {
  private func dataset(_ tops: [Double?], direction: Direction = .lowerIsBetter) throws -> Dataset {
    try SampleDataset.dataset(
      [
        try SampleDataset.shares(
          [tops.map { _ in (50_000, 500_000) }, tops.map { top in top.map { ($0, 10_000) } }],
          codes: ["K", "A"],
          first: 2019)
      ], direction: direction)
  }

  private func run(
    _ data: Dataset, _ value: Double = 8, by year: Int = 2028, declared: [Target] = [],
    zones: [String] = ["A"],
    hasAim: Bool = true
  ) throws -> ResultTable {
    let period = try #require(Period(year: year))
    return try TargetProgress.run(
      data, aim: hasAim ? TargetProgress.Aim(value: value, by: period) : nil, declared: declared,
      window: PeriodRange("2019..2021"), options: AnalysisOptions(zones: zones)
    ).rows
  }

  @Test func neededAndObserved() throws {
    let rows = try run(try dataset([1400, 1350, 1300, 1250, 1200]))
    #expect(agree(rows[0, "needed_change"].double, (8 - 12) / 5.0, within: 1e-12))
    // Evenly 0.5 a year, whatever the weights.
    #expect(agree(rows[0, "observed_change"].double, -0.5, within: 1e-10))
    #expect(agree(rows[0, "estimate"].double, 9.5, within: 1e-9))
    #expect(
      agree(rows[0, "baseline"].double, 13.5, within: 1e-12) && rows[0, "window"].string == "2019..2021")
    #expect(rows[0, "by_period"].string == "2028" && rows[0, "period"].string == "2023")
    #expect(rows[0, "verdict"].string == "cannot-say")
  }

  @Test func verdicts() throws {
    #expect(try run(try dataset([1400, 1300, 1200, 1100, 1000]), 9)[0, "verdict"].string == "on-track")
    #expect(try run(try dataset([1400, 1400, 1400, 1400, 1400]))[0, "verdict"].string == "behind")
    #expect(try run(try dataset([1400, 1100, 900, 800, 700]))[0, "verdict"].string == "reached")
    // Without a better direction the target says which way: 14 from 13.5 on is up.
    let neutral = try run(try dataset([1400, 1350, 1300, 1250, 1200], direction: .neutral), 14)
    #expect(neutral[0, "verdict"].string == "behind")
    let passed = try run(try dataset([1400, 1350, 1300, 1250, 1200]), by: 2023)
    #expect(passed[0, "needed_change"].reason == .targetYearPassed && passed[0, "verdict"].string == "behind")
    #expect(passed[0, "estimate"].double == nil)
  }

  @Test func theProgrammesTargetsNameTheirZones() throws {
    let data = try dataset([1400, 1350, 1300, 1250, 1200])
    let declared = [Target(indicator: "share", zone: "torstrand", value: 8, year: 2028)]
    let rows = try run(data, declared: declared, zones: [], hasAim: false)
    #expect(rows.count == 1 && rows[0, "zone"].string == "torstrand" && rows[0, "target"].double == 8)
    #expect(try run(data, declared: [], zones: [], hasAim: false).count == 0)
    #expect(try run(data, declared: declared, zones: ["K"], hasAim: false)[0, "reason"].string == "no-target")
  }

  @Test func hiddenYearsRefuse() throws {
    let rows = try run(try dataset([1400, nil, 1300, 1250, 1200]))
    #expect(rows[0, "reason"].string == "suppressed" && rows[0, "verdict"].string == "cannot-say")
    #expect(rows[0, "estimate"].double == nil && rows[0, "baseline"].double == nil)
  }
}
