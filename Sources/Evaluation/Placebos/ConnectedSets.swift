import Distributions
import Indicators

/// Connected sets of vertices of a graph whose weight lies in a band, each exactly once.
///
/// A set belongs to its lowest vertex. From that root a set grows by vertices above the root that border on it, and a vertex
/// once passed over on a branch is not offered again on it (Wernicke 2006, without a fixed size), so no set comes twice. Weights
/// are above zero: a set above the band has nothing but sets above the band beyond it, and the branch ends.
struct ConnectedSets {
  /// Neighbours by vertex, only those that may be used.
  let neighbours: [[Int]]
  /// Weights, above zero.
  let weights: [Double]
  /// Vertices that may be used, ascending.
  let vertices: [Int]
  /// The band.
  let band: ClosedRange<Double>

  /// What an enumeration found.
  struct Found {
    var sets: [[Int]] = []
    /// Whether it ended by itself.
    var isComplete = true
    var steps = 0
  }

  init(_ adjacency: Adjacency, weights: [Double], isUsable: [Bool], band: ClosedRange<Double>) {
    neighbours = adjacency.zones.indices.map { zone in
      isUsable[zone] ? adjacency.neighbours(of: zone).map(Int.init).filter { isUsable[$0] } : []
    }
    self.weights = weights
    vertices = isUsable.indices.filter { isUsable[$0] }
    self.band = band
  }

  /// All sets, or as many as `limit` sets and `steps` steps allow.
  func all(limit: Int, steps: Int) -> Found {
    var found = Found()
    var isSeen = [Bool](repeating: false, count: weights.count)
    for root in vertices where weights[root] <= band.upperBound {
      guard found.isComplete else { break }
      isSeen[root] = true
      let extent = neighbours[root].filter { $0 > root }
      for vertex in extent { isSeen[vertex] = true }
      var set = [root]
      grow(
        &set, weight: weights[root], extent: extent, root: root, isSeen: &isSeen, into: &found, limit: limit,
        steps: steps)
      isSeen[root] = false
      for vertex in extent { isSeen[vertex] = false }
    }
    found.sets.sort { $0.lexicographicallyPrecedes($1) }
    return found
  }

  /// Depth is at most the number of vertices of a set in the band.
  private func grow(
    _ set: inout [Int], weight: Double, extent: [Int], root: Int, isSeen: inout [Bool],
    into found: inout Found,
    limit: Int, steps: Int
  ) {
    guard found.isComplete else { return }
    found.steps += 1
    guard found.steps <= steps else {
      found.isComplete = false
      return
    }
    if band.contains(weight) {
      guard found.sets.count < limit else {
        found.isComplete = false
        return
      }
      found.sets.append(set.sorted())
    }
    var remaining = extent
    while let next = remaining.popLast() {
      let heavier = weight + weights[next]
      guard heavier <= band.upperBound else { continue }
      let fresh = neighbours[next].filter { $0 > root && !isSeen[$0] }
      for vertex in fresh { isSeen[vertex] = true }
      set.append(next)
      grow(
        &set, weight: heavier, extent: remaining + fresh, root: root, isSeen: &isSeen, into: &found,
        limit: limit,
        steps: steps)
      set.removeLast()
      for vertex in fresh { isSeen[vertex] = false }
      guard found.isComplete else { return }
    }
  }

  /// Different sets grown at random, one attempt a stream: from a random vertex, by random neighbours, until the band is
  /// reached; a growth that steps over the band is dropped. Compact sets and sets around small zones come more often than
  /// others, so this is no sample in which each set is equally likely.
  func grown(limit: Int, attempts: Int, seed: UInt64) -> [[Int]] {
    guard !vertices.isEmpty else { return [] }
    var seen: Set<[Int]> = []
    for attempt in 0..<attempts where seen.count < limit {
      var stream = RandomStream(seed: seed, series: 1, replicate: attempt)
      guard let first = try? stream.integer(below: vertices.count) else { continue }
      // A place within the band to stop at, so that sets of every weight in it come about.
      let stop = band.lowerBound + (band.upperBound - band.lowerBound) * stream.uniform()
      var set = [vertices[first]]
      var members = Set(set)
      var weight = weights[vertices[first]]
      var border = neighbours[vertices[first]]
      while weight < stop, !border.isEmpty, let pick = try? stream.integer(below: border.count) {
        let next = border.remove(at: pick)
        guard weight + weights[next] <= band.upperBound else { continue }
        set.append(next)
        members.insert(next)
        weight += weights[next]
        for vertex in neighbours[next] where !members.contains(vertex) && !border.contains(vertex) {
          border.append(vertex)
        }
      }
      if band.contains(weight) { seen.insert(set.sorted()) }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
