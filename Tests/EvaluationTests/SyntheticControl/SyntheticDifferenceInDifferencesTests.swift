import Evaluation
import Foundation
import Indicators
import Scheduler
import TestSupport
import Testing

/// Every tolerance here is half the last digit of the value as printed, unless a comment says otherwise.
@Suite struct SyntheticDifferenceInDifferencesTests {
  static let skip = Comment(rawValue: ReferenceData.skipReason)

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func californiaExactly() throws {
    let design = try PropositionNinetyNine.design()
    let states = try PropositionNinetyNine.states()
    let penalties = try SyntheticPenalties(design)
    #expect(abs(penalties.noise - 5.494401018580) < 5e-13)
    #expect(abs(penalties.donors - 10.226232571491) < 5e-13)
    #expect(abs(penalties.periods - 5.494401e-6) < 5e-13)
    let placebos = try PlaceboDistribution(SyntheticDifferenceInDifferences(), design)
    let fit = placebos.fit
    #expect(abs(fit.effect - -15.60539792) < 5e-9)
    #expect(try #require(fit.optimality) <= 1e-10)
    #expect(fit.isUnique == true)
    // The weights of an independent active-set solution, printed with 15 digits and exact to the solver's own 1e-9.
    for row in try ReferenceTable.rows("reference/expected_prop99_exact.csv") {
      let place = try #require(states.firstIndex(of: row[0]))
      #expect(abs(fit.donorWeights[place] - (try #require(Double(row[1])))) < 1e-9)
      #expect(abs(placebos.effects[place] - (try #require(Double(row[4])))) < 1e-7)
    }
    // λ of both solvers agrees to the 6 digits printed.
    #expect(abs(fit.periodWeights[16] - 0.366471) < 5e-7)
    #expect(abs(fit.periodWeights[17] - 0.206453) < 5e-7)
    #expect(abs(fit.periodWeights[18] - 0.427076) < 5e-7)
    #expect(fit.periodWeights.prefix(16).allSatisfy { $0 == 0 })
    #expect(abs(fit.effects[19] - -4.843803) < 5e-7)
    #expect(abs(fit.effects[20] - -4.332940) < 5e-7)
    // The exact errors, in the population form and with n − 1.
    #expect(abs(placebos.standardError - 9.37118) < 5e-6)
    #expect(abs(placebos.standardError * (38.0 / 37).squareRoot() - 9.496973) < 5e-7)
    #expect(placebos.rank() == 2)
    #expect(placebos.placebos.allSatisfy { $0.optimality ?? 1 <= 1e-10 })
    let own = try PlaceboDistribution(SyntheticDifferenceInDifferences(reestimatesPenalties: true), design)
    #expect(abs(own.standardError - 9.368416) < 5e-7)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func californiaByFrankAndWolfesSteps() throws {
    let design = try PropositionNinetyNine.design()
    let states = try PropositionNinetyNine.states()
    let estimator = SyntheticDifferenceInDifferences(solver: .frankWolfe(FrankWolfe()))
    let fit = try estimator.fit(design)
    #expect(abs(fit.effect - -15.6038278727) < 5e-11)
    #expect(fit.diagnostics == [.stepsExhausted])
    // 10 000 steps in another order of summation: the printed weights are met to 1e-12.
    for row in try ReferenceTable.rows("reference/expected_prop99_omega.csv") {
      let place = try #require(states.firstIndex(of: row[0]))
      #expect(abs(fit.donorWeights[place] - (try #require(Double(row[1])))) < 1e-11)
    }
    for (period, row) in try ReferenceTable.rows("reference/expected_prop99_lambda.csv").enumerated() {
      #expect(abs(fit.periodWeights[period] - (try #require(Double(row[1])))) < 1e-11)
    }
    let curve = [
      -4.844973, -4.325807, -8.653546, -8.419118, -12.545464, -16.106226, -18.905768, -19.350137, -20.883516,
      -22.781573, -25.944925, -24.484882,
    ]
    for (period, value) in curve.enumerated() { #expect(abs(fit.effects[19 + period] - value) < 5e-7) }
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func placebosByFrankAndWolfesSteps() throws {
    let design = try PropositionNinetyNine.design()
    let states = try PropositionNinetyNine.states()
    let cold = try PlaceboDistribution(
      SyntheticDifferenceInDifferences(solver: .frankWolfe(FrankWolfe())), design)
    #expect(abs(cold.standardError - 9.370917) < 5e-7)
    // Printed with 15 digits; the steps sum in another order.
    for row in try ReferenceTable.rows("reference/expected_prop99_placebos.csv") {
      let place = try #require(states.firstIndex(of: row[0]))
      #expect(abs(cold.effects[place] - (try #require(Double(row[1])))) < 1e-8)
    }
    let warm = try PlaceboDistribution(
      SyntheticDifferenceInDifferences(solver: .frankWolfe(FrankWolfe(startsPlacebosWarm: true))), design)
    #expect(abs(warm.standardError - 9.370999) < 5e-7)
    #expect(warm.fit == cold.fit)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func nothingHangsOnUnitsEffectsOrThreads() throws {
    let design = try PropositionNinetyNine.design()
    let estimator = SyntheticDifferenceInDifferences()
    let fit = try estimator.fit(design)
    for scale in [1e6, 1e-6] {
      let scaled = try estimator.fit(try design.changed { value, _, _ in value * scale })
      // The rounding of the outcomes (1e-16 of their size) times the condition of the weights.
      #expect(abs(scaled.effect / scale - fit.effect) < 1e-10)
    }
    // Effects of units, and a common trend, leave the estimate; the outcomes round at 1e-13.
    let moved = try estimator.fit(
      try design.changed { value, unit, period in value + 40 * Double(period) + 100 * cos(Double(unit * unit))
      })
    #expect(abs(moved.effect - fit.effect) < 1e-10)
    #expect(zip(moved.donorWeights, fit.donorWeights).allSatisfy { abs($0 - $1) < 1e-10 })
    // Other effects of periods are changes too, and enter σ̂: with the penalties fixed they leave it.
    let waved = try design.changed { value, _, period in value + 40 * sin(Double(period)) }
    #expect(abs(try estimator.tuned(to: design).fit(waved).effect - fit.effect) < 1e-10)
    #expect(abs(try estimator.fit(waved).effect - fit.effect) > 1)
    let sets = (0..<38).map { [$0] } + [[3, 9], [38]]
    let one = estimator.placeboFits(design, sets: sets, threads: .single)
    let many = estimator.placeboFits(design, sets: sets, threads: ThreadLimit(4))
    #expect(one == many)
    #expect(one[39] == .failure(.unknownDonor(38)))
    // The shared path gives the bytes of a design made for the placebo.
    #expect(try one[38].get() == estimator.fit(try design.treating([3, 9])))
    #expect(try one[5].get() == estimator.fit(try design.treating([5])))
  }

  @Test func severalTreatedCountAsTheirMean() throws {
    let y = (0..<60).map { (index: Int) -> Double in
      let wave: Double = 3 * sin(Double(index) * 1.7)
      return 10 + wave + 0.01 * Double(index % 13)
    }
    let design = try EffectDesign(outcomes: y, donors: 4, treated: 2, prePeriods: 6)
    let penalties = try SyntheticPenalties(design)
    // ζ_ω = (2 · 4)^¼ σ̂.
    #expect(abs(penalties.donors - pow(8, 0.25) * penalties.noise) < 1e-12 * penalties.noise)
    let fit = try SyntheticDifferenceInDifferences().fit(design)
    let joined = try EffectDesign(
      outcomes: Array(y.prefix(40)) + design.treatedMean, donors: 4, prePeriods: 6)
    let single = try SyntheticDifferenceInDifferences(penalties: penalties).fit(joined)
    #expect(abs(fit.effect - single.effect) < 1e-12)
  }

  @Test func tuningFixesThePenalties() throws {
    let y = (0..<40).map { (index: Int) -> Double in Double((index * 7) % 11) + Double(index / 8) }
    let design = try EffectDesign(outcomes: y, donors: 4, prePeriods: 5)
    let tuned = try SyntheticDifferenceInDifferences().tuned(to: design)
    #expect(tuned.penalties == (try SyntheticPenalties(design)))
    #expect(
      try SyntheticDifferenceInDifferences(reestimatesPenalties: true).tuned(to: design).penalties == nil)
    #expect(throws: EffectError.tooFewPrePeriods(needed: 2, found: 1)) {
      try SyntheticDifferenceInDifferences().fit(
        try EffectDesign(outcomes: [1, 2, 3, 4, 5, 7], donors: 2, prePeriods: 1))
    }
  }
}
