import Estimates
import Indicators

/// Finds the effects a test does not reject by trying them: widening until both ends are rejected, a grid between, then halving.
///
/// For tests whose p-value has no closed form as a function of the effect. The answer is the smallest interval that holds all
/// accepted effects of the grid; holes between grid points narrower than a grid step go unseen.
struct TestInversion {
  /// The effect tried first.
  var centre: Double
  /// The first half-width; the unit of everything.
  var scale: Double
  /// Which ends are looked for: a rise has only a lower one.
  var alternative: EffectAlternative
  /// How many intervals the grid has.
  var steps = 96
  /// How often the width may double before an end is called open.
  var doublings = 24

  /// The accepted set.
  ///
  /// - Parameter accepts: Whether an effect is not rejected.
  func interval(
    level: ConfidenceInterval.Level, highestLevel: Double,
    _ accepts: (Double) throws(EffectError) -> Bool
  ) throws(EffectError) -> InvertedInterval {
    let lower = alternative == .less ? nil : try first(false, towards: -1, accepts)
    let upper = alternative == .greater ? nil : try first(false, towards: 1, accepts)
    if lower == nil && upper == nil {
      return InvertedInterval(nil, reason: .nothingRejected, level: level, highestLevel: highestLevel)
    }
    // An open end needs no border, only a place that is accepted for the grid to begin at.
    var (left, right) = (lower, upper)
    if left == nil { left = try first(true, towards: -1, accepts) }
    if right == nil { right = try first(true, towards: 1, accepts) }
    guard let left, let right
    else {
      return InvertedInterval(nil, reason: .everyEffectRejected, level: level, highestLevel: highestLevel)
    }
    let places = (0...steps).map { left + (right - left) * Double($0) / Double(steps) }
    var accepted: [Bool] = []
    for place in places { accepted.append(try accepts(place)) }
    guard let one = accepted.firstIndex(of: true), let last = accepted.lastIndex(of: true) else {
      return InvertedInterval(nil, reason: .everyEffectRejected, level: level, highestLevel: highestLevel)
    }
    var diagnostics: [Diagnostic] = []
    if accepted[one...last].contains(false) { diagnostics.append(.intervalWithHoles) }
    if (lower == nil && alternative != .less) || (upper == nil && alternative != .greater) {
      diagnostics.append(.intervalOpen)
    }
    var (low, high) = (-Double.infinity, Double.infinity)
    if lower != nil {
      low = one == 0 ? places[0] : try edge(accepted: places[one], rejected: places[one - 1], accepts)
    }
    if upper != nil {
      high =
        last == steps ? places[steps] : try edge(accepted: places[last], rejected: places[last + 1], accepts)
    }
    return InvertedInterval(
      ConfidenceInterval(lower: low, upper: high, level: level), reason: .everyEffectRejected, level: level,
      highestLevel: highestLevel, diagnostics: diagnostics)
  }

  /// The first of the effects tried that way, ever further out, where the verdict is `wanted` twice in a row, so that a hole just
  /// beyond the centre does not end the search; `nil` where none is.
  private func first(
    _ wanted: Bool, towards sign: Double, _ accepts: (Double) throws(EffectError) -> Bool
  ) throws(EffectError) -> Double? {
    var width = scale
    for _ in 0..<doublings {
      let place = centre + sign * width
      if try accepts(place) == wanted, try accepts(centre + sign * width * 2) == wanted { return place }
      width *= 2
    }
    return nil
  }

  /// The border between an effect that is accepted and one that is not: 60 halvings, or until the two are neighbours.
  private func edge(
    accepted: Double, rejected: Double, _ accepts: (Double) throws(EffectError) -> Bool
  ) throws(EffectError) -> Double {
    var (inside, outside) = (accepted, rejected)
    for _ in 0..<60 where abs(outside - inside) > 1e-12 * max(abs(inside), scale * 1e-3) {
      let middle = inside + (outside - inside) / 2
      if try accepts(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}
