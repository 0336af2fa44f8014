import Distributions
import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct MatrixCompletionTests {
  /// Six units over seven periods, the last treated from the sixth period on.
  static let panel: [Double] = [
    -3.04, 7.52, 4.31, 30.83, 11.14, 8.8, 8.08,
    27.01, 14.82, 18.68, -14.48, 9.59, 14.74, 15.59,
    10.2, 12.47, 12.92, 16.28, 12.99, 13.44, 13.23,
    18.03, 15.57, 13.15, 9.86, 13.16, 13.43, 15.26,
    19.44, 15.87, 16.1, 11.51, 15.64, 17.88, 17.13,
    19.0, 18.76, 17.85, 14.42, 17.94, 18.31, 17.47,
  ]

  @Test func anIndependentSolverSaysTheSame() throws {
    // Alternating directions (numpy 2, to 10⁻¹³) on the same problem, λ = 0.05.
    let design = try EffectDesign(outcomes: Self.panel, donors: 5, prePeriods: 5)
    let fit = try MatrixCompletion(penalty: 0.05).fit(design)
    // A gap of 10⁻¹¹ leaves √10⁻¹¹ of the size of the figures at worst; in fact far less.
    #expect(abs(fit.effect - -0.6749367841834015) < 1e-5)
    #expect(try #require(fit.optimality) <= 1e-11)
    #expect(fit.effects.count == 7)
  }

  @Test func donorsMayMissCells() throws {
    var cells = Self.panel.map(Optional.some)
    cells[1 * 7 + 2] = nil
    cells[3 * 7 + 6] = nil
    let estimator = try MatrixCompletion(penalty: 0.05)
    let fit = try estimator.fit(cells: cells, donors: 5, prePeriods: 5)
    #expect(abs(fit.effect - -0.9882720496390878) < 1e-5)
    #expect(abs(fit.counterfactual[5] - 18.77812845) < 1e-5)
    #expect(abs(fit.counterfactual[6] - 18.97841565) < 1e-5)
    // The same panel with the treated cells missing as well.
    cells[5 * 7 + 5] = nil
    cells[5 * 7 + 6] = nil
    let completed = try estimator.completed(cells, units: 6)
    #expect(abs(completed.values[1 * 7 + 2] - 15.949675538297745) < 1e-5)
    #expect(abs(completed.values[3 * 7 + 6] - 15.322640263083056) < 1e-5)
    #expect(completed.rank == 4)
    #expect(throws: EffectError.notFinite(unit: 5, period: 5)) {
      try estimator.fit(cells: cells, donors: 5, prePeriods: 5)
    }
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaIsNearTheReference() throws {
    let design = try PropositionNinetyNine.design()
    // Alternating directions at λ = 0.05: −20.02132280084.
    let fixed = try MatrixCompletion(penalty: 0.05).fit(design)
    #expect(abs(fixed.effect - -20.0213228008) < 1e-5)
    let tuned = try MatrixCompletion(penalties: 7).tuned(to: design)
    let fit = try tuned.fit(design)
    // MCPanel's −19.980463 hangs on R's folds. Every λ from a tenth to a hundredth of the largest gives −19.76 to −20.05.
    #expect(abs(fit.effect - -19.980463) < 0.25)
    #expect(try #require(tuned.penalty) > 0)
  }

  @Test func aLargePenaltyIsDifferenceInDifferences() throws {
    let design = try EffectDesign(outcomes: Self.panel, donors: 5, prePeriods: 5)
    let fit = try MatrixCompletion(penalty: 1e6).fit(design)
    #expect(abs(fit.effect - (try DifferenceInDifferences().fit(design).effect)) < 1e-12)
  }

  @Test func effectsOfUnitsAndPeriodsAndTheUnitDoNotMatter() throws {
    let design = try EffectDesign(outcomes: Self.panel, donors: 5, prePeriods: 5)
    let estimator = try MatrixCompletion(penalties: 5)
    let fit = try estimator.fit(design)
    for scale in [1e-6, 1e6] {
      let moved = Self.panel.enumerated().map { cell, value in
        (value + Double(cell / 7) * 3 + Double(cell % 7) * Double(cell % 7)) * scale
      }
      let other = try estimator.fit(try EffectDesign(outcomes: moved, donors: 5, prePeriods: 5))
      #expect(abs(other.effect / scale - fit.effect) < 1e-4)
    }
  }

  @Test func foldsAreTheSameEveryTimeAndHideEveryCellOnce() throws {
    let design = try EffectDesign(outcomes: Self.panel, donors: 5, prePeriods: 5)
    for folds in [CompletionFolds.cells(count: 5, seed: 3), .blocks(count: 2)] {
      let estimator = try MatrixCompletion(folds: folds, penalties: 6)
      let path = try estimator.crossValidation(design)
      let again = try estimator.crossValidation(design)
      #expect(path.map(\.penalty) == again.map(\.penalty))
      #expect(path.map(\.error) == again.map(\.error))
      #expect(path.count == 6)
      let best = try #require(path.min { $0.error < $1.error })
      #expect(try estimator.tuned(to: design).penalty == best.penalty)
    }
    let other = try MatrixCompletion(folds: .cells(count: 5, seed: 4), penalties: 6).crossValidation(design)
    let first = try MatrixCompletion(folds: .cells(count: 5, seed: 3), penalties: 6).crossValidation(design)
    #expect(other.map(\.error) != first.map(\.error))
  }

  @Test func placebosAreTheSameForAnyNumberOfThreads() throws {
    let design = try EffectDesign(outcomes: Self.panel, donors: 5, prePeriods: 5)
    let estimator = try MatrixCompletion(penalty: 0.1)
    let one = try PlaceboDistribution(estimator, design, threads: .single)
    let two = try PlaceboDistribution(estimator, design, threads: .init(2))
    #expect(one.effects == two.effects)
    #expect(one.placebos.count == 5)
  }

  @Test func whatCannotBeFilledInIsRefused() throws {
    #expect(throws: EffectError.parameter(name: "penalty", value: -1)) { try MatrixCompletion(penalty: -1) }
    #expect(throws: EffectError.parameter(name: "folds", value: 1)) {
      try MatrixCompletion(folds: .blocks(count: 1))
    }
    let estimator = try MatrixCompletion(penalty: 0.1)
    // A unit nobody saw, a period nobody saw, and two parts that never met.
    #expect(throws: EffectError.notFinite(unit: 1, period: 0)) {
      try estimator.completed([1, 2, nil, nil], units: 2)
    }
    #expect(throws: EffectError.notFinite(unit: 0, period: 1)) {
      try estimator.completed([1, nil, 2, nil], units: 2)
    }
    #expect(throws: EffectError.self) { try estimator.completed([1, nil, nil, 2], units: 2) }
    let constant = try EffectDesign(
      outcomes: [Double](repeating: 4, count: 12), donors: 2, prePeriods: 3)
    #expect(throws: EffectError.constantOutcomes) { try MatrixCompletion().fit(constant) }
    let one = try EffectDesign(outcomes: [1, 2, 3, 4, 5, 7], donors: 1, prePeriods: 2)
    #expect(throws: EffectError.tooFewDonors(needed: 2, found: 1)) { try estimator.fit(one) }
  }
}
