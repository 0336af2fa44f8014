import Distributions
import Foundation

/// Whether moments aⱼ·(U − θ₀) + bⱼ·D, linear in two normal variables, can all have expectations of at most zero: the
/// conditional test with a least favourable first stage.
///
/// With η̂ the largest moment and j* its index, the others given what is independent of it are lines in η̂, so that η̂ is the
/// largest on an interval [v_lo, v_up]. At κ = α/10 the test rejects where η̂ is above the least favourable quantile c (all
/// expectations zero); otherwise at (α − κ)/(1 − κ) where η̂ is above zero and above the quantile of N(0, σ*²) on
/// [v_lo, min(v_up, c)].
struct LargestMomentTest {
  /// aⱼ, bⱼ.
  private let moments: [(first: Double, second: Double)]
  private let estimate: Double
  private let other: Double
  private let variance: Double
  private let otherVariance: Double
  private let covariance: Double
  private let conditionalLevel: Double
  /// The least favourable quantile.
  let quantile: Double

  init(
    moments: [(first: Double, second: Double)], estimate: Double, other: Double, variance: Double,
    otherVariance: Double, covariance: Double, level: Double
  ) throws(EffectError) {
    self.moments = moments
    self.estimate = estimate
    self.other = other
    self.variance = variance
    self.otherVariance = otherVariance
    self.covariance = covariance
    let first = level / 10
    conditionalLevel = (level - first) / (1 - first)
    // Moments as vectors in a space where (U, D) is round.
    let scale = variance.squareRoot()
    let slope = covariance / scale
    let rest = max(0, otherVariance - slope * slope).squareRoot()
    let round = moments.map { ($0.first * scale + $0.second * slope, $0.second * rest) }
    quantile = Self.largestQuantile(round, upper: first)
  }

  /// Whether θ₀ is not rejected.
  func accepts(_ value: Double) -> Bool {
    let values = moments.map { $0.first * (estimate - value) + $0.second * other }
    guard let (place, largest) = values.enumerated().max(by: { $0.element < $1.element }) else {
      return true
    }
    if largest <= 0 { return true }
    if largest > quantile { return false }
    let best = moments[place]
    let spread = product(best, best)
    guard spread > 0 else { return false }
    var low = -Double.infinity
    var high = quantile
    for (index, moment) in moments.enumerated() where index != place {
      // valueⱼ = fixed + slope·η̂ with fixed independent of η̂; the largest stays so while fixed ≤ (1 − slope)·η̂.
      let slope = product(moment, best) / spread
      let fixed = values[index] - slope * largest
      if slope < 1 - 1e-12 {
        low = max(low, fixed / (1 - slope))
      } else if slope > 1 + 1e-12 {
        high = min(high, fixed / (1 - slope))
      }
    }
    // Rounding must not push the value seen out of its interval.
    low = min(low, largest)
    high = max(high, largest)
    let deviation = spread.squareRoot()
    let (below, above) = (
      Normal.standard.survival(low / deviation), Normal.standard.survival(high / deviation)
    )
    let own = Normal.standard.survival(largest / deviation)
    // P(η > η̂ | low ≤ η ≤ high) ≥ level is the same as η̂ at most the quantile, and needs no inverse.
    guard below > above else { return true }
    return own - above >= conditionalLevel * (below - above)
  }

  /// The hull of the values that are not rejected; `nil` where all are.
  func accepted(steps: Int = 400) -> (lower: Double, upper: Double)? {
    // Outside these ends the first stage rejects: each moment alone is above c.
    var low = -Double.infinity
    var high = Double.infinity
    for moment in moments {
      let rest = quantile - moment.second * other
      if moment.first > 0 {
        low = max(low, estimate - rest / moment.first)
      } else if moment.first < 0 {
        high = min(high, estimate - rest / moment.first)
      } else if rest < 0 {
        return nil
      }
    }
    guard low < high, low.isFinite, high.isFinite else { return nil }
    let grid = (0...steps).map { low + (high - low) * Double($0) / Double(steps) }
    guard let first = grid.firstIndex(where: accepts), let last = grid.lastIndex(where: accepts) else {
      return nil
    }
    let lower = first == 0 ? grid[0] : edge(inside: grid[first], outside: grid[first - 1])
    let upper = last == steps ? grid[steps] : edge(inside: grid[last], outside: grid[last + 1])
    return (lower, upper)
  }

  private func edge(inside: Double, outside: Double) -> Double {
    var (inside, outside) = (inside, outside)
    for _ in 0..<50 {
      let middle = (inside + outside) / 2
      if accepts(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }

  private func product(_ a: (first: Double, second: Double), _ b: (first: Double, second: Double)) -> Double {
    a.first * b.first * variance + (a.first * b.second + a.second * b.first) * covariance
      + a.second * b.second * otherVariance
  }

  /// The c that the largest of vⱼ·Z exceeds with probability `upper`, Z two independent standard normal variables.
  ///
  /// In the direction u(φ) the largest is r·ρ(φ), ρ = max(0, max vⱼ·u), and r² has an exponential distribution, so that
  /// P(largest > c) is the mean over φ of exp(−c²/(2ρ²)). The mean over 720 angles is within 1e-5 of it, relatively. c is found by
  /// Newton steps, halving where they leave the bracket.
  static func largestQuantile(_ vectors: [(Double, Double)], upper: Double) -> Double {
    let angles = 720
    let squares = (0..<angles).compactMap { index -> Double? in
      let angle = (Double(index) + 0.5) * 2 * Double.pi / Double(angles)
      let (x, y) = (cos(angle), sin(angle))
      var reach = 0.0
      for vector in vectors { reach = max(reach, vector.0 * x + vector.1 * y) }
      return reach > 0 ? reach * reach : nil
    }
    guard let longest = squares.max() else { return 0 }
    // No direction reaches further than the longest, so here the share is at most the one asked for.
    var (low, high) = (0.0, (-2 * log(upper) * longest).squareRoot())
    var c = high
    for _ in 0..<80 {
      var (share, slope) = (0.0, 0.0)
      for square in squares {
        let term = exp(-c * c / (2 * square))
        share += term
        slope += term / square
      }
      let excess = share / Double(angles) - upper
      if excess > 0 { low = c } else { high = c }
      let step = excess / (c * slope / Double(angles))
      // Before the bracket is asked: a step within rounding may land on its edge.
      if abs(step) < 1e-13 * c || high - low < 1e-14 * high { break }
      let next = c + step
      c = next > low && next < high ? next : (low + high) / 2
    }
    return c
  }
}
