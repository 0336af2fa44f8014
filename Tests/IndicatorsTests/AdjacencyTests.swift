import TestSupport
import Testing

@testable import Indicators

@Suite struct AdjacencyTests {
  @Test func pairsCountOnceAndBothWays() throws {
    let map = try Adjacency(
      zones: ["a", "b", "c", "d"], pairs: [("c", "a"), ("a", "b"), ("b", "a"), ("a", "b")])
    #expect(Array(map.neighbours(of: 0)) == [1, 2])
    #expect(Array(map.neighbours(of: 1)) == [0])
    #expect(map.neighbours(of: 3).isEmpty)
    #expect(map.starts == [0, 2, 3, 4, 4])
  }

  @Test func neighboursAreOtherZonesOfTheList() {
    #expect(throws: IndicatorsError.badNeighbour(zone: "a", neighbour: "a")) {
      _ = try Adjacency(zones: ["a"], pairs: [("a", "a")])
    }
    #expect(throws: IndicatorsError.badNeighbour(zone: "a", neighbour: "x")) {
      _ = try Adjacency(zones: ["a"], pairs: [("a", "x")])
    }
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "zone", value: "a")) {
      _ = try Adjacency(zones: ["a", "a"], pairs: [])
    }
  }

  @Test func neighbourhoodIsSymmetric() throws {
    var generator = SeededGenerator(seed: 2)
    let zones = (0..<30).map(String.init)
    let pairs = (0..<80).map { _ in
      (zones[Int(generator.next() % 15)], zones[15 + Int(generator.next() % 15)])
    }
    let map = try Adjacency(zones: zones, pairs: pairs)
    for zone in zones.indices {
      let neighbours = Array(map.neighbours(of: zone))
      #expect(neighbours == neighbours.sorted() && Set(neighbours).count == neighbours.count)
      for other in neighbours { #expect(map.neighbours(of: Int(other)).contains(Int32(zone))) }
    }
    #expect(map.neighbours.count == 2 * Set(pairs.map { "\($0.0) \($0.1)" }).count)
  }
}
