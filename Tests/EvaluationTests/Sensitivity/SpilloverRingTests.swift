import Evaluation
import Indicators
import Testing

@Suite struct SpilloverRingTests {
  /// Six donors a–f and the treated t on a line t–a–b–c–d–e–f; one period before the start and one after. The programme
  /// lowers t by 6 and raises its neighbour a by 3: half of it moved next door.
  static let zones = ["a", "b", "c", "d", "e", "f", "t"]

  static func map() throws -> Adjacency {
    try Adjacency(
      zones: ["t", "a", "b", "c", "d", "e", "f", "island"],
      pairs: [("t", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f")])
  }

  static func design(sizes: [Double]? = [300, 100, 100, 100, 100, 100, 200]) throws -> EffectDesign {
    let after: [Double] = [13, 10, 10, 10, 10, 10, 4]
    return try EffectDesign(
      outcomes: after.flatMap { [10, $0] }, donors: 6, prePeriods: 1, sizes: sizes)
  }

  @Test func theRingIsHeldApart() throws {
    let split = try SpilloverRing(
      DifferenceInDifferences(), Self.design(), zones: Self.zones, adjacency: Self.map())
    #expect(split.members == [0])
    #expect(split.others == [1, 2, 3, 4, 5])
    // With the neighbour among the donors the effect is overstated by 3/6.
    #expect(split.plain.effect == -6.5)
    #expect(split.treated.effect == -6)
    #expect(split.ring?.effect == 3)
    // (200·(−6) + 300·3)/500.
    #expect(split.net == -0.6)
    #expect(split.isWeighed)
    let bare = try SpilloverRing(
      DifferenceInDifferences(), Self.design(sizes: nil), zones: Self.zones, adjacency: Self.map())
    #expect(bare.net == -1.5)
    #expect(!bare.isWeighed)
    let wider = try SpilloverRing(
      DifferenceInDifferences(), Self.design(), zones: Self.zones, adjacency: Self.map(), order: 2)
    #expect(wider.members == [0, 1])
    #expect(wider.ring?.effect == 1.5)
  }

  @Test func placebosHaveRingsOfTheirOwn() throws {
    let placebos = try SpilloverRing.netPlacebos(
      DifferenceInDifferences(), Self.design(), zones: Self.zones, adjacency: Self.map())
    // b's neighbour a is held out, so its ring is c alone; nothing happened anywhere.
    #expect(placebos.map(\.donor) == [1, 2, 3, 4, 5])
    #expect(placebos.allSatisfy { $0.net == 0 })
    let split = try SpilloverRing(
      DifferenceInDifferences(), Self.design(), zones: Self.zones, adjacency: Self.map())
    #expect(split.netPValue(placebos) == 1.0 / 6)
    #expect(split.netPValue([]) == nil)
  }

  @Test func noNeighboursNoRing() throws {
    let alone = try Adjacency(zones: Self.zones, pairs: [("a", "b")])
    let split = try SpilloverRing(
      DifferenceInDifferences(), Self.design(), zones: Self.zones, adjacency: alone)
    #expect(split.members == [])
    #expect(split.ring == nil)
    #expect(split.net == split.treated.effect)
    #expect(split.treated == split.plain)
  }

  @Test func whatCannotBeIsRefused() throws {
    let design = try Self.design()
    let map = try Self.map()
    #expect(throws: EffectError.shape(what: "zones", expected: 7, found: 1)) {
      try SpilloverRing(DifferenceInDifferences(), design, zones: ["t"], adjacency: map)
    }
    #expect(throws: EffectError.parameter(name: "ring", value: 0)) {
      try SpilloverRing(DifferenceInDifferences(), design, zones: Self.zones, adjacency: map, order: 0)
    }
    #expect(throws: EffectError.zoneNotOnMap("x")) {
      try SpilloverRing(
        DifferenceInDifferences(), design, zones: Self.zones.dropLast() + ["x"], adjacency: map)
    }
    #expect(throws: EffectError.noDonors) {
      try SpilloverRing(DifferenceInDifferences(), design, zones: Self.zones, adjacency: map, order: .max)
    }
  }
}
