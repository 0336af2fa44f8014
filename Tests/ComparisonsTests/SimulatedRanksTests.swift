import Estimates
import Rates
import Scheduler
import Testing

@testable import Comparisons

@Suite("Ranks by drawing anew")
struct SimulatedRanksTests {
  // Two shares: P(first > second) for Beta(10.5, 90.5) and Beta(15.5, 85.5) is 0.1425 by scipy 1.17.1 quadrature; with 4000
  // draws four standard errors are 0.022.
  @Test("the probability of two shares")
  func beta() throws {
    let ranks = SimulatedRanks(
      [.proportion(try Proportion(of: 10, in: 100)), .proportion(try Proportion(of: 15, in: 100))],
      keys: [1, 2], draws: 4000)
    #expect(abs(try #require(ranks.probability(zone: 0, amongFirst: 1)) - 0.1425) <= 0.022)
    #expect(ranks.probability(zone: 0, amongFirst: 2) == 1)
  }

  // Mean and variance of Gamma(x + ½)/n are (x + ½)/n and (x + ½)/n²; P(rate of 0 in 10 above that of 3 in 10), of
  // Four standard errors are 0.0114. Gamma(0.5) above Gamma(3.5), is I(½; 3.5, 0.5) = 0.0331.
  @Test("rates with no events are drawn too")
  func gamma() throws {
    let ranks = SimulatedRanks(
      [.rate(try Rate(of: 0, in: 10)), .rate(try Rate(of: 3, in: 10))], keys: [7, 8], draws: 4000)
    #expect(abs(try #require(ranks.probability(zone: 0, amongFirst: 1)) - 0.0331) <= 0.0114)
  }

  @Test("a zone's numbers follow its key, not its place or the threads")
  func keys() throws {
    let figures = try PairwiseRanksTests.figures()
    let keys = figures.indices.map { SimulatedRanks.key("zone\($0)") }
    let one = SimulatedRanks(figures, keys: keys, draws: 200, threads: .single)
    let other = SimulatedRanks(
      [nil] + figures.reversed(), keys: [0] + keys.reversed(), draws: 200, threads: ThreadLimit(4))
    for zone in figures.indices {
      #expect(one.ranks(zone: zone) == other.ranks(zone: figures.count - zone))
    }
    #expect(other.ranks(zone: 0).isEmpty && other.interval(zone: 0) == nil && other.meanRank(zone: 0) == nil)
    #expect(SimulatedRanks(figures, keys: keys, draws: 200, seed: 2).ranks(zone: 0) != one.ranks(zone: 0))
  }

  @Test("ranks of every draw are 1 to n, and intervals widen")
  func sums() throws {
    let figures = try PairwiseRanksTests.figures()
    let ranks = SimulatedRanks(figures, keys: [], draws: 300)
    let total = figures.indices.compactMap { ranks.meanRank(zone: $0) }.reduce(0, +)
    #expect(abs(total - 55) <= 1e-9)
    for zone in figures.indices {
      let inner = try #require(ranks.interval(zone: zone, level: .p90))
      let outer = try #require(ranks.interval(zone: zone, level: .p998))
      #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
    }
  }
}
