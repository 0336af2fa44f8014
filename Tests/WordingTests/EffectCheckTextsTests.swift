import Testing

@testable import Wording

@Suite struct EffectCheckTextsTests {
  static let checks = [
    "placebo-in-time", "leave-one-donor-out", "leave-one-period-out", "without-selection", "equally-extreme",
    "expected-return", "levels-or-movements", "spillover-ring", "spillover-net", "numerator-or-denominator",
    "donor-concentration", "convex-hull", "fit-before", "placebo-districts",
  ]

  /// Every check asks and answers in words of its own in both languages, and nothing says that nothing happened.
  @Test(arguments: [Language.nb, .en], checks) func everyCheckHasWords(language: Language, check: String) {
    let words = EffectCheckWords(language)
    var figures = CheckFigures()
    figures.value = "VALUE"
    let question = words.question(check)
    #expect(question != check && question.hasSuffix("?"))
    let found = words.found(check, figures)
    #expect(!found.isEmpty && found != check)
    for text in [question, found].map({ $0.lowercased() }) {
      #expect(!text.contains("ingen effekt") && !text.contains("no effect") && !text.contains("signifi"))
    }
  }

  @Test func whatWasNotFoundIsNoProof() {
    #expect(
      EffectCheckWords(.nb).checksTitle(doubts: 0, tried: 12, untried: 1).contains("Det er ikke et bevis"))
    #expect(
      EffectCheckWords(.en).checksTitle(doubts: 2, tried: 12, untried: 0)
        == "Checks: 2 of 12 give reason for doubt.")
  }

  @Test func aSignIsCountedOnlyWhereTheHeadlineIsTold() {
    func text(_ sameSign: Int?) -> String {
      EffectCheckWords(.nb).agreement(
        runs: 9, agree: 7, below: 1, above: 1, sameSign: sameSign, failed: 0, lowest: "−1", highest: "+2")
    }
    #expect(text(6).contains("6 har samme fortegn") && !text(nil).contains("fortegn"))
  }

  @Test func rulesAndWindowsHaveWords() {
    for language in [Language.nb, .en] {
      let words = EffectCheckWords(language)
      for rule in [
        "asked", "same-municipality", "without-neighbours", "with-neighbours", "size-band", "any-size",
        "without-heaviest-donor",
      ] {
        #expect(words.rule(rule) != rule)
      }
      for window in ["all", "last-half", "without-selection"] { #expect(words.window(window) != window) }
      for verdict in ["ok", "doubt", "not-possible"] { #expect(words.verdict(verdict) != verdict) }
    }
  }
}
