import Testing

@testable import Wording

@Suite struct ComparisonWordingTests {
  @Test(arguments: ["narrowed", "widened", "reversed", "no-clear-change", "cannot-say"])
  func everyVerdictOfAGapHasWords(word: String) {
    #expect(Wording.gap(word, language: .nb) != word && Wording.gap(word, language: .en) != word)
  }

  @Test(arguments: ["reached", "on-track", "behind", "cannot-say"])
  func everyVerdictOfATargetHasWords(word: String) {
    let words = [Wording.progress(word, language: .nb), Wording.progress(word, language: .en)]
    #expect(words[0] != words[1] && words[0] != word)
  }

  @Test func sizesAndPeople() {
    #expect(Wording.detectable("1,7 pp", people: 44.2, language: .nb) == "1,7 pp (45\u{A0}per år)")
    #expect(Wording.detectable("1,7 pp", people: nil, language: .nb) == "1,7 pp")
    #expect(
      Wording.ofMany(24, language: .nb) == "\u{A0}av\u{A0}24" && Wording.ofMany(nil, language: .en).isEmpty)
    #expect(
      Wording.cannotSeeLess(than: "1,7 pp", base: 2590, language: .nb)
        == "Med 2\u{A0}590 i nevneren kan en ikke se mindre forskjeller enn 1,7 pp")
  }

  @Test func funnelLabelsHaveASignThatNeedsNoColour() {
    for label in ["high-99.8", "high-95"] { #expect(Wording.funnel(label, language: .nb).hasPrefix("▲")) }
    for label in ["low-99.8", "low-95"] { #expect(Wording.funnel(label, language: .en).hasPrefix("▼")) }
  }
}
