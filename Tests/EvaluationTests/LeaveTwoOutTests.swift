import Foundation
import Scheduler
import TestSupport
import Testing

@testable import Evaluation

@Suite struct LeaveTwoOutTests {
  @Test(
    .enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)),
    arguments: [(PlaceboScore.errorRatio, 120), (.effect, 131)])
  func californiaByDifferences(_ statistic: PlaceboScore, _ losses: Int) throws {
    // Counted with numpy 2 from the same file by the definition.
    let test = try LeaveTwoOut(
      DifferenceInDifferences(), try PropositionNinetyNine.design(), statistic: statistic)
    #expect(test.losses == losses)
    #expect(test.pairs == 703 && test.refused == 0)
    #expect(test.pValue == Double(losses) / 703)
  }

  @Test func theGuaranteeCountsHowManyUnitsCouldDoAsWell() throws {
    // By hand for N = 4: a unit wins all three of its triples; with p = 0 a second cannot. With p = 1/3 two units must win 2 of
    // the 4 triples each and four triples hold one of them: both can. A third would need 6 triples.
    #expect(LeaveTwoOut(losses: 0, pairs: 3, refused: 0, donors: 3).guarantee == 0.25)
    #expect(LeaveTwoOut(losses: 1, pairs: 3, refused: 0, donors: 3).guarantee == 0.5)
    #expect(LeaveTwoOut(losses: 3, pairs: 3, refused: 0, donors: 3).guarantee == 1)
    // 39 units and 73/703: math.comb of Python 3 gives 5/39.
    #expect(LeaveTwoOut(losses: 73, pairs: 703, refused: 0, donors: 38).guarantee == 5.0 / 39)
  }

  @Test func theGuaranteeHoldsInEveryTournament() throws {
    // Each unit in the place of the treated: the share with a p-value as low as any one's is within that one's guarantee.
    for seed in 1...5 {
      let design = try walks(donors: 8, periods: 7, prePeriods: 4, seed: UInt64(seed))
      let order = Array(0..<9)
      var tests: [LeaveTwoOut] = []
      for treated in order {
        let rows = (order.filter { $0 != treated } + [treated]).flatMap { design.outcomes[design.row($0)] }
        let turned = try EffectDesign(outcomes: Array(rows), donors: 8, prePeriods: 4)
        tests.append(try LeaveTwoOut(DifferenceInDifferences(), turned, threads: .single))
      }
      for test in tests {
        let asLow = tests.count { $0.pValue <= test.pValue }
        #expect(Double(asLow) / 9 <= test.guarantee + 1e-12)
      }
    }
  }

  @Test func whatCannotBeScoredIsRefused() throws {
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) {
      try LeaveTwoOut(DifferenceInDifferences(), try walks(donors: 2, periods: 5, prePeriods: 3))
    }
    #expect(throws: EffectError.shape(what: "treated", expected: 1, found: 2)) {
      try LeaveTwoOut(DifferenceInDifferences(), try walks(donors: 5, treated: 2, periods: 5, prePeriods: 3))
    }
    let design = try walks(donors: 6, periods: 6, prePeriods: 4)
    #expect(throws: EffectError.notConverged) { try LeaveTwoOut(Refusing(bound: -1e9), design) }
    let some = try LeaveTwoOut(Refusing(bound: design.treatedMean[0]), design)
    #expect(some.pairs + some.refused == 15)
  }
}
