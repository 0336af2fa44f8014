import Estimates
import Testing

@testable import Comparisons

@Suite("Verdict of a gap")
struct GapVerdictTests {
  private func interval(_ lower: Double, _ upper: Double) -> ConfidenceInterval? {
    ConfidenceInterval(lower: lower, upper: upper, level: .p95)
  }

  @Test("signs, crossing and doubt")
  func words() {
    func verdict(_ first: Double, _ last: Double, reach: Double = 1) -> GapVerdict {
      GapVerdict(
        first: first, last: last, change: interval(last - first - reach, last - first + reach),
        sum: interval(last + first - reach, last + first + reach))
    }
    #expect(verdict(5, 2) == .narrowed && verdict(-5, -2) == .narrowed)
    #expect(verdict(2, 5) == .widened && verdict(-2, -5) == .widened)
    #expect(verdict(2, 2.5) == .noClearChange)
    // Through zero: −2 to +6 is surely larger, −6 to +2 surely smaller, −3 to +3 neither.
    #expect(verdict(-2, 6) == .widened && verdict(-6, 2) == .narrowed && verdict(-3, 3) == .reversed)
    #expect(GapVerdict(first: 1, last: 2, change: nil, sum: nil) == .cannotSay)
    #expect(!GapVerdict.crosses(0, 3) && GapVerdict.crosses(-1, 3))
  }
}
