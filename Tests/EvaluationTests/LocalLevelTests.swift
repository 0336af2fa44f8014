import Distributions
import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct LocalLevelTests {
  static let example = LocalLevelRegressionTests.example

  @Test(.enabled(if: ReferenceData.has(example), Comment(rawValue: ReferenceData.skipReason)))
  func theEstimatorIsTheModelWithTheDonorsMean() throws {
    let (regressor, series) = try LocalLevelRegressionTests.columns(Self.example)
    // Two donors whose mean is the regressor.
    let design = try EffectDesign(
      outcomes: regressor.map { $0 + 5 } + regressor.map { $0 - 5 } + series, donors: 2, prePeriods: 70)
    let fit = try LocalLevel().fit(design)
    #expect(abs(fit.effect - 10.563269) < 1e-6)
    let mean = fit.effects[70...].reduce(0, +) / 30
    #expect(abs(mean - fit.effect) < 1e-10)
    #expect(LocalLevel().method.rawValue == "effect.local-level")
    let interval = try #require(try LocalLevel().interval(design))
    #expect(interval.lower < 10 && 10 < interval.upper)
    // One-step errors have the size of the noise, σ 1.19.
    #expect((1.0...1.5).contains(fit.preError(design)))
  }

  @Test func placebosHoldNoEffectWhereThereIsNone() throws {
    var stream = RandomStream(seed: 4, series: 0, replicate: 0)
    let outcomes = (0..<12 * 16).map { cell in Double(cell % 16) * 0.3 + stream.uniform() }
    let design = try EffectDesign(outcomes: outcomes, donors: 11, prePeriods: 12)
    let placebos = try PlaceboDistribution(LocalLevel(), design, threads: .init(2))
    #expect(placebos.placebos.count == 11)
    #expect(placebos.effects.allSatisfy { abs($0) < 1 })
    let path = placebos.fit.counterfactual
    #expect(path.allSatisfy { $0.isFinite })
    // The prediction of the first period uses the others alone: it does not move with the figure.
    var moved = outcomes
    moved[11 * 16] += 1
    let other = try LocalLevel().fit(try EffectDesign(outcomes: moved, donors: 11, prePeriods: 12))
    #expect(other.counterfactual[0] != moved[11 * 16])
  }

  @Test func aShortSeriesSaysThatItKnowsLittle() throws {
    let design = try EffectDesign(
      outcomes: [3.0, 4, 3, 5, 4, 6, 4, 5, 1, 1.5, 0.5, 2, 1, 3, 4, 1], donors: 1, prePeriods: 6)
    #expect(try LocalLevel().fit(design).diagnostics == [.noiseRatioUnknown])
    let model = try LocalLevel().forecast(design).model
    #expect(model.shareInterval.contains(0) && model.shareInterval.contains(1))
    let short = try EffectDesign(outcomes: [1, 2, 4, 3, 5, 4, 1, 5], donors: 1, prePeriods: 3)
    #expect(throws: EffectError.tooFewPrePeriods(needed: 4, found: 3)) { try LocalLevel().fit(short) }
  }
}
