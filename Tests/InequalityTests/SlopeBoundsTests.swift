import Indicators
import TestSupport
import Testing

@testable import Inequality

@Suite struct SlopeBoundsTests {
  /// Every admissible count of two hidden groups gives an index within the bounds, and the outermost reach them.
  @Test func theBoundsHoldEveryAdmissibleAnswerAndNoMore() throws {
    let people = MadeGroups.people
    let known = [30.0, 0, 22, 0, 12]
    let ranges = zip(known, people).map { x, n in x == 0 ? (1 / n)...(4 / n) : (x / n)...(x / n) }
    let bounds = try SlopeIndex.bounds(ranges, weights: people)
    let turned = try SlopeIndex.bounds(ranges, weights: people, contrast: .bottomMinusTop)
    #expect(turned.lowerBound == -bounds.upperBound && turned.upperBound == -bounds.lowerBound)
    var found: [Double] = []
    for one in 1...4 {
      for other in 1...4 {
        var events = known
        (events[1], events[3]) = (Double(one), Double(other))
        let values = zip(events, people).map { $0 / $1 }
        found.append(try SlopeIndex(try RankedUnits(values: values, weights: people)).slope)
      }
    }
    // Shares of a hundredth with slopes of as much: sums of five terms, some ulps.
    #expect(isClose(try #require(found.min()), bounds.lowerBound, relative: 1e-12))
    #expect(isClose(try #require(found.max()), bounds.upperBound, relative: 1e-12))
    #expect(throws: Reason.tooFewGroups) { try SlopeIndex.bounds([1...2, 3...4], weights: [1, 1]) }
  }
}
