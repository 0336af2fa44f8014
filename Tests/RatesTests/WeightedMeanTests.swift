import Estimates
import Testing

@testable import Rates

@Suite struct WeightedMeanTests {
  /// numpy 2.4.6 and scipy 1.17.1 (t quantile), the formulas written anew; relative 1e-12.
  @Test func studentOnTheEffectiveNumber() throws {
    let mean = try WeightedMean(
      answers: [3, 4.5, 2, 5, 1, 2.5, 4, 3.5, 5, 2, 1.5, 4], weights: WeightedProportionTests.weights)
    let estimate = mean.estimate()
    #expect(close(estimate.value, 3.22055943111955) && close(estimate.standardError, 0.4268743572953323))
    #expect(close(estimate.interval?.lower, 2.261586921913384, 1e-11))
    #expect(close(estimate.interval?.upper, 4.179531940325716, 1e-11))
    #expect(estimate.diagnostics == [.fewObservations])
  }

  @Test func equalWeightsGiveThePlainMean() throws {
    let values = [33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927]
    let weighted = try WeightedMean(answers: values, weights: values.map { _ in 3 }).estimate()
    let plain = try SampleMean(of: values).estimate()
    #expect(close(weighted.value, plain.value, 1e-14))
    #expect(close(weighted.interval?.lower, plain.interval?.lower ?? 0, 1e-13))
  }

  @Test func oneRespondentHasNoInterval() throws {
    let one = try WeightedMean(answers: [3, 4], weights: [1, 0]).estimate()
    #expect(one.value == 3 && one.interval == nil && one.intervalReason == .tooFewPoints)
  }
}
