/// Which zones are neighbours of which: symmetric, without self-loops.
///
/// Stored as compressed rows: the neighbours of zone `i` are `neighbours[starts[i]..<starts[i + 1]]`, in order.
public struct Adjacency: Sendable, Equatable {
  /// The zones' codes.
  public let zones: [String]
  /// Where each zone's neighbours begin; one longer than `zones`.
  public let starts: [Int32]
  /// Positions of neighbours, ascending within a zone.
  public let neighbours: [Int32]

  /// Neighbours from unordered pairs of codes; a pair given twice or in both directions counts once.
  ///
  /// - Throws: ``IndicatorsError/badNeighbour(zone:neighbour:)`` for an unknown code or a zone paired with itself, and
  ///   ``IndicatorsError/duplicateAxisValue(axis:value:)`` where a code comes twice.
  public init(zones: [String], pairs: [(String, String)]) throws(IndicatorsError) {
    var positions: [String: Int32] = [:]
    for (index, code) in zones.enumerated() {
      guard positions.updateValue(Int32(clamping: index), forKey: code) == nil else {
        throw .duplicateAxisValue(axis: "zone", value: code)
      }
    }
    var sets = [Set<Int32>](repeating: [], count: zones.count)
    for (one, other) in pairs {
      guard let left = positions[one], let right = positions[other], left != right else {
        throw .badNeighbour(zone: one, neighbour: other)
      }
      sets[Int(left)].insert(right)
      sets[Int(right)].insert(left)
    }
    var starts: [Int32] = [0]
    var neighbours: [Int32] = []
    for set in sets {
      neighbours += set.sorted()
      starts.append(Int32(clamping: neighbours.count))
    }
    self.zones = zones
    self.starts = starts
    self.neighbours = neighbours
  }

  /// The positions of a zone's neighbours.
  public func neighbours(of zone: Int) -> ArraySlice<Int32> {
    neighbours[Int(starts[zone])..<Int(starts[zone + 1])]
  }
}
