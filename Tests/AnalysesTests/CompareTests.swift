import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct CompareTests {
  /// 56 of 70 in Torstrand, 48 of 80 in the rest of the kommune, part of it without a zone.
  private func dataset(_ direction: Direction = .lowerIsBetter) throws -> Dataset {
    try SampleDataset.dataset(
      [try SampleDataset.shares([[(104, 150)], [(56, 70)], [(30, 50)]])], direction: direction)
  }

  private func run(_ dataset: Dataset, _ against: Against, zones: [String] = ["A"]) throws -> ResultTable {
    try Compare.run(dataset, against: against, latestOnly: true, options: AnalysisOptions(zones: zones)).rows
  }

  /// Newcombe 1998, table II: 56/70 − 48/80 = 0.20 (0.05243, 0.33387), here in percentage points. The paper prints five
  /// decimals, so half a unit of the fifth, times 100.
  @Test(arguments: ["rest", "resten"])
  func theRestIsADisjointContrast(against: String) throws {
    let rows = try run(try dataset(), Against(against))
    #expect(rows.count == 1)
    #expect(agree(rows[0, "estimate"].double, 20, within: 1e-12))
    #expect(agree(rows[0, "lower"].double, 5.243, within: 5e-4))
    #expect(agree(rows[0, "upper"].double, 33.387, within: 5e-4))
    #expect(agree(rows[0, "value"].double, 80, within: 1e-12))
    #expect(agree(rows[0, "comparator_value"].double, 60, within: 1e-12))
    #expect(agree(rows[0, "ratio"].double, 4.0 / 3, within: 1e-12))
    #expect(rows[0, "against"].string == against)
    #expect(rows[0, "verdict"].string == "worse")
    #expect(rows[0, "diagnostics"] == .texts([]))
  }

  @Test(arguments: [(Direction.higherIsBetter, "better"), (.lowerIsBetter, "worse"), (.neutral, "higher")])
  func theVerdictFollowsTheDirection(direction: Direction, verdict: String) throws {
    #expect(try run(try dataset(direction), .rest)[0, "verdict"].string == verdict)
  }

  /// Against the whole: 56/70 − 104/150 itself, with the interval of the disjoint contrast times 1 − 70/150.
  @Test(arguments: [Against.parent, .named("K"), .named("larvik")])
  func aWholeThatHoldsTheZoneKeepsTheUncertaintyOfTheDisjointParts(against: Against) throws {
    let rows = try run(try dataset(), against)
    #expect(agree(rows[0, "estimate"].double, 100 * (56.0 / 70 - 104.0 / 150), within: 1e-12))
    #expect(agree(rows[0, "lower"].double, 5.243 * 80 / 150, within: 5e-4))
    #expect(agree(rows[0, "upper"].double, 33.387 * 80 / 150, within: 5e-4))
    #expect(agree(rows[0, "ratio"].double, (56.0 / 70) / (104.0 / 150), within: 1e-12))
    #expect(rows[0, "diagnostics"] == .texts(["part-of-comparator"]))
    let disjoint = try run(try dataset(), .rest)
    #expect(rows[0, "p_value"] == disjoint[0, "p_value"])
  }

  @Test func aHiddenPartHidesTheRestWithItsReason() throws {
    let panel = try SampleDataset.shares([[(104, 150)], [nil], [(30, 50)]])
    let result = try Compare.run(
      try SampleDataset.dataset([panel]), against: .rest, latestOnly: true,
      options: AnalysisOptions(zones: ["A", "B"]))
    let rows = result.rows
    #expect(rows[0, "estimate"].reason == .suppressed && rows[0, "reason"].string == "suppressed")
    #expect(rows[0, "comparator_value"].double == nil && rows[0, "verdict"].string == "not-compared")
    #expect(rows[1, "estimate"].double != nil)
    #expect(!result.isRefused)
  }

  @Test func bareSharesAreRefusedForWantOfCounts() throws {
    let system = try SampleDataset.system()
    let bare = try Panel(
      indicator: "share", kind: .proportion, multiplier: 100,
      zones: ["K", "A"].compactMap { system.zone($0) },
      periods: SampleDataset.years(2024, 1), values: [10, 20], statuses: [.observed, .observed])
    let result = try Compare.run(
      Dataset(panels: [bare], system: system), against: .rest, latestOnly: true,
      options: AnalysisOptions(zones: ["A"]))
    #expect(result.isRefused)
    #expect(result.rows[0, "reason"].string == "needs-numerator-and-denominator")
    // Against a zone they differ by a number without an interval.
    let other = try Compare.run(
      Dataset(panels: [bare], system: system), against: .named("K"), latestOnly: true,
      options: AnalysisOptions(zones: ["A"]))
    #expect(other.rows[0, "estimate"].double == 10 && other.rows[0, "lower"].double == nil)
    #expect(other.rows[0, "verdict"].string == "not-compared")
    #expect(other.rows[0, "reason"].string != nil)
  }

  @Test func restNeedsAZoneList() throws {
    var data = try dataset()
    data.system = nil
    #expect(throws: AnalysisError.needsZoneSystem("rest")) { try run(data, .rest) }
  }

  /// Two rows with p-values p₁ ≤ p₂: Benjamini–Hochberg gives min(2p₁, p₂) and p₂.
  @Test func pValuesAreAdjustedOverTheRows() throws {
    let panel = try SampleDataset.shares(
      [[(104, 150), (104, 150)], [(56, 70), (50, 70)], [(30, 50), (30, 50)]])
    let rows = try Compare.run(
      try SampleDataset.dataset([panel]), against: .rest, latestOnly: false,
      options: AnalysisOptions(zones: ["A"])
    ).rows
    let p = try (0..<2).map { try #require(rows[$0, "p_value"].double) }
    #expect(p[0] < p[1])
    #expect(agree(rows[0, "p_adjusted"].double, min(2 * p[0], p[1]), within: 1e-15))
    #expect(agree(rows[1, "p_adjusted"].double, p[1], within: 1e-15))
    #expect(rows.hasUniqueKeys)
  }

  @Test func theLatestPeriodIsTheLastWithAFigureOfTheZone() throws {
    let panel = try SampleDataset.shares([[(104, 150), (104, 150)], [(56, 70), nil], [(30, 50), (30, 50)]])
    let rows = try run(try SampleDataset.dataset([panel]), .rest)
    #expect(rows.count == 1 && rows[0, "period"].string == "2024")
  }
}
