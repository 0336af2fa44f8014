import Indicators

/// Persons of two or more groups over zones: what indices of segregation are about.
///
///     let table = try SegregationTable(part: [120, 40, 33], of: [900, 1100, 1400])
///     let table = try SegregationTable(counts: [[120, 40, 33], [780, 1060, 1367]])     // the same
///
/// - Shape: a count for each group and zone. Zones without anybody are left out: they are no place to be.
/// - A hidden or missing count never reaches this type.
public struct SegregationTable: Sendable, Hashable {
  /// x_gj, one array a group.
  public let counts: [[Double]]
  /// t_j, the persons of each zone.
  public let zones: [Double]
  /// X_g, the persons of each group.
  public let groups: [Double]
  /// T, all persons.
  public let total: Double

  /// A table of counts.
  ///
  /// - Throws: ``Indicators/Reason/tooFewGroups`` for fewer than two groups or two zones with anybody,
  ///   ``Indicators/Reason/nobodyOrEverybody`` where a group has no members,
  ///   ``Indicators/Reason/outsideBounds`` for a negative count, `not-finite` and `unequal-lengths`.
  public init(counts: [[Double]]) throws(Reason) {
    guard counts.count >= 2, let places = counts.first?.count else { throw .tooFewGroups }
    guard counts.allSatisfy({ $0.count == places }) else { throw .columnsOfUnequalLengths }
    guard counts.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .figureNotFinite }
    guard counts.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else { throw .outsideBounds }
    let sizes = (0..<places).map { zone in counts.reduce(0) { $0 + $1[zone] } }
    let kept = sizes.indices.filter { sizes[$0] > 0 }
    guard kept.count >= 2 else { throw .tooFewGroups }
    self.counts = counts.map { group in kept.map { group[$0] } }
    zones = kept.map { sizes[$0] }
    groups = counts.map { $0.reduce(0, +) }
    guard groups.allSatisfy({ $0 > 0 }) else { throw .nobodyOrEverybody }
    total = groups.reduce(0, +)
  }

  /// A table of a part of each zone's persons, and the rest of them.
  ///
  /// - Throws: As ``init(counts:)``; a part larger than its zone is ``Indicators/Reason/outsideBounds``.
  public init(part: [Double], of persons: [Double]) throws(Reason) {
    guard part.count == persons.count else { throw .columnsOfUnequalLengths }
    try self.init(counts: [part, zip(persons, part).map { $0 - $1 }])
  }

  /// The same margins with other counts, which fit them by construction.
  init(_ margins: SegregationTable, counts: [[Double]]) {
    self.counts = counts
    zones = margins.zones
    groups = margins.groups
    total = margins.total
  }

  /// π_gj, the share of a group in a zone.
  func share(_ group: Int, _ zone: Int) -> Double { counts[group][zone] / zones[zone] }

  /// π_g, the share of a group in all.
  func share(_ group: Int) -> Double { groups[group] / total }

  /// Simpson's interaction, Σ π_g(1 − π_g): the chance that two persons are of different groups.
  var interaction: Double { groups.indices.reduce(0) { $0 + share($1) * (1 - share($1)) } }
}
