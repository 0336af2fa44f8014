import Indicators
import TestSupport
import Testing

@testable import Spatial

@Suite struct MarshallSmoothingTests {
  @Test(.enabled(if: LipCancer.isAvailable, Comment(rawValue: ReferenceData.skipReason)))
  func lipCancerInScotland() throws {
    let (counts, expected) = try LipCancer.read()
    let prior = try MarshallSmoothing(counts: counts, expected: expected)
    // Half the last printed digit.
    #expect(abs(prior.variance - 0.802700098694) <= 5e-13)
    #expect(abs(prior.mean - 0.999627004849) <= 5e-13)
    #expect(abs(try prior.posterior(count: 9, expected: 1.4).mean - 3.87281123363) <= 5e-12)
  }

  /// The interval's gamma prior has mean m and variance a, so its posterior is the same number.
  @Test func theMatchingGammaPriorGivesTheSameValue() throws {
    let prior = try MarshallSmoothing(counts: [9, 39, 11, 1], expected: [1.4, 8.7, 3.0, 2.5])
    let gamma = try GammaPoisson(
      shape: prior.mean * prior.mean / prior.variance, rate: prior.mean / prior.variance)
    let one = try prior.posterior(count: 9, expected: 1.4)
    let other = try gamma.posterior(count: 9, expected: 1.4)
    #expect(isClose(one.mean, other.mean, relative: 1e-14))
    #expect(isClose(one.variance, other.variance, relative: 1e-13))
    #expect(isClose(one.weight, other.weight, relative: 1e-14))
  }

  @Test func localUsesAZoneAndItsNeighbours() throws {
    // A ring of five, and an island.
    let ring = try Adjacency(
      zones: ["a", "b", "c", "d", "e", "x"],
      pairs: [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "a")])
    let counts: [Double?] = [9, 39, 11, nil, 15, 3]
    let expected: [Double?] = [1.4, 8.7, 3.0, 2.5, 4.3, 2]
    let local = MarshallSmoothing.local(counts: counts, expected: expected, adjacency: ring)
    #expect(local.count == 6)
    let second = try MarshallSmoothing(counts: [9, 39, 11], expected: [1.4, 8.7, 3.0])
    #expect(try local[1].get() == second)
    // Two neighbours with figures, and d itself has none.
    #expect(local[3] == .failure(ShrinkageRefusal(.tooFewPoints)))
    #expect(local[5] == .failure(ShrinkageRefusal(.tooFewPoints)))
  }

  @Test func withoutExtraVariationEveryZoneGetsTheMean() throws {
    let prior = try MarshallSmoothing(counts: [10, 10, 10], expected: [10, 10, 10])
    #expect(prior.isPooled)
    #expect(try prior.posterior(count: 20, expected: 10).mean == 1)
  }
}
