import Estimates
import Testing

@testable import Evaluation

@Suite struct EquivalenceTests {
  @Test func twoOneSidedTests() throws {
    // z.95 = 1.6448536269514722.
    let normal = try Equivalence(estimate: 0.4, standardError: 1.1)
    #expect(abs(normal.largestRise - (0.4 + 1.1 * 1.6448536269514722)) < 1e-14)
    #expect(abs(normal.largestFall - (0.4 - 1.1 * 1.6448536269514722)) < 1e-14)
    #expect(normal.smallest == normal.largestRise)
    #expect(!normal.rulesOut(normal.smallest))
    #expect(normal.rulesOut(normal.smallest + 1e-12))
    // At the smallest margin the larger p-value is the level.
    #expect(abs((normal.pValue(margin: normal.smallest) ?? 0) - 0.05) < 1e-12)
    // t.95 with 30 degrees of freedom is 1.6972609 (tables print 1.697).
    let student = try Equivalence(estimate: -2, standardError: 1, degreesOfFreedom: 30)
    #expect(abs(student.smallest - 3.6972609) < 5e-7)
    #expect(abs((student.pValue(margin: student.smallest) ?? 0) - 0.05) < 1e-12)
    #expect(throws: EffectError.parameter(name: "standard-error", value: 0)) {
      try Equivalence(estimate: 1, standardError: 0)
    }
  }

  @Test func anIntervalRulesOutWhatItLeavesOut() throws {
    let interval = try #require(ConfidenceInterval(lower: -1, upper: 3, level: .p90))
    let ruledOut = Equivalence(interval)
    #expect(abs(ruledOut.level - 0.05) < 1e-15)
    #expect(ruledOut.smallest == 3)
    #expect(ruledOut.rulesOut(3.5))
    #expect(!ruledOut.rulesOut(2))
    #expect(ruledOut.pValue(margin: 4) == nil)
  }

  @Test func placebosAreTurnedRound() throws {
    let effects = (-19...19).map(Double.init)
    // r = ⌊0.05 · 40⌋ = 2: the second smallest is −18, the second largest 18.
    let ruledOut = try Equivalence(effect: 3, placeboEffects: effects)
    #expect(ruledOut.largestRise == 21)
    #expect(ruledOut.largestFall == -15)
    #expect(ruledOut.smallest == 21)
    // Just above 21 one placebo is as low as 3 − 21.5; at 21 two are.
    #expect(ruledOut.pValue(margin: 21.5) == 2.0 / 40)
    #expect(ruledOut.pValue(margin: 21) == 3.0 / 40)
    #expect(ruledOut.pValue(margin: 100) == 1.0 / 40)
    for scale in [1e6, 1e-6] {
      let other = try Equivalence(effect: 3 * scale, placeboEffects: effects.map { $0 * scale })
      #expect(abs(other.smallest / (21 * scale) - 1) < 1e-15)
    }
  }

  @Test func fewZonesRuleNothingOut() {
    #expect(throws: EffectError.tooFewDonors(needed: 19, found: 18)) {
      try Equivalence(effect: 0, placeboEffects: (1...18).map(Double.init))
    }
  }
}
