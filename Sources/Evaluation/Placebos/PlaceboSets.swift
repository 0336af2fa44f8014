import Distributions

/// Which donors stand in for the treated: every set of the same size, or a sample of sets where there are too many.
///
/// With J donors and k treated there are C(J, k) sets, in lexicographic order. Up to `limit` all are taken and nothing is
/// random. Beyond it, `limit` different sets are drawn, each equally likely, by a stream keyed by the seed alone.
public struct PlaceboSets: Sendable, Equatable {
  /// The sets: positions of donors, ascending.
  public let sets: [[Int]]
  /// How many there are in all; `Double`, because it soon exceeds any integer.
  public let population: Double
  /// Whether every set is there.
  public let isExhaustive: Bool

  /// The sets of `size` of `donors`.
  ///
  /// - Throws: ``EffectError/tooFewDonors(needed:found:)`` where nobody would be left to compare with, and
  ///   ``EffectError/parameter(name:value:)`` for a size or a limit below one.
  public init(donors: Int, size: Int, limit: Int = 100_000, seed: UInt64 = 1) throws(EffectError) {
    guard size > 0 else { throw .parameter(name: "size", value: Double(size)) }
    guard limit > 0 else { throw .parameter(name: "limit", value: Double(limit)) }
    guard size < donors else { throw .tooFewDonors(needed: size + 1, found: donors) }
    population = Self.binomial(donors, size)
    isExhaustive = population <= Double(limit)
    sets =
      isExhaustive
      ? Self.all(of: donors, size: size) : Self.drawn(limit, of: donors, size: size, seed: seed)
  }

  /// C(n, k), exact below 2⁵³.
  static func binomial(_ n: Int, _ k: Int) -> Double {
    let k = min(k, n - k)
    guard k > 0 else { return k == 0 ? 1 : 0 }
    return (1...k).reduce(1) { ($0 * Double(n - k + $1) / Double($1)).rounded() }
  }

  private static func all(of n: Int, size k: Int) -> [[Int]] {
    var current = Array(0..<k)
    var result: [[Int]] = []
    while true {
      result.append(current)
      guard let place = current.indices.last(where: { current[$0] < n - k + $0 }) else { return result }
      current[place] += 1
      for next in current.index(after: place)..<k { current[next] = current[next - 1] + 1 }
    }
  }

  /// Different sets by rejection of those drawn before: there are more than `count` of them, so it ends.
  private static func drawn(_ count: Int, of n: Int, size k: Int, seed: UInt64) -> [[Int]] {
    var seen: Set<[Int]> = []
    var result: [[Int]] = []
    result.reserveCapacity(count)
    var replicate = 0
    while result.count < count {
      var stream = RandomStream(seed: seed, series: 0, replicate: replicate)
      replicate += 1
      // Floyd's sampling: each set equally likely with k draws.
      var chosen: Set<Int> = []
      for last in n - k..<n {
        let draw = stream.uniformInteger(through: last)
        if !chosen.insert(draw).inserted { chosen.insert(last) }
      }
      let set = chosen.sorted()
      if seen.insert(set).inserted { result.append(set) }
    }
    return result
  }
}

extension RandomStream {
  /// A whole number in `0...last`, by the stream's own arithmetic, which no release of the standard library changes.
  fileprivate mutating func uniformInteger(through last: Int) -> Int {
    // `last` is at least zero, so the bound is positive and nothing is thrown.
    (try? integer(below: last + 1)) ?? 0
  }
}
