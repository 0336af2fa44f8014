import Testing

@testable import Trends

@Suite struct JoinpointRulesTests {
  /// The table of NCI's program: 0–6 points none, 7–11 one, 12–16 two, 17–21 three, 22–26 four.
  @Test func moreJoinsNeedMorePoints() {
    let rules = JoinpointRules()
    #expect(
      (0...30).map { rules.joins(points: $0) }
        == (0...30).map { n in
          n < 7 ? 0 : n < 12 ? 1 : n < 17 ? 2 : n < 22 ? 3 : 4
        })
    #expect(JoinpointRules(maximumJoins: 2).joins(points: 100) == 2)
  }

  @Test func joinsStayAwayFromTheEnds() {
    #expect(JoinpointRules().candidates(points: 35) == 2..<33)
    #expect(JoinpointRules(outside: 4).candidates(points: 8).isEmpty)
  }
}
