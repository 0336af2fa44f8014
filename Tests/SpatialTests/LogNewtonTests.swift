import Foundation
import Testing

@testable import Spatial

@Suite struct LogNewtonTests {
  /// −(eˣ − 2)² − (y + 1)² has its maximum at (log 2, −1), and bends the wrong way for small x.
  @Test func aMaximumIsFoundFromWhereTheCurvatureIsWrong() throws {
    func point(_ x: Double, _ y: Double) -> LogNewton.Point {
      let e = exp(x)
      return LogNewton.Point(
        value: -(e - 2) * (e - 2) - (y + 1) * (y + 1), gradient: (-2 * (e - 2) * e, -2 * (y + 1)),
        curvature: (-4 * e * e + 4 * e, 0, -2))
    }
    for start in [(-3.0, 5.0), (4.0, -9.0), (0.0, 0.0)] {
      let found = try #require(LogNewton(from: start, limit: 25, at: point))
      #expect(found.converged)
      #expect(abs(exp(found.position.0) - 2) < 1e-10 && abs(found.position.1 + 1) < 1e-10)
    }
  }

  /// A function that grows for ever runs to the limit and says that it did not converge.
  @Test func aMaximumAtTheEndIsNone() throws {
    let found = try #require(
      LogNewton(from: (0, 0), limit: 25) { x, y in
        LogNewton.Point(
          value: -exp(-x) - y * y, gradient: (exp(-x), -2 * y),
          curvature: (-exp(-x), 0, -2))
      })
    #expect(!found.converged || found.position.0 > 20)
  }

  @Test func aStartWithoutAValueIsRefused() {
    #expect(
      LogNewton(from: (0, 0), limit: 25) { _, _ in
        LogNewton.Point(value: .nan, gradient: (0, 0), curvature: (0, 0, 0))
      } == nil)
  }
}
