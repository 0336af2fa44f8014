import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct TrendFiguresTests {
  private static let yearlyCounts = (0..<20).map { year -> (Double, Double)? in
    (Double(20 + 2 * year + year % 3), 400)
  }

  private func windows(_ years: Int, of count: Int = 20) throws -> Panel {
    try SampleDataset.shares([Array(Self.yearlyCounts.prefix(count))], codes: ["A"], first: 2000)
      .windows(ofYears: years).get()
  }

  private func run(
    _ data: Dataset, _ windows: WindowHandling? = nil, breaks: BreakHandling = .split,
    methods: [TrendMethod] = [.theilSen]
  ) throws -> ResultTable {
    try Trend.run(data, methods: methods, windows: windows, breaks: breaks, options: AnalysisOptions()).rows
  }

  private func diagnostics(_ table: ResultTable) -> [String] {
    if case .texts(let texts) = table[0, "diagnostics"] { return texts }
    return []
  }

  @Test func yearlyFiguresComeFirst() throws {
    var data = try SampleDataset.dataset([try windows(3)])
    data.underlying = [
      "share": [try SampleDataset.shares([Self.yearlyCounts], codes: ["A"], first: 2000)]
    ]
    let rows = try run(data)
    #expect(rows[0, "n"].double == 20 && diagnostics(rows).contains("yearly-figures"))
    #expect(try run(data, .refuse)[0, "reason"].string == "overlapping-periods")
    #expect(try run(data, .disjoint)[0, "n"].double == 6)
  }

  /// 18 windows of 3 years: six share no year, the last among them.
  @Test func disjointWindowsComeSecond() throws {
    let data = try SampleDataset.dataset([try windows(3)])
    let rows = try run(data)
    #expect(rows[0, "n"].double == 6 && diagnostics(rows).contains("disjoint-windows"))
    #expect(rows[0, "first_period"].string == "2002-2004" && rows[0, "last_period"].string == "2017-2019")
    #expect(rows[0, "direction"].string == "increasing")
    #expect(try run(data, .yearly)[0, "reason"].string == "no-yearly-figures")
  }

  /// 14 windows of 7 years: two share no year. Corrected, only a series that rises almost all along is called rising.
  @Test func correctedVarianceComesThird() throws {
    let data = try SampleDataset.dataset([try windows(7)])
    let rows = try run(data, methods: [.theilSen, .straightLine])
    #expect(rows[0, "n"].double == 14 && diagnostics(rows).contains("overlap-corrected"))
    #expect((rows[0, "variance_factor"].double ?? 0) > 4 && rows[0, "direction"].string == "increasing")
    #expect((rows[0, "p_floor"].double ?? 1) <= (rows[0, "p_value"].double ?? 0))
    // A line has no such correction.
    #expect(rows[1, "reason"].string == "overlapping-periods")
    // Two disjoint windows are too few to show anything.
    #expect(try run(data, .disjoint)[0, "reason"].string == "too-few-points")
  }

  @Test func whatCannotShowAnythingIsRefused() throws {
    let data = try SampleDataset.dataset([try windows(7, of: 14)])
    #expect(try run(data)[0, "reason"].string == "overlapping-periods")
    #expect(try run(data, .corrected)[0, "reason"].string == "overlapping-periods")
  }

  @Test func breaksSplitOrBlock() throws {
    var data = try SampleDataset.dataset([
      try SampleDataset.shares([Self.yearlyCounts], codes: ["A"], first: 2000)
    ])
    let year = try #require(Period(year: 2010))
    var indicator = try #require(data.catalogue["share"])
    indicator.breaks = [SeriesBreak(period: try #require(Period(year: 1990))), SeriesBreak(period: year)]
    data.catalogue = IndicatorCatalogue([indicator])
    let rows = try run(data)
    #expect(rows[0, "first_period"].string == "2010" && rows[0, "n"].double == 10)
    #expect(diagnostics(rows) == ["since-break"])
    let blocked = try run(data, breaks: .block, methods: [.theilSen, .straightLine])
    #expect((0..<2).allSatisfy { blocked[$0, "reason"].string == "series-break" })
    #expect(blocked[0, "estimate"].double == nil && blocked[0, "direction"].string == "not-computable")
    // Windows across the break mix what cannot be compared.
    data.panels = [try windows(3)]
    #expect(try run(data, .refuse)[0, "reason"].string == "overlapping-periods")
    #expect(try run(data, .corrected)[0, "first_period"].string == "2010-2012")
  }
}
