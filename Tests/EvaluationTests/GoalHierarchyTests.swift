import Distributions
import Estimates
import Indicators
import Testing

@testable import Evaluation

@Suite struct GoalHierarchyTests {
  @Test func theGateFollowsTheFormula() {
    // Two goals, Q = 0.02 and 0.3. Goal 0: at k = 1 max(0.02, 0.02, a·2); at k = 2 max(0.02, 0.3, a).
    let gated = GoalHierarchy.gated(
      goals: [0.02, nil, 0.3], within: [[0.01, 0.2, nil], [0.001], [0.04]], members: [[0, 1, 2], [3], [4]],
      count: 5)
    #expect(gated == [0.02, 0.3, nil, nil, 0.3])
  }

  @Test func withTheBestIndicatorAsCompositeItIsSelectiveFamilies() {
    // Where each goal's value is its Simes value, the procedure is the one of Estimates.
    let p: [Double?] = [0.001, 0.2, 0.03, 0.3, 0.04, 0.5]
    let families = ["a", "a", "b", "b", "b", "c"]
    let members = [[0, 1], [2, 3, 4], [5]]
    let within = members.map { MultipleTesting.benjaminiHochberg($0.map { p[$0] }) }
    let goals = MultipleTesting.benjaminiHochberg(within.map { $0.compactMap(\.self).min() })
    #expect(
      GoalHierarchy.gated(goals: goals, within: within, members: members, count: 6)
        == MultipleTesting.selectiveFamilies(p, families: families))
  }

  @Test func manyWeakEffectsOpenAGoalAndNoOtherOne() throws {
    var stream = RandomStream(seed: 2026)
    // Goal one: eight indicators that all improve by one and a half deviations; goal two: eight that do not.
    let rows = (0..<16).map { _ in (0..<99).map { _ in Double?(stream.standardNormal()) } }
    let own = (0..<16).map { Double?($0 < 8 ? -1.5 : (Double($0) - 11.5) / 10) }
    let names = (0..<16).map { $0 < 8 ? "one" : "two" }
    let tested = try GoalHierarchy(
      own: own, placebos: rows, better: [Direction](repeating: .lowerIsBetter, count: 16), goals: names)
    #expect(tested.goals.map(\.name) == ["one", "two"])
    // The composite of eight has a deviation of 0.35; 1.5 is the largest of a hundred.
    #expect(tested.goals[0].pValue == 0.01)
    #expect(tested.goals[0].adjusted == 0.02)
    #expect((tested.goals[1].pValue ?? 0) > 0.2)
    // None of its indicators by itself.
    #expect(tested.adjusted.compactMap(\.self).allSatisfy { $0 > 0.05 })
    for (index, value) in tested.adjusted.enumerated() {
      #expect((value ?? 0) >= (tested.goals[index < 8 ? 0 : 1].adjusted ?? 1))
    }
  }

  @Test func aGoalWithoutFiguresHasAReason() throws {
    let rows: [[Double?]] = [[1, -2, 3, 0], [nil, nil, nil, nil], [2, 1, -1, 0]]
    let tested = try GoalHierarchy(
      own: [5, 1, 1], placebos: rows, better: [.lowerIsBetter, .lowerIsBetter, .neutral],
      goals: ["a", "b", "c"], within: .benjaminiHochberg)
    #expect(tested.goals[1].reason == Reason("too-few-donors"))
    #expect(tested.goals[2].reason == Reason("parameter-out-of-range"))
    #expect(tested.adjusted[1] == nil)
    #expect(tested.adjusted[2] == nil)
    #expect(tested.goals[0].adjusted == 0.2)
    #expect(throws: EffectError.shape(what: "goals", expected: 3, found: 1)) {
      try GoalHierarchy(
        own: [5, 1, 1], placebos: rows, better: [.neutral, .neutral, .neutral], goals: ["a"])
    }
  }
}
