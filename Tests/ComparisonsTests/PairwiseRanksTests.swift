import Estimates
import Rates
import Scheduler
import Testing

@testable import Comparisons

@Suite("Ranks from differences")
struct PairwiseRanksTests {
  static func figures() throws -> [Figure?] {
    try zip(OverdispersionTests.x, OverdispersionTests.n).map { .proportion(try Proportion(of: $0, in: $1)) }
  }

  // Every Newcombe interval of level 0.95^(1/9) counted in Python with scipy 1.17.1.
  @Test("equals counting the differences")
  func vector() throws {
    let ranks = PairwiseRanks(try Self.figures())
    let expected = [
      (9, 3, 10), (6, 2, 10), (3, 1, 10), (10, 3, 10), (4, 1, 10), (7, 2, 10), (1, 1, 5), (8, 3, 10),
      (5, 1, 10), (2, 1, 7),
    ]
    for (index, one) in expected.enumerated() {
      #expect(ranks[index] == PairwiseRanks.Rank(rank: one.0, lower: one.1, upper: one.2))
    }
  }

  @Test("lowest first mirrors, threads and gaps change nothing, equal values share a rank")
  func shape() throws {
    let figures = try Self.figures()
    let high = PairwiseRanks(figures)
    let low = PairwiseRanks(figures, order: .lowestFirst, threads: ThreadLimit(3))
    for index in figures.indices {
      let (one, other) = (try #require(high[index]), try #require(low[index]))
      #expect(one.rank + other.rank == 11 && one.lower + other.upper == 11)
    }
    let gapped = PairwiseRanks([nil] + figures + [nil])
    #expect(gapped.count == 10 && gapped[0] == nil && gapped[4] == high[3])
    let equal = PairwiseRanks([figures[0], figures[0], figures[0]])
    #expect(equal.ranks.allSatisfy { $0 == PairwiseRanks.Rank(rank: 1, lower: 1, upper: 3) })
    #expect(PairwiseRanks([.count(try Rate(count: 4))]).count == 0)
  }
}
