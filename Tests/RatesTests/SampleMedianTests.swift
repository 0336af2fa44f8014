import Estimates
import Indicators
import TestSupport
import Testing

@testable import Rates

@Suite struct SampleMedianTests {
  // scipy 1.17.1: the number of j with binom.cdf(j, n, 0.5) <= 0.025. Conover's table A3 has the same ranks.
  @Test(arguments: [(5, nil), (6, 1), (10, 2), (20, 6), (25, 8), (100, 40)] as [(Int, Int?)])
  func theRanksOfTheInterval(count: Int, rank: Int?) throws {
    #expect(SampleMedian.lowerRank(of: count, tail: 0.025) == rank)
    let median = try SampleMedian(of: (1...count).map { Double($0) }.reversed()).estimate()
    #expect(median.value == Double(count + 1) / 2)
    guard let rank else {
      #expect(median.interval == nil && median.intervalReason == .tooFewPoints)
      return
    }
    #expect(median.interval?.lower == Double(rank) && median.interval?.upper == Double(count + 1 - rank))
    #expect(median.method == .orderStatisticMedian && median.n == Double(count))
  }

  @Test func theLevelIsKept() {
    // P(x₍ⱼ₎ ≤ median ≤ x₍ₙ₊₁₋ⱼ₎) = 1 − 2 P(B < j): 97.85 % for n = 10 and j = 2, from the binomial table.
    #expect(
      SampleMedian.lowerRank(of: 10, tail: 0.0108) == 2 && SampleMedian.lowerRank(of: 10, tail: 0.0107) == 1)
    #expect(SampleMedian.lowerRank(of: 1, tail: 0.025) == nil)
  }

  @Test func whatHasNoMedian() throws {
    #expect(throws: StatisticsError.tooFewObservations(needed: 1, found: 0)) { try SampleMedian(of: []) }
    #expect(throws: StatisticsError.notFinite(what: "value")) { try SampleMedian(of: [1, .infinity]) }
    let huge = Double.greatestFiniteMagnitude
    #expect(try SampleMedian(of: [huge, huge]).value == huge)
    #expect(try SampleMedian(of: [7]).estimate().interval == nil)
  }
}
