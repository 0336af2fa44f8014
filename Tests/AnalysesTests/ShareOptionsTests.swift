import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct ShareOptionsTests {
  private func row(_ shares: ShareOptions) throws -> ResultTable {
    let data = try SampleDataset.dataset([try SampleDataset.shares([[(65, 100)]], codes: ["A"])])
    return try Level.run(data, shares: shares, options: AnalysisOptions()).rows
  }

  // scipy 1.17.1 beta.ppf, in per cent.
  @Test func theExactInterval() throws {
    let rows = try row(ShareOptions(interval: .clopperPearson))
    #expect(agree(rows[0, "lower"].double, 54.81506381760306, within: 1e-10))
    #expect(agree(rows[0, "upper"].double, 74.27062214685488, within: 1e-10))
    #expect(rows[0, "method"].string == "proportion.clopper-pearson")
  }

  @Test func aFinitePopulation() throws {
    let rows = try row(ShareOptions(population: 400))
    #expect(agree(rows[0, "lower"].double, 56.57629875580759, within: 1e-10))
    #expect(rows[0, "method"].string == "proportion.wilson-finite")
    let everybody = try row(ShareOptions(population: 100))
    #expect(everybody[0, "lower"].double == nil && everybody[0, "reason"].string == "complete-count")
    let tooFew = try row(ShareOptions(population: 99))
    #expect(tooFew[0, "estimate"].double == 65 && tooFew[0, "reason"].string == "sample-exceeds-population")
  }
}
