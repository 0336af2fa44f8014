import Indicators
import TestSupport
import Testing

@testable import Spatial

@Suite struct ClaytonKaldorMomentsTests {
  @Test(.enabled(if: LipCancer.isAvailable, Comment(rawValue: ReferenceData.skipReason)))
  func lipCancerInScotland() throws {
    let (counts, expected) = try LipCancer.read()
    let prior = try ClaytonKaldorMoments.prior(counts: counts, expected: expected)
    // Half the last printed digit of the converged iteration.
    #expect(abs(prior.shape - 1.6440152977) <= 5e-11)
    #expect(abs(prior.rate - 1.1488430095) <= 5e-11)
    #expect(abs(try prior.posterior(count: 9, expected: 1.4).mean - 4.1760183965) <= 1e-10)
  }

  @Test func withoutExtraVariationThereIsNoPrior() {
    #expect(throws: ShrinkageRefusal(.noDifferenceBetweenZones)) {
      try ClaytonKaldorMoments.prior(counts: [10, 10, 10], expected: [10, 10, 10])
    }
  }
}
