import Distributions
import Evaluation
import Indicators
import TestSupport
import Testing

@Suite struct RegressionToTheMeanTests {
  /// NumPy 2.4.6: differences in differences with 1986–88 as the years of choice, California the seventh lowest state.
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func california() throws {
    let design = try PropositionNinetyNine.design()
    let check = try RegressionToTheMean(
      DifferenceInDifferences(), design, selection: 16..<19, worst: .lowest)
    #expect(seriesAgree([try #require(check.withoutSelection).effect], [-28.700877300871717], within: 1e-11))
    // Six states sold as little: the eight lowest stand in, and it is said.
    #expect(check.conditionalDonors.count == 8)
    #expect(check.diagnostics == [.fewEquallyExtreme])
    #expect(seriesAgree([try #require(check.conditionalMean)], [3.125631578280581], within: 1e-10))
    #expect(abs(check.pValue() - 1.0 / 9) < 1e-15)
    let shrinkage = try #require(check.shrinkage)
    #expect(
      seriesAgree(
        [
          shrinkage.betweenVariance, shrinkage.withinVariance, shrinkage.reliability, shrinkage.distance,
          shrinkage.expectedChange, shrinkage.expectedEffect,
        ],
        [
          928.7456912364097, 93.41776604071329, 0.9675593877602271, -21.56842262201755, 0.6996928349044174,
          0.11047781603753959,
        ], within: 1e-10))
    let high = try RegressionToTheMean(
      DifferenceInDifferences(), design, selection: 16..<19, worst: .highest)
    #expect(high.conditionalDonors.count == 32)
    #expect(high.diagnostics == [])
    #expect(seriesAgree([try #require(high.conditionalMean)], [-0.37041329916311394], within: 1e-10))
  }

  /// Zones that differ by chance alone; the one that looked worst is treated with nothing.
  ///
  /// 100 draws of 31 zones × 16 years, years 9–11 those of choice and 12 on after the start. For independent errors of
  /// variance 1 (uniform ones here) the treated's mean in the years of choice is about the largest of 31 normals, 2.06,
  /// times √⅓: differences in differences find −2.06·√⅓·3/12 = −0.297 on average where there is nothing; the donut finds
  /// nothing.
  @Test func theWorstOfManyImprovesByItself() throws {
    var (plain, donut, expected, conditional) = (0.0, 0.0, 0.0, 0.0)
    let draws = 100
    for draw in 0..<draws {
      var stream = RandomStream(seed: 11, series: draw, replicate: 0)
      var rows: [[Double]] = []
      for _ in 0..<31 {
        rows.append((0..<16).map { _ in (stream.uniform() - 0.5) * 12.0.squareRoot() })
      }
      rows.sort { $0[9..<12].reduce(0, +) < $1[9..<12].reduce(0, +) }
      let design = try EffectDesign(outcomes: rows.flatMap(\.self), donors: 30, prePeriods: 12)
      let check = try RegressionToTheMean(
        DifferenceInDifferences(), design, selection: 9..<12, worst: .highest, threads: .single)
      plain += check.withSelection.effect / Double(draws)
      donut += try #require(check.withoutSelection).effect / Double(draws)
      expected += try #require(check.shrinkage).expectedEffect / Double(draws)
      conditional += try #require(check.conditionalMean) / Double(draws)
      #expect(check.diagnostics == [.fewEquallyExtreme])
    }
    // The effect of one draw has a deviation of √(1/4 + 1/12) = 0.58; of the mean of 100, 0.058. Four of those.
    #expect(abs(plain - -0.297) < 0.232)
    #expect(plain < -0.1)
    #expect(abs(donut) < 0.24)
    // Estimated variances make the expectation a little smaller than −0.297, never the other sign.
    #expect(expected < -0.2 && expected > -0.32)
    // The eight next were less extreme: part of the way.
    #expect(conditional < -0.08 && conditional > plain - 0.232)
  }

  @Test func whatCannotBeIsRefused() throws {
    let design = try EffectDesign(outcomes: [1, 2, 3, 4, 5, 6, 7, 8, 9.5], donors: 2, prePeriods: 2)
    #expect(throws: EffectError.noPrePeriods) {
      try RegressionToTheMean(DifferenceInDifferences(), design, selection: 1..<3, worst: .highest)
    }
    #expect(throws: EffectError.noPrePeriods) {
      try RegressionToTheMean(DifferenceInDifferences(), design, selection: 1..<1, worst: .highest)
    }
    let all = try RegressionToTheMean(DifferenceInDifferences(), design, selection: 0..<2, worst: .highest)
    #expect(all.withoutSelection == nil)
    #expect(all.donutError == .noPrePeriods)
    #expect(all.donutShift == nil)
    #expect(all.shrinkage == nil)
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) {
      try MeanShrinkage(design, selection: 0..<1)
    }
  }

  @Test func disagreementIsMarked() throws {
    let observed: [Double] = [10, 12, 11, 20, 22]
    let plain = EffectFit(effect: 9, observed: observed, counterfactual: [5, 7, 6, 11, 13])
    let demeaned = EffectFit(effect: 4, observed: observed, counterfactual: [10, 13, 10, 16, 18])
    let apart = try EstimatorDisagreement(plain: plain, demeaned: demeaned, prePeriods: 3)
    #expect(apart.difference == 5)
    #expect(apart.levelGap == 5)
    // √((0 + 1 + 1)/3).
    #expect(abs(apart.margin - (2.0 / 3).squareRoot()) < 1e-15)
    #expect(apart.isMarked)
    #expect(!apart.pointsApart)
    #expect(try !EstimatorDisagreement(plain: plain, demeaned: demeaned, prePeriods: 3, margin: 6).isMarked)
    let opposite = EffectFit(effect: -4, observed: observed, counterfactual: [10, 13, 10, 24, 26])
    #expect(try EstimatorDisagreement(plain: plain, demeaned: opposite, prePeriods: 3).pointsApart)
    #expect(throws: EffectError.parameter(name: "margin", value: -1)) {
      try EstimatorDisagreement(plain: plain, demeaned: demeaned, prePeriods: 3, margin: -1)
    }
    let design = try EffectDesign(
      outcomes: [1, 2, 3, 4, 6, 5, 9, 8, 7, 2, 9, 4], donors: 3, prePeriods: 2)
    let one = try PlaceboDistribution(DifferenceInDifferences(), design)
    #expect(try EstimatorDisagreement.pValue(plain: one, demeaned: one) == 1)
  }
}
