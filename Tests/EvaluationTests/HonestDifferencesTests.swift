import Distributions
import Foundation
import LinearAlgebra
import TestSupport
import Testing

@testable import Evaluation

@Suite struct HonestDifferencesTests {
  /// Three coefficients before and three after; covariances fall with distance and share the noise of the reference.
  static func study(_ target: HonestDifferences.Target = .average, scale: Double = 1) throws
    -> HonestDifferences
  {
    let periods = [-3.0, -2, -1, 1, 2, 3]
    let rows = periods.map { a in periods.map { (0.25 * pow(0.6, abs(a - $0)) + 0.15) * scale * scale } }
    return try HonestDifferences(
      before: [0.5, -0.3, 0.4].map { $0 * scale }, after: [1.8, 2.6, 3.1].map { $0 * scale },
      covariance: try Matrix(rows: rows), target: target)
  }

  @Test func identifiedSetsByHand() throws {
    let average = try Self.study()
    // Mean 2.5; the largest step before the start is 0.8 (0.5 to −0.3), and steps reach the mean with weights 1, ⅔, ⅓.
    let relative = average.relativeIdentifiedSet(0.5)
    #expect(abs(relative.lower - (2.5 - 0.5 * 0.8 * 2)) < 1e-14)
    #expect(abs(relative.upper - (2.5 + 0.5 * 0.8 * 2)) < 1e-14)
    // The last slope is −0.4 (0.4 to 0): prolonged −0.4, −0.8, −1.2, mean −0.8. Second differences reach the mean with
    // (1 + 2 + 3)/3, (1 + 2)/3, 1/3, in all 10/3.
    let smooth = average.smoothIdentifiedSet(0.3)
    #expect(abs(smooth.lower - (2.5 + 0.8 - 1)) < 1e-14)
    #expect(abs(smooth.upper - (2.5 + 0.8 + 1)) < 1e-14)
    let first = try Self.study(.period(0))
    #expect(abs(first.relativeIdentifiedSet(1).lower - 1.0) < 1e-14)
    #expect(abs(first.smoothIdentifiedSet(0.3).upper - (1.8 + 0.4 + 0.3)) < 1e-14)
  }

  @Test func shortestIntervalsOfFixedLength() throws {
    // Computed with scipy 1.17: Nelder–Mead on the half-length over the free weights, from six starts, to 1e-12.
    for (target, known) in [
      (
        HonestDifferences.Target.average,
        [
          (0.0, 2.6035258735, 1.4547602930), (0.05, 2.5675023896, 1.5674075375),
          (0.2, 2.3611199241, 2.3817027996), (1, 2.6605877220, 5.9905614625),
        ]
      ),
      (
        .period(0),
        [
          (0.0, 1.7669738207, 1.2454380385), (0.05, 1.7499198469, 1.2734006245),
          (0.2, 1.5828445851, 1.5529694117), (1, 1.9561237798, 2.8462466322),
        ]
      ),
    ] {
      let study = try Self.study(target)
      for (bound, centre, half) in known {
        let interval = try study.smoothness(bound)
        // Half-lengths are flat at their minimum; the centre is not, and the search stops at about the root of rounding.
        #expect(abs((interval.upper - interval.lower) / 2 - half) < 1e-8)
        #expect(abs((interval.upper + interval.lower) / 2 - centre) < 2e-5)
      }
    }
  }

  @Test func relativeMagnitudesAgreeWithTheLinearProgramme() throws {
    // Computed with numpy and scipy 1.17: corners of the dual programme by enumeration (checked against linprog), the least
    // favourable quantile from two million draws, good to about 0.005, and the ends by bisection; two runs with other draws
    // differ by up to 5e-4 in an end, and ends grow with the bound.
    for (target, known) in [
      (
        HonestDifferences.Target.average,
        [
          (0.0, 1.39156, 3.60842), (0.5, 0.46436, 4.65619), (1, -0.90672, 6.03933), (2, -3.87000, 8.89206),
        ]
      ),
      (
        .period(0),
        [
          (0.0, 0.56069, 3.03931), (0.5, 0.19703, 3.46332), (1, -0.33995, 4.08788), (2, -1.69217, 5.46594),
        ]
      ),
    ] {
      let study = try Self.study(target)
      for (bound, lower, upper) in known {
        let interval = try study.relativeMagnitudes(bound)
        #expect(abs(interval.lower - lower) < 0.002 * (1 + bound))
        #expect(abs(interval.upper - upper) < 0.002 * (1 + bound))
      }
    }
  }

  @Test func theLeastFavourableQuantileIsThatOfNormalVariables() {
    // One variable: its own quantile; a variable and its negative: both tails; two independent ones: Φ(c)² = 1 − upper.
    let one = LargestMomentTest.largestQuantile([(2, 0)], upper: 0.025)
    #expect(abs(one / 2 - 1.959963984540054) < 1e-9)
    for scale in [1e-6, 0.571, 1, 3.7, 1e6] {
      let both = LargestMomentTest.largestQuantile([(scale, 0), (-scale, 0)], upper: 0.05)
      #expect(abs(both / scale - 1.959963984540054) < 1e-9)
    }
    let pair = LargestMomentTest.largestQuantile([(1, 0), (0, 1)], upper: 0.005)
    let tail = 1 - 0.995.squareRoot()
    // The corner between two directions is met by 720 angles to 1e-5.
    #expect(abs(Normal.standard.survival(pair) / tail - 1) < 2e-4)
    #expect(LargestMomentTest.largestQuantile([(0, 0)], upper: 0.005) == 0)
  }

  @Test func intervalsGrowWithTheBoundAndFollowTheUnit() throws {
    let study = try Self.study()
    let large = try Self.study(scale: 1e6)
    var width = 0.0
    for bound in [0.0, 0.25, 0.5, 1, 2] {
      let interval = try study.relativeMagnitudes(bound)
      #expect(interval.upper - interval.lower > width)
      width = interval.upper - interval.lower
      #expect(interval.lower <= interval.identifiedLower)
      #expect(interval.upper >= interval.identifiedUpper)
      let scaled = try large.relativeMagnitudes(bound)
      // The grid is the same in units of the width; edges are halved to 1e-15 of it.
      #expect(abs(scaled.lower / 1e6 - interval.lower) < 1e-9)
      let smooth = try large.smoothness(bound * 1e6)
      let plain = try study.smoothness(bound)
      #expect(abs(smooth.upper / 1e6 - plain.upper) < 1e-6)
    }
  }

  @Test func theBreakdownIsWhereZeroIsFirstHeld() throws {
    let study = try Self.study()
    guard case .at(let bound) = try study.breakdown() else {
      Issue.record("no breakdown")
      return
    }
    #expect(try study.relativeMagnitudes(bound * 0.98).excludesZero)
    #expect(try !study.relativeMagnitudes(bound * 1.02).excludesZero)
    guard case .at(let curved) = try study.smoothnessBreakdown(most: 10) else {
      Issue.record("no breakdown")
      return
    }
    #expect(try study.smoothness(curved * 0.999).excludesZero)
    #expect(try !study.smoothness(curved * 1.001).excludesZero)
    #expect(try study.breakdown(most: bound / 2) == .beyond(bound / 2))
    let nothing = try HonestDifferences(
      before: [0.1], after: [0.05], covariance: try Matrix(rows: [[1, 0.2], [0.2, 1]]))
    #expect(try nothing.breakdown() == .never)
    #expect(try nothing.smoothnessBreakdown(most: 1) == .never)
    #expect(HonestBreakdown.never.value == 0)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaWithThePlacebosCovariance() throws {
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), try PropositionNinetyNine.design())
    let study = try HonestDifferences(placebos, before: 6)
    #expect(study.before.count == 6)
    #expect(study.after.count == 12)
    // Mean over 1989–2000 of the gap less the gap of 1988, from the fit itself.
    let gaps = placebos.fit.effects
    #expect(abs(study.estimate - (gaps[19...].reduce(0, +) / 12 - gaps[18])) < 1e-10)
    let parallel = try study.relativeMagnitudes(0)
    #expect(parallel.identifiedLower == parallel.identifiedUpper)
    // Two-sided at 5 % with the placebos' error, as the conditional test at nothing is nearly the ordinary one.
    #expect(abs((parallel.upper - parallel.lower) / 2 / study.standardError - 1.96) < 0.03)
    #expect(throws: EffectError.tooFewDonors(needed: 31, found: 29)) {
      try HonestDifferences(
        try PlaceboDistribution(
          DifferenceInDifferences(), try PropositionNinetyNine.design().keeping(donors: Array(0..<29))),
        before: 18)
    }
    #expect(throws: EffectError.tooFewPrePeriods(needed: 20, found: 19)) {
      try HonestDifferences(placebos, before: 19)
    }
  }

  /// Trends that part by exactly what is allowed, the worst there is, and 200 draws of the coefficients.
  @Test func coverageIsKeptInTheWorstCase() throws {
    let base = try Self.study()
    let lower = try CholeskyFactorization(base.covariance).lower
    // Before: steps of 0.6 at most; after: every step 0.6, so the mean is off by 0.6 · 2. Smooth: slope 0.5, then 0.4 steeper each period.
    let relative = [0.1, -0.5, 0.0, 0.6, 1.2, 1.8]
    let smooth = [-1.5, -1, -0.5, 0.9, 2.2, 3.9]
    var (heldRelative, heldSmooth) = (0, 0)
    for replicate in 0..<200 {
      var stream = RandomStream(seed: 3, replicate: replicate)
      let noise = try lower.multiplied(by: (0..<6).map { _ in stream.standardNormal() })
      func drawn(_ trend: [Double]) throws -> HonestDifferences {
        let values = zip(trend, noise).map { $0 + $1 }
        return try HonestDifferences(
          before: Array(values[..<3]), after: Array(values[3...]), covariance: base.covariance)
      }
      // The true effect is zero.
      if try drawn(relative).relativeMagnitudesHold(0, 1) { heldRelative += 1 }
      let second = try drawn(smooth).smoothness(0.4)
      if second.lower <= 0, second.upper >= 0 { heldSmooth += 1 }
    }
    // Binomial(200, 0.95): 190 ± 3.1; 175 is 4.9 deviations down.
    #expect(heldRelative >= 175)
    #expect(heldSmooth >= 175)
  }

  @Test func whatDoesNotFitIsRefused() throws {
    let unit = Matrix.identity(2)
    #expect(throws: EffectError.tooFewPrePeriods(needed: 2, found: 1)) {
      try HonestDifferences(before: [], after: [1, 2], covariance: unit)
    }
    #expect(throws: EffectError.shape(what: "covariance", expected: 3, found: 2)) {
      try HonestDifferences(before: [1], after: [1, 2], covariance: unit)
    }
    #expect(throws: EffectError.parameter(name: "period", value: 1)) {
      try HonestDifferences(before: [1], after: [1], covariance: unit, target: .period(1))
    }
    #expect(throws: EffectError.self) {
      try HonestDifferences(before: [1], after: [1], covariance: try Matrix(rows: [[1, 2], [2, 1]]))
    }
    let study = try HonestDifferences(before: [1], after: [1], covariance: unit)
    #expect(throws: EffectError.parameter(name: "bound", value: -1)) { try study.relativeMagnitudes(-1) }
    #expect(throws: EffectError.parameter(name: "level", value: 0.7)) {
      try study.smoothness(0, level: 0.7)
    }
  }
}
