import Indicators
import TestSupport
import Testing

@testable import Regression

@Suite struct RateTrendBoundsTests {
  /// Three hidden cells of five admissible counts each: the range of all 125 fits is the range of the bounds, not merely
  /// within it.
  @Test(arguments: [RateTrend.Family.poisson, .binomial]) func isTheRangeOfAllFillings(
    family: RateTrend.Family
  ) throws {
    var panel = try TestPanels.quotients(
      [[4, 3, 6, 2, 5, 8, 3], [9, 8, 7, 9, 6, 5, 7]],
      over: [[40, 45, 41, 47, 44, 50, 43], [60, 61, 65, 63, 61, 66, 70]])
    for cell in [1, 3, 6] { panel = try panel.withHidden(cell, bounds: 0...4) }
    let bounds = try RateTrends.slopeBounds(panel, family: family)
    let range = try bounds[0].get()
    var slopes: [Double] = []
    for one in 0..<5 {
      for two in 0..<5 {
        for three in 0..<5 {
          let filled = try panel.withNumerator(Double(one), in: 1).withNumerator(Double(two), in: 3)
            .withNumerator(Double(three), in: 6)
          slopes.append(try #require(try RateTrends(filled, family: family)[0]).slope)
        }
      }
    }
    #expect(slopes.min() == range.lowerBound && slopes.max() == range.upperBound)
    let known = try bounds[1].get()
    #expect(known.lowerBound == known.upperBound)
  }

  @Test func undeclaredRulesHaveNoBounds() throws {
    let panel = try TestPanels.quotients([[4, 3, 6, 2, 5]], over: [[40, 45, 41, 47, 44]])
    let hidden = try panel.withHidden(1)
    #expect(try RateTrends.slopeBounds(hidden, family: .poisson) == [.failure(.suppressed)])
    let declared = try panel.withHidden(1, bounds: 1...4)
    #expect(try RateTrends.slopeBounds(declared, family: .negativeBinomial) == [.failure(.suppressed)])
  }
}
