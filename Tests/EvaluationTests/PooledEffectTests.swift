import Estimates
import Evaluation
import Indicators
import Testing

@Suite struct PooledEffectTests {
  /// Two municipalities of two periods: changes of donors 0, 1, 2 (treated 5), and 0, 4 (treated 8).
  static func designs() throws -> [EffectDesign] {
    [
      try EffectDesign(outcomes: [1, 1, 2, 3, 3, 5, 0, 5], donors: 3, prePeriods: 1),
      try EffectDesign(outcomes: [0, 0, 2, 6, 1, 9], donors: 2, prePeriods: 1),
    ]
  }

  @Test func pooledByHand() throws {
    let pooled = try PooledEffect(DifferenceInDifferences(), Self.designs())
    // Effects 5 − 1 and 8 − 2; placebos −1.5, 0, 1.5 and −4, 4.
    #expect(pooled.estimate == 5)
    #expect(pooled.weights == [0.5, 0.5])
    // (3 + 1)(2 + 1) − 1.
    #expect(pooled.sample.values.count == 11)
    #expect(pooled.sample.isExhaustive)
    #expect(pooled.sample.floor == 1.0 / 12)
    #expect(pooled.sample.pValue() == 1.0 / 12)
    let values = zip(pooled.sample.values, pooled.sample.shares).map { "\($0) \($1)" }
    // The district of the first municipality with each placebo of the second comes first.
    #expect(values[0] == "0.0 0.5" && values[1] == "4.0 0.5")
    // Placebo variances 1.5 and 16.
    let error = (0.25 * 1.5 + 0.25 * 16).squareRoot()
    #expect(abs((pooled.standardError ?? 0) - error) < 1e-14)
    let q = try #require(pooled.heterogeneity)
    // Two effects: Q = (6 − 4)²/(1.5 + 16) = 4/17.5.
    #expect(abs(q.q - 4 / 17.5) < 1e-14)
    #expect(q.iSquared == 0)
    #expect(q.degreesOfFreedom == 1)
    let precise = try PooledEffect(DifferenceInDifferences(), Self.designs(), weighting: .inverseVariance)
    #expect(abs(precise.weights[0] - 16 / 17.5) < 1e-14)
    let given = try PooledEffect(DifferenceInDifferences(), Self.designs(), weighting: .given([1, 3]))
    #expect(given.estimate == 5.5)
    #expect(throws: EffectError.parameter(name: "weights", value: 0)) {
      try PooledEffect(DifferenceInDifferences(), Self.designs(), weighting: .given([1, 0]))
    }
    #expect(throws: EffectError.shape(what: "weights", expected: 2, found: 1)) {
      try PooledEffect(DifferenceInDifferences(), Self.designs(), weighting: .given([1]))
    }
    #expect(throws: EffectError.noTreated) { try PooledEffect([]) }
  }

  /// Taking τ₀ out of both districts and pooling again gives the p-values the interval is made of.
  @Test func theIntervalIsTheSetOfEffectsNotRuledOut() throws {
    let level = try #require(ConfidenceInterval.Level(0.8))
    let interval = try PooledEffect(DifferenceInDifferences(), Self.designs()).sample.interval(level: level)
      .get()
    func p(_ effect: Double) throws -> Double {
      let designs = try Self.designs().map { design in
        var outcomes = design.outcomes
        outcomes[outcomes.count - 1] -= effect
        return try EffectDesign(outcomes: outcomes, donors: design.donors, prePeriods: 1)
      }
      return try PooledEffect(DifferenceInDifferences(), designs).sample.pValue()
    }
    #expect(interval.contains(5))
    #expect(try p(interval.lower - 1e-9) <= 0.2)
    #expect(try p(interval.lower + 1e-9) > 0.2)
    #expect(try p(interval.upper - 1e-9) > 0.2)
    #expect(try p(interval.upper + 1e-9) <= 0.2)
  }

  @Test func manyMunicipalitiesAreDrawn() throws {
    var five: [EffectDesign] = []
    for place in 0..<5 {
      var outcomes: [Double] = []
      for zone in 0..<30 { outcomes += [Double(zone), Double(zone + (zone * 7 + place) % 11)] }
      five.append(try EffectDesign(outcomes: outcomes, donors: 29, prePeriods: 1))
    }
    let pooled = try PooledEffect(DifferenceInDifferences(), five, limit: 2000, seed: 4)
    #expect(!pooled.sample.isExhaustive)
    #expect(pooled.sample.population == 24_299_999)
    #expect(pooled.sample.values.count == 2000)
    #expect(pooled.sample.monteCarloError() > 0)
    #expect(try PooledEffect(DifferenceInDifferences(), five, limit: 2000, seed: 4).sample == pooled.sample)
    #expect(try PooledEffect(DifferenceInDifferences(), five, limit: 2000, seed: 5).sample != pooled.sample)
  }
}
