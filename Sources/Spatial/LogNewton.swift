import Foundation

/// A maximum of a smooth function of two parameters, both already on a scale without ends (logarithms, logits).
///
/// Newton steps with three safeguards: where the curvature is not that of a maximum the step goes uphill along the
/// gradient; no step is longer than 2 in either parameter; and a step that does not increase the function is halved.
struct LogNewton {
  /// Value, gradient and second derivatives at a point.
  struct Point {
    var value: Double
    var gradient: (Double, Double)
    var curvature: (Double, Double, Double)

    var isFinite: Bool {
      value.isFinite && gradient.0.isFinite && gradient.1.isFinite && curvature.0.isFinite
        && curvature.1.isFinite && curvature.2.isFinite
    }
  }

  var position: (Double, Double)
  var value: Double
  var iterations: Int
  /// Whether the last step was shorter than the stop rule; `false` where the parameters ran away or the steps ran out.
  var converged: Bool

  /// The stop rule: the longest step of the last iteration.
  static let tolerance = 1e-11

  init?(
    from start: (Double, Double), limit: Double, iterations most: Int = 200,
    at function: (_ first: Double, _ second: Double) -> Point
  ) {
    position = start
    iterations = 0
    converged = false
    var here = function(start.0, start.1)
    guard here.isFinite else { return nil }
    value = here.value
    while iterations < most {
      iterations += 1
      var step = Self.step(here)
      let longest = max(abs(step.0), abs(step.1))
      if longest > 2 { step = (step.0 * 2 / longest, step.1 * 2 / longest) }
      var accepted: Point?
      // Near the maximum the values differ by rounding only, and then the step is taken as it is.
      let slack = 1e-13 * max(1, abs(here.value))
      for _ in 0..<40 {
        let next = function(position.0 + step.0, position.1 + step.1)
        if next.isFinite, next.value >= here.value - slack {
          accepted = next
          break
        }
        step = (step.0 / 2, step.1 / 2)
      }
      guard let next = accepted else {
        // No direction goes up: the point is a maximum as far as the arithmetic can tell.
        converged = abs(here.gradient.0) + abs(here.gradient.1) <= 1e-6 * max(1, abs(here.value))
        return
      }
      position = (position.0 + step.0, position.1 + step.1)
      here = next
      value = next.value
      if max(abs(step.0), abs(step.1)) <= Self.tolerance * max(1, abs(position.0), abs(position.1)) {
        converged = true
        return
      }
      // Beyond the limit the first parameter is as good as infinite.
      if position.0 > limit { return }
    }
  }

  private static func step(_ point: Point) -> (Double, Double) {
    let (first, second) = point.gradient
    let (a, b, c) = point.curvature
    let determinant = a * c - b * b
    if a < 0, determinant > 1e-14 * abs(a * c) {
      return (-(c * first - b * second) / determinant, -(a * second - b * first) / determinant)
    }
    let size = max(abs(a), abs(c), abs(first), abs(second), 1e-300)
    return (first / size, second / size)
  }
}
