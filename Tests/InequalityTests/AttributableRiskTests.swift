import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Inequality

@Suite struct AttributableRiskTests {
  /// numpy 2.4.6, by the gradients of PAR and of log(1 − PAF).
  @Test func againstNumpy() throws {
    let risk = try AttributableRisk(try MadeGroups.units())
    let absolute = risk.risk()
    #expect(isClose(absolute.value, 0.04102958478005107, relative: 1e-12))
    #expect(isClose(try #require(absolute.standardError), 0.002801270525826973, relative: 1e-11))
    let fraction = try risk.fraction()
    #expect(isClose(fraction.value, 0.4507280229739399, relative: 1e-12))
    let interval = try #require(fraction.interval)
    let logarithm = 0.05452419517335369
    #expect(
      isClose(
        log((1 - interval.lower) / (1 - interval.upper)), 2 * 1.959963984540054 * logarithm, relative: 1e-10))
    #expect(interval.contains(fraction.value))
  }

  @Test func aReferenceOfZeroHasNoInterval() throws {
    let found = try AttributableRisk(try RankedUnits(values: [3, 2, 0], weights: [1, 1, 1])).fraction()
    #expect(found.value == 1 && found.intervalReason == .figureNotPositive)
    #expect(throws: Reason.zeroMean) {
      try AttributableRisk(try RankedUnits(values: [0, 0], weights: [1, 1])).fraction()
    }
    #expect(throws: Reason.tooFewGroups) {
      try AttributableRisk(try RankedUnits(values: [1, 2], weights: [1, 1]), reference: 5)
    }
  }
}

@Suite struct GroupRangeTests {
  @Test func rangesHaveNoIntervalAndEndsHave() throws {
    let units = try WeightedValues(
      MadeUnits.values, weights: MadeUnits.weights, standardErrors: MadeUnits.errors)
    let absolute = try GroupRange().estimate(units)
    #expect(absolute.value == 17 && absolute.intervalReason == .extremesChosen)
    #expect(isClose(try GroupRange(relative: true).value(of: units), 20.0 / 3, relative: 1e-15))
    #expect(throws: Reason.figureNotPositive) {
      try GroupRange(relative: true).value(of: try WeightedValues([0, 1]))
    }
    let ends = try EndsOfRanking(try MadeGroups.units())
    let difference = ends.difference()
    #expect(isClose(difference.value, -0.07, relative: 1e-13))
    // √(SE₁² + SE₅²) with SE the half-widths of the Wilson intervals over z.
    let errors = try [0, 4].map { i -> Double in
      let interval = try #require(MadeGroups.wilson(MadeGroups.shares[i], MadeGroups.people[i]))
      return (interval.upper - interval.lower) / (2 * 1.959963984540054)
    }
    #expect(isClose(try #require(difference.standardError), hypot(errors[0], errors[1]), relative: 1e-12))
    #expect(isClose(try ends.ratio(.bottomMinusTop).value, 2.4, relative: 1e-13))
    #expect(try ends.ratio().interval?.contains(0.05 / 0.12) == true)
  }
}

@Suite struct QuantileRatioTests {
  @Test func definitionTwo() throws {
    let ten = try WeightedValues((1...10).map(Double.init))
    #expect(QuantileRatio.quantile(0.1, of: ten) == 1.5 && QuantileRatio.quantile(0.9, of: ten) == 9.5)
    #expect(QuantileRatio.quantile(0.15, of: ten) == 2 && QuantileRatio.quantile(0.5, of: ten) == 5.5)
    #expect(try QuantileRatio.p90p10.value(of: ten) == 9.5 / 1.5)
    let heavy = try WeightedValues([1, 2, 3], weights: [1, 8, 1])
    #expect(QuantileRatio.quantile(0.5, of: heavy) == 2 && QuantileRatio.quantile(0.1, of: heavy) == 1.5)
    #expect(throws: Reason.figureNotPositive) {
      try QuantileRatio.p90p10.value(of: try WeightedValues([0, 0, 1]))
    }
    let drawn = try QuantileRatio.p90p10.estimate(ten, uncertainty: .bootstrap(replicates: 200, seed: 4))
    #expect(drawn.interval != nil)
    #expect(try QuantileRatio.p90p10.estimate(ten).intervalReason == .noIntervalForKind)
  }
}
