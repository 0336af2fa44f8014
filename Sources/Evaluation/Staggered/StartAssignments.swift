import Distributions

/// Who could have had which start: the ways to hand a pattern of starts and ends to zones.
///
/// Zones with the same start and end are alike, so with k₁, k₂, … zones a pattern and n zones in all there are
/// n!/((n − Σk)! Πkⱼ!) ways. Up to `limit` all are there, in order; beyond it `limit` different ones are drawn, each equally
/// likely, by a stream keyed by the seed alone.
public struct StartAssignments: Sendable, Equatable {
  /// How many zones have each pattern.
  public let sizes: [Int]
  /// The assignments: the zones of the first pattern, ascending, then those of the second, and so on.
  public let assignments: [[Int]]
  /// How many there are in all, the one left out not among them.
  public let population: Double
  /// Whether every assignment is there.
  public let isExhaustive: Bool

  /// The ways to hand out patterns.
  ///
  /// - Parameters:
  ///   - zones: How many zones there are.
  ///   - sizes: How many of them have each pattern.
  ///   - actual: The assignment that was, left out here; `nil` where it is not among them.
  ///   - limit: The most assignments.
  ///   - seed: The seed of a draw.
  /// - Throws: ``EffectError/tooFewDonors(needed:found:)`` where there are fewer zones than patterns or only one way, and
  ///   ``EffectError/parameter(name:value:)`` for a limit below one or a pattern nobody has.
  public init(zones: Int, sizes: [Int], actual: [Int]? = nil, limit: Int = 100_000, seed: UInt64 = 1)
    throws(EffectError)
  {
    guard limit > 0 else { throw .parameter(name: "limit", value: Double(limit)) }
    guard !sizes.isEmpty, sizes.allSatisfy({ $0 > 0 }) else { throw .noTreated }
    let needed = sizes.reduce(0, +)
    guard needed <= zones else { throw .tooFewDonors(needed: needed, found: zones) }
    var ways = 1.0
    var left = zones
    for size in sizes {
      ways *= PlaceboSets.binomial(left, size)
      left -= size
    }
    self.sizes = sizes
    let actual = actual.map { Self.canonical($0, sizes) }
    population = ways - (actual == nil ? 0 : 1)
    guard population >= 1 else { throw .tooFewDonors(needed: needed + 1, found: zones) }
    isExhaustive = population <= Double(limit)
    assignments =
      isExhaustive
      ? Self.all(zones, sizes).filter { $0 != actual }
      : Self.drawn(limit, zones, sizes, actual, seed)
  }

  /// Zones ascending within each pattern.
  private static func canonical(_ assignment: [Int], _ sizes: [Int]) -> [Int] {
    var sorted: [Int] = []
    var from = 0
    for size in sizes {
      sorted += assignment[from..<from + size].sorted()
      from += size
    }
    return sorted
  }

  private static func all(_ zones: Int, _ sizes: [Int]) -> [[Int]] {
    var result: [[Int]] = []
    var isTaken = [Bool](repeating: false, count: zones)
    var current: [Int] = []
    func extend(_ pattern: Int, _ remaining: Int, from: Int) {
      guard remaining > 0 else {
        if pattern + 1 == sizes.count { return result.append(current) }
        return extend(pattern + 1, sizes[pattern + 1], from: 0)
      }
      for zone in from..<zones where !isTaken[zone] {
        isTaken[zone] = true
        current.append(zone)
        extend(pattern, remaining - 1, from: zone + 1)
        current.removeLast()
        isTaken[zone] = false
      }
    }
    extend(0, sizes[0], from: 0)
    return result
  }

  /// Different assignments by rejection of those drawn before; there are more than `count`, so it ends.
  private static func drawn(
    _ count: Int, _ zones: Int, _ sizes: [Int], _ actual: [Int]?, _ seed: UInt64
  ) -> [[Int]] {
    var seen: Set<[Int]> = actual.map { [$0] } ?? []
    var result: [[Int]] = []
    result.reserveCapacity(count)
    let needed = sizes.reduce(0, +)
    var order = Array(0..<zones)
    var replicate = 0
    while result.count < count {
      var stream = RandomStream(seed: seed, replicate: replicate)
      replicate += 1
      // The first `needed` places of a Fisher–Yates shuffle, from whatever order the last draw left.
      for place in 0..<needed {
        let step = (try? stream.integer(below: zones - place)) ?? 0
        order.swapAt(place, place + step)
      }
      let assignment = canonical(Array(order[..<needed]), sizes)
      if seen.insert(assignment).inserted { result.append(assignment) }
    }
    return result
  }
}
