import Indicators
import TestSupport
import Testing

@testable import Inequality

@Suite struct EntropyDecompositionTests {
  @Test func thePartsSumToTheWhole() throws {
    var random = SeededGenerator(seed: 5)
    let values = (0..<60).map { _ in 1 + 9 * random.uniform() }
    let weights = (0..<60).map { _ in 1 + 99 * random.uniform() }
    let groups = (0..<60).map { _ in Int(random.next() % 5) }
    for alpha in [-1.0, 0, 0.5, 1, 2, 3] {
      let index = try #require(GeneralisedEntropy(alpha))
      let parts = try EntropyDecomposition(index, values, weights: weights, groups: groups)
      #expect(isClose(parts.within + parts.between, parts.total, relative: 1e-12), "GE(\(alpha))")
      #expect(parts.within > 0 && parts.between > 0)
      #expect(isClose(parts.contributions.reduce(0, +), parts.within, relative: 1e-14))
    }
  }

  @Test func oneGroupHasNothingBetweenAndSinglesNothingWithin() throws {
    let whole = try EntropyDecomposition(.theilT, [1, 2, 5], groups: [0, 0, 0])
    #expect(whole.between == 0 && whole.within == whole.total)
    let singles = try EntropyDecomposition(.theilT, [1, 2, 5], groups: [0, 1, 3])
    #expect(singles.within == 0 && isClose(singles.between, singles.total, relative: 1e-14))
    #expect(throws: Reason("unequal-lengths")) { try EntropyDecomposition(.theilT, [1, 2], groups: [0]) }
  }
}
