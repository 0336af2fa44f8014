import Evaluation
import Testing

@Suite struct WildClusterBootstrapTests {
  /// Counts among 2¹² combinations by numpy, each a regression with dummies.
  @Test func everySignIsTaken() throws {
    let panel = try ConstructedPanel.make(units: 12, periods: 5, treatedFrom: 6, start: 2)
    let boot = try WildClusterBootstrap(panel)
    #expect(boot.isExhaustive)
    #expect(boot.replicates == 4096)
    #expect(boot.pValue() == 3006.0 / 4096)
    #expect(boot.pValue(of: 3) == 3572.0 / 4096)
    let adjusted = try WildClusterBootstrap(
      ConstructedPanel.make(units: 12, periods: 5, treatedFrom: 6, start: 2, covariate: true))
    #expect(adjusted.pValue() == 3354.0 / 4096)
  }

  @Test func theIntervalIsWhatIsNotRejected() throws {
    let panel = try ConstructedPanel.make(units: 12, periods: 5, treatedFrom: 6, start: 2)
    let boot = try WildClusterBootstrap(panel)
    let interval = try #require(boot.estimate().interval)
    #expect(interval.contains(boot.effect))
    let width = interval.upper - interval.lower
    #expect(boot.pValue(of: interval.lower + 1e-6 * width) > 0.05)
    #expect(boot.pValue(of: interval.lower - 1e-6 * width) <= 0.05)
    #expect(boot.pValue(of: interval.upper - 1e-6 * width) > 0.05)
    #expect(boot.pValue(of: interval.upper + 1e-6 * width) <= 0.05)
  }

  @Test func drawsFollowTheSeedAndCountThemselves() throws {
    let panel = try ConstructedPanel.make(units: 11, periods: 5, treatedFrom: 6, start: 2)
    let boot = try WildClusterBootstrap(panel, replicates: 999, seed: 4)
    #expect(!boot.isExhaustive)
    #expect(try boot.pValue() == WildClusterBootstrap(panel, replicates: 999, seed: 4).pValue())
    #expect(boot.pValue(of: boot.effect) == 1)
    #expect(boot.pValue(of: 1e9) >= 1.0 / 1000)
  }

  @Test func fewClustersOnEitherSideAreRefused() throws {
    #expect(throws: EffectError.tooFewTreated(needed: 5, found: 4)) {
      try WildClusterBootstrap(ConstructedPanel.make(units: 12, periods: 5, treatedFrom: 8, start: 2))
    }
    #expect(throws: EffectError.tooFewDonors(needed: 5, found: 4)) {
      try WildClusterBootstrap(ConstructedPanel.make(units: 12, periods: 5, treatedFrom: 4, start: 2))
    }
  }
}
