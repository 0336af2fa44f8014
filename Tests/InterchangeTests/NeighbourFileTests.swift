import Indicators
import Testing

@testable import Interchange

@Suite("Neighbour list")
struct NeighbourFileTests {
  private func read(_ text: String) throws -> Adjacency {
    try NeighbourFile.read(ByteSource(Array(text.utf8), path: "n.csv"), zones: ["01", "02", "03"])
  }

  @Test("Pairs count in both directions, once")
  func pairs() throws {
    let adjacency = try read("sone;nabo\n01;02\n02;01\n03;02\n")
    #expect(adjacency.zones == ["01", "02", "03"])
    #expect(Array(adjacency.neighbours(of: 1)) == [0, 2])
    #expect(Array(adjacency.neighbours(of: 0)) == [1])
  }

  @Test("Unknown zones and zones beside themselves are refused with their row")
  func problems() {
    for (text, zone, neighbour) in [("1;02", "1", "02"), ("01;01", "01", "01")] {
      #expect(
        throws: InterchangeError.list(
          .inconsistent(.badNeighbour(zone: zone, neighbour: neighbour)), Place(file: "n.csv", row: 3))
      ) { _ = try read("zone;neighbour\n01;02\n" + text) }
    }
  }
}
