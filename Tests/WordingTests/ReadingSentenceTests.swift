import Indicators
import Testing

@testable import Wording

@Suite struct ReadingSentenceTests {
  @Test func theSentenceOfTheContract() {
    #expect(
      Wording.readingSummary(
        roles: [("Ident", "zone"), ("Variabel", "value"), ("År", "period")], unit: .unknown,
        skipped: [(reason: "unreadable-period", count: 3)])
        == "leste Ident som sone, Variabel som verdi, År som periode; enhet ukjent; 3 rader hoppet over (periode som ikke kan leses)"
    )
  }

  @Test func severalReasonsAreCountedEach() {
    #expect(
      Wording.readingSummary(
        roles: [("geo", "zone"), ("tid", "period")], unit: .perCent, dropped: ["År"],
        skipped: [("missing", 1), ("unknown-zone", 1200), ("nothing", 0)], file: "a.csv", language: .nb)
        == "a.csv: leste geo som sone, tid som periode; enhet prosent; brukte ikke År; 1\u{A0}201 rader hoppet over (1 tallet mangler, 1\u{A0}200 ukjent sone)"
    )
  }

  @Test func englishAndHostileHeaders() {
    #expect(
      Wording.readingSummary(
        roles: [("a\u{1B}[2J", "value")], unit: .persons, skipped: [("x", 1)], language: .en)
        == "read a [2J as value; unit persons; 1 row skipped (x)")
  }
}
