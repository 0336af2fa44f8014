import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct BaselineTests {
  /// Over two years 56 of 70 in Torstrand and 104 of 150 in the kommune.
  private func dataset(_ top: Double = 26) throws -> Dataset {
    try SampleDataset.dataset([
      try SampleDataset.shares(
        [[(50, 70), (54, 80)], [(30, 35), (top, 35)], [(9, 10), (9, 10)]], first: 2022)
    ])
  }

  private func run(_ data: Dataset, _ window: String = "2022..2023", against: Against = .rest) throws
    -> ResultTable
  {
    let range = try #require(PeriodRange(window))
    return try Baseline.run(data, window: range, against: against, options: AnalysisOptions(zones: ["A"]))
      .rows
  }

  /// Newcombe 1998: 56/70 − 48/80 = 0.20 (0.05243, 0.33387), five decimals printed, here times 100.
  @Test func sumsOverTheWindowAndTheGapToTheRest() throws {
    let rows = try run(try dataset())
    #expect(rows[0, "numerator"].double == 56 && rows[0, "denominator"].double == 70)
    #expect(agree(rows[0, "estimate"].double, 80, within: 1e-12))
    #expect(agree(rows[0, "comparator_estimate"].double, 60, within: 1e-12))
    #expect(agree(rows[0, "difference"].double, 20, within: 1e-12))
    #expect(agree(rows[0, "difference_lower"].double, 5.243, within: 5e-4))
    #expect(agree(rows[0, "difference_upper"].double, 33.387, within: 5e-4))
    #expect(agree(rows[0, "ratio"].double, 4.0 / 3, within: 1e-12))
    #expect(rows[0, "periods_used"].double == 2 && rows[0, "window"].string == "2022..2023")
  }

  @Test func againstTheWholeItIsTheGapToTheWhole() throws {
    let rows = try run(try dataset(), against: .parent)
    #expect(agree(rows[0, "difference"].double, 100 * (56.0 / 70 - 104.0 / 150), within: 1e-12))
    #expect(agree(rows[0, "difference_lower"].double, 5.243 * 80 / 150, within: 5e-4))
    #expect(rows[0, "diagnostics"] == .texts(["part-of-comparator"]))
  }

  @Test func theHashTellsARevisionAndNothingElse() throws {
    let first = try run(try dataset())[0, "data_hash"].string
    #expect(try run(try dataset())[0, "data_hash"].string == first)
    #expect(try run(try dataset(25))[0, "data_hash"].string != first)
    #expect(try run(try dataset(), "2022")[0, "data_hash"].string != first)
    #expect(first?.count == 16)
  }

  @Test func aHiddenYearHidesTheBaseline() throws {
    let panel = try SampleDataset.shares(
      [[(50, 70), (54, 80)], [(30, 35), nil], [(9, 10), (9, 10)]], first: 2022)
    let rows = try run(try SampleDataset.dataset([panel]))
    for key in ["estimate", "numerator", "denominator", "difference", "comparator_estimate"] {
      #expect(rows[0, key].double == nil, "\(key)")
    }
    #expect(rows[0, "reason"].string == "suppressed")
  }

  @Test func aWindowOutsideTheDataIsARowWithItsReason() throws {
    let rows = try run(try dataset(), "2001..2003")
    #expect(rows[0, "reason"].string == "period-not-in-data" && rows[0, "estimate"].double == nil)
  }

  @Test func bareSharesHaveNoBaseline() throws {
    let system = try SampleDataset.system()
    let bare = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100, zones: ["A"].compactMap { system.zone($0) },
      periods: SampleDataset.years(2022, 2), values: [10, 20], statuses: [.observed, .observed])
    let rows = try run(Dataset(panels: [bare], system: system))
    #expect(rows[0, "reason"].string == "needs-numerator-and-denominator")
  }
}
