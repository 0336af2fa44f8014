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

  @Test func whatIsNotKnownIsNotCalledNever() {
    func words(_ reason: String?) -> String {
      Wording.firstDetectable(nil, isExtrapolated: false, horizon: 5, reason: reason, language: .en)
    }
    #expect(words("one-look-only") == "cannot be projected")
    #expect(words("p-floor-above-level") == "too few zones")
    #expect(words("effect-of-interest-too-small-to-see") == "not within 5 periods")
    #expect(
      Wording.firstDetectable("2027", isExtrapolated: true, horizon: 5, reason: nil, language: .nb)
        == "2027 (framskrevet)")
  }

  @Test func theVerdictSaysWhatIsRuledOut() {
    let text = EffectWords(.nb).verdict("not-told-apart", size: "4,0 pp", ruledOut: "5,1 pp")
    #expect(text.contains("5,1 pp") && text.contains("utelukket"))
    // Where the figures tell nothing, a large bound would read like a finding.
    #expect(
      !EffectWords(.nb).verdict("uninformative", size: "4,0 pp", ruledOut: "9 pp").contains("utelukket"))
  }
}
