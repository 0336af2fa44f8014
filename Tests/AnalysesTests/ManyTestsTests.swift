import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct ManyTestsTests {
  /// Families are themes; an indicator without a theme is a family of its own, also where its name is a theme's.
  @Test func familiesAreThemes() {
    func indicator(_ id: String, _ theme: Theme?) -> Indicator {
      Indicator(id: id, name: LocalisedText(nb: id), kind: .proportion, theme: theme)
    }
    let data = Dataset(
      panels: [],
      catalogue: IndicatorCatalogue([
        indicator("a", .publicHealth), indicator("b", .publicHealth), indicator("c", .growingUp),
        indicator("folkehelse", nil),
      ]))
    let p: [Double?] = [0.001, 0.2, 0.3, nil, 0.04]
    let rows: [ResultCells] = zip(["a", "b", "c", "a", "folkehelse"], p).map { id, p in
      ResultCells(
        Schemas.trend, ["indicator": .text(id), "p_value": p.map { .number($0) } ?? .none(.suppressed)])
    }
    #expect(
      data.adjusted(rows, by: .hierarchical)
        == MultipleTesting.selectiveFamilies(p, families: ["1", "1", "2", "1", "3"]))
    #expect(data.adjusted(rows, by: .holm) == MultipleTesting.holm(p))
    #expect(data.adjusted(rows, by: .none) == [nil, nil, nil, nil, nil])
  }

  @Test func trendAndCompareUseWhatIsAsked() throws {
    let data = try SampleDataset.dataset([
      try SampleDataset.shares(
        [
          [(100, 150), (101, 150), (102, 150), (103, 150), (104, 150)],
          [(50, 70), (51, 70), (52, 70), (55, 70), (54, 70)],
        ],
        codes: ["K", "A"])
    ])
    for adjustment in [Adjustment.bonferroni, .none] {
      var options = AnalysisOptions()
      options.adjustment = adjustment
      for rows in [
        try Trend.run(data, options: options).rows,
        try Compare.run(data, against: .rest, latestOnly: true, options: options).rows,
      ] {
        let p = (0..<rows.count).compactMap { rows[$0, "p_value"].double }
        #expect(!p.isEmpty)
        for row in 0..<rows.count {
          guard let one = rows[row, "p_value"].double else { continue }
          let method = rows[row, "method"].string
          let tests = (0..<rows.count).count {
            rows[$0, "method"].string == method && rows[$0, "p_value"].double != nil
          }
          let expected = adjustment == .none ? nil : min(1, Double(tests) * one)
          #expect(rows[row, "p_adjusted"].double == expected)
        }
      }
    }
  }
}
