import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct DatasetTests {
  private func panel(_ choices: [Stratum.Choice]) throws -> Panel {
    try SampleDataset.shares([[(65, 100)]], codes: ["A"], stratum: Stratum(choices))
  }

  private func sex(_ code: String, _ label: String) -> Stratum.Choice {
    Stratum.Choice(dimension: "Kjonn", role: .sex, category: code, label: label)
  }

  @Test func aDimensionThatIsNotAskedForIsReducedToItsTotal() throws {
    let data = Dataset(
      panels: try [sex("0", "Begge"), sex("1", "Menn"), sex("2", "Kvinner")].map { try panel([$0]) })
    let plain = try data.split(by: [])
    #expect(plain.keys == [] && plain.dataset.panels.map(\.stratum.description) == ["Kjonn=0"])
    // By its role's name, and with every category kept.
    let split = try data.split(by: ["sex"])
    #expect(split.keys == ["Kjonn"] && split.dataset.panels.count == 3)
  }

  @Test func withoutATotalAllCategoriesAreKeptAndNamed() throws {
    let data = Dataset(panels: try [sex("1", "Menn"), sex("2", "Kvinner")].map { try panel([$0]) })
    let split = try data.split(by: [])
    #expect(split.keys == ["Kjonn"] && split.dataset.panels.count == 2)
  }

  @Test func anUnknownDimensionIsNamedWithTheNearest() throws {
    let data = Dataset(panels: [try panel([sex("1", "Menn")])])
    #expect(throws: AnalysisError.unknownDimension("kjon", known: ["Kjonn"])) { try data.split(by: ["kjon"]) }
    #expect(AnalysisError.unknownDimension("kjon", known: ["Kjonn"]).arguments["nearest"] == "Kjonn")
  }

  @Test func indicatorsAreChosenWhateverTheCaseAndUnknownOnesRefused() throws {
    let data = Dataset(panels: [try panel([])])
    #expect(try data.choosing(indicators: ["SHARE"]).panels.count == 1)
    #expect(throws: AnalysisError.unknownIndicator("shore", known: ["share"])) {
      try data.choosing(indicators: ["shore"])
    }
  }

  @Test func aRangeWithoutPeriodsSaysWhichThereAre() throws {
    let data = Dataset(panels: [try panel([])])
    let range = try #require(PeriodRange("1990..1995"))
    #expect(throws: AnalysisError.noPeriods(range: "1990..1995", known: ["2024", "2024"])) {
      try data.within(range)
    }
  }
}
