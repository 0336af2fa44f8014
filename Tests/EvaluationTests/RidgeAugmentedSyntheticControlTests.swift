import Distributions
import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct RidgeAugmentedSyntheticControlTests {
  static let skip = Comment(rawValue: ReferenceData.skipReason)

  static func imbalance(_ fit: EffectFit) -> Double {
    fit.effects.prefix(89).reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  @Test(.enabled(if: Kansas.isThere, skip)) func kansasIsReproduced() throws {
    let design = try Kansas.design()
    for heldOut in [RidgeAugmentedSyntheticControl.HeldOut.everyPeriod, .everyColumnButTheLast] {
      let tuned = try RidgeAugmentedSyntheticControl(heldOut: heldOut).tuned(to: design)
      // R augsynth 0.2.0; half a unit of the last digit given.
      #expect(abs(try #require(tuned.penalty) - 0.07866222813) < 5e-12)
      let fit = try tuned.fit(design)
      // augsynth's simplex weights stop at about 10⁻⁹ from the optimum; ours and an active set in numpy agree on
      // −0.0400629125748011 and 0.06151524936312549.
      #expect(abs(fit.effect - -0.040062911) < 2e-9)
      #expect(abs(fit.effect - -0.0400629125748) < 1e-11)
      #expect(abs(Self.imbalance(fit) - 0.061515249) < 1e-9)
      let concentration = try #require(DonorConcentration(fit.donorWeights))
      #expect(abs(concentration.extrapolation - 0.245875335557) < 1e-9)
      #expect(fit.diagnostics.contains(.extrapolates))
      #expect(abs(fit.donorWeights.reduce(0, +) - 1) < 1e-12)
      #expect(try #require(fit.optimality) <= 1e-10)
    }
  }

  @Test(.enabled(if: Kansas.isThere, skip)) func aVeryLargePenaltyIsTheSyntheticControl() throws {
    let design = try Kansas.design()
    let fit = try RidgeAugmentedSyntheticControl(penalty: 1e12).fit(design)
    // augsynth: −0.029434727 and 0.082554707; the optimum in numpy −0.0294347293654.
    #expect(abs(fit.effect - -0.029434727) < 3e-9)
    #expect(abs(fit.effect - -0.0294347293654) < 1e-11)
    #expect(abs(Self.imbalance(fit) - 0.082554707) < 1e-9)
  }

  @Test(.enabled(if: Kansas.isThere, skip)) func kansasWithCovariatesIsReproduced() throws {
    let design = try Kansas.design()
    let covariates = try Kansas.covariates()
    let joint = try RidgeAugmentedSyntheticControl(
      covariates: .joint(covariates), heldOut: .everyColumnButTheLast
    ).fit(design)
    // R augsynth 0.2.0 prints −0.060937; its article −0.061 with an imbalance of 0.054.
    #expect(abs(joint.effect - -0.060937) < 5e-7)
    #expect(abs(joint.effect - -0.06093688257131902) < 1e-10)
    #expect(abs(Self.imbalance(joint) - 0.05385455945605709) < 1e-10)
    // Holding out outcomes alone asks for less shrinking (numpy).
    let own = try RidgeAugmentedSyntheticControl(covariates: .joint(covariates)).fit(design)
    #expect(abs(own.effect - -0.0640620093609825) < 1e-9)
    // augsynth's article, λ that of the fit without covariates: −0.055, imbalance 0.067.
    let residualised = try RidgeAugmentedSyntheticControl(
      penalty: 0.07866222813499743, covariates: .residualised(covariates)
    ).fit(design)
    #expect(abs(residualised.effect - -0.055) < 5e-4)
    #expect(abs(Self.imbalance(residualised) - 0.067) < 5e-4)
    #expect(abs(residualised.effect - -0.05482537502070217) < 1e-9)
    #expect(abs(Self.imbalance(residualised) - 0.06692925613022542) < 1e-9)
    // The covariates are met exactly.
    for column in 0..<6 {
      let met = zip(residualised.donorWeights, covariates).reduce(0) { $0 + $1.0 * $1.1[column] }
      #expect(abs(met - covariates[49][column]) < 1e-9)
    }
  }

  /// Eight donors and a treated over nine periods.
  static func small() throws -> EffectDesign {
    var stream = RandomStream(seed: 11, series: 2, replicate: 0)
    return try EffectDesign(
      outcomes: (0..<9 * 9).map { cell in
        let (unit, period) = (Double(cell / 9), Double(cell % 9))
        return 5 + unit * 0.4 + period * (0.2 + unit * 0.05) + stream.uniform()
      }, donors: 8, prePeriods: 6)
  }

  @Test func heldOutErrorsAreThoseOfFitsWithoutThePeriod() throws {
    let design = try Self.small()
    let path = try RidgeAugmentedSyntheticControl().penaltyPath(design)
    #expect(path.penalties.count == 21)
    #expect(path.folds == 6)
    for index in [0, 7, 14] {
      var errors: [Double] = []
      for period in 0..<6 {
        // The period held out stands after the others, as if it were the only one from the start on.
        let order = (0..<6).filter { $0 != period } + [period]
        let variant = try EffectDesign(
          outcomes: (0..<9).flatMap { unit in order.map { design.outcomes[unit * 9 + $0] } }, donors: 8,
          prePeriods: 5)
        let fit = try RidgeAugmentedSyntheticControl(penalty: path.penalties[index]).fit(variant)
        errors.append(fit.effect * fit.effect)
      }
      let mean = errors.reduce(0, +) / 6
      let spread = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      // λ down to 10⁻⁶ of the largest eigenvalue costs six of sixteen digits.
      #expect(abs(path.errors[index] - mean) < 1e-9 * mean)
      #expect(abs(path.standardErrors[index] - (spread / 5 / 6).squareRoot()) < 1e-9 * mean)
    }
    #expect(path.withinOneStandardError >= path.best)
    let tuned = try RidgeAugmentedSyntheticControl(rule: .leastError).tuned(to: design)
    #expect(tuned.penalty == path.best)
    #expect(try tuned.fit(design) == RidgeAugmentedSyntheticControl(rule: .leastError).fit(design))
  }

  @Test func periodEffectsTheUnitAndWithUnitEffectsTheLevelDoNotMatter() throws {
    let design = try Self.small()
    let plain = try RidgeAugmentedSyntheticControl()
    let demeaned = try RidgeAugmentedSyntheticControl(hasUnitEffects: true)
    let (effect, own) = (try plain.fit(design).effect, try demeaned.fit(design).effect)
    #expect(abs(effect - own) > 1e-3)
    for scale in [1e-6, 1e6] {
      let moved = try EffectDesign(
        outcomes: design.outcomes.enumerated().map { ($1 + Double($0 % 9) * 3) * scale }, donors: 8,
        prePeriods: 6)
      #expect(abs(try plain.fit(moved).effect / scale - effect) < 1e-9)
      let levelled = try EffectDesign(
        outcomes: moved.outcomes.enumerated().map { $1 + Double($0 / 9) * 7 * scale }, donors: 8,
        prePeriods: 6)
      #expect(abs(try demeaned.fit(levelled).effect / scale - own) < 1e-9)
    }
    let fit = try demeaned.fit(design)
    let mean = fit.effects[6...].reduce(0, +) / 3
    #expect(abs(mean - fit.effect) < 1e-12)
    // Levels are met before the start.
    #expect(abs(fit.effects[..<6].reduce(0, +)) < 1e-12)
  }

  /// Placebos share the products of the donors; each is what it is by itself, to rounding: 10⁻⁹ of outcomes near 10 is 10⁵ times
  /// what a few dozen sums and a factor of condition 10³ leave.
  @Test(arguments: [false, true]) func placebosThatShareWorkAreThoseOfSingleFits(hasUnitEffects: Bool) throws
  {
    let design = try Self.small()
    let estimator = try RidgeAugmentedSyntheticControl(penalty: 0.5, hasUnitEffects: hasUnitEffects)
    let sets = [[3], [0, 7], [7], [1, 2, 5]]
    for (set, fit) in zip(sets, estimator.placeboFits(design, sets: sets, threads: .init(2))) {
      let (shared, single) = (try fit.get(), try estimator.fit(try design.treating(set)))
      #expect(abs(shared.effect - single.effect) < 1e-9)
      #expect(zip(shared.counterfactual, single.counterfactual).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(zip(shared.donorWeights, single.donorWeights).allSatisfy { abs($0 - $1) < 1e-9 })
      #expect(shared.observed == single.observed)
      #expect(shared.isUnique == single.isUnique && shared.diagnostics == single.diagnostics)
    }
  }

  @Test func placebosMoveTheirCovariatesAlong() throws {
    let design = try Self.small()
    let rows = (0..<9).map { unit in [Double((unit * 5) % 9), Double((unit * 7) % 4)] }
    let estimator = try RidgeAugmentedSyntheticControl(penalty: 2, covariates: .joint(rows))
    let fits = estimator.placeboFits(design, sets: [[3], [0, 7]], threads: .init(2))
    let order = [0, 1, 2, 4, 5, 6, 7, 3]
    let single = try RidgeAugmentedSyntheticControl(penalty: 2, covariates: .joint(order.map { rows[$0] }))
      .fit(try design.treating([3]))
    #expect(try fits[0].get() == single)
    #expect(try fits[1].get().donorWeights.count == 6)
    // Other variants have another number of units: refused, not matched on the wrong rows.
    #expect(throws: EffectError.shape(what: "covariates", expected: 8, found: 9)) {
      try estimator.fit(try design.leavingOut(donor: 2))
    }
    let placebos = try PlaceboDistribution(RidgeAugmentedSyntheticControl(), design, threads: .single)
    let again = try PlaceboDistribution(RidgeAugmentedSyntheticControl(), design, threads: .init(2))
    #expect(placebos.effects == again.effects)
    #expect(placebos.placebos.count == 8)
  }

  @Test func whatCannotBeMatchedIsRefused() throws {
    #expect(throws: EffectError.parameter(name: "penalty", value: 0)) {
      try RidgeAugmentedSyntheticControl(penalty: 0)
    }
    let estimator = try RidgeAugmentedSyntheticControl()
    #expect(throws: EffectError.tooFewDonors(needed: 2, found: 1)) {
      try estimator.fit(try EffectDesign(outcomes: [1, 2, 3, 4, 1, 2, 3, 5], donors: 1, prePeriods: 3))
    }
    #expect(throws: EffectError.tooFewPrePeriods(needed: 3, found: 2)) {
      try estimator.fit(
        try EffectDesign(outcomes: [1, 2, 3, 4, 1, 2, 3, 5, 7], donors: 2, prePeriods: 2))
    }
    #expect(throws: EffectError.constantOutcomes) {
      try estimator.fit(
        try EffectDesign(outcomes: [Double](repeating: 3, count: 12), donors: 2, prePeriods: 3))
    }
    let rows = [[Double]](repeating: [1], count: 9)
    #expect(throws: EffectError.parameter(name: "covariates", value: 0)) {
      try RidgeAugmentedSyntheticControl(covariates: .joint(rows)).fit(try Self.small())
    }
  }
}
