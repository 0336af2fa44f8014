import GRDB
import Indicators
import Scheduler

/// What changed between two versions, in numbers.
///
/// A number is one observed cell of an indicator, stratum, zone and period. It is *added* where only the later version
/// has it, *withdrawn* where only the earlier has it (hiding a figure withdraws it), and *revised* where value, numerator
/// or denominator differ in any bit.
public struct VersionDifference: Sendable, Hashable {
  /// The counts of one indicator, all strata together.
  public struct Counts: Sendable, Hashable {
    /// Numbers only the later version has.
    public var added = 0
    /// Numbers that differ.
    public var revised = 0
    /// Numbers only the earlier version has.
    public var withdrawn = 0

    /// Counts; the default is that nothing changed.
    public init(added: Int = 0, revised: Int = 0, withdrawn: Int = 0) {
      self.added = added
      self.revised = revised
      self.withdrawn = withdrawn
    }

    /// Whether nothing changed.
    public var isEmpty: Bool { added == 0 && revised == 0 && withdrawn == 0 }

    mutating func add(_ other: Counts) {
      added += other.added
      revised += other.revised
      withdrawn += other.withdrawn
    }
  }

  /// The earlier version; `nil` where the later is the first.
  public let from: Int?
  /// The later version.
  public let to: Int
  /// The counts of each indicator whose numbers changed.
  public let indicators: [String: Counts]

  /// The counts over all indicators.
  public var total: Counts {
    indicators.values.reduce(into: Counts()) { $0.add($1) }
  }

  /// Compares two versions; panels they share are not read.
  static func between(_ db: Database, _ from: Int?, _ to: Int, threads: ThreadLimit) throws
    -> VersionDifference
  {
    let earlier = try from.map { try VersionStore.links(db, $0) } ?? []
    let later = try VersionStore.links(db, to)
    let shared = Set(earlier.map(\.panel)).intersection(later.map(\.panel))
    var old: [PanelKey: Int64] = [:]
    for link in earlier where !shared.contains(link.panel) { old[link.key] = link.panel }
    var counts: [String: Counts] = [:]
    for link in later where !shared.contains(link.panel) {
      let before = try old.removeValue(forKey: link.key).map {
        try PanelStore.load(db, [$0], threads: threads)
      }
      let after = try PanelStore.load(db, [link.panel], threads: threads)
      counts[link.key.indicator, default: Counts()].add(compare(before?.first, after.first))
    }
    for (key, panel) in old {
      let before = try PanelStore.load(db, [panel], threads: threads)
      counts[key.indicator, default: Counts()].add(compare(before.first, nil))
    }
    return VersionDifference(from: from, to: to, indicators: counts.filter { !$0.value.isEmpty })
  }

  /// The counts between two panels of an indicator and stratum, matched by zone code and period.
  static func compare(_ before: Panel?, _ after: Panel?) -> Counts {
    var counts = Counts()
    let observedBefore = before?.statuses.count { $0.isObserved } ?? 0
    guard let after else {
      counts.withdrawn = observedBefore
      return counts
    }
    let observedAfter = after.statuses.count { $0.isObserved }
    guard let before else {
      counts.added = observedAfter
      return counts
    }
    var rows: [String: Int] = [:]
    for (row, zone) in before.zones.enumerated() { rows[zone.code] = row }
    let columns = after.periods.map { before.position(of: $0) }
    var common = 0
    for (row, zone) in after.zones.enumerated() {
      guard let oldRow = rows[zone.code] else { continue }
      for (column, oldColumn) in columns.enumerated() {
        guard let oldColumn else { continue }
        let new = after.index(zone: row, period: column)
        let old = before.index(zone: oldRow, period: oldColumn)
        guard after.statuses[new].isObserved, before.statuses[old].isObserved else { continue }
        common += 1
        let isSame =
          after.values[new].bitPattern == before.values[old].bitPattern
          && after.numerators?[new].bitPattern == before.numerators?[old].bitPattern
          && after.denominators?[new].bitPattern == before.denominators?[old].bitPattern
        if !isSame { counts.revised += 1 }
      }
    }
    counts.added = observedAfter - common
    counts.withdrawn = observedBefore - common
    return counts
  }
}

/// What names a panel within a version.
struct PanelKey: Hashable, Comparable {
  let indicator: String
  let stratum: String

  static func < (left: Self, right: Self) -> Bool {
    (left.indicator, left.stratum) < (right.indicator, right.stratum)
  }
}
