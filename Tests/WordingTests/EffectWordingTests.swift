import Testing

@testable import Wording

@Suite struct EffectWordingTests {
  private static let verdicts = ["changed", "not-told-apart", "uninformative", "not-computable"]

  /// Nothing says that there was no effect, where none could have been seen.
  @Test func noSentenceSaysThatNothingHappened() {
    for language in [Language.nb, .en] {
      for verdict in Self.verdicts {
        let words = [
          EffectWords(language).verdict(verdict, size: "4,0 pp"),
          Wording.effect(verdict, direction: "increase", better: nil, language: language).text,
        ]
        for text in words.map({ $0.lowercased() }) {
          #expect(
            !text.contains("ingen effekt") && !text.contains("no effect") && !text.contains("uten effekt"))
        }
      }
    }
  }

  @Test func whatCouldNotBeSeenIsInTheVerdict() {
    #expect(EffectWords(.nb).verdict("not-told-apart", size: "4,0 pp").contains("mindre enn 4,0 pp"))
    #expect(EffectWords(.en).verdict("uninformative", size: "4.0 pp").contains("below 4.0 pp"))
  }

  @Test func aLogarithmIsSaidInPerCent() {
    // 100(e^0.0953101798 − 1) = 10 to the rounding of the argument.
    #expect(abs(Wording.percentOfLogarithm(0.0953101798) - 10) < 1e-8)
  }
}
