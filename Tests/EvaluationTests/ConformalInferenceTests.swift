import Distributions
import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Evaluation

@Suite struct ConformalInferenceTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaByShifts() throws {
    // numpy 2 from the same file, by trying all shifts: 11 of 31 scores reach that of no effect, for q = 1 and 2.
    let design = try PropositionNinetyNine.design()
    for order in [1.0, 2] {
      let conformal = try ConformalInference(DifferenceInDifferences(), design, order: order)
      #expect(abs(try conformal.pValue() - 11.0 / 31) < 1e-15)
      #expect(conformal.floor == 1.0 / 31)
      // On a grid of half a pack the last accepted are −95 (q = 1), −95.5 (q = 2) and 78.5.
      let interval = try #require(try conformal.interval(level: .p90).interval)
      let lower = order == 1 ? -95.0 : -95.5
      #expect(interval.lower <= lower && interval.lower > lower - 0.5)
      #expect(interval.upper >= 78.5 && interval.upper < 79)
    }
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaYearByYear() throws {
    // numpy 2, halving on the definition; its accepted end and ours meet within the stop of both, 1e-9.
    let conformal = try ConformalInference(
      DifferenceInDifferences(), try PropositionNinetyNine.design())
    let years = try conformal.pointwise(level: .p90)
    #expect(years.map(\.period) == Array(19..<31))
    #expect(abs(years[0].pValue - 0.1) < 1e-15)
    #expect(abs(years[0].effect - -12.90415389677284) < 1e-10)
    let first = try #require(years[0].found.interval)
    #expect(abs(first.lower - -24.39999871710626) < 1e-9)
    #expect(abs(first.upper - -0.13099298529126102) < 1e-9)
    #expect(abs(years[11].pValue - 0.05) < 1e-15)
    let last = try #require(years[11].found.interval)
    #expect(abs(last.lower - -47.67105423921153) < 1e-9)
    #expect(abs(last.upper - -23.402048507396533) < 1e-9)
    #expect(years.allSatisfy { !$0.isOutside })
  }

  @Test func theFloorForbidsAndSaysWhatIsPossible() throws {
    // Fifteen years: 1/15 is above 0.05, so 95 % cannot be.
    let design = try walks(donors: 6, periods: 15, prePeriods: 12, effect: 5)
    let conformal = try ConformalInference(DifferenceInDifferences(), design)
    let none = try conformal.interval(level: .p95)
    #expect(none.interval == nil && none.reason == .tooFewPeriodsForLevel)
    #expect(abs(none.highestLevel - 14.0 / 15) < 1e-15)
    #expect(try conformal.interval(level: .p90).interval != nil)
    // Arrangements without memory: C(15, 3) = 455 of them.
    let independent = try ConformalInference(
      DifferenceInDifferences(), design, rearrangements: .independent())
    #expect(independent.floor == 1.0 / 455)
    let interval = try #require(try independent.interval(level: .p95).interval)
    #expect(interval.contains(independent.fit.effect))
    #expect(!interval.contains(0))
  }

  @Test func independentRearrangementsAreThoseOfTheDefinition() throws {
    let design = try walks(donors: 5, periods: 9, prePeriods: 6, effect: 0.4)
    for (order, alternative) in [
      (1.0, EffectAlternative.twoSided), (2, .twoSided), (3, .twoSided), (.infinity, .twoSided),
      (1, .greater),
      (1, .less),
    ] {
      let gaps = zip(design.treatedMean, design.donorMean).map { $0 - $1 }
      let mean = gaps.reduce(0, +) / 9
      let u = gaps.map { $0 - mean }
      func score(_ set: [Int]) -> Double {
        switch alternative {
        case .greater: set.reduce(0) { $0 + u[$1] }
        case .less: set.reduce(0) { $0 - u[$1] }
        case .twoSided:
          order == .infinity
            ? set.map { abs(u[$0]) }.max() ?? .nan
            : pow(set.reduce(0) { $0 + pow(abs(u[$1]), order) } / 3.0.squareRoot(), 1 / order)
        }
      }
      let own = score([6, 7, 8])
      var (all, larger) = (0, 0)
      for bits in 0..<512 {
        let set = (0..<9).filter { bits >> $0 & 1 == 1 }
        guard set.count == 3 else { continue }
        all += 1
        if score(set) >= own - 1e-12 { larger += 1 }
      }
      let conformal = try ConformalInference(
        DifferenceInDifferences(), design, order: order, alternative: alternative,
        rearrangements: .independent())
      #expect(all == 84)
      #expect(try conformal.pValue() == Double(larger) / 84)
      let divisor = alternative == .twoSided ? 1 : 3.0.squareRoot()
      #expect(abs(try conformal.statistic() - own / divisor) < 1e-12)
      // A sample of the arrangements, the seen one added: within five binomial deviations of the exact.
      let drawn = try ConformalInference(
        DifferenceInDifferences(), design, order: order, alternative: alternative,
        rearrangements: .independent(limit: 60, seed: 4))
      #expect(drawn.floor == 1.0 / 61)
      #expect(abs(try drawn.pValue() - Double(larger) / 84) < 5 * (0.25 / 60).squareRoot())
    }
  }

  @Test func columnsAndScaleDoNotMatter() throws {
    let design = try walks(donors: 6, periods: 12, prePeriods: 9, effect: 1)
    let conformal = try ConformalInference(DifferenceInDifferences(), design)
    let p = try conformal.pValue()
    let interval = try #require(try conformal.interval(level: .p90).interval)
    for factor in [1e-6, 1e6] {
      let moved = try EffectDesign(
        outcomes: design.outcomes.indices.map { factor * (design.outcomes[$0] + Double($0 % 12 * 3)) },
        donors: 6,
        prePeriods: 9)
      let other = try ConformalInference(DifferenceInDifferences(), moved)
      #expect(try other.pValue() == p)
      let scaled = try #require(try other.interval(level: .p90).interval)
      // Residuals of size 1 from outcomes up to 60 are good to 1e-14; halving stops at 1e-12 of the ends.
      #expect(isClose(scaled.lower / factor, interval.lower, relative: 1e-9, absolute: 1e-9))
      #expect(isClose(scaled.upper / factor, interval.upper, relative: 1e-9, absolute: 1e-9))
    }
  }

  @Test func aDirectionOpensTheOtherEnd() throws {
    let design = try walks(donors: 6, periods: 12, prePeriods: 9, effect: 5)
    let greater = try ConformalInference(DifferenceInDifferences(), design, alternative: .greater)
    let rise = try #require(try greater.interval(level: .p90).interval)
    #expect(rise.upper == .infinity && rise.lower > 0 && rise.lower < 6)
    let less = try ConformalInference(DifferenceInDifferences(), design, alternative: .less)
    let fall = try #require(try less.interval(level: .p90).interval)
    #expect(fall.lower == -.infinity && fall.upper > 4)
    #expect(try less.pValue() > 0.5)
  }

  @Test func aTestThatRejectsNothingHasNoInterval() throws {
    // One period before, two after: the intercept follows the effect and shifts cannot tell it.
    let design = try walks(donors: 6, periods: 9, prePeriods: 3)
    let conformal = try ConformalInference(DifferenceInDifferences(), design)
    let level = try #require(ConfidenceInterval.Level(0.8))
    let found = try conformal.interval(level: level)
    #expect(found.interval == nil && found.reason == .nothingRejected)
    #expect(throws: EffectError.parameter(name: "order", value: 0.5)) {
      try ConformalInference(DifferenceInDifferences(), design, order: 0.5)
    }
  }
}

/// Weighs the periods before the start by how the donors looked after it.
private struct LookingAhead: EffectEstimator {
  var method: Indicators.Method { .differenceInDifferences }
  func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    var fit = try DifferenceInDifferences().fit(design)
    let comparison = design.donorMean
    let nearest = (0..<design.prePeriods).min {
      abs(comparison[$0] - comparison[design.prePeriods])
        < abs(comparison[$1] - comparison[design.prePeriods])
    }
    let shift = fit.effects[nearest ?? 0]
    fit.counterfactual = fit.counterfactual.map { $0 + shift }
    return fit
  }
}

@Suite struct ConformalGuardTests {
  @Test func yearsWithoutMemoryAreRejectedAsOftenAsTheySay() throws {
    // Noise without memory, six years: with the mean taken out all 15 choices of two years are equally likely. p ≤ 0.2 comes
    // about with probability 3/15. 400 designs have a deviation of 0.02; four of them.
    var rejected = 0
    for seed in 1...400 {
      var stream = RandomStream(seed: UInt64(seed), series: 9)
      let cells = (0..<24).map { _ in stream.uniform() }
      let design = try EffectDesign(outcomes: cells, donors: 3, prePeriods: 4)
      let conformal = try ConformalInference(
        DifferenceInDifferences(), design, rearrangements: .independent())
      if try conformal.pValue() <= 0.2 + 1e-12 { rejected += 1 }
    }
    #expect(abs(Double(rejected) / 400 - 0.2) < 0.08)
  }

  @Test func anEstimatorThatLooksAheadIsRefused() throws {
    let design = try walks(donors: 6, periods: 9, prePeriods: 6)
    #expect(throws: EffectError.numerical(detail: "the fit before the start depends on figures after it")) {
      try ConformalInference(LookingAhead(), design)
    }
  }
}
