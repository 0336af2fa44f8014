import Foundation
import Indicators
import TestSupport
import Testing

@testable import Evaluation

@Suite struct DetectableEffectTests {
  /// 39 effects whose size is that of their place: mean zero, r = ⌊0.05 · 40⌋ = 2.
  static let effects = (-19...19).map(Double.init)

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaCouldHaveShownSeventyFivePacks() throws {
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), try PropositionNinetyNine.design())
    let detectable = try DetectableEffect(placebos)
    // Computed with scipy 1.17 and numpy: t quantiles with 37 degrees of freedom times the deviation; the rank test rerun with planted
    // effects and bisection. Ten decimals are given, so half a unit of the last.
    #expect(abs(detectable.analytic - 50.4128764721) < 1e-9)
    #expect(abs((detectable.empirical ?? 0) - 74.5608129388) < 1e-9)
    #expect(detectable.floor == 1.0 / 39)
    #expect(detectable.value == detectable.empirical)
    let curve = try PowerCurve(detectable, effects: [60, -60, 40])
    #expect(abs(curve.points[0].empirical - 0.5) < 1e-12)
    #expect(abs(curve.points[1].empirical - 14.0 / 38) < 1e-12)
    #expect(abs(curve.points[2].analytic - 0.6007227148054062) < 1e-9)
    let ratios = try DetectableEffect(placebos, statistic: .errorRatio)
    #expect(abs((ratios.empirical ?? 0) - 53.897013106701124) < 1e-8)
    #expect(ratios.analytic == detectable.analytic)
  }

  @Test func plantedEffectsAreFoundWhereTheRankTestFindsThem() throws {
    let detectable = try DetectableEffect(placeboEffects: Self.effects)
    // The second largest size is 19 (both ends); zone i finds a rise above 19 − i. 80 % of 39 is 31.2, so 32 zones must: the
    // 32nd smallest of 0…38 is 31.
    #expect(detectable.empirical == 31)
    let rises = try DetectableEffect(placeboEffects: Self.effects, alternative: .greater)
    // One-sided the second largest is 18.
    #expect(rises.empirical == 30)
    let falls = try DetectableEffect(placeboEffects: Self.effects, alternative: .less)
    #expect(falls.empirical == 30)
    #expect(rises.analytic < detectable.analytic)
    // Each placebo by itself, the test done by hand at the effect and a little beyond it.
    for size in [10.0, 25, 31, 31.5] {
      let found = Self.effects.count { own in
        let reached = Self.effects.count { abs($0) >= abs(own + size) }
        return own + size > 0 && Double(1 + reached) / 40 <= 0.05
      }
      #expect(try PowerCurve(detectable, effects: [size]).points[0].empirical == Double(found) / 39)
    }
  }

  @Test func aBiasOfTheEstimatorIsNoPowerAndAScaleIsAScale() throws {
    let plain = try DetectableEffect(placeboEffects: Self.effects)
    for (shift, factor) in [(50.0, 1.0), (0, 1e6), (0, 1e-6), (-3, -2)] {
      let moved = try DetectableEffect(placeboEffects: Self.effects.map { ($0 + shift) * factor })
      // A few roundings of sums of 39 numbers.
      #expect(abs(moved.analytic / plain.analytic / abs(factor) - 1) < 1e-12)
      #expect(abs((moved.empirical ?? 0) / 31 / abs(factor) - 1) < 1e-12)
    }
  }

  @Test func theTreatedZonesOwnErrorTakesThePlaceOfThePlacebos() throws {
    let plain = try DetectableEffect(placeboEffects: Self.effects)
    let noisy = try DetectableEffect(
      placeboEffects: Self.effects, ownStandardError: plain.standardError * 3)
    #expect(abs(noisy.analytic / plain.analytic - 3) < 1e-12)
    #expect(abs((noisy.empirical ?? 0) / 31 - 3) < 1e-12)
  }

  @Test func whereTheFloorIsAboveTheLevelNothingIsFound() throws {
    let eighteen = try DetectableEffect(placeboEffects: (1...18).map(Double.init))
    #expect(!eighteen.canReject)
    #expect(eighteen.empirical == nil)
    #expect(eighteen.value == eighteen.analytic)
    #expect(try PowerCurve(eighteen).points.allSatisfy { $0.empirical == 0 })
    // 0.05 · 20 is one rank, though in binary it is not quite.
    #expect(try DetectableEffect(placeboEffects: (1...19).map(Double.init)).canReject)
  }

  @Test func withManyPlacebosTheMultipleIsTwoPointEight() throws {
    // z.975 + z.8 = 1.959963985 + 0.841621234; t with 1e6 − 1 degrees of freedom is within 1e-5 of it.
    #expect(abs(try DetectableEffect.multiple(1_000_000, 0.05, 0.8, .twoSided) - 2.801585218) < 1e-5)
  }

  @Test func sizesAreSaidInPerCentAndPeople() throws {
    let effect = try DetectableEffect(placeboEffects: Self.effects)
    let size = effect.size(level: 2 * effect.value, denominator: 2_500, multiplier: 1_000)
    #expect(abs((size.percent ?? 0) - 50) < 1e-12)
    #expect(abs((size.people ?? 0) - effect.value * 2.5) < 1e-12)
    #expect(effect.size(level: nil).percent == nil)
    #expect(effect.size(level: 0).percent == nil)
    #expect(effect.size(level: 10).people == nil)
    let logarithm = try DetectableEffect(placeboEffects: Self.effects.map { $0 / 100 })
    let relative = logarithm.size(level: 48, scale: .logarithm, denominator: 1_000, multiplier: 1_000)
    #expect(abs((relative.percent ?? 0) - 100 * (exp(logarithm.value) - 1)) < 1e-10)
    #expect(abs((relative.people ?? 0) - 48 * (exp(logarithm.value) - 1)) < 1e-10)
    let fall = try DetectableEffect(placeboEffects: Self.effects.map { $0 / 100 }, alternative: .less)
    #expect(
      abs((fall.size(level: 48, scale: .logarithm).percent ?? 0) - 100 * (1 - exp(-fall.value))) < 1e-10)
    // On roots a level of 100 and an effect d: (10 + d)² − 100.
    let d = logarithm.value
    #expect(abs((logarithm.size(level: 100, scale: .squareRoot).change ?? 0) - (20 * d + d * d)) < 1e-10)
    #expect(
      abs((fall.size(level: 100, scale: .squareRoot).change ?? 0) - (20 - fall.value) * fall.value) < 1e-10)
  }

  @Test func whatCannotBeComputedIsRefused() {
    #expect(throws: EffectError.tooFewDonors(needed: 2, found: 1)) {
      try DetectableEffect(placeboEffects: [1])
    }
    #expect(throws: EffectError.constantOutcomes) { try DetectableEffect(placeboEffects: [3, 3, 3]) }
    #expect(throws: EffectError.parameter(name: "power", value: 0.4)) {
      try DetectableEffect(placeboEffects: [1, 2], power: 0.4)
    }
    #expect(throws: EffectError.parameter(name: "level", value: 1)) {
      try DetectableEffect(placeboEffects: [1, 2], level: 1)
    }
    #expect(throws: EffectError.notFinite(unit: 1, period: 0)) {
      try DetectableEffect(placeboEffects: [1, .nan])
    }
  }
}
