import Estimates
import Foundation
import Indicators
import Rates
import Scheduler

/// Ranks with intervals from the differences between zones, without a random number.
///
///     let ranks = PairwiseRanks(figures)
///     ranks[3]      // rank 2, between 1 and 9 with 95 % confidence
///
/// A zone's rank is surely no better than 1 + the number of zones that surely lie ahead of it, and no worse than n − the
/// number that surely lie behind. *Surely* is by the interval of the difference (Newcombe, square-and-add) at the level
/// that holds for all n − 1 differences of the zone at once, level^(1/(n − 1)) (Šidák).
///
/// - Shape: a figure a zone, `nil` where there is none: such zones have no rank and do not count in n. Rank 1 has the highest
///   value, or the lowest where asked for. Equal values share the smallest rank.
/// - The level is that of each zone's interval by itself, not of all zones' at once.
/// - Conservative: the ends of ranks that are really equal are covered more often than the level says.
/// - Zones are taken for independent. Suppressed figures never reach this type.
/// - Figures of unlike kinds, bare counts and means of one observation have no difference: no rank.
/// - Reference: Mogstad, Romano, Shaikh and Wilhelm (2024) Rev Econ Stud 91:476, with Šidák's bound in place of their
///   bootstrap.
public struct PairwiseRanks: Sendable, Hashable {
  /// One zone's rank.
  public struct Rank: Sendable, Hashable {
    /// The rank of the value, from 1.
    public let rank: Int
    /// The best rank that is not excluded.
    public let lower: Int
    /// The worst rank that is not excluded.
    public let upper: Int
  }

  /// The ranks, one a figure.
  public let ranks: [Rank?]
  /// n.
  public let count: Int
  /// The level of each interval.
  public let level: ConfidenceInterval.Level

  /// The rank of a zone by position.
  public subscript(position: Int) -> Rank? { ranks[position] }

  /// Ranks of figures of one kind.
  public init(
    _ figures: [Figure?], order: QuantileGroups.Order = .highestFirst,
    level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) {
    let known = figures.indices.filter { figures[$0].map { !$0.isBareCount } ?? false }
    let tests = max(1, known.count - 1)
    // 1 − level^(1/m), without losing digits where it is small.
    let each = -expm1(log(level.value) / Double(tests))
    let strict = ConfidenceInterval.Level(1 - each) ?? level
    var sides: [(value: Double, below: Double, above: Double)?] = known.map { index in
      guard let estimate = figures[index]?.estimate(level: strict), let ends = estimate.interval else {
        return nil
      }
      return (estimate.value, estimate.value - ends.lower, ends.upper - estimate.value)
    }
    let usable = known.indices.filter { sides[$0] != nil }
    let positions = usable.map { known[$0] }
    sides = usable.map { sides[$0] }
    let (values, below, above) = (
      sides.map { $0?.value ?? 0 }, sides.map { $0?.below ?? 0 }, sides.map { $0?.above ?? 0 }
    )
    let n = positions.count
    var found = [Rank](repeating: Rank(rank: 1, lower: 1, upper: 1), count: n)
    found.withUnsafeMutableBufferPointer { found in
      // Each zone writes its own place.
      nonisolated(unsafe) let found = found
      parallelFor(n, grain: 64, threads: threads) { range in
        for zone in range {
          var (higher, lower, surelyHigher, surelyLower) = (0, 0, 0, 0)
          for other in 0..<n where other != zone {
            let d = values[other] - values[zone]
            if d > 0 {
              higher += 1
              if d * d > below[other] * below[other] + above[zone] * above[zone] { surelyHigher += 1 }
            } else if d < 0 {
              lower += 1
              if d * d > above[other] * above[other] + below[zone] * below[zone] { surelyLower += 1 }
            }
          }
          let (ahead, surelyAhead, surelyBehind) =
            order == .highestFirst
            ? (higher, surelyHigher, surelyLower) : (lower, surelyLower, surelyHigher)
          found[zone] = Rank(rank: ahead + 1, lower: surelyAhead + 1, upper: n - surelyBehind)
        }
      }
    }
    var all = [Rank?](repeating: nil, count: figures.count)
    for (place, position) in positions.enumerated() { all[position] = found[place] }
    ranks = all
    count = n
    self.level = level
  }
}

extension Figure {
  /// Whether it is a count without a denominator, which larger areas have more of.
  var isBareCount: Bool {
    if case .count = self { return true }
    return false
  }
}

extension Method {
  /// Ranks with intervals from differences.
  public static let pairwiseRanks = Method("rank.pairwise")
}
