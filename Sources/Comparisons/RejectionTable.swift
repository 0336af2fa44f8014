import Distributions
import Foundation
import Rates

/// For each count x₁ of a zone the probability that the other side's count makes the test reject, the other side being at its
/// level. It does not depend on the zone's level, so one table gives the power at all of them.
struct RejectionTable {
  /// P(reject | x₁) for x₁ = 0, 1, …
  private let rejected: [Double]
  /// What is P(reject) beyond the table, to well below what matters: 1, or where the zone cannot have more, nothing.
  private let trials: Int?
  private let denominator: Double

  /// The pooled score test of two shares.
  static func proportions(zone: Int, other: Int, share: Double, alpha: Double) -> RejectionTable {
    let (n1, n2) = (Double(zone), Double(other))
    guard let law = try? Binomial(trials: other, probability: share) else {
      return RejectionTable(rejected: [], trials: zone, denominator: n1)
    }
    let table = tabulate(last: zone, lastOther: other, law: law, slope: n2 / n1) { x1, x2 in
      guard let one = try? Proportion(of: x1, in: zone), let two = try? Proportion(of: x2, in: other) else {
        return false
      }
      return pooledScorePValue(one, two) <= alpha
    }
    return RejectionTable(rejected: table, trials: zone, denominator: n1)
  }

  /// The exact conditional test of two rates.
  static func rates(zone: Double, other: Double, rate: Double, alpha: Double) -> RejectionTable {
    guard let law = try? Poisson(mean: rate * other) else {
      return RejectionTable(rejected: [], trials: nil, denominator: zone)
    }
    let table = tabulate(last: 1 << 20, lastOther: 1 << 50, law: law, slope: other / zone) { x1, x2 in
      guard let one = try? Rate(of: Double(x1), in: zone), let two = try? Rate(of: Double(x2), in: other)
      else { return false }
      return conditionalPValue(one, two) <= alpha
    }
    return RejectionTable(rejected: table, trials: nil, denominator: zone)
  }

  private init(rejected: [Double], trials: Int?, denominator: Double) {
    self.rejected = rejected
    self.trials = trials
    self.denominator = denominator
  }

  /// About how many rows a table gets: the zone's counts until the other side has no more at its level; infinite where the
  /// sizes are too far apart for numbers.
  static func rows(zone: Double, other: Double, level: Double) -> Double {
    let expected = level * other
    let rows = zone / other * (expected + 8 * expected.squareRoot() + 30)
    return rows.isFinite && (other / zone).isFinite ? rows : .infinity
  }

  /// Rows until the test rejects whatever the other side has.
  private static func tabulate(
    last: Int, lastOther: Int, law: some CountLaw, slope: Double, rejects: (Int, Int) -> Bool
  ) -> [Double] {
    var rows: [Double] = []
    let centre = law.centre
    // Each edge lies about one slope beyond that of the count before.
    var hints: (low: Int?, high: Int?) = (nil, nil)
    let step = max(1, Int(min(slope, 1e9)))
    for x1 in 0...last {
      // Equal shares lie here; to either side of it the test rejects from some count on.
      let middle = Int(min(Double(lastOther), max(0, (Double(x1) * slope).rounded())))
      var probability = 0.0
      let low = edge(from: middle, towards: 0, hint: hints.low) { rejects(x1, $0) }
      if let low { probability += law.atMost(low) }
      let high = edge(from: middle, towards: lastOther, hint: hints.high) { rejects(x1, $0) }
      if let high { probability += law.atLeast(high) }
      hints = (low.map { $0 + step }, high.map { $0 + step })
      rows.append(min(1, probability))
      if Double(middle) > centre, probability > 1 - 1e-12 { break }
    }
    return rows
  }

  /// The count nearest `start`, towards `end`, at which the test rejects; `nil` where it does not even at the end. A hint of
  /// where it lies saves steps and changes nothing.
  private static func edge(
    from start: Int, towards end: Int, hint: Int?, _ rejects: (Int) -> Bool
  ) -> Int? {
    if rejects(start) { return start }
    guard start != end else { return nil }
    let sign = end >= start ? 1 : -1
    var inside = start
    var outside: Int?
    var step = 1
    // Distances from `start` on, so that both directions read alike.
    if let hint {
      let guess = start + sign * min(abs(end - start), max(1, (hint - start) * sign))
      if rejects(guess) {
        var far = guess
        while inside == start, far != start {
          let near = far - sign * min(step, abs(far - start))
          if near == start { break }
          if rejects(near) { far = near } else { inside = near }
          step *= 2
        }
        outside = far
      } else {
        inside = guess
      }
    }
    while outside == nil {
      guard inside != end else { return nil }
      let next = inside + sign * min(step, abs(end - inside))
      if rejects(next) { outside = next } else { inside = next }
      step *= 2
    }
    guard var found = outside else { return nil }
    while abs(found - inside) > 1 {
      let middle = inside + (found - inside) / 2
      if rejects(middle) { found = middle } else { inside = middle }
    }
    return found
  }

  /// P(reject) where the zone is at this level.
  func power(_ level: Double) -> Double {
    var sum = 0.0
    if let trials {
      guard let law = try? Binomial(trials: trials, probability: min(1, max(0, level))) else { return 0 }
      for (x, probability) in rejected.enumerated() where probability > 0 {
        sum += exp(law.logPDF(x)) * probability
      }
      return rejected.count <= trials ? sum + law.survival(rejected.count - 1) : sum
    }
    guard let law = try? Poisson(mean: max(0, level) * denominator) else { return 0 }
    for (x, probability) in rejected.enumerated() where probability > 0 {
      sum += exp(law.logPDF(x)) * probability
    }
    return sum + law.survival(rejected.count - 1)
  }

  /// The smallest rise above a level that is found.
  func smallest(above level: Double, upTo end: Double, power wanted: Double) -> Double? {
    var far = end
    if !far.isFinite {
      far = level + 1 / denominator
      while power(far) < wanted, far < (level + 1 / denominator) * 1e6 { far *= 2 }
    }
    return DetectableDifference.smallest(from: level, to: far, wanted) { power($0) }
  }

  /// The smallest fall below a level that is found.
  func smallest(below level: Double, power wanted: Double) -> Double? {
    DetectableDifference.smallest(from: level, to: 0, wanted) { power($0) }
  }
}

/// The other side's count.
private protocol CountLaw {
  var centre: Double { get }
  func cdf(_ k: Int) -> Double
  func survival(_ k: Int) -> Double
}

extension CountLaw {
  func atMost(_ k: Int) -> Double { cdf(k) }
  func atLeast(_ k: Int) -> Double { k > 0 ? survival(k - 1) : 1 }
}

extension Binomial: CountLaw {
  fileprivate var centre: Double { Double(trials) * probability }
}

extension Poisson: CountLaw {
  fileprivate var centre: Double { mean ?? 0 }
}
