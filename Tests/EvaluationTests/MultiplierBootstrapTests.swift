import Evaluation
import Scheduler
import TestSupport
import Testing

@Suite struct MultiplierBootstrapTests {
  static let enough = [2, 2, 2, 2, 2, 3, 3, 3, 3, 3] + [Int?](repeating: nil, count: 20)

  @Test func bandsAreTheSameForAnyNumberOfThreads() throws {
    let effects = try CallawaySantAnna().fit(StaggeredExample.design(starts: Self.enough))
    let aggregate = try effects.aggregated(.dynamic())
    let bootstrap = MultiplierBootstrap(seed: 7)
    let bands = try bootstrap.bands(aggregate)
    #expect(try bootstrap.bands(aggregate, threads: .single) == bands)
    #expect(try MultiplierBootstrap(seed: 8).bands(aggregate) != bands)
    // Between the pointwise quantile and Bonferroni's for seven effects (Φ⁻¹(1 − .025/7) = 2.69), with room for the
    // quantile of 999 draws and for errors that are estimated.
    #expect(bands.criticalValue > 1.96 && bands.criticalValue < 3.2)
    for (part, interval) in zip(aggregate.parts, bands.intervals) {
      let pointwise = try #require(part.estimate().interval)
      let band = try #require(interval)
      #expect(band.contains(part.effect))
      #expect(band.upper - band.lower > 0.9 * (pointwise.upper - pointwise.lower))
    }
    #expect(throws: EffectError.parameter(name: "draws", value: 99)) {
      try MultiplierBootstrap(draws: 99).bands(aggregate)
    }
  }

  /// Errors: the interquartile range of 4000 normal draws has a relative error of 1.166/√4000 = 0.0185, so five of them. Critical
  /// values: an independent program (numpy, 40 runs of 4000 draws of the same contributions) gives 2.764 with Mammen's weights
  /// and 2.678 with ±1, a run deviating by 0.027 and 0.024, so five of those.
  @Test(.enabled(if: CountyEmployment.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func errorsAreTheAnalyticOnes() throws {
    let effects = try CallawaySantAnna().fit(CountyEmployment.design())
    for weights in MultiplierBootstrap.Weights.allCases {
      let bands = try MultiplierBootstrap(weights: weights, draws: 4000).bands(effects)
      #expect(bands.standardErrors.count == 12)
      for (cell, error) in zip(effects.cells, bands.standardErrors) {
        let ratio = (error ?? 0) / (cell.standardError ?? 1)
        #expect(abs(ratio - 1) < 0.0925)
      }
      #expect(abs(bands.criticalValue - (weights == .mammen ? 2.764 : 2.678)) < 0.133)
    }
  }

  /// Parts without an error have no band.
  @Test func smallGroupsHaveNoBand() throws {
    let starts: [Int?] = [1] + [3, 3, 3, 3, 3] + [Int?](repeating: nil, count: 8)
    let effects = try CallawaySantAnna().fit(StaggeredExample.design(starts: starts))
    let bands = try MultiplierBootstrap().bands(try effects.aggregated(.group))
    #expect(bands.intervals[0] == nil)
    #expect(bands.intervals[1] != nil)
  }
}
