import Indicators

/// Districts that could have been the treated one: connected unions of zones with about its population.
///
///     let districts = try PlaceboDistricts(adjacency, populations: people, treated: [3, 4, 7], tolerance: 0.2)
///     districts.districts      // [[0, 1], [0, 1, 5], …]: every one, each once
///     districts.coverage       // .all, or .grown where there were too many to list
///
/// A single zone is noisier than a district of many, so zones are unfair placebos for a district. With treated population P every
/// connected set of untreated zones with a population in [P(1 − t), P(1 + t)] is a placebo.
///
/// - Shape: sets of positions in `adjacency.zones`, ascending, in lexicographic order.
/// - Beyond `limit` districts or `steps` steps of the search the list is given up and `limit` different districts are grown at
///   random instead; ``coverage`` says so. Grown districts are not equally likely, and no error of drawing can be computed.
/// - Errors: ``EffectError/unknownDonor(_:)`` for a position that is none or a treated zone named twice,
///   ``EffectError/size(unit:value:)`` for a population not above zero, ``EffectError/parameter(name:value:)`` for a tolerance
///   outside 0…1, ``EffectError/noTreated``, ``EffectError/shape(what:expected:found:)``.
/// - What is not true: districts overlap, so n of them are worth less than n independent placebos. ``disjoint`` is a number of
///   districts that share no zone, and a p-value far below 1/(disjoint + 1) should not be leant on.
/// - Reference: Wernicke (2006) IEEE/ACM Trans Comput Biol Bioinform 3:347 for the enumeration.
public struct PlaceboDistricts: Sendable, Equatable {
  /// Whether every district is there.
  public enum Coverage: String, Sendable, Hashable {
    /// Every one.
    case all
    /// Some, grown at random and not equally likely.
    case grown
  }

  /// The districts: positions of zones.
  public let districts: [[Int]]
  /// Whether every one is there.
  public let coverage: Coverage
  /// The populations a district may have.
  public let band: ClosedRange<Double>
  /// How many districts were found that share no zone, taking those with fewest zones first; the true most may be higher.
  public let disjoint: Int
  /// The treated zones, ascending.
  public let treated: [Int]
  /// Zones that may be in a district or compared with, ascending.
  public let zones: [Int]
  /// Whether zones that border on a district leave its donors, and zones that border on the treated leave everything.
  public let leavesOutNeighbours: Bool
  /// What a zone's population is.
  let populations: [Double]
  let adjacency: Adjacency

  /// The districts that could have been.
  ///
  /// - Parameters:
  ///   - adjacency: Which zones border on which.
  ///   - populations: Persons by zone, in the order of `adjacency.zones`.
  ///   - treated: Positions of the treated zones.
  ///   - excluding: Zones that are neither placebo nor donor: of another kind, or treated by something else.
  ///   - tolerance: How far, as a share, a district's population may be from the treated's.
  ///   - leavesOutNeighbours: Whether neighbours are left out, as an effect may spill over to them.
  ///   - limit: The most districts.
  ///   - steps: The most steps of the search.
  ///   - seed: The seed of the growth where there are too many.
  public init(
    _ adjacency: Adjacency, populations: [Double], treated: [Int], excluding: [Int] = [],
    tolerance: Double = 0.2, leavesOutNeighbours: Bool = false, limit: Int = 10_000, steps: Int = 2_000_000,
    seed: UInt64 = 1
  ) throws(EffectError) {
    let count = adjacency.zones.count
    guard populations.count == count else {
      throw .shape(what: "populations", expected: count, found: populations.count)
    }
    guard !treated.isEmpty else { throw .noTreated }
    guard tolerance >= 0, tolerance < 1 else { throw .parameter(name: "tolerance", value: tolerance) }
    guard limit > 0 else { throw .parameter(name: "limit", value: Double(limit)) }
    guard steps > 0 else { throw .parameter(name: "steps", value: Double(steps)) }
    var isUsable = [Bool](repeating: true, count: count)
    for zone in treated {
      guard isUsable.indices.contains(zone), isUsable[zone] else { throw .unknownDonor(zone) }
      isUsable[zone] = false
    }
    for zone in excluding {
      guard isUsable.indices.contains(zone) else { throw .unknownDonor(zone) }
      isUsable[zone] = false
    }
    if leavesOutNeighbours {
      for zone in treated { for next in adjacency.neighbours(of: zone) { isUsable[Int(next)] = false } }
    }
    for zone in 0..<count where isUsable[zone] || treated.contains(zone) {
      guard populations[zone] > 0, populations[zone].isFinite else {
        throw .size(unit: zone, value: populations[zone])
      }
    }
    let people = treated.reduce(0.0) { $0 + populations[$1] }
    guard people.isFinite else { throw .size(unit: treated[0], value: people) }
    // A sum in another order must not fall out of the band by rounding.
    band = people * (1 - tolerance) * (1 - 1e-12)...people * (1 + tolerance) * (1 + 1e-12)
    let search = ConnectedSets(adjacency, weights: populations, isUsable: isUsable, band: band)
    let found = search.all(limit: limit, steps: steps)
    coverage = found.isComplete ? .all : .grown
    let (attempts, overflow) = limit.multipliedReportingOverflow(by: 20)
    districts =
      found.isComplete
      ? found.sets
      : search.grown(limit: limit, attempts: overflow ? steps : min(attempts, steps), seed: seed)
    self.treated = treated.sorted()
    zones = isUsable.indices.filter { isUsable[$0] }
    self.leavesOutNeighbours = leavesOutNeighbours
    self.populations = populations
    self.adjacency = adjacency
    disjoint = Self.packed(districts)
  }

  /// The zones a district, or the treated for an empty one, is compared with, ascending.
  public func donors(of district: [Int]) -> [Int] {
    var isOut = Set(district)
    if leavesOutNeighbours {
      for zone in district { isOut.formUnion(adjacency.neighbours(of: zone).map(Int.init)) }
    }
    return zones.filter { !isOut.contains($0) }
  }

  private static func packed(_ districts: [[Int]]) -> Int {
    var taken: Set<Int> = []
    var count = 0
    let order = districts.indices.sorted {
      (districts[$0].count, $0) < (districts[$1].count, $1)
    }
    for index in order where taken.isDisjoint(with: districts[index]) {
      taken.formUnion(districts[index])
      count += 1
    }
    return count
  }
}

extension Method {
  /// Connected unions of zones with the treated's population in its place.
  public static let placeboDistricts = Method("effect.placebo-districts")
}
