import Testing

@testable import Wording

@Suite struct PowerTextsTests {
  @Test func nobodyIsToldThatThereWasNoEffect() {
    let bodies =
      (Array(Wording.powerMethods.values) + Array(Wording.multiplicityMethods.values)).map(\.body)
      + Wording.powerReasons.values.map(\.body) + Wording.powerReasons.values.map(\.phrase)
    #expect(bodies.count > 10)
    for text in bodies {
      for language in Language.allCases {
        let words = text(language).lowercased()
        #expect(!words.contains("ingen effekt") && !words.contains("no effect"))
      }
    }
  }

  @Test func verdictsAndBoundsAreSaidInBothLanguages() {
    for verdict in ["informative", "uninformative", "cannot-say"] {
      let nb = Wording.informativeness(verdict, language: .nb)
      #expect(nb != verdict)
      #expect(nb != Wording.informativeness(verdict, language: .en))
    }
    #expect(Wording.informativeness("other", language: .nb) == "other")
    #expect(
      Wording.ruledOut(beyond: "3,2 prosentpoeng", language: .nb)
        == "En effekt større enn 3,2 prosentpoeng, den ene eller andre veien, er utelukket.")
    #expect(Wording.ruledOut(beyond: "3.2 points", language: .en).contains("ruled out"))
  }
}
