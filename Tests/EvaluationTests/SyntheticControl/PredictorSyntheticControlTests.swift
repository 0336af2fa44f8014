import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct PredictorSyntheticControlTests {
  static let skip = Comment(rawValue: ReferenceData.skipReason)

  /// Sales in 1975, 1980 and 1988, and the mean of 1980–1988.
  private func predictors(_ design: EffectDesign) throws -> UnitPredictors {
    try UnitPredictors(meansOf: design, over: [5..<6, 10..<11, 18..<19, 10..<19])
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func theSearchDoesBetterThanAnySetOfEqualImportances() throws {
    let design = try PropositionNinetyNine.design()
    let control = PredictorSyntheticControl(try predictors(design))
    let chosen = try control.importances(for: design)
    #expect(abs(chosen.weights.reduce(0, +) - 1) < 1e-12)
    // California lies inside the hull of these predictors: whatever v, all four are met, and the loss is flat there.
    let even = PredictorSyntheticControl(try predictors(design), importance: [1, 1, 1, 1])
    let other = PredictorSyntheticControl(try predictors(design), importance: [1, 2, 3, 4])
    let flat = try even.importances(for: design).loss
    #expect(abs(try other.importances(for: design).loss - flat) < 1e-9)
    #expect(try even.fit(design).isUnique == false)
    #expect(chosen.loss < flat)
    // So the search must leave predictors out: no set of them does better.
    var best = flat
    for mask in 1..<16 {
      let v = (0..<4).map { Double(mask >> $0 & 1) }
      best = min(
        best,
        try PredictorSyntheticControl(try predictors(design), importance: v).importances(for: design).loss)
    }
    #expect(chosen.loss <= best * (1 + 1e-9))
    let fit = try control.fit(design)
    #expect(abs(fit.preError(design) * fit.preError(design) - chosen.loss) < 1e-9)
    // No predictors can meet the path better than the path itself does.
    #expect(chosen.loss >= 52.129571 / 19 - 1e-6)
  }

  @Test func predictorsAreDividedByTheirDeviationOverAllUnits() throws {
    // Two donors and one predictor pair; treated between them. The units of a predictor do not matter.
    let design = try EffectDesign(
      outcomes: [1, 2, 3, 4, 5, 7, 2, 4, 6], donors: 2, prePeriods: 2)
    let one = try UnitPredictors(values: [0, 4, 1, 10, 20, 16], count: 2, units: 3)
    let two = try UnitPredictors(values: [0, 4000, 1000, 0.1, 0.2, 0.16], count: 2, units: 3)
    let first = try PredictorSyntheticControl(one, importance: [1, 1]).fit(design)
    let second = try PredictorSyntheticControl(two, importance: [1, 1]).fit(design)
    #expect(abs(first.effect - second.effect) < 1e-12)
    // By hand: variances 13/3 and 76/3, so w₂ minimises (4w − 1)²·3/13 + (10w − 6)²·3/76.
    let weight = (4 * 3.0 / 13 + 60 * 3.0 / 76) / (16 * 3.0 / 13 + 100 * 3.0 / 76)
    #expect(abs(first.donorWeights[1] - weight) < 1e-14)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, skip))
  func placebosChooseTheirOwnAndTrainingIsHeldApart() throws {
    let design = try PropositionNinetyNine.design()
    let fixed = PredictorSyntheticControl(try predictors(design), importance: [0.1, 0.2, 0.3, 0.4])
    let shared = fixed.placeboFits(design, sets: [[4], [99]])
    // The predictors follow their units: the placebo written out with the rows in their new order.
    let placebo = try design.treating([4])
    let written = try PredictorSyntheticControl(try predictors(placebo), importance: [0.1, 0.2, 0.3, 0.4])
      .fit(placebo)
    #expect(abs(try shared[0].get().effect - written.effect) < 1e-10)
    #expect(shared[1] == .failure(.unknownDonor(99)))
    let training = try UnitPredictors(meansOf: design, over: [2..<3, 5..<6, 8..<9, 4..<9])
    let validated = PredictorSyntheticControl(
      try predictors(design), crossValidation: .init(training: training, window: 9..<19))
    let chosen = try validated.importances(for: design)
    let even = PredictorSyntheticControl(
      training, importance: [1, 1, 1, 1], crossValidation: .init(training: training, window: 9..<19))
    #expect(chosen.loss <= (try even.importances(for: design).loss))
    #expect(try validated.fit(design).donorWeights.count == 38)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let design = try EffectDesign(outcomes: [1, 2, 3, 4, 5, 7, 2, 4, 6], donors: 2, prePeriods: 2)
    let other = try UnitPredictors(values: [1, 2], count: 1, units: 2)
    #expect(throws: EffectError.shape(what: "predictors", expected: 3, found: 2)) {
      try PredictorSyntheticControl(other).fit(design)
    }
    #expect(throws: EffectError.parameter(name: "window", value: 3)) {
      try UnitPredictors(meansOf: design, over: [1..<3])
    }
  }
}
