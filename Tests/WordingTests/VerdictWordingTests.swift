import Indicators
import Testing

@testable import Wording

@Suite struct VerdictWordingTests {
  @Test func theArrowSaysWhereAndTheWordWhetherItIsGood() {
    #expect(Wording.verdict("worse", difference: 4.4, language: .nb).text == "▲\u{A0}dårligere")
    #expect(Wording.verdict("better", difference: -2, language: .nb).text == "▼\u{A0}bedre")
    #expect(Wording.verdict("similar", difference: 1, language: .nb).text == "ingen sikker forskjell")
    #expect(Wording.verdict("lower", language: .en).text == "▼\u{A0}lower")
    #expect(Wording.verdict("not-compared", language: .en).text == "cannot be compared")
  }

  @Test func trends() {
    #expect(Wording.trend("increasing", better: "worse", language: .nb).text == "▲\u{A0}øker (dårligere)")
    #expect(Wording.trend("no-clear-change", language: .nb).text == "ingen sikker endring")
    #expect(Wording.trend("decreasing", better: "neutral", language: .en).text == "▼\u{A0}decreasing")
  }

  @Test func everyVerdictAndDirectionHasWordsInBothLanguages() {
    for verdict in ["better", "similar", "worse", "higher", "lower", "not-compared"] {
      let words = Language.allCases.map { Wording.verdict(verdict, language: $0).words }
      #expect(Set(words).count == 2, "\(verdict)")
    }
    for direction in ["increasing", "decreasing", "no-clear-change", "not-computable"] {
      let words = Language.allCases.map { Wording.trend(direction, language: $0).words }
      #expect(Set(words).count == 2, "\(direction)")
    }
  }

  @Test func signsOfCellsAreThoseOfStatisticsNorway() {
    #expect(Wording.sign(ofStatus: "suppressed", language: .nb).sign == ":")
    #expect(Wording.sign(ofStatus: "missing", language: .nb).sign == "..")
    #expect(Wording.sign(ofStatus: "not-applicable", language: .nb).sign == ".")
    #expect(Wording.sign(ofStatus: "observed-provisional", language: .nb).sign == "*")
    #expect(Wording.sign(ofStatus: "observed", language: .nb).sign.isEmpty)
    #expect(Wording.sign(ofCell: CellStatus(.suppressedSeries), language: .en).spoken == "suppressed figure")
    #expect(
      Wording.sign(of: Reason.tooFewPoints, language: .nb) == StatusWord(sign: ".", spoken: "for få tall"))
  }

  @Test func catalogueWordsExistForEveryCase() {
    for language in Language.allCases {
      #expect(Set(Theme.allCases.map { Wording.theme($0, language: language) }).count == Theme.allCases.count)
      #expect(Set(Direction.allCases.map { Wording.direction($0, language: language) }).count == 3)
    }
    #expect(Wording.level(.livingConditionsZone, language: .nb) == "levekårssone")
    #expect(Wording.level(ZoneLevel(rawValue: "nabolag"), language: .nb) == "nabolag")
  }
}
