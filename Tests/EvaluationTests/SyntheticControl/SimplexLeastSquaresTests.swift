import Distributions
import Evaluation
import Foundation
import Testing

@Suite struct SimplexLeastSquaresTests {
  /// The gradient condition checked from the inputs alone: half gradient gⱼ ≥ Σw g everywhere, = where wⱼ > 0, relative to
  /// the largest the points allow.
  private func violation(
    _ points: [[Double]], _ target: [Double], _ weights: [Double], ridge: Double = 0, intercept: Double = 0
  ) -> Double {
    let gaps = target.indices.map { t in
      intercept - target[t] + points.indices.reduce(0.0) { $0 + weights[$1] * points[$1][t] }
    }
    let gradient = points.indices.map { j in
      ridge * weights[j] + target.indices.reduce(0.0) { $0 + (points[j][$1] - target[$1]) * gaps[$1] }
    }
    let level = zip(weights, gradient).reduce(0.0) { $0 + $1.0 * $1.1 }
    let size = points.map { point in
      (ridge + zip(point, target).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }).squareRoot()
    }
    let reach = zip(size, weights).reduce(0.0) { $1.1 > 0 ? max($0, $1.0) : $0 }
    return points.indices.reduce(0.0) { worst, j in
      let gap = weights[j] > 0 ? abs(gradient[j] - level) : level - gradient[j]
      return max(worst, gap > 0 ? gap / (reach * (size[j] + reach)) : 0)
    }
  }

  private func random(_ count: Int, _ dimension: Int, seed: UInt64) -> [[Double]] {
    var stream = RandomStream(seed: seed, series: 0, replicate: 0)
    return (0..<count).map { _ in (0..<dimension).map { _ in Double.random(in: -1...1, using: &stream) } }
  }

  @Test func theDocumentedExample() throws {
    let solution = try SimplexLeastSquares(points: [0, 0, 4, 0, 0, 4], count: 3, target: [1, 2]).solve()
    #expect(zip(solution.weights, [0.25, 0.25, 0.5]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(solution.isUnique)
    #expect(solution.sumOfSquares < 1e-30)
    // Beyond the far side the nearest point is its middle.
    let outside = try SimplexLeastSquares(points: [0, 0, 4, 0, 0, 4], count: 3, target: [5, 5]).solve()
    #expect(zip(outside.weights, [0, 0.5, 0.5]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(outside.sumOfSquares == 18)
  }

  @Test(arguments: [0, 1e-9, 1e-3, 0.5, 100])
  func theConditionsHoldForAllShapes(ridge: Double) throws {
    for (count, dimension) in [(1, 3), (2, 1), (5, 12), (12, 5), (38, 19), (60, 7), (15, 40)] {
      for trial in 0..<6 {
        let scale = [1, 1e6, 1e-6][trial % 3]
        var points = random(count, dimension, seed: UInt64(100 * count + trial)).map { $0.map { $0 * scale } }
        if trial >= 3, count > 3 {
          points[3] = points[1]  // the same donor twice
          points[2] = [Double](repeating: scale / 2, count: dimension)  // a constant one
          if trial == 5 { points[0] = points[0].map { $0 * 1e4 } }  // one far away
        }
        let factor = Double(trial % 2 == 0 ? 1 : 3)
        let target = random(1, dimension, seed: UInt64(7 * trial + 1))[0].map { $0 * scale * factor }
        let eta = ridge * scale * scale
        let solution = try SimplexLeastSquares(
          points: points.flatMap(\.self), count: count, target: target, ridge: eta
        ).solve()
        #expect(solution.optimality <= 1e-10)
        #expect(solution.weights.allSatisfy { $0 >= 0 })
        #expect(abs(solution.weights.reduce(0, +) - 1) < 1e-14 * Double(count))
        // The certificate, recomputed without the solver's own numbers.
        #expect(violation(points, target, solution.weights, ridge: eta) <= 1e-10)
      }
    }
  }

  @Test func anInterceptIsFreeAndImportanceWeighs() throws {
    let points = random(9, 6, seed: 5)
    let target = random(1, 6, seed: 6)[0].map { $0 + 40 }
    let importance = [1.0, 4, 2, 0, 9, 1]
    let solution = try SimplexLeastSquares(
      points: points.flatMap(\.self), count: 9, target: target, hasIntercept: true, importance: importance
    ).solve()
    // The same problem written out: weighted means taken out, coordinates times √v.
    func prepared(_ row: [Double]) -> [Double] {
      let mean = zip(row, importance).reduce(0) { $0 + $1.0 * $1.1 } / importance.reduce(0, +)
      return zip(row, importance).map { ($0 - mean) * $1.squareRoot() }
    }
    #expect(violation(points.map(prepared), prepared(target), solution.weights) <= 1e-10)
    #expect(abs(solution.intercept - 40) < 2)
  }

  @Test func theLeastNormIsTakenInsideTheHull() throws {
    // One coordinate, target 0: least ‖w‖² with Σw = 1, Σwx = 0 and all weights positive has a closed form.
    let x = [-1.0, -0.5, 0.25, 1.5]
    let solution = try SimplexLeastSquares(points: x, count: 4, target: [0]).solve()
    #expect(!solution.isUnique)
    let n = 4.0
    let (sum, squares) = (x.reduce(0, +), x.reduce(0) { $0 + $1 * $1 })
    let slope = -sum / (n * squares - sum * sum)
    let level = (1 - slope * sum) / n
    for (weight, value) in zip(solution.weights, x) { #expect(abs(weight - (level + slope * value)) < 1e-13) }
    // With more donors than years the least norm is still exact, and a permutation of donors permutes it.
    let points = random(30, 4, seed: 9)
    let wide = try SimplexLeastSquares(points: points.flatMap(\.self), count: 30, target: [0, 0, 0, 0])
      .solve()
    #expect(!wide.isUnique)
    #expect(wide.sumOfSquares < 1e-26)
    let turned = try SimplexLeastSquares(
      points: points.reversed().flatMap(\.self), count: 30, target: [0, 0, 0, 0]
    ).solve()
    #expect(zip(wide.weights, turned.weights.reversed()).allSatisfy { abs($0 - $1) < 1e-11 })
  }

  @Test func oneOptimumIsKnownAsOne() throws {
    // The target is a donor at a corner of the hull: nothing else will do, though there are more donors than years.
    let corner = try SimplexLeastSquares(
      points: [0, 0, 1, 0, 0, 1, 1, 1, 0.5, 0.4], count: 5, target: [0, 0]
    ).solve()
    #expect(corner.isUnique)
    #expect(abs(corner.weights[0] - 1) < 1e-14)
    // On an edge with two donors only.
    let edge = try SimplexLeastSquares(points: [0, 0, 1, 0, 0, 1, 1, 1], count: 4, target: [0.5, 0]).solve()
    #expect(edge.isUnique)
    // On a diagonal of the square both diagonals will do.
    let middle = try SimplexLeastSquares(points: [0, 0, 1, 0, 0, 1, 1, 1], count: 4, target: [0.5, 0.5])
      .solve()
    #expect(!middle.isUnique)
    #expect(middle.weights.allSatisfy { abs($0 - 0.25) < 1e-14 })
    // All donors are the target.
    let same = try SimplexLeastSquares(points: [2, 2, 2, 2], count: 2, target: [2, 2]).solve()
    #expect(same.weights == [0.5, 0.5])
    #expect(!same.isUnique)
  }

  @Test func aWarmStartEndsInTheSamePlace() throws {
    let points = random(38, 19, seed: 77).flatMap(\.self)
    let target = random(1, 19, seed: 78)[0]
    let problem = try SimplexLeastSquares(points: points, count: 38, target: target)
    let cold = try problem.solve()
    let warm = try problem.solve(startingFrom: cold.weights)
    let wrong = try problem.solve(startingFrom: [Double](repeating: 1.0 / 38, count: 38))
    #expect(zip(cold.weights, warm.weights).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(cold.weights, wrong.weights).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func donorsThatHardlyDifferAreNoObstacle() throws {
    for gap in [1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12, 1e-14] {
      var points = random(12, 8, seed: 31)
      let shift = random(12, 8, seed: 32)
      for j in 6..<12 { points[j] = zip(points[j - 6], shift[j]).map { $0 + gap * $1 } }
      for factor in [0.1, 1, 5] {
        let target = random(1, 8, seed: 33)[0].map { $0 * factor }
        let solution = try SimplexLeastSquares(points: points.flatMap(\.self), count: 12, target: target)
          .solve()
        #expect(violation(points, target, solution.weights) <= 1e-10)
      }
    }
  }

  @Test func whatCannotBeIsRefused() {
    #expect(throws: EffectError.noDonors) { try SimplexLeastSquares(points: [], count: 0, target: [1]) }
    #expect(throws: EffectError.noPrePeriods) { try SimplexLeastSquares(points: [], count: 1, target: []) }
    #expect(throws: EffectError.shape(what: "points", expected: 4, found: 3)) {
      try SimplexLeastSquares(points: [1, 2, 3], count: 2, target: [1, 2])
    }
    #expect(throws: EffectError.parameter(name: "ridge", value: -1)) {
      try SimplexLeastSquares(points: [1], count: 1, target: [1], ridge: -1)
    }
    #expect(throws: EffectError.parameter(name: "target", value: .infinity)) {
      try SimplexLeastSquares(points: [1], count: 1, target: [.infinity])
    }
    #expect(throws: EffectError.shape(what: "weights", expected: 1, found: 2)) {
      try SimplexLeastSquares(points: [1], count: 1, target: [1]).solve(startingFrom: [1, 1])
    }
  }
}
