import Estimates
import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite struct CrossFitTTestTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaByDifferences() throws {
    // numpy 2 from the same file; t quantile of 2 degrees 4.302652729696142 (closed form 0.95·√(2/(1 − 0.95²))).
    let test = try CrossFitTTest(DifferenceInDifferences(), try PropositionNinetyNine.design())
    #expect(test.block == 6 && test.effects.count == 3)
    #expect(abs(test.effect - -26.389400464692972) < 1e-10)
    #expect(abs(test.standardError - 6.1856746485704726) < 1e-10)
    let estimate = test.estimate()
    let half = 0.95 * (2 / (1 - 0.95 * 0.95)).squareRoot() * 6.1856746485704726
    #expect(abs((estimate.interval?.lower ?? .nan) - (-26.389400464692972 - half)) < 1e-9)
    // Two-sided p with 2 degrees: 1 − t/√(2 + t²).
    let t = 26.389400464692972 / 6.1856746485704726
    #expect(abs((test.pValue ?? .nan) - (1 - t / (2 + t * t).squareRoot())) < 1e-12)
  }

  @Test func whatCannotBeIsSaid() throws {
    #expect(throws: EffectError.tooFewPrePeriods(needed: 3, found: 2)) {
      try CrossFitTTest(DifferenceInDifferences(), try walks(donors: 3, periods: 4, prePeriods: 2))
    }
    #expect(throws: EffectError.parameter(name: "folds", value: 1)) {
      try CrossFitTTest(DifferenceInDifferences(), try walks(donors: 3, periods: 6, prePeriods: 4), folds: 1)
    }
    let flat = try EffectDesign(
      outcomes: [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3], donors: 1, prePeriods: 4)
    let test = try CrossFitTTest(DifferenceInDifferences(), flat)
    #expect(test.effect == 1 && test.pValue == nil)
    #expect(test.estimate().interval == nil && test.estimate().intervalReason == .noSpread)
  }
}
