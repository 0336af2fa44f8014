import Foundation

/// The distribution of one count when all margins of its table are given: an exponential family with one parameter on a few whole
/// numbers, P(X = x) ∝ w_x e^{θx}.
///
/// - Lower end of an interval: the θ with P(X ≥ x; θ) = α/2; upper: P(X ≤ x; θ) = α/2. With mid-p half of P(X = x) counts.
/// - The weights are built from the observed count outwards by their ratios, so nothing cancels for large margins.
struct ConditionalCount: Sendable {
  /// The most values the count may have.
  static let mostValues = 2_000_000

  /// The least value.
  let first: Int
  /// log w, from the least value on, zero at the observed count.
  let logWeights: [Double]
  let observed: Int

  /// - Parameter ratio: w_{x+1}/w_x.
  init(from first: Int, through last: Int, observed: Int, ratio: (Int) -> Double) throws(EffectError) {
    guard first <= observed, observed <= last, last - first < Self.mostValues else {
      throw .parameter(name: "counts", value: Double(last))
    }
    self.first = first
    self.observed = observed
    var weights = [Double](repeating: 0, count: last - first + 1)
    for value in stride(from: observed, to: last, by: 1) {
      weights[value + 1 - first] = weights[value - first] + log(ratio(value))
    }
    for value in stride(from: observed - 1, through: first, by: -1) {
      weights[value - first] = weights[value + 1 - first] - log(ratio(value))
    }
    logWeights = weights
  }

  var last: Int { first + logWeights.count - 1 }

  /// P(X < x), P(X = x) and P(X > x) for the observed x.
  func tails(_ theta: Double) -> (below: Double, at: Double, above: Double) {
    var most = -Double.infinity
    for (index, weight) in logWeights.enumerated() {
      most = max(most, weight + theta * Double(first + index - observed))
    }
    var (below, above) = (0.0, 0.0)
    let place = observed - first
    for (index, weight) in logWeights.enumerated() {
      let mass = exp(weight + theta * Double(index - place) - most)
      if index < place { below += mass } else if index > place { above += mass }
    }
    let at = exp(-most)
    let sum = below + at + above
    return (below / sum, at / sum, above / sum)
  }

  /// E(X; θ).
  func mean(_ theta: Double) -> Double {
    var most = -Double.infinity
    for (index, weight) in logWeights.enumerated() {
      most = max(most, weight + theta * Double(first + index - observed))
    }
    var (sum, moment) = (0.0, 0.0)
    for (index, weight) in logWeights.enumerated() {
      let step = Double(first + index - observed)
      let mass = exp(weight + theta * step - most)
      sum += mass
      moment += mass * step
    }
    return Double(observed) + moment / sum
  }

  /// The θ of largest conditional likelihood: E(X; θ) = x; infinite where x is at an end.
  var mode: Double {
    if observed == first { return -.infinity }
    if observed == last { return .infinity }
    return rising { mean($0) - Double(observed) }
  }

  /// The ends of the interval for θ; infinite where the count is at an end of its range.
  func interval(tail: Double, isMid: Bool) -> (lower: Double, upper: Double) {
    let share = isMid ? 0.5 : 1
    let lower =
      observed == first
      ? -.infinity
      : rising {
        let tails = tails($0)
        return tails.above + share * tails.at - tail
      }
    let upper =
      observed == last
      ? .infinity
      : rising {
        let tails = tails($0)
        return tail - tails.below - share * tails.at
      }
    return (lower, upper)
  }

  /// Twice the smaller tail at θ, at most 1.
  func pValue(_ theta: Double, isMid: Bool) -> Double {
    let tails = tails(theta)
    let share = isMid ? 0.5 : 1
    return min(1, 2 * (min(tails.below, tails.above) + share * tails.at))
  }

  /// The zero of a function that rises from below zero to above it.
  private func rising(_ function: (Double) -> Double) -> Double {
    var (low, high) = (-1.0, 1.0)
    while function(low) > 0, low > -1e6 { low *= 2 }
    while function(high) < 0, high < 1e6 { high *= 2 }
    for _ in 0..<200 where high - low > 4 * max(abs(low), abs(high)).ulp {
      let middle = (low + high) / 2
      if function(middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
