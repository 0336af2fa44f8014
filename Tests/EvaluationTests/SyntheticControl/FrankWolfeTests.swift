import Evaluation
import Testing

@Suite struct FrankWolfeTests {
  @Test func oneStepByHand() throws {
    // Points 0, 1 and 4, target 3, from equal weights: x = 5/3, half gradients aⱼ(x − 3) = 0, −4/3, −16/3. The corner is 4;
    // the step (3 − 5/3) / (4 − 5/3) = 4/7.
    let once = FrankWolfe(first: 1, second: 0)
    let solution = try once.weights(
      points: [0, 1, 4], count: 3, target: [3], penalty: 0, noise: 1, hasIntercept: false)
    // (1/7, 1/7, 5/7): at most a quarter of the largest is put to nought.
    #expect(solution.weights == [0, 0, 1])
    let kept = try FrankWolfe(first: 0, second: 1).weights(
      points: [0, 1, 4], count: 3, target: [3], penalty: 0, noise: 1, hasIntercept: false)
    #expect(zip(kept.weights, [1.0 / 7, 1.0 / 7, 5.0 / 7]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(kept.steps == 1)
    #expect(kept.reachedLimit)
  }

  @Test func itNearsTheOptimum() throws {
    let points = [0.0, 0, 3, 1, 1, 4, 2, 2, 5, 1]
    let exact = try SimplexLeastSquares(points: points, count: 5, target: [2, 3], ridge: 0.2).solve()
    // η = rows · ζ².
    let steps = try FrankWolfe(decrease: 1e-9, second: 20_000).weights(
      points: points, count: 5, target: [2, 3], penalty: 0.1.squareRoot(), noise: 1, hasIntercept: false)
    func objective(_ weights: [Double]) -> Double {
      let x = (0..<5).reduce(-2.0) { $0 + weights[$1] * points[2 * $1] }
      let y = (0..<5).reduce(-3.0) { $0 + weights[$1] * points[2 * $1 + 1] }
      return x * x + y * y + 0.2 * weights.reduce(0.0) { $0 + $1 * $1 }
    }
    // After t steps the objective is at most 2C/(t + 2) above the least, C = 2 · (26 + 0.2 · 2) from the widest pair of points
    // (Jaggi 2013); and never below it.
    let excess = objective(steps.weights) - objective(exact.weights)
    #expect(excess > -1e-14)
    #expect(excess < 2 * 2 * 26.4 / 20_002)
  }

  @Test func whatDoesNotFitIsRefused() {
    #expect(throws: EffectError.shape(what: "points", expected: 2, found: 1)) {
      try FrankWolfe().weights(points: [1], count: 2, target: [1], penalty: 0, noise: 1, hasIntercept: false)
    }
  }
}
