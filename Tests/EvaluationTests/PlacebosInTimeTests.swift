import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite struct PlacebosInTimeTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaBackdated() throws {
    let inTime = try PlacebosInTime(
      DifferenceInDifferences(), try PropositionNinetyNine.design(), years: 3, placebos: true)
    // numpy 2 from the same file; sums of 19 values of size 300 keep 1e-10.
    let expected = [-9.884942557149106, -8.434056532863776, -8.561186042626105]
    #expect(inTime.starts.count == 3)
    for (start, effect) in zip(inTime.starts, expected) {
      #expect(abs((start.fit?.effect ?? .nan) - effect) < 1e-10)
      #expect(start.placebos?.placebos.count == 38)
    }
    #expect(inTime.largest?.years == 1)
    #expect(inTime.tooEarly == 0)
  }

  @Test func nothingAfterTheStartIsSeen() throws {
    let calm = try walks(donors: 4, periods: 12, prePeriods: 9)
    let wild = try walks(donors: 4, periods: 12, prePeriods: 9, effect: 1e6)
    let one = try PlacebosInTime(DifferenceInDifferences(), calm, years: 2)
    let other = try PlacebosInTime(DifferenceInDifferences(), wild, years: 2)
    #expect(one.starts.map(\.fit) == other.starts.map(\.fit))
  }

  @Test func startsWithTooLittleBeforeThemAreCountedAndNotTried() throws {
    let design = try walks(donors: 4, periods: 10, prePeriods: 7)
    let inTime = try PlacebosInTime(DifferenceInDifferences(), design, years: 6)
    #expect(inTime.starts.map(\.years) == [1, 2])
    #expect(inTime.tooEarly == 4)
    #expect(throws: EffectError.tooFewPrePeriods(needed: 6, found: 5)) {
      try PlacebosInTime(DifferenceInDifferences(), try walks(donors: 4, periods: 7, prePeriods: 5), years: 1)
    }
    #expect(throws: EffectError.parameter(name: "years", value: 0)) {
      try PlacebosInTime(DifferenceInDifferences(), design, years: 0)
    }
  }
}
