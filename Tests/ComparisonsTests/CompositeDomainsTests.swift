import Estimates
import Indicators
import TestSupport
import Testing

@testable import Comparisons

@Suite struct CompositeDomainsTests {
  @Test func domainsAreScoredAnewAndWeighted() throws {
    let parts = try CompositeSample.shares()
    let within = CompositeRecipe(normalisation: .rankNormal)
    let index = try CompositeDomains(
      [("a", 3, [parts[0], parts[1]]), ("b", 1, [parts[2]])], within: within)
    let first = try CompositeIndex([parts[0], parts[1]], recipe: within)
    #expect(index.domains[0].values == first.values)
    let scores = [
      DirectionAlignedScores.aligned(first.values.compactMap { $0 }, by: .exponential),
      DirectionAlignedScores.scores(
        parts[2].values.compactMap { $0 }, better: .higherIsBetter, by: .exponential),
    ]
    for zone in 0..<10 {
      let expected = 0.75 * scores[0][zone] + 0.25 * scores[1][zone]
      #expect(isClose(try #require(index.overall.values[zone]), expected, relative: 1e-14))
    }
    #expect(index.overall.ranks[9] == 1)
    #expect(throws: CompositeRefusal(.tooFewPoints)) {
      try CompositeDomains([("a", 1, [])], within: within)
    }
  }
}
