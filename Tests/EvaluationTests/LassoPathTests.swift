import Distributions
import Testing

@testable import Evaluation

@Suite struct LassoPathTests {
  @Test func oneCoordinateIsSoftThresholding() throws {
    let path = try LassoPath(quadratic: [[2]], linear: [-3])
    for penalty in [0, 0.5, 1, 2.9, 3, 4] {
      #expect(abs(path.point(penalty)[0] - max(0, 3 - penalty) / 2) < 1e-14)
    }
  }

  /// The conditions of a minimum, on random problems: the gradient is −λ·sign where active and within ±λ elsewhere.
  @Test func everyPointIsAMinimum() throws {
    for replicate in 0..<40 {
      var stream = RandomStream(seed: 9, replicate: replicate)
      let n = 1 + replicate % 9
      let roots = (0..<n + 3).map { _ in (0..<n).map { _ in stream.standardNormal() } }
      let quadratic = (0..<n).map { a in (0..<n).map { b in roots.reduce(0.0) { $0 + $1[a] * $1[b] } } }
      let linear = (0..<n).map { _ in 5 * stream.standardNormal() }
      let path = try LassoPath(quadratic: quadratic, linear: linear)
      #expect(path.pieces.last?.lower == 0)
      let largest = path.pieces.first?.upper ?? 0
      for share in [0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.99, 1, 1.2] {
        let penalty = share * largest
        let x = path.point(penalty)
        for row in 0..<n {
          let gradient = linear[row] + (0..<n).reduce(0.0) { $0 + quadratic[row][$1] * x[$1] }
          // Condition numbers of a few hundred at gradients of about ten.
          if abs(x[row]) > 1e-9 {
            #expect(abs(gradient + penalty * (x[row] > 0 ? 1 : -1)) < 1e-9)
          } else {
            #expect(abs(gradient) <= penalty + 1e-8)
          }
        }
      }
    }
  }
}
