import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Evaluation

/// An estimator that sees the treated after the start: the median gap, so that taking out an effect is still exact, or half of
/// the effect above 1, so that it is not.
private struct Bending: EffectEstimator {
  var method: Indicators.Method { .differenceInDifferences }
  func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    var fit = try DifferenceInDifferences().fit(design)
    fit.effect = fit.effect * abs(fit.effect)
    return fit
  }
}

@Suite struct RandomisationIntervalTests {
  private func californian(
    _ statistic: PlaceboStatistic = .effect, centred: Bool = false,
    _ alternative: EffectAlternative = .twoSided,
    level: ConfidenceInterval.Level
  ) throws -> RandomisationInterval {
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), try PropositionNinetyNine.design())
    return RandomisationInterval(
      placebos, statistic: statistic, centred: centred, alternative: alternative, level: level)
  }

  /// Ends by trying every effect: bisection on the definition of p with numpy 2, from the same file. Double rounding of sums of
  /// 31 values of size 300 stays below 1e-9.
  @Test(
    .enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)),
    arguments: [
      (PlaceboStatistic.effect, false, 0.90, -63.15946234785891, 8.461240180628998),
      (.effect, false, 0.95, -89.7509034622999, 35.052681295069995),
      (.effect, true, 0.90, -65.09515701079204, 8.461240180628085),
      (.effect, true, 0.95, -93.123973320609, 35.052681295068396),
      (.errorRatio, false, 0.90, -57.747476673913496, 3.049254506683596),
      (.errorRatio, false, 0.95, -65.41624197129954, 10.718019804069641),
      (.scaledEffect, false, 0.90, -54.90689844674821, 0.20867627951829348),
      (.scaledEffect, false, 0.95, -62.92537314684501, 8.227150979615097),
    ])
  func californiaByTrying(
    _ statistic: PlaceboStatistic, _ centred: Bool, _ level: Double, _ lower: Double, _ upper: Double
  ) throws {
    let level = try #require(ConfidenceInterval.Level(level))
    let interval = try #require(try californian(statistic, centred: centred, level: level).found.interval)
    #expect(abs(interval.lower - lower) < 1e-9)
    #expect(abs(interval.upper - upper) < 1e-9)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func oneSidedEndsByTrying() throws {
    let greater = try #require(try californian(.effect, .greater, level: .p90).found.interval)
    #expect(abs(greater.lower - -48.812636862966365) < 1e-9 && greater.upper == .infinity)
    let less = try #require(try californian(.effect, .less, level: .p90).found.interval)
    #expect(abs(less.upper - 8.461240180594189) < 1e-9 && less.lower == -.infinity)
  }

  @Test func aLevelThatCannotBeSaysWhyAndWhatCan() throws {
    // Nine donors: the smallest p-value is 0.1.
    let placebos = try PlaceboDistribution(
      DifferenceInDifferences(), try walks(donors: 9, periods: 8, prePeriods: 5))
    let none = RandomisationInterval(placebos, level: .p95)
    #expect(none.found.interval == nil)
    #expect(none.found.reason == .tooFewPlacebosForLevel)
    #expect(none.found.highestLevel == 0.9)
    // At just that level there is one, rounding of 1 − 0.9 notwithstanding.
    let most = RandomisationInterval(placebos, level: .p90)
    let reach = placebos.effects.map(abs).max() ?? .nan
    #expect(most.found.interval?.upper == placebos.fit.effect + reach)
  }

  @Test(arguments: PlaceboStatistic.allCases, [false, true])
  func theTestAcceptsInsideAndRejectsOutside(_ statistic: PlaceboStatistic, _ centred: Bool) throws {
    let level = try #require(ConfidenceInterval.Level(0.75))
    var found = 0
    for seed in 1...8 {
      let design = try walks(donors: 11, periods: 9, prePeriods: 6, effect: 1, seed: UInt64(seed))
      let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
      for alternative in EffectAlternative.allCases {
        let one = RandomisationInterval(
          placebos, statistic: statistic, centred: centred, alternative: alternative, level: level)
        guard let interval = one.found.interval else {
          #expect(one.found.reason == .everyEffectRejected && statistic == .errorRatio)
          continue
        }
        found += 1
        let side = one.alternative
        for (end, sign) in [(interval.lower, -1.0), (interval.upper, 1.0)] where end.isFinite {
          for (step, isAccepted) in [(-1e-6, true), (1e-6, false)] {
            let null = end + sign * step
            let p = try pValue(design, effect: null, statistic, one.isCentred, side)
            #expect((p > 0.25) == isAccepted)
          }
        }
      }
    }
    #expect(found >= 16)
  }

  /// The test by its definition: the effect taken out, everything run again, and all units centred at the mean of the others.
  private func pValue(
    _ design: EffectDesign, effect: Double, _ statistic: PlaceboStatistic, _ isCentred: Bool,
    _ side: EffectAlternative
  ) throws -> Double {
    let again = try PlaceboDistribution(DifferenceInDifferences(), try design.removing(effect: effect))
    guard isCentred else { return again.pValue(statistic, side) }
    let all = again.effects + [again.fit.effect]
    let mean = all.reduce(0, +) / Double(all.count)
    let own = side.size(again.fit.effect - mean)
    return Double(all.count { side.size($0 - mean) >= own - 1e-12 }) / Double(all.count)
  }

  @Test func anEffectThatChangesTooMuchIsNoConstantEffect() throws {
    // Donors that hardly move after the start; the treated jumps up and down by 10 about them.
    let donors: [Double] = [1, 2, 1, 2, 1.5, 1.5, 3, 4, 3, 5, 4, 4, 7, 7, 8, 9, 8, 8.2, 2, 3, 2, 2, 2.4, 2.2]
    let design = try EffectDesign(
      outcomes: donors + [1, 2, 1, 2, 11, -9], donors: 4, prePeriods: 4)
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    let level = try #require(ConfidenceInterval.Level(0.8))
    let interval = RandomisationInterval(placebos, statistic: .errorRatio, level: level)
    #expect(interval.found.reason == .everyEffectRejected)
  }

  @Test func anEstimatorThatMovesExactlyGetsTheClosedForm() throws {
    let design = try walks(donors: 19, periods: 9, prePeriods: 6, effect: 1)
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    let closed = RandomisationInterval(placebos, level: .p90)
    #expect(
      try RandomisationInterval(DifferenceInDifferences(), design, placebos: placebos, level: .p90) == closed)
  }

  @Test func anEstimatorThatBendsIsRunAgainForEveryEffect() throws {
    let design = try walks(donors: 19, periods: 9, prePeriods: 6, effect: 1)
    let placebos = try PlaceboDistribution(Bending(), design)
    let plain = try PlaceboDistribution(DifferenceInDifferences(), design)
    // The bent effect is monotone in the plain one, so the accepted effects are those of the plain test.
    let bent = try #require(
      try RandomisationInterval(Bending(), design, placebos: placebos, level: .p90).found.interval)
    let straight = try #require(RandomisationInterval(plain, level: .p90).found.interval)
    #expect(abs(bent.lower - straight.lower) < 1e-9)
    #expect(abs(bent.upper - straight.upper) < 1e-9)
  }

  @Test(arguments: [false, true])
  func theIntervalHoldsTheTruthAsOftenAsItSays(_ centred: Bool) throws {
    // Nine donors, 80 %: p ≤ 0.2 for just two of ten equally likely places, so coverage is 0.8 exactly. 400 designs have a
    // deviation of √(0.16/400) = 0.02; four of them.
    let level = try #require(ConfidenceInterval.Level(0.8))
    var held = 0
    for seed in 1...400 {
      let design = try walks(donors: 9, periods: 5, prePeriods: 3, effect: 1, seed: UInt64(seed))
      let placebos = try PlaceboDistribution(DifferenceInDifferences(), design, threads: .single)
      let interval = RandomisationInterval(placebos, centred: centred, level: level).found.interval
      if interval?.contains(1) == true { held += 1 }
    }
    #expect(abs(Double(held) / 400 - 0.8) < 0.08)
  }
}
