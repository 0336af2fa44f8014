import Testing

@testable import Indicators

@Suite struct StratumTests {
  let stratum = Stratum([
    .init(dimension: "Kjonn", role: .sex, category: "2", label: "Kvinner"),
    .init(dimension: "Alder", role: .age, category: "0-17"), .init(dimension: "Landbakgrunn", category: "A"),
  ])

  @Test func dimensionsAreFoundByIdOrRole() {
    #expect(stratum.category(of: "kjonn")?.label == "Kvinner")
    #expect(stratum.category(of: "sex")?.category == "2")
    #expect(stratum.category(of: "AGE")?.category == "0-17")
    #expect(stratum.category(of: "other") == nil)
    #expect(Stratum.all.category(of: "sex") == nil)
  }

  @Test func theTextNamesTheChoices() {
    #expect(stratum.description == "Kjonn=2,Alder=0-17,Landbakgrunn=A")
    #expect(Stratum.all.description == "")
    #expect(Stratum.all < stratum)
  }
}
