import Estimates
import Foundation
import Indicators

import Testing

@testable import Analyses

@Suite struct RateTrendRowsTests {
  private let methods: [TrendMethod] = [
    .poisson, .quasiPoisson, .negativeBinomial, .logistic, .quasiLogistic,
  ]

  private func run(_ pairs: [[(Double, Double)?]], kind: IndicatorKind? = .proportion) throws -> ResultTable {
    let codes = Array(["A", "B", "K"].prefix(pairs.count))
    let data = try SampleDataset.dataset([
      try SampleDataset.shares(pairs, codes: codes, first: 2020, kind: kind)
    ])
    return try Trend.run(data, methods: methods, options: AnalysisOptions()).rows
  }

  /// 10, 20, 40 of 100: the rate doubles exactly, and the slope is log 2 of the overall 70/3 per cent.
  @Test func valuesByHand() throws {
    let rows = try run([[(10, 100), (20, 100), (40, 100)]])
    #expect(rows.count == 5 && rows.hasUniqueKeys)
    #expect((0..<5).map { rows[$0, "method"].string } == methods.map(\.method.rawValue))
    #expect(agree(rows[0, "percent_per_year"].double, 100, within: 1e-10))
    #expect(agree(rows[0, "estimate"].double, 70.0 / 3 * log(2), within: 1e-10))
    #expect(rows[0, "slope"] == rows[0, "estimate"] && rows[0, "direction"].string == "increasing")
    #expect(rows[0, "better"].string == "worse" && rows[0, "n"].double == 3)
    #expect(agree(rows[0, "statistic"].double, log(2) * (70 * 26.0 / 49).squareRoot(), within: 1e-9))
  }

  @Test func refusalsSayWhy() throws {
    let rows = try run([
      [(0, 100), (0, 100), (0, 100), (0, 100)], [(1, 100), nil, (4, 100), (5, 100)],
      [(1, 100), (2, 100), (4, 100), (5, 100)],
    ])
    for row in rows.rows(where: ["zone": "A"]) { #expect(rows[row, "reason"].string == "no-events") }
    for row in rows.rows(where: ["zone": "B"]) {
      #expect(rows[row, "reason"].string == "suppressed" && rows[row, "percent_per_year"].double == nil)
    }
    for row in rows.rows(where: ["zone": "K"]) { #expect(rows[row, "estimate"].double != nil) }
    for (kind, reason) in [(IndicatorKind?.some(.mean), "not-counts"), (nil, "unknown-kind")] {
      let refused = try run([[(1, 100), (2, 100), (4, 100), (5, 100)]], kind: kind)
      for row in 0..<refused.count { #expect(refused[row, "reason"].string == reason) }
    }
  }
}
