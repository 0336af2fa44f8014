import Estimates
import Indicators
import Testing

@testable import Analyses
@testable import Comparisons

@Suite struct GapRowsTests {
  /// Torstrand against the rest, five years; the counts of GapTrendTests.
  private func dataset(hiding hidden: Int? = nil) throws -> Dataset {
    let zone = [(62.0, 400.0), (60, 410), (55, 405), (57, 398), (49, 402)]
    let rest = [(400.0, 4000.0), (405, 4010), (410, 4020), (398, 4030), (402, 4040)]
    let whole: [(Double, Double)?] = zip(zone, rest).map { ($0.0 + $1.0, $0.1 + $1.1) }
    let shown: [(Double, Double)?] = zone.enumerated().map { $0.offset == hidden ? nil : $0.element }
    return try SampleDataset.dataset([
      try SampleDataset.shares([whole, shown], codes: ["K", "A"], first: 2019)
    ])
  }

  private func run(
    _ data: Dataset, _ against: Against = .rest, _ gaps: GapQuestion = GapQuestion(), latest: Bool = true
  ) throws -> ResultSet {
    try Compare.run(
      data, against: against, latestOnly: latest, options: AnalysisOptions(zones: ["A"]), gaps: gaps)
  }

  // The slope is that of the kernel's vector (numpy and scipy 1.17.1), here in percentage points; numpy's sums with years near
  // 2020 leave twelve digits of it.
  @Test func theLineThroughAllPeriods() throws {
    let result = try run(try dataset())
    let gap = try #require(result.tables.first { $0.schema.table == "gap" })
    #expect(gap.count == 1 && gap[0, "method"].string == "gap.line")
    #expect(agree(gap[0, "change_per_year"].double, -0.6711780040663342, within: 1e-12))
    #expect(agree(gap[0, "estimate"].double, -4 * 0.6711780040663342, within: 4e-12))
    #expect(agree(gap[0, "p_value"].double, 0.23565496081359416, within: 1e-12))
    #expect(agree(gap[0, "score_p"].double, 0.26398340580437646, within: 1e-11))
    #expect(agree(gap[0, "gap_first"].double, 5.341529314252124, within: 1e-12))
    #expect(gap[0, "verdict"].string == "no-clear-change" && gap[0, "better"].reason != nil)
    #expect(gap[0, "first_period"].string == "2019" && gap[0, "last_period"].string == "2023")
    // The rows carry it too, the latest only.
    #expect(result.rows.count == 1 && result.rows[0, "period"].string == "2023")
    #expect(result.rows[0, "gap_change_per_year"] == gap[0, "change_per_year"])
    #expect(result.rows[0, "gap_verdict"].string == "no-clear-change")
  }

  @Test func againstTheWholeTheGapIsSmallerAndTheTestTheSameToItsWeights() throws {
    let result = try run(try dataset(), .parent)
    let gap = try #require(result.tables.last)
    #expect(gap[0, "diagnostics"] == .texts(["part-of-comparator"]))
    // 1 − w is 0.909 ± 0.001 in all years.
    #expect(agree(gap[0, "change_per_year"].double, -0.6711780040663342 * 0.909, within: 0.005))
  }

  @Test func twoWindows() throws {
    let (early, late) = (try #require(PeriodRange("2019..2020")), try #require(PeriodRange("2022..2023")))
    let gap = try #require(try run(try dataset(), .rest, GapQuestion(from: early, to: late)).tables.last)
    #expect(gap.count == 2 && gap[1, "method"].string == "gap.two-windows")
    // (106/800 − 800/8070) − (122/810 − 805/8010), in percentage points.
    let expected = 100 * ((106.0 / 800 - 800.0 / 8070) - (122.0 / 810 - 805.0 / 8010))
    #expect(agree(gap[1, "estimate"].double, expected, within: 1e-12))
    #expect(agree(gap[1, "change_per_year"].double, expected / 3, within: 1e-12))
    #expect(gap[1, "first_period"].string == "2019..2020")
    let overlapping = try run(try dataset(), .rest, GapQuestion(from: early, to: early))
    #expect(overlapping.tables.last?[1, "reason"].string == "windows-overlap")
  }

  @Test func aHiddenPeriodRefusesTheSeries() throws {
    let result = try run(try dataset(hiding: 2))
    let gap = try #require(result.tables.last)
    #expect(gap[0, "reason"].string == "suppressed" && gap[0, "verdict"].string == "cannot-say")
    #expect(result.rows[0, "estimate"].double != nil)
    #expect(result.rows[0, "gap_verdict"].string == "cannot-say")
  }

  @Test func verdictsByOtherRulesNameRuleAndLevel() throws {
    let rows = try Compare.run(
      try SampleDataset.dataset([try SampleDataset.shares([[(104, 150)], [(56, 70)], [(30, 50)]])]),
      against: .rest, latestOnly: true, options: AnalysisOptions(zones: ["A"]),
      rule: try #require(VerdictRule(word: "fingertips"))
    ).rows
    #expect(rows[0, "verdict"].string == "worse" && rows[0, "verdict_rule"].string == "fingertips")
    #expect(rows[0, "verdict_level"].double == 0.998)
  }

  /// 402 in the latest year against 4 040 at 9.95 %: the kernel's answer in percentage points and in people of the zone.
  @Test func whatCouldBeSeen() throws {
    let rows = try run(try dataset()).rows
    let found = try DetectableDifference.proportions(
      zone: 402, other: 4040, share: 402.0 / 4040, alpha: 1 - 0.95)
    let either = try #require(found.either)
    #expect(agree(rows[0, "mdc"].double, 100 * either, within: 1e-10))
    #expect(agree(rows[0, "mdc_people"].double, 402 * either, within: 1e-10))
  }
}
