import Estimates
import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// Placebo inference with synthetic control on California, against published and independent figures.
@Suite(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
struct SyntheticPlaceboTests {
  @Test func leaveTwoOut() throws {
    // mlsynth's reference prints .1038406828, which is 73/703.
    let test = try LeaveTwoOut(SyntheticControl(), try PropositionNinetyNine.design())
    #expect(test.losses == 73 && test.pairs == 703 && test.refused == 0)
    #expect(abs(test.pValue - 0.1038406828) < 5e-11)
    #expect(test.guarantee == 5.0 / 39)
  }

  @Test func crossFit() throws {
    // mlsynth's reference prints −17.991121; the parts are from scipy 1's nnls with an exact last step, same file. Weights good
    // to 1e-10 times outcomes of 300 keep 1e-7.
    let test = try CrossFitTTest(SyntheticControl(), try PropositionNinetyNine.design())
    #expect(abs(test.effect - -17.991121) < 5e-7)
    #expect(abs(test.effect - -17.9911214592241) < 1e-7)
    for (found, expected) in zip(test.effects, [-18.85988163, -19.09495246, -16.01853029]) {
      #expect(abs(found - expected) < 1e-7)
    }
    #expect(abs(test.standardError - 1.5631569349429784) < 1e-7)
  }

  @Test func conformal() throws {
    // The same Python program, refitting on all 31 years for each effect: 3, 6, 9 and 13 of 31 shifts.
    let conformal = try ConformalInference(SyntheticControl(), try PropositionNinetyNine.design())
    for (effect, count) in [(0.0, 3.0), (-10, 6), (-20, 9), (-30, 13)] {
      #expect(abs(try conformal.pValue(effect: effect) - count / 31) < 1e-15)
    }
  }

  @Test func conformalEndsAreWhereTheTestTurns() throws {
    let design = try PropositionNinetyNine.design()
    let conformal = try ConformalInference(DemeanedSyntheticControl(), design)
    let level = try #require(ConfidenceInterval.Level(0.8))
    let found = try conformal.interval(level: level)
    let interval = try #require(found.interval)
    #expect(interval.lower < interval.upper)
    #expect(interval.contains(conformal.fit.effect) != found.diagnostics.contains(.estimateOutsideInterval))
    for (end, sign) in [(interval.lower, -1.0), (interval.upper, 1.0)] where end.isFinite {
      #expect(try conformal.pValue(effect: end - sign * 1e-6) > 0.2)
      for step in [1e-6, 0.1, 1, 10, 100] {
        #expect(try conformal.pValue(effect: end + sign * step) <= 0.2)
      }
    }
  }

  @Test func ratiosAndTheirInterval() throws {
    let design = try PropositionNinetyNine.design()
    let placebos = try PlaceboDistribution(SyntheticControl(), design)
    // Ratio 12.43997 and third of 39, computed with R's quadprog; 5 decimals given.
    #expect(abs(placebos.errorRatio - 12.43997) < 5e-6)
    #expect(placebos.ratioRank == 3)
    let interval = RandomisationInterval(placebos, statistic: .errorRatio, level: .p90)
    let ends = try #require(interval.found.interval)
    #expect(ends.upper < 0 && ends.contains(placebos.fit.effect))
    // p is 3/39 = 0.077: the interval of 90 % leaves zero out and that of 95 % holds it.
    let wider = try #require(
      RandomisationInterval(placebos, statistic: .errorRatio, level: .p95).found.interval)
    #expect(wider.contains(0))
    // Every end is where the definition turns: the effect taken out of the figures, and the ratio ranked again.
    for end in [ends.lower, ends.upper, wider.lower, wider.upper] {
      let alpha = end == ends.lower || end == ends.upper ? 0.1 : 0.05
      let outward = end < placebos.fit.effect ? -1.0 : 1
      for (step, isAccepted) in [(-1e-6, true), (1e-6, false)] {
        let fit = try SyntheticControl().fit(try design.removing(effect: end + outward * step))
        let ratio = fit.postError(design) / fit.preError(design)
        let p = Double(1 + placebos.errorRatios.count { $0 >= ratio }) / 39
        #expect((p > alpha) == isAccepted)
      }
    }
    for record in placebos.records(donors: 38) {
      #expect((record.optimality ?? 1) <= 1e-10)
      #expect(abs(record.weights.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    }
  }

  @Test func oneStateOut() throws {
    let design = try PropositionNinetyNine.design()
    let out = try LeaveOneOut.donors(SyntheticControl(), design)
    // The six states with a weight; the rest are not tried, and leaving them out changes nothing.
    #expect(out.cases.count == 6)
    let all = try LeaveOneOut.donors(SyntheticControl(), design, all: true)
    #expect(all.cases.count == 38)
    for one in all.cases where (one.weight ?? 1) <= 1e-8 {
      #expect(abs((one.fit?.effect ?? .nan) - out.whole.effect) < 1e-7)
    }
    #expect(all.mostInfluential?.position == out.mostInfluential?.position)
    #expect(out.breakdown == nil)
  }

  @Test func anEstimatorThatWeighsYearsIsRefusedByConformal() throws {
    #expect(throws: EffectError.numerical(detail: "the fit before the start depends on figures after it")) {
      try ConformalInference(SyntheticDifferenceInDifferences(), try PropositionNinetyNine.design())
    }
  }

  @Test func aPerfectFitRejectsNothing() throws {
    // Twelve donors, three years, the treated inside their hull: residuals are rounding, and rounding is not ranked.
    let design = try walks(donors: 12, periods: 3, prePeriods: 2)
    var cells = Array(design.outcomes.prefix(36))
    for period in 0..<3 { cells.append((0..<12).reduce(0.0) { $0 + cells[$1 * 3 + period] } / 12) }
    let inside = try EffectDesign(outcomes: cells, donors: 12, prePeriods: 2)
    let conformal = try ConformalInference(SyntheticControl(), inside)
    #expect(try conformal.pValue() == 1)
    let placebos = try PlaceboDistribution(SyntheticControl(), inside)
    #expect(placebos.errorRatio == .infinity || placebos.fit.postError(inside) == 0)
    #expect(placebos.records(donors: 12)[0].errorRatio == nil)
    #expect(
      RandomisationInterval(
        placebos, statistic: .errorRatio, level: try #require(ConfidenceInterval.Level(0.5))
      ).found.reason
        == .perfectFitBefore)
  }
}
