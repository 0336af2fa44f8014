import Evaluation
import Foundation
import TestSupport
import Testing

@Suite struct DifferenceInDifferencesTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaIsReproduced() throws {
    let design = try PropositionNinetyNine.design()
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    // Arkhangelsky and others (2021), recomputed: 10 decimals are given, so half a unit of the last.
    #expect(abs(placebos.fit.effect - -27.3491110836) < 5e-11)
    // The exact error of 38 placebos, 5 decimals given.
    #expect(abs(placebos.standardError - 17.28680) < 5e-6)
    #expect(placebos.rank() == 4)
    #expect(abs(placebos.pValue() - 4.0 / 39) < 1e-15)
    #expect(placebos.placebos.count == 38)
    #expect(placebos.isExhaustive)
  }

  @Test func twoZonesAndTwoPeriods() throws {
    // (9 − 5) − (3 − 2) = 3.
    let design = try EffectDesign(outcomes: [2, 3, 5, 9], donors: 1, prePeriods: 1)
    let fit = try DifferenceInDifferences().fit(design)
    #expect(fit.effect == 3)
    #expect(fit.counterfactual == [5, 6])
    #expect(fit.effects == [0, 3])
  }
}
