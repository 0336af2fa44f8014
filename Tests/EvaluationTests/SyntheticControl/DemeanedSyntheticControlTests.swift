import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct DemeanedSyntheticControlTests {
  static let skip = Comment(rawValue: ReferenceData.skipReason)

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func californiaIsReproduced() throws {
    let design = try PropositionNinetyNine.design()
    let states = try PropositionNinetyNine.states()
    let fit = try DemeanedSyntheticControl().fit(design)
    // Rational arithmetic on the nine donors of the optimum (Python 3.11 fractions on the file's doubles). The value printed
    // elsewhere, −11.10904201, is that of weights 1e-9 away.
    #expect(abs(fit.effect - -11.109041998385841) < 1e-11)
    #expect(try #require(fit.optimality) <= 1e-14)
    for row in try ReferenceTable.rows("reference/expected_prop99_exact.csv") {
      let place = try #require(states.firstIndex(of: row[0]))
      #expect(abs(fit.donorWeights[place] - (try #require(Double(row[3])))) < 2e-9)
    }
    let stepped = try DemeanedSyntheticControl(solver: .frankWolfe(FrankWolfe())).fit(design)
    #expect(abs(stepped.effect - -11.1046449277) < 5e-11)
    // Levels of units and effects of periods leave it; the outcomes round at 1e-13.
    let moved = try DemeanedSyntheticControl().fit(
      try design.changed { value, unit, period in value + 1000 * sin(Double(unit)) + Double(period * period) }
    )
    #expect(abs(moved.effect - fit.effect) < 1e-9)
    let sets = (0..<38).map { [$0] }
    for (set, result) in zip(sets, DemeanedSyntheticControl().placeboFits(design, sets: sets)) {
      let placebo = try result.get()
      #expect(try #require(placebo.optimality) <= 1e-10)
      if set[0] % 9 == 0 {
        #expect(placebo == (try DemeanedSyntheticControl().fit(try design.treating(set))))
      }
    }
  }

  @Test func oneYearLeavesNothingToFollow() throws {
    #expect(throws: EffectError.tooFewPrePeriods(needed: 2, found: 1)) {
      try DemeanedSyntheticControl().fit(
        try EffectDesign(outcomes: [1, 2, 3, 4, 5, 7], donors: 2, prePeriods: 1))
    }
  }

  @Test func theGapBeforeTheStartHasNoMean() throws {
    let y = (0..<50).map { (index: Int) -> Double in sin(Double(index * index)) * 3 + Double(index / 10) }
    let design = try EffectDesign(outcomes: y, donors: 4, prePeriods: 6)
    let fit = try DemeanedSyntheticControl().fit(design)
    #expect(abs(fit.effects.prefix(6).reduce(0, +)) < 1e-13)
    let important = [1.0, 2, 3, 4, 5, 6]
    let weighted = try DemeanedSyntheticControl(importance: important).fit(design)
    #expect(abs(zip(weighted.effects, important).reduce(0) { $0 + $1.0 * $1.1 }) < 1e-12)
  }
}
