import Evaluation
import Indicators
import Testing

@Suite struct KitagawaTests {
  /// Deaths in the United States, 1970 and 1985, by race and eleven ages: population in thousands and deaths per 1000; Das
  /// Gupta (1993) *Standardization and Decomposition of Rates*, Current Population Reports P23-186, example 5.3. The wanted
  /// figures are of a Python program in exact fractions.
  @Test func deathsInTheUnitedStates() throws {
    let persons1985: [Double] = [
      3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472, 707, 2692, 6473, 6841, 6547,
      4352, 3034, 2540, 1749, 804, 236,
    ]
    let persons1970: [Double] = [
      2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315, 535, 2162, 6120, 4781, 3096,
      2718, 2363, 1767, 1149, 448, 117,
    ]
    let rates1985 = [
      9.163, 0.462, 0.248, 0.929, 1.084, 1.810, 4.715, 12.187, 27.728, 64.068, 157.570, 17.208, 0.738, 0.328,
      1.103, 2.045, 3.724, 8.052, 17.812, 34.128, 68.276, 125.161,
    ]
    let rates1970 = [
      18.469, 0.751, 0.391, 1.146, 1.287, 2.672, 6.636, 15.691, 34.723, 79.763, 176.837, 36.993, 1.352, 0.541,
      2.040, 3.523, 6.746, 12.967, 24.471, 45.091, 74.902, 123.205,
    ]
    func groups(_ persons: [Double], _ rates: [Double]) -> [RateDecomposition.Group] {
      zip(persons, rates).map { .init(events: $0 * $1, persons: $0) }
    }
    let split = try RateDecomposition(
      before: groups(persons1970, rates1970), after: groups(persons1985, rates1985))
    // Sums of 22 terms of size up to 1: a few hundred ulps of 10.
    #expect(abs(split.before - 9.421833330062313) < 1e-12)
    #expect(abs(split.after - 8.735617572033526) < 1e-12)
    #expect(abs(split.rateEffect - -2.2277253693041716) < 1e-12)
    #expect(abs(split.compositionEffect - 1.5415096112753843) < 1e-12)
    // The population grew older while every age lived longer: without the split the gain looks a third of its size.
    #expect(abs(split.change - split.rateEffect - split.compositionEffect) < 1e-12)
  }

  @Test func byHand() throws {
    let before = [RateDecomposition.Group(events: 40, persons: 1000), .init(events: 90, persons: 500)]
    let after = [RateDecomposition.Group(events: 30, persons: 1200), .init(events: 80, persons: 400)]
    let split = try RateDecomposition(before: before, after: after)
    // Shares 2/3, 1/3 → 3/4, 1/4; rates .04, .18 → .025, .2.
    #expect(abs(split.rateEffects[0] - (17.0 / 24) * -0.015) < 1e-16)
    #expect(abs(split.rateEffects[1] - (7.0 / 24) * 0.02) < 1e-16)
    #expect(abs(split.compositionEffects[0] - 0.0325 / 12) < 1e-16)
    #expect(abs(split.compositionEffects[1] - -0.19 / 12) < 1e-16)
    #expect(abs(split.change - (110.0 / 1600 - 130.0 / 1500)) < 1e-16)
    // Var = Σ w̄²(x₀/n₀² + x₁/n₁²).
    let wanted =
      (17.0 / 24) * (17.0 / 24) * (40 / 1e6 + 30 / 1.44e6) + (7.0 / 24) * (7.0 / 24)
      * (90 / 2.5e5 + 80 / 1.6e5)
    #expect(abs(split.rateStandardError * split.rateStandardError - wanted) < 1e-18)
    #expect(split.rateEstimate().interval?.contains(split.rateEffect) == true)

    let still = try RateDecomposition(before: before, after: before)
    let effect = EffectDecomposition(treated: split, comparison: still)
    #expect(effect.effect == split.change)
    #expect(abs(effect.rateEffect + effect.compositionEffect - effect.effect) < 1e-16)
    // A comparison that stands still adds noise, not effect.
    let (alone, against) = (split.rateEstimate().standardError ?? 0, effect.rateEstimate().standardError ?? 0)
    #expect(against > alone)
    #expect(still.compositionEstimate().interval == nil)
  }

  @Test func numeratorAndDenominator() throws {
    // As many cases among twice as many persons: all of it is the denominator.
    let split = try NumeratorDenominatorSplit(
      before: .init(events: 20, persons: 1000), after: .init(events: 20, persons: 2000))
    #expect(split.numeratorEffect == 0)
    #expect(abs(split.denominatorEffect - -0.01) < 1e-17)
    let both = try NumeratorDenominatorSplit(
      before: .init(events: 20, persons: 1000), after: .init(events: 33, persons: 1500))
    #expect(abs(both.numeratorEffect + both.denominatorEffect - both.change) < 1e-17)
    #expect(both.change.isApproximately(0.002))
  }

  @Test func whatIsNoGroupIsRefused() {
    let fine = RateDecomposition.Group(events: 2, persons: 10)
    #expect(throws: EffectError.size(unit: 0, value: 0)) {
      try RateDecomposition(before: [.init(events: 0, persons: 0)], after: [fine])
    }
    #expect(throws: EffectError.notFinite(unit: 1, period: 1)) {
      try RateDecomposition(before: [fine, fine], after: [fine, .init(events: .nan, persons: 4)])
    }
    #expect(throws: EffectError.shape(what: "groups", expected: 2, found: 1)) {
      try RateDecomposition(before: [fine, fine], after: [fine])
    }
    #expect(throws: EffectError.self) {
      try NumeratorDenominatorSplit(before: fine, after: .init(events: -1, persons: 3))
    }
  }
}

extension Double {
  /// Within a few roundings of a number of this size.
  fileprivate func isApproximately(_ other: Double) -> Bool { abs(self - other) < 1e-15 }
}
