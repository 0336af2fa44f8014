import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct MethodCardsTests {
  @Test func everyMethodOfARowHasItsCardOnce() throws {
    let ids = MethodCards.all.map(\.method)
    #expect(Set(ids).count == ids.count && ids == ids.sorted())
    let data = try SampleDataset.dataset([
      try SampleDataset.shares(
        [[(100, 150), (101, 150), (102, 150), (103, 150)], [(50, 70), (51, 70), (52, 70), (55, 70)]],
        codes: ["K", "A"])
    ])
    let options = AnalysisOptions(zones: ["A"])
    let window = try #require(PeriodRange("2024..2025"))
    let results = [
      try Level.run(data, options: options), try Trend.run(data, options: options),
      try Compare.run(data, against: .rest, latestOnly: true, options: options),
      try Baseline.run(data, window: window, against: .rest, options: options),
    ]
    for result in results {
      for row in 0..<result.rows.count {
        let method = try #require(result.rows[row, "method"].string)
        #expect(ids.contains(Method(method)), "\(method)")
      }
    }
  }

  @Test func everyCardSaysSomething() {
    for card in MethodCards.all {
      #expect(!card.formula.isEmpty && !card.assumptions.isEmpty && !card.reference.isEmpty, "\(card.method)")
    }
  }
}
