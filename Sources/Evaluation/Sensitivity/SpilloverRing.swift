import Foundation
import Indicators

/// Whether the programme was felt next door: the treated's neighbours as a ring of their own.
///
///     let ring = try SpilloverRing(DifferenceInDifferences(), design, zones: codes, adjacency: map)
///     ring.treated.effect       // the treated against donors that are not its neighbours
///     ring.ring?.effect         // the neighbours against the same donors
///     ring.net                  // both together, by size
///
/// Zones within `order` steps of a treated zone are the ring; the other donors are the comparison of both. A displaced
/// problem shows as an effect of the opposite sign on the ring, help that reaches further as one of the same sign; donors
/// that were touched themselves bias the plain estimate either way.
///
/// Net effect, weighed by size: Σ n_u τ_u / Σ n_u over treated and ring zones, each zone estimated by itself against the
/// donors outside the ring. Its placebos put each such donor with its own neighbours in the place of the treated and its
/// ring.
///
/// - Shape: `zones` are the codes of the design's rows, donors first. Codes of the map that are not in the design are
///   stepped through but belong to no ring.
/// - Errors: those of the estimator; ``EffectError/shape(what:expected:found:)`` where codes and rows differ in number;
///   ``EffectError/parameter(name:value:)`` for an order below one; ``EffectError/zoneNotOnMap(_:)``;
///   ``EffectError/noDonors`` where the ring takes every donor.
/// - What is not true: that nothing reaches beyond the ring, and that neighbours on a map are where people go.
/// - Reference: Clarke (2017) *Estimating Difference-in-Differences in the Presence of Spillovers*, Munich Personal RePEc
///   Archive.
public struct SpilloverRing: Sendable {
  /// Positions of donors in the ring.
  public let members: [Int]
  /// Positions of the donors outside it.
  public let others: [Int]
  /// The figures of the treated against the donors outside the ring; for a placebo distribution of one's own.
  public let treatedDesign: EffectDesign
  /// The figures of the ring against the same donors; `nil` where there is no ring.
  public let ringDesign: EffectDesign?
  /// The effect with the ring among the donors, as before.
  public let plain: EffectFit
  /// The effect on the treated, the ring left out.
  public let treated: EffectFit
  /// The effect on the ring; `nil` where there is none.
  public let ring: EffectFit?
  /// The effect on treated and ring together, by size, per person or whatever the sizes are; without sizes, by zone.
  public let net: Double
  /// Whether sizes were known.
  public let isWeighed: Bool

  /// Splits the donors and estimates all three effects.
  public init<Estimator: EffectEstimator>(
    _ estimator: Estimator, _ design: EffectDesign, zones: [String], adjacency: Adjacency, order: Int = 1
  ) throws(EffectError) {
    let split = try Self.split(design, zones: zones, adjacency: adjacency, order: order)
    (members, others) = split
    guard !others.isEmpty else { throw .noDonors }
    plain = try estimator.tuned(to: design).fit(design)
    let kept = try design.keeping(donors: others)
    treatedDesign = kept
    treated = try estimator.tuned(to: kept).fit(kept)
    let ringed = members.isEmpty ? nil : try design.treating(members).withDonors(others, of: design)
    ringDesign = ringed
    ring = try ringed.map { design throws(EffectError) in try estimator.tuned(to: design).fit(design) }
    isWeighed = design.sizes != nil
    net = try Self.net(estimator, design, members: members, others: others)
  }

  /// The net effects where there was no programme: each donor outside the ring that has neighbours of its own among them,
  /// with that ring. Neither the treated nor its ring takes part.
  ///
  /// - Returns: The donor and its net effect, in order; donors that the estimator refuses, or whose ring takes all the
  ///   others, are left out.
  public static func netPlacebos<Estimator: EffectEstimator>(
    _ estimator: Estimator, _ design: EffectDesign, zones: [String], adjacency: Adjacency, order: Int = 1
  ) throws(EffectError) -> [(donor: Int, net: Double)] {
    let (_, others) = try split(design, zones: zones, adjacency: adjacency, order: order)
    guard !others.isEmpty else { throw .noDonors }
    let clean = try design.keeping(donors: others)
    var found: [(donor: Int, net: Double)] = []
    for (place, donor) in others.enumerated() {
      do throws(EffectError) {
        let variant = try clean.treating([place])
        let codes = others.filter { $0 != donor }.map { zones[$0] } + [zones[donor]]
        let (ring, rest) = try split(variant, zones: codes, adjacency: adjacency, order: order)
        guard !ring.isEmpty, !rest.isEmpty else { continue }
        found.append((donor, try net(estimator, variant, members: ring, others: rest)))
      } catch {
        continue
      }
    }
    return found
  }

  /// The share of all, the treated among them, whose net effect is at least as large; `nil` without placebos.
  public func netPValue(
    _ placebos: [(donor: Int, net: Double)], _ alternative: EffectAlternative = .twoSided
  ) -> Double? {
    guard !placebos.isEmpty else { return nil }
    let reaching = placebos.count {
      PlaceboDistribution.reaches(alternative.size($0.net), alternative.size(net))
    }
    return Double(1 + reaching) / Double(placebos.count + 1)
  }

  /// Donors within `order` steps of a treated zone, and the rest.
  private static func split(
    _ design: EffectDesign, zones: [String], adjacency: Adjacency, order: Int
  ) throws(EffectError) -> (members: [Int], others: [Int]) {
    guard zones.count == design.units else {
      throw .shape(what: "zones", expected: design.units, found: zones.count)
    }
    guard order > 0 else { throw .parameter(name: "ring", value: Double(order)) }
    let near = try adjacency.within(order, of: Array(zones[design.donors...]))
    let donors = 0..<design.donors
    return (donors.filter { near.contains(zones[$0]) }, donors.filter { !near.contains(zones[$0]) })
  }

  /// Σ n τ / Σ n, each zone by itself.
  private static func net<Estimator: EffectEstimator>(
    _ estimator: Estimator, _ design: EffectDesign, members: [Int], others: [Int]
  ) throws(EffectError) -> Double {
    var (sum, total) = (0.0, 0.0)
    for unit in members + Array(design.donors..<design.units) {
      let single = try design.single(unit, donors: others)
      let weight = design.sizes.map { $0[unit] } ?? 1
      sum += weight * (try estimator.tuned(to: single).fit(single)).effect
      total += weight
    }
    return sum / total
  }
}

extension EffectDesign {
  /// One row, treated or donor, against some donors.
  fileprivate func single(_ unit: Int, donors kept: [Int]) throws(EffectError) -> EffectDesign {
    let rows = kept + [unit]
    return try EffectDesign(
      outcomes: rows.flatMap { Array(outcomes[row($0)]) }, donors: kept.count, prePeriods: prePeriods,
      sizes: sizes.map { sizes in rows.map { sizes[$0] } })
  }

  /// The treated rows of this design against some donors of another.
  fileprivate func withDonors(_ kept: [Int], of other: EffectDesign) throws(EffectError) -> EffectDesign {
    let own = donors..<units
    return try EffectDesign(
      outcomes: kept.flatMap { Array(other.outcomes[other.row($0)]) }
        + own.flatMap { Array(outcomes[row($0)]) },
      donors: kept.count, treated: treated, prePeriods: prePeriods,
      sizes: sizes.flatMap { sizes in
        other.sizes.map { others in kept.map { others[$0] } + own.map { sizes[$0] } }
      })
  }
}

extension Adjacency {
  /// The codes at most `order` steps from any of some zones, those zones left out.
  ///
  /// - Throws: ``EffectError/zoneNotOnMap(_:)`` for a zone that the map does not have.
  func within(_ order: Int, of origins: [String]) throws(EffectError) -> Set<String> {
    var positions: [String: Int] = [:]
    for (place, code) in zones.enumerated() { positions[code] = place }
    var front: [Int] = []
    for code in origins {
      guard let place = positions[code] else { throw .zoneNotOnMap(code) }
      front.append(place)
    }
    var seen = Set(front)
    for _ in 0..<max(0, min(order, zones.count)) {
      var next: [Int] = []
      for place in front {
        for neighbour in neighbours(of: place) where seen.insert(Int(neighbour)).inserted {
          next.append(Int(neighbour))
        }
      }
      front = next
    }
    return Set(seen.map { zones[$0] }).subtracting(origins)
  }
}
