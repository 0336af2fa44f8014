import Estimates
import Evaluation
import TestSupport
import Testing

@Suite struct ConleyTaberTests {
  let noise = (1...19).map { Double($0) * ($0.isMultiple(of: 2) ? 1 : -1) }

  @Test func ranksGiveThePValueAndTheInterval() throws {
    let inference = try ConleyTaber(effect: 18.5, noise: noise)
    // Of 1…19 only 19 is as large: (1 + 1)/20.
    #expect(inference.pValue() == 0.1)
    #expect(inference.pValue(of: -1) == 0.05)
    #expect(inference.pValue(.greater) == 0.05)
    #expect(inference.pValue(.less) == 1)
    // k = ⌊0.05 · 20⌋ = 1: the largest.
    let interval = try #require(inference.interval())
    #expect(interval.lower == -0.5)
    #expect(interval.upper == 37.5)
    // The interval is what is not rejected.
    #expect(inference.pValue(of: interval.lower) > 0.05)
    #expect(inference.pValue(of: interval.lower - 0.01) <= 0.05)
    #expect(try #require(inference.interval(level: .p90)).upper == 36.5)
  }

  @Test func fewPlacebosHaveNoInterval() throws {
    let inference = try ConleyTaber(effect: 5, noise: Array(noise.dropLast()))
    #expect(inference.interval() == nil)
    #expect(inference.estimate().intervalReason == .tooFewPlacebosForLevel)
    #expect(inference.interval(level: .p90) != nil)
    #expect(ConleyTaber.needed(.p95) == 19)
    #expect(ConleyTaber.needed(.p95, tails: .equal) == 39)
    #expect(ConleyTaber.needed(.p90) == 9)
    // 1 − 0.9 is a little less than a tenth; nine placebos are enough all the same.
    #expect(try ConleyTaber(effect: 0, noise: Array(noise.prefix(9))).interval(level: .p90) != nil)
    #expect(inference.floor == 1.0 / 19)
    #expect(throws: EffectError.tooFewDonors(needed: 1, found: 0)) { try ConleyTaber(effect: 1, noise: []) }
  }

  @Test func eachTailByItself() throws {
    let skew = (1...39).map { Double($0) }
    let inference = try ConleyTaber(effect: 50, noise: skew)
    let interval = try #require(inference.interval(tails: .equal))
    // k = 1 in each tail: 50 − 39 and 50 − 1.
    #expect(interval.lower == 11)
    #expect(interval.upper == 49)
    #expect(inference.pValue(of: 11, tails: .equal) > 0.05)
    #expect(inference.pValue(of: 10.5, tails: .equal) <= 0.05)
    #expect(inference.pValue(of: 49.5, tails: .equal) <= 0.05)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func california() throws {
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), PropositionNinetyNine.design())
    let inference = try ConleyTaber(placebos)
    #expect(inference.pValue() == placebos.pValue())
    #expect(inference.pValue() == 4.0 / 39)
    // Not rejected at 5 %, so the interval holds zero; rejected at 11 %.
    #expect(try #require(inference.interval()).contains(0))
    let level = try #require(ConfidenceInterval.Level(0.89))
    #expect(try #require(inference.interval(level: level)).contains(0) == false)
  }
}
