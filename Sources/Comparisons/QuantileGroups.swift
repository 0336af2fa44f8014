import Estimates
import Indicators

/// Zones put into groups of equal size by rank: fifths, tenths.
///
///     let fifths = try QuantileGroups(values, groups: 5)
///     fifths.groups      // 1 holds the highest values; nil where there is no value
///
/// With n values, rank r from the lowest (equal values all get the lowest rank of their block) and Q groups:
///
///     q = Q + 1 − ⌈(n + 1 − r)·Q/n⌉,  0 → 1,
///
/// counted from the other end where group 1 holds the highest values. Whole numbers only: the same formula in floating point
/// puts some zones in the wrong group (Q = 14, n = 34, r = 18).
///
/// - Shape: one value a zone, `nil` where there is none; those get no group and do not count in n. Hidden values are `nil`
///   with the reason kept by the caller, never a number.
/// - Where n is no multiple of Q the groups differ by one zone; 24 zones in fifths are 5, 5, 5, 5 and 4.
/// - Equal values never fall into different groups: a block that straddles a border goes where its first member goes, and
///   ``tiesAtBorders`` is true.
/// - Errors: fewer groups than two, a value that is not finite, fewer values than groups (`too-few-points`).
/// - Other tables differ: SQL's `NTILE` breaks ties by the order of the rows, and percentile bounds make unequal groups.
public struct QuantileGroups: Sendable, Hashable {
  /// Which values group 1 holds.
  public enum Order: Sendable {
    /// The highest.
    case highestFirst
    /// The lowest.
    case lowestFirst
  }

  /// The group of each zone, from 1.
  public let groups: [Int?]
  /// The rank of each zone in the order asked for, from 1; equal values share the smallest rank of their block.
  public let ranks: [Int?]
  /// n.
  public let count: Int
  /// Whether equal values straddle a border between groups.
  public let tiesAtBorders: Bool

  /// Groups by rank.
  public init(_ values: [Double?], groups: Int, order: Order = .highestFirst) throws(StatisticsError) {
    guard groups >= 2 else { throw .parameter(name: "groups", value: Double(groups)) }
    for case let value? in values where !value.isFinite { throw .notFinite(what: "value") }
    let (ranks, count) = QuantileGroups.ranks(values, order: order)
    guard count >= groups else { throw .tooFewObservations(needed: groups, found: count) }
    self.ranks = ranks
    self.count = count
    self.groups = ranks.map { rank in rank.map { QuantileGroups.group(rank: $0, of: count, groups: groups) } }
    // A block of ties crosses a border where its last member, ranked by itself, would be in another group.
    var sizes = [Int](repeating: 0, count: count + 1)
    for case let rank? in ranks { sizes[rank] += 1 }
    tiesAtBorders = (1...count).contains { rank in
      sizes[rank] > 1
        && QuantileGroups.group(rank: rank, of: count, groups: groups)
          != QuantileGroups.group(rank: rank + sizes[rank] - 1, of: count, groups: groups)
    }
  }

  /// The group of a rank, in whole numbers: q = Q + 1 − ⌈(n + 1 − r)Q/n⌉, and 1 for 0.
  ///
  /// - Precondition: 1 ≤ rank ≤ count, and count · groups does not overflow; both hold for ranks of an array.
  public static func group(rank: Int, of count: Int, groups: Int) -> Int {
    let product = (count + 1 - rank) * groups
    let ceiling = (product + count - 1) / count
    return max(1, groups + 1 - ceiling)
  }

  /// Ranks from 1, equal values sharing the smallest; `nil` where there is no value.
  static func ranks(_ values: [Double?], order: Order) -> (ranks: [Int?], count: Int) {
    let known = values.indices.compactMap { index in values[index].map { (index, $0) } }
    let sorted = known.sorted { order == .highestFirst ? $0.1 > $1.1 : $0.1 < $1.1 }
    var ranks = [Int?](repeating: nil, count: values.count)
    var rank = 1
    for (position, entry) in sorted.enumerated() {
      if position > 0, entry.1 != sorted[position - 1].1 { rank = position + 1 }
      ranks[entry.0] = rank
    }
    return (ranks, known.count)
  }
}
