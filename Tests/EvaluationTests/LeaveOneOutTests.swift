import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite struct LeaveOneOutTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaWithoutOneState() throws {
    // numpy 2 from the same file; sums of 31 values of size 300 keep 1e-10.
    let out = try LeaveOneOut.donors(DifferenceInDifferences(), try PropositionNinetyNine.design())
    #expect(out.cases.count == 38)
    #expect(abs((out.smallest?.fit?.effect ?? .nan) - -28.99126351463133) < 1e-10)
    #expect(out.smallest?.position == 20)
    #expect(abs((out.largest?.fit?.effect ?? .nan) - -26.644677396909675) < 1e-10)
    #expect(out.largest?.position == 30)
    #expect(out.mostInfluential?.position == 20)
    #expect(out.breakdown == nil)
    // For a mean of donors the effects without one average to the effect with all.
    #expect(abs((out.mean ?? .nan) - out.whole.effect) < 1e-10)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaWithoutOneYear() throws {
    let out = try LeaveOneOut.prePeriods(DifferenceInDifferences(), try PropositionNinetyNine.design())
    #expect(out.cases.count == 19)
    #expect(abs((out.cases.first?.fit?.effect ?? .nan) - -26.389400464692976) < 1e-10)
    #expect(abs((out.cases.last?.fit?.effect ?? .nan) - -27.869371218201746) < 1e-10)
  }

  @Test func theDonorWithoutWhomTheSignTurnsIsFound() throws {
    // Changes of the donors: −9, 1, 1; of the treated: 0. With all 0 − (−7/3) = 7/3; without the first 0 − 1 = −1.
    let design = try EffectDesign(outcomes: [9, 0, 0, 1, 0, 1, 5, 5], donors: 3, prePeriods: 1)
    let out = try LeaveOneOut.donors(DifferenceInDifferences(), design)
    #expect(abs(out.whole.effect - 7.0 / 3) < 1e-14)
    #expect(out.breakdown?.position == 0)
    #expect(out.breakdown?.fit?.effect == -1)
    #expect(out.smallest?.position == 0)
    #expect(out.largest?.position == 1)
  }

  @Test func refusalsStayInTheirRow() throws {
    // Without the first year the treated begins at 9, above the bound of 4.
    let design = try EffectDesign(outcomes: [1, 1, 2, 9, 1, 2, 3, 9, 5], donors: 2, prePeriods: 2)
    let out = try LeaveOneOut.prePeriods(Refusing(bound: 4), design)
    #expect(out.cases[0].fit == nil && out.cases[0].error == .notConverged)
    #expect(out.cases[1].error == nil && out.mean == out.cases[1].fit?.effect)
    #expect(out.smallest?.position == 1 && out.largest?.position == 1)
    #expect(throws: EffectError.tooFewDonors(needed: 2, found: 1)) {
      try LeaveOneOut.donors(
        DifferenceInDifferences(), EffectDesign(outcomes: [1, 2, 3, 4], donors: 1, prePeriods: 1))
    }
    #expect(throws: EffectError.tooFewPrePeriods(needed: 2, found: 1)) {
      try LeaveOneOut.prePeriods(
        DifferenceInDifferences(), EffectDesign(outcomes: [1, 2, 3, 4], donors: 1, prePeriods: 1))
    }
  }
}
