import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct TrendTests {
  private func panel(_ values: [[Double?]], periods: [Period]) throws -> Panel {
    let system = try SampleDataset.system()
    let cells = values.flatMap { $0 }
    return try Panel(
      indicator: "share", kind: .proportion, unit: .perCent,
      zones: ["A", "B", "K"].prefix(values.count).compactMap { system.zone($0) }, periods: periods,
      values: cells.map { $0 ?? .nan }, statuses: cells.map { $0 == nil ? .suppressed : .observed })
  }

  private func run(_ values: [[Double?]], direction: Direction = .lowerIsBetter) throws -> ResultTable {
    let data = try SampleDataset.dataset(
      [try panel(values, periods: SampleDataset.years(2020, values[0].count))], direction: direction)
    return try Trend.run(data, options: AnalysisOptions(zones: [])).rows
  }

  /// Five rising points: S = 10, exact p = 2/5! = 1/60. One swap at the end: S = 8, five of 120 orders are as
  /// extreme, so p = 10/120. Benjamini–Hochberg of (1/60, 1/12): (1/30, 1/12).
  @Test func valuesByHand() throws {
    let rows = try run([[1, 2, 3, 4, 5], [1, 2, 3, 5, 4]])
    let sen = rows.rows(where: ["method": Method.theilSen.rawValue])
    #expect(sen.count == 2 && rows.count == 4)
    #expect(rows[sen[0], "estimate"].double == 1 && rows[sen[0], "slope"].double == 1)
    #expect(rows[sen[0], "s"].double == 10 && rows[sen[1], "s"].double == 8)
    // n (n − 1)(2n + 5) / 18
    #expect(agree(rows[sen[0], "var_s"].double, 5 * 4 * 15 / 18.0, within: 1e-12))
    #expect(agree(rows[sen[0], "tau"].double, 1, within: 1e-15))
    #expect(agree(rows[sen[0], "p_value"].double, 1 / 60.0, within: 1e-15))
    #expect(agree(rows[sen[1], "p_value"].double, 1 / 12.0, within: 1e-15))
    #expect(agree(rows[sen[0], "p_adjusted"].double, 1 / 30.0, within: 1e-15))
    #expect(agree(rows[sen[1], "p_adjusted"].double, 1 / 12.0, within: 1e-15))
    #expect(rows[sen[0], "direction"].string == "increasing" && rows[sen[0], "better"].string == "worse")
    #expect(rows[sen[1], "direction"].string == "no-clear-change" && rows[sen[1], "better"].string == nil)
    #expect(rows[sen[0], "first_period"].string == "2020" && rows[sen[0], "last_period"].string == "2024")
    #expect(rows[sen[0], "n"].double == 5 && rows.hasUniqueKeys)
    // Least squares of 1, 2, 3, 5, 4 on 0…4: Σ(t − 2)y / 10 = 9/10.
    let line = rows.rows(where: ["method": Method.straightLine.rawValue, "zone": "B"])
    #expect(agree(rows[line[0], "estimate"].double, 0.9, within: 1e-12))
  }

  @Test(arguments: [(Direction.higherIsBetter, "better"), (.lowerIsBetter, "worse"), (.neutral, "neutral")])
  func whatIsBetterFollowsTheDirection(direction: Direction, word: String) throws {
    #expect(try run([[1, 2, 3, 4, 5]], direction: direction)[0, "better"].string == word)
  }

  @Test func hiddenCellsRefuseTheirRowsOnly() throws {
    let rows = try run([[1, 2, nil, 4, 5], [1, 2, 3, 4, 5]])
    for row in rows.rows(where: ["zone": "A"]) {
      #expect(rows[row, "reason"].string == "suppressed" && rows[row, "direction"].string == "not-computable")
      for key in ["estimate", "slope", "p_value", "s", "tau"] { #expect(rows[row, key].double == nil) }
    }
    for row in rows.rows(where: ["zone": "B"]) { #expect(rows[row, "estimate"].double != nil) }
  }

  @Test func windowsAreTestedOnTheYearsBehindThem() throws {
    let yearly = try SampleDataset.shares(
      [[(1, 100), (2, 100), (3, 100), (4, 100), (5, 100)]], codes: ["A"], first: 2020)
    let windows = try yearly.windows(ofYears: 3).get()
    var data = try SampleDataset.dataset([windows])
    // Alone, overlapping windows are refused.
    let alone = try Trend.run(data, options: AnalysisOptions()).rows
    #expect((0..<alone.count).allSatisfy { alone[$0, "reason"].string == "overlapping-periods" })
    data.underlying = ["share": [yearly]]
    let rows = try Trend.run(data, options: AnalysisOptions()).rows
    #expect(rows[0, "n"].double == 5 && rows[0, "first_period"].string == "2020")
    #expect(agree(rows[0, "estimate"].double, 1, within: 1e-12))
    // The level is that of the windows: (1 + 2 + 3) / 300.
    let level = try Level.run(data, options: AnalysisOptions()).rows
    #expect((0..<3).map { level[$0, "period"].string } == ["2020-2022", "2021-2023", "2022-2024"])
    #expect(agree(level[0, "estimate"].double, 2, within: 1e-12))
  }

  @Test func tooFewPointsAreARowWithAReason() throws {
    let rows = try run([[1, 2]])
    #expect(
      (0..<rows.count).allSatisfy { rows[$0, "estimate"].double == nil && rows[$0, "reason"].string != nil })
  }
}
