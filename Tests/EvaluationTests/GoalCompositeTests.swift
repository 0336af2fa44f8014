import Indicators
import TestSupport
import Testing

@testable import Evaluation

@Suite struct GoalCompositeTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiasWindowsMakeAComposite() throws {
    let shared = try CaliforniaWindows.shared()
    let fewer = [Direction](repeating: .higherIsBetter, count: 3)
    // Computed with numpy: the mean of the three z-scores over 39 states with the sign turned, and R⁻¹1 over its sum.
    let equal = try GoalComposite(shared, better: fewer)
    #expect(abs(equal.value - 1.4450627103867315) < 1e-10)
    #expect(abs(equal.pValue() - 5.0 / 39) < 1e-15)
    let precise = try GoalComposite(shared, better: fewer, weighting: .precision)
    for (weight, known) in zip(precise.weights, [0.81443979, -0.72113098, 0.90669119]) {
      #expect(abs(weight - known) < 5e-8)
    }
    // R has a condition number of a few hundred.
    #expect(abs(precise.value - 1.3204497733331795) < 1e-10)
    #expect(abs(precise.pValue() - 6.0 / 39) < 1e-15)
    #expect(precise.diagnostics == [Diagnostic("negative-weight")])
    #expect(equal.diagnostics.isEmpty)
  }

  @Test func moreIsWorseWhicheverWayAnIndicatorGoes() throws {
    let placebos: [[Double?]] = [[1, -2, 3, 0, 2], [-1, 2, -3, 0, -2]]
    let shared = try SharedPlacebos(own: [-9, 9], placebos: placebos)
    let goal = try GoalComposite(shared, better: [.lowerIsBetter, .higherIsBetter])
    #expect(goal.value < 0)
    #expect(abs(goal.pValue(.less) - 1.0 / 6) < 1e-15)
    #expect(goal.pValue(.greater) == 1)
    // The second is the first with its sign turned, so either alone is the composite.
    let alone = try GoalComposite(shared, better: [.lowerIsBetter, .neutral])
    #expect(abs(alone.value - goal.value) < 1e-14)
    #expect(alone.withoutDirection == [1])
    #expect(alone.indicators == [0])
    // Two that say the same have no precision weights.
    #expect(throws: EffectError.self) {
      try GoalComposite(shared, better: [.lowerIsBetter, .higherIsBetter], weighting: .precision)
    }
    #expect(throws: EffectError.parameter(name: "directions", value: 0)) {
      try GoalComposite(shared, better: [.neutral, .neutral])
    }
    #expect(throws: EffectError.shape(what: "directions", expected: 2, found: 1)) {
      try GoalComposite(shared, better: [.neutral])
    }
  }
}
