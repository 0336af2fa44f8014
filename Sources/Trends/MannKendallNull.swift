/// The exact distribution of Mann–Kendall's S for series without ties, where all n! orders are equally likely.
///
/// With k = (N − S)/2 discordant pairs of N = n(n − 1)/2, the probability of k follows
///
///     p_1(0) = 1,   p_n(k) = (1/n) Σ_{j=0}^{n−1} p_{n−1}(k − j)
///
/// Only positive numbers are added, so every probability keeps its relative accuracy (about n² roundings).
/// - Reference: Kendall (1975) *Rank Correlation Methods*, chapter 5; Mann (1945) Econometrica 13:245.
enum MannKendallNull {
  /// The longest series with a table.
  static let maximumPoints = 60

  /// P(|S| ≥ |s|) for `points` values without ties; `nil` where there is no table.
  static func twoSided(s: Int, points: Int) -> Double? {
    guard points >= 1, points <= maximumPoints else { return nil }
    let pairs = points * (points - 1) / 2
    let magnitude = abs(s)
    guard magnitude > 0 else { return 1 }
    guard magnitude <= pairs else { return 0 }
    // S ≥ |s| is at most (N − |s|)/2 discordant pairs; S has the parity of N.
    return min(1, 2 * lowerTails[offsets[points] + (pairs - magnitude) / 2])
  }

  /// For each n, P(K ≤ k) for k = 0…⌊N/2⌋, one table behind the other.
  private static let lowerTails: [Double] = {
    var tails: [Double] = []
    var previous = [1.0]
    tails.append(contentsOf: tail(previous, points: 1))
    for points in 2...maximumPoints {
      let pairs = points * (points - 1) / 2
      var next = [Double](repeating: 0, count: pairs + 1)
      for k in 0...pairs {
        var sum = 0.0
        for j in max(0, k - previous.count + 1)...min(points - 1, k) { sum += previous[k - j] }
        next[k] = sum / Double(points)
      }
      tails.append(contentsOf: tail(next, points: points))
      previous = next
    }
    return tails
  }()

  /// Where the table of n begins.
  private static let offsets: [Int] = {
    var offsets = [0]
    var total = 0
    for points in 1...maximumPoints {
      offsets.append(total)
      total += points * (points - 1) / 4 + 1
    }
    return offsets
  }()

  private static func tail(_ probabilities: [Double], points: Int) -> [Double] {
    var sum = 0.0
    return (0...points * (points - 1) / 4).map { k in
      sum += probabilities[k]
      return sum
    }
  }
}
