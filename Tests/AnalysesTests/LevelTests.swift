import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct LevelTests {
  private func run(_ panels: [Panel], keys: [String] = [], zones: [String] = []) throws -> ResultTable {
    try Level.run(
      try SampleDataset.dataset(panels, constructed: true), options: AnalysisOptions(zones: zones, keys: keys)
    ).rows
  }

  /// Wilson 65/100 at 95 %: 0.55254443296887967–0.73635751756902468 (PHEindicatormethods), here in per cent; sixteen digits
  /// printed, so a few units in the last place of numbers below 100.
  @Test func aShareHasWilsonsInterval() throws {
    let rows = try run([try SampleDataset.shares([[(65, 100)]], codes: ["A"])])
    #expect(agree(rows[0, "estimate"].double, 65, within: 1e-12))
    #expect(agree(rows[0, "lower"].double, 55.254443296887967, within: 1e-12))
    #expect(agree(rows[0, "upper"].double, 73.635751756902468, within: 1e-12))
    #expect(rows[0, "n"].double == 100 && rows[0, "unit"].string == "per cent")
    #expect(rows[0, "numerator"].double == 65 && rows[0, "denominator"].double == 100)
    #expect(rows[0, "diagnostics"] == .texts(["constructed-figures"]))
  }

  @Test func aGroupIsWholeMinusPart() throws {
    let rows = try run([try SampleDataset.shares([[(104, 150)], [(56, 70)], [(30, 50)]])], zones: ["resten"])
    #expect(rows.count == 1)
    #expect(rows[0, "numerator"].double == 48 && rows[0, "denominator"].double == 80)
    #expect(agree(rows[0, "estimate"].double, 60, within: 1e-12))
  }

  @Test func aHiddenCellIsARowWithoutAnyFigure() throws {
    let rows = try run(
      [try SampleDataset.shares([[(104, 150)], [nil], [(30, 50)]])], zones: ["A", "resten"])
    for row in 0..<2 {
      for key in ["estimate", "lower", "upper", "n", "numerator", "denominator"] {
        #expect(rows[row, key].double == nil, "\(key)")
      }
      #expect(rows[row, "reason"].string == "suppressed")
    }
    #expect(rows[0, "status"].string == "suppressed")
  }

  @Test func anUndeclaredKindKeepsItsValueWithoutAnInterval() throws {
    let system = try SampleDataset.system()
    let panel = try Panel(
      indicator: "other", zones: ["A"].compactMap { system.zone($0) }, periods: SampleDataset.years(2024, 1),
      values: [0.043], statuses: [CellStatus(.observed, flags: .provisional)])
    let rows = try run([panel])
    #expect(rows[0, "estimate"].double == 0.043 && rows[0, "lower"].double == nil)
    #expect(rows[0, "reason"].string == "unknown-kind" && rows[0, "unit"].string == "unknown")
    #expect(rows[0, "status"].string == "observed-provisional")
    #expect(rows[0, "diagnostics"] == .texts(["provisional-figures"]))
  }

  @Test(arguments: ["sex", "n", "period", "zone", "estimate"])
  func aDimensionIsAKeyOfTheRowWhateverItIsCalled(dimension: String) throws {
    let panels = try ["1", "2"].map { category in
      try SampleDataset.shares(
        [[(65, 100)]], codes: ["A"],
        stratum: Stratum([Stratum.Choice(dimension: dimension, category: category, label: "L\(category)")]))
    }
    let split = try (try SampleDataset.dataset(panels)).split(by: [dimension])
    #expect(split.keys == [dimension])
    let rows = try Level.run(split.dataset, options: AnalysisOptions(keys: split.keys)).rows
    let key = Schemas.level.key(ofDimension: dimension)
    #expect((0..<2).map { rows[$0, key].string } == ["L1", "L2"])
    #expect((0..<2).map { rows[$0, "zone"].string } == ["A", "A"])
    #expect((0..<2).allSatisfy { agree(rows[$0, "estimate"].double, 65, within: 1e-12) })
    #expect((0..<2).map { rows[$0, "period"].string } == ["2024", "2024"])
    #expect((0..<2).map { rows[$0, "n"].double } == [100, 100])
  }

  @Test func aNegativeCountIsDoubtedOnItsRow() throws {
    let rows = try run([
      try SampleDataset.shares([[(12, 10), (-3, 10), (5, 10)]], codes: ["A"], kind: nil)
    ])
    func doubts(_ row: Int) -> ResultValue { rows[row, "diagnostics"] }
    // A rate may have more events than persons.
    #expect(doubts(0) == .texts(["constructed-figures"]))
    #expect(doubts(1) == .texts(["constructed-figures", "negative-count"]))
    #expect(doubts(2) == .texts(["constructed-figures"]))
  }

  @Test func anUnknownZoneIsAnErrorAndAZoneWithoutFiguresARow() throws {
    let panel = try SampleDataset.shares([[(65, 100)]], codes: ["A"])
    #expect(throws: AnalysisError.self) { try run([panel], zones: ["Torstran"]) }
    let rows = try run([panel], zones: ["B", "A"])
    #expect(rows[0, "reason"].string == "zone-not-in-data" && rows[0, "estimate"].double == nil)
    #expect(rows[0, "zone_name"].string == "Sentrum")
    #expect(rows[1, "estimate"].double != nil)
  }
}
