import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct WeightedProportionTests {
  static let weights = [
    67.91421999649604, 164.1136744269461, 44.17686418411971, 82.08578000350397, 66.11967751511642,
    88.35372836823942, 53.395185203473126, 82.08578000350397, 67.91421999649604, 132.23935503023284,
    87.52729302770454, 64.07422224416774,
  ]

  /// numpy 2.4.6, the formulas written anew; relative 1e-12.
  @Test func wilsonOnTheEffectiveNumber() throws {
    let share = try WeightedProportion(answers: [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1], weights: Self.weights)
    let estimate = share.estimate()
    #expect(close(estimate.value, 0.5117998466584894))
    #expect(close(share.size.value, 10.43092819568767) && close(share.size.designEffect, 1.1504249454004498))
    #expect(close(estimate.interval?.lower, 0.24927678815046483))
    #expect(close(estimate.interval?.upper, 0.7679709718876498))
    #expect(estimate.n == 12 && estimate.diagnostics == [.smallComplement, .smallNumerator])
  }

  @Test func equalWeightsGiveThePlainShare() throws {
    let answers = (0..<40).map { Double($0 < 13 ? 1 : 0) }
    let weighted = try WeightedProportion(answers: answers, weights: answers.map { _ in 2.5 }).estimate()
    let plain = try Proportion(of: 13, in: 40).wilson()
    #expect(close(weighted.value, plain.value, 1e-15))
    #expect(close(weighted.interval?.lower, plain.interval?.lower ?? 0, 1e-14))
    #expect(close(weighted.interval?.upper, plain.interval?.upper ?? 0, 1e-14))
  }

  @Test func everybodyAgrees() throws {
    let estimate = try WeightedProportion(answers: [1, 1, 1], weights: [0.1, 0.2, 0.7]).estimate()
    #expect(estimate.value == 1 && estimate.interval?.upper == 1)
  }

  @Test func refusals() {
    #expect(throws: StatisticsError.self) { try WeightedProportion(answers: [1, 2], weights: [1, 1]) }
    #expect(throws: StatisticsError.self) { try WeightedProportion(answers: [1], weights: [1, 1]) }
    #expect(throws: StatisticsError.self) { try WeightedProportion(answers: [1, 0], weights: [0, 0]) }
    #expect(throws: StatisticsError.self) { try EffectiveSampleSize(weights: [1, -1]) }
  }

  /// One zone a group of respondents: the share of periods, whose values are the answers and whose denominators the weights.
  @Test func theEstimatorSuite() throws {
    let panel = try TestPanels.quotients(
      [[1, 0, 1, 1, 0, 1], [0, 0, 1, 0, 0, 1], [nil, 1, 0, 1, 1, 0]],
      over: [[1, 2, 1, 3, 2, 1], [1, 1, 1, 2, 1, 1], [2, 1, 1, 1, 1, 2]], kind: .count)
    let checks = EstimatorChecks(name: "weighted share") { panel, level, _ in
      panel.zones.indices.map { zone in
        let cells = panel.series(zone)
        let status = CellStatus.combining(panel.statuses[cells])
        if let reason = status.reason { return .failure(reason) }
        do throws(StatisticsError) {
          return .success(
            try WeightedProportion(
              answers: Array((panel.numerators ?? [])[cells]),
              weights: Array((panel.denominators ?? [])[cells])
            ).estimate(level: level))
        } catch { return .failure(error.reason) }
      }
    }
    #expect(try checks.violations(on: panel) == [])
  }
}
