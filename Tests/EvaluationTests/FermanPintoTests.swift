import Estimates
import Evaluation
import Testing

/// The fit and what follows from it by scipy 1.x `nnls` and `t`, in double precision.
@Suite struct FermanPintoTests {
  let noise = [3, -2, 1.5, -4, 2, 0.5, -0.7, 1.2, -3.3, 0.9]
  let sizes: [Double] = [5, 10, 20, 4, 8, 50, 60, 40, 6, 30]

  @Test func smallPlacebosAreShrunkAndLargeOnesBlownUp() throws {
    let inference = try FermanPinto(effect: 2.5, noise: noise, groups: sizes.map { [$0] }, treated: [12])
    // Least squares would put A at −1.08, so it is zero.
    #expect(inference.shockVariance == 0)
    #expect(abs(inference.samplingVariance - 54.121670639444496) < 1e-12)
    #expect(abs(inference.treatedVariance - 4.510139219953708) < 1e-13)
    #expect(inference.diagnostics == [.noiseOnlySampling])
    let expected = [
      1.9364916731037085, -1.8257418583505538, 1.9364916731037085, -2.3094010767585034, 1.632993161855452,
      1.0206207261596576, -1.5652475842498528, 2.1908902300206643, -2.3334523779156067, 1.4230249470757708,
    ]
    for (value, expected) in zip(inference.rescaled.noise, expected) {
      #expect(abs(value - expected) < 1e-14)
    }
    // No rescaled placebo reaches 2.5, though two bare ones do.
    #expect(inference.pValue(reference: .ranks) == 1.0 / 11)
    // Satterthwaite: (Σx²)²/Σx⁴ with x = 1/M.
    #expect(abs(inference.degreesOfFreedom - 3.900690698075408) < 1e-12)
    #expect(abs(inference.pValue(reference: .student) - 0.30592057678214163) < 1e-12)
    let interval = try #require(inference.interval(reference: .student))
    #expect(abs(interval.upper - 2.5 - 5.9560390022704) < 1e-12)
    #expect(inference.interval(reference: .ranks) == nil)
    #expect(inference.estimate(reference: .ranks).intervalReason == .tooFewPlacebosForLevel)
    #expect(inference.estimate(reference: .normal).method.rawValue == "effect.ferman-pinto-normal")
  }

  @Test func countsVaryWithTheirSize() throws {
    let inference = try FermanPinto(
      effect: 2.5, noise: noise, groups: sizes.map { [$0] }, treated: [12], scale: .count)
    #expect(inference.shockVariance == 0)
    #expect(abs(inference.samplingVariance - 2.391339114012966) < 1e-13)
    #expect(abs(inference.treatedVariance - 28.69606936815559) < 1e-12)
  }

  @Test func bothPartsAreFound() throws {
    // Squares that lie on 4 + 90/M exactly.
    let exact = sizes.map { (4 + 90 / $0).squareRoot() }
    let inference = try FermanPinto(effect: 1, noise: exact, groups: sizes.map { [$0] }, treated: [3])
    #expect(abs(inference.shockVariance - 4) < 1e-12)
    #expect(abs(inference.samplingVariance - 90) < 1e-11)
    #expect(abs(inference.treatedVariance - 34) < 1e-11)
    #expect(inference.diagnostics == [.noiseExtrapolated])
    #expect(abs(inference.degreesOfFreedom - 2.4329873316338086) < 1e-11)
    let middling = try FermanPinto(effect: 1, noise: exact, groups: sizes.map { [$0] }, treated: [12])
    #expect(abs(middling.degreesOfFreedom - 8.913030881705001) < 1e-11)
    // Then every rescaled placebo is as large as the treated's own deviation.
    for value in inference.rescaled.noise { #expect(abs(value - 34.0.squareRoot()) < 1e-12) }
  }

  @Test func equalSizesAreConleyTaber() throws {
    let inference = try FermanPinto(
      effect: 2.5, noise: noise, groups: sizes.map { _ in [7] }, treated: [7])
    #expect(inference.diagnostics == [.noiseUnrelatedToSize])
    let plain = try ConleyTaber(effect: 2.5, noise: noise)
    #expect(inference.pValue(reference: .ranks) == plain.pValue())
    #expect(inference.factors.allSatisfy { $0 == 1 })
    #expect(inference.degreesOfFreedom == 9)
  }

  @Test func setsOfDonorsAreMeans() throws {
    // The mean of k units of one size M has variance (A + B/M)/k.
    let groups = sizes.map { [$0, $0] }
    let squares = sizes.map { ((4 + 90 / $0) / 2).squareRoot() }
    let inference = try FermanPinto(effect: 1, noise: squares, groups: groups, treated: [10, 30])
    #expect(abs(inference.shockVariance - 4) < 1e-12)
    #expect(abs(inference.samplingVariance - 90) < 1e-11)
    // (2 · 4 + 9 + 3)/4.
    #expect(abs(inference.treatedVariance - 5) < 1e-11)
  }

  @Test func sizesComeFromTheDesign() throws {
    let outcomes = ConstructedPanel.values(35, 11, 5, modulus: 23)
    let design = try EffectDesign(
      outcomes: outcomes, donors: 5, treated: 2, prePeriods: 3, sizes: [5, 9, 20, 33, 70, 12, 40])
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    let inference = try FermanPinto(placebos, sizes: design.sizes)
    let direct = try FermanPinto(
      effect: placebos.fit.effect, noise: placebos.effects,
      groups: placebos.sets.map { $0.map { [5, 9, 20, 33, 70][$0] } }, treated: [12, 40])
    #expect(inference == direct)
    #expect(throws: EffectError.needsSizes) { try FermanPinto(placebos, sizes: nil) }
    #expect(throws: EffectError.shape(what: "sizes", expected: 3, found: 2)) {
      try FermanPinto(placebos, sizes: [1, 2])
    }
    #expect(throws: EffectError.constantOutcomes) {
      try FermanPinto(effect: 1, noise: [0, 0, 0], groups: [[1], [2], [3]], treated: [1])
    }
    #expect(throws: EffectError.tooFewDonors(needed: 3, found: 2)) {
      try FermanPinto(effect: 1, noise: [1, 2], groups: [[1], [2]], treated: [1])
    }
  }

  @Test func expectedCountsIgnoreTheTreated() throws {
    // Donors before: 10 of 100 and 30 of 300; so a tenth.
    let sizes = try NoiseSizes.expectedCounts(
      [10, 99, 30, 99, 50, 1], denominators: [100, 100, 300, 300, 200, 220], donors: 2, prePeriods: 1,
      periods: 2)
    #expect(sizes == [10, 30, 21])
    #expect(throws: EffectError.size(unit: 1, value: 0)) {
      try NoiseSizes.populations([1, 1, 0, 1], periods: 2)
    }
    #expect(throws: EffectError.noEvents) {
      try NoiseSizes.expectedCounts(
        [0, 1, 1, 1], denominators: [1, 1, 1, 1], donors: 1, prePeriods: 1, periods: 2)
    }
  }
}
