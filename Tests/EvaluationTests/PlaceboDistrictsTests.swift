import Distributions
import Foundation
import Indicators
import Testing

@testable import Evaluation

@Suite struct PlaceboDistrictsTests {
  /// A board of zones that border on the zones beside, above and below.
  static func board(_ width: Int, _ height: Int) throws -> Adjacency {
    let names = (0..<width * height).map { "z\($0)" }
    var pairs: [(String, String)] = []
    for row in 0..<height {
      for column in 0..<width {
        let zone = row * width + column
        if column + 1 < width { pairs.append((names[zone], names[zone + 1])) }
        if row + 1 < height { pairs.append((names[zone], names[zone + width])) }
      }
    }
    return try Adjacency(zones: names, pairs: pairs)
  }

  /// Every connected set in the band by trying all subsets.
  static func tried(_ board: Adjacency, _ people: [Double], _ usable: [Int], _ band: ClosedRange<Double>)
    -> Set<[Int]>
  {
    var found: Set<[Int]> = []
    for bits in 1..<(1 << usable.count) {
      let set = usable.indices.filter { bits >> $0 & 1 == 1 }.map { usable[$0] }
      guard band.contains(set.reduce(0) { $0 + people[$1] }) else { continue }
      var reached: Set<Int> = [set[0]]
      var todo = [set[0]]
      while let zone = todo.popLast() {
        for next in board.neighbours(of: zone).map(Int.init) where set.contains(next) {
          if reached.insert(next).inserted { todo.append(next) }
        }
      }
      if reached.count == set.count { found.insert(set) }
    }
    return found
  }

  @Test(arguments: [0.0, 0.1, 0.3, 0.6], [false, true])
  func everyDistrictIsFoundOnce(_ tolerance: Double, _ leavesOut: Bool) throws {
    let board = try Self.board(4, 3)
    var stream = RandomStream(seed: 5)
    let people = (0..<12).map { _ in Double(100 + Int(stream.uniform() * 300)) }
    let districts = try PlaceboDistricts(
      board, populations: people, treated: [0, 1], excluding: [11], tolerance: tolerance,
      leavesOutNeighbours: leavesOut)
    let usable = leavesOut ? [3, 6, 7, 8, 9, 10] : Array(2...10)
    #expect(districts.zones == usable)
    let expected = Self.tried(board, people, usable, districts.band)
    #expect(Set(districts.districts) == expected)
    #expect(districts.districts.count == expected.count)
    #expect(districts.coverage == .all)
    #expect(tolerance == 0 || !expected.isEmpty)
  }

  @Test func aBoardOfEqualZonesHasTheKnownNumberOfPolyominoes() throws {
    // Connected sets of four zones on a 5 × 5 board, two corner zones treated elsewhere counted out by hand is no task:
    // the fixed tetrominoes placed on a 6 × 4 board without its last row are counted by boxes. 19 fixed tetrominoes; on a w × h
    // board: I 2 ways (w−3)h + w(h−3), O (w−1)(h−1), and L, J, T (4 each), S, Z (2 each) half in 2 × 3 and half in 3 × 2 boxes:
    // 8 · [(w−1)(h−2) + (w−2)(h−1)]. For 6 × 3: 3·3 + 0 + 5·2 + 8·(5·1 + 4·2) = 9 + 10 + 104 = 123.
    let board = try Self.board(6, 4)
    let districts = try PlaceboDistricts(
      board, populations: [Double](repeating: 250, count: 24), treated: [18, 19, 20, 21],
      excluding: [22, 23],
      tolerance: 0.1)
    #expect(districts.districts.count == 123)
    #expect(districts.disjoint >= 2 && districts.disjoint <= 4)
  }

  @Test func tooManyAreGrownAndSaidToBe() throws {
    let board = try Self.board(10, 10)
    let people = [Double](repeating: 100, count: 100)
    func grown(_ seed: UInt64) throws -> PlaceboDistricts {
      try PlaceboDistricts(
        board, populations: people, treated: [0, 1, 2, 10, 11, 12], tolerance: 0.2, limit: 300, seed: seed)
    }
    let districts = try grown(1)
    #expect(districts.coverage == .grown)
    #expect(districts.districts.count == 300)
    #expect(Set(districts.districts).count == 300)
    #expect(districts.districts == (try grown(1)).districts)
    #expect(districts.districts != (try grown(2)).districts)
    for district in districts.districts {
      let size = Double(district.count)
      #expect(size >= 4.8 && size <= 7.2 && !district.contains { [0, 1, 2, 10, 11, 12].contains($0) })
      #expect(Self.tried(board, people, district, 100 * size...100 * size) == [district])
    }
    let stopped = try PlaceboDistricts(
      board, populations: people, treated: [0, 1, 2, 10, 11, 12], limit: 1_000_000, steps: 500)
    #expect(stopped.coverage == .grown && stopped.districts.count <= 500)
  }

  @Test func rubbishIsRefused() throws {
    let board = try Self.board(3, 1)
    #expect(throws: EffectError.noTreated) {
      try PlaceboDistricts(board, populations: [1, 1, 1], treated: [])
    }
    #expect(throws: EffectError.unknownDonor(3)) {
      try PlaceboDistricts(board, populations: [1, 1, 1], treated: [3])
    }
    #expect(throws: EffectError.unknownDonor(0)) {
      try PlaceboDistricts(board, populations: [1, 1, 1], treated: [0, 0])
    }
    #expect(throws: EffectError.size(unit: 1, value: 0)) {
      try PlaceboDistricts(board, populations: [1, 0, 1], treated: [0])
    }
    #expect(throws: EffectError.shape(what: "populations", expected: 3, found: 1)) {
      try PlaceboDistricts(board, populations: [1], treated: [0])
    }
    #expect(throws: EffectError.parameter(name: "tolerance", value: 1)) {
      try PlaceboDistricts(board, populations: [1, 1, 1], treated: [0], tolerance: 1)
    }
    #expect(
      try PlaceboDistricts(board, populations: [1, 0, 1], treated: [0], excluding: [1]).districts == [[2]])
  }

  @Test func unionsAreMadeOfSums() throws {
    // Zone 0: 1/10 and 4/20; zone 1: 3/30 and 6/20.
    let rate = try DistrictOutcome.ratio([1, 4, 3, 6], [10, 20, 30, 20], multiplier: 1000, periods: 2)
    #expect(try rate.series(of: [0, 1]) == [100, 250])
    #expect(try rate.series(of: [0]) == [100, 200])
    let log = try DistrictOutcome.ratio([1, 4, 3, 6], [10, 20, 30, 20], periods: 2, scale: .log)
    #expect(try log.series(of: [0, 1]) == [Foundation.log(0.1), Foundation.log(0.25)])
    let root = try DistrictOutcome.sum([1, 4, 3, 12], periods: 2, scale: .root)
    #expect(try root.series(of: [0, 1]) == [2, 4])
    let mean = try DistrictOutcome.mean([10, 20, 40, 40], weights: [1, 1, 2, 3], periods: 2)
    #expect(try mean.series(of: [1, 0]) == [30, 35])
    // A hidden cell hides the union; a zero has no logarithm.
    let hidden = try DistrictOutcome.ratio([1, .nan, 3, 6], [10, 20, 30, 20], periods: 2)
    #expect(throws: EffectError.notFinite(unit: 0, period: 1)) { try hidden.series(of: [0, 1]) }
    let zero = try DistrictOutcome.sum([1, 0], periods: 2, scale: .log)
    #expect(throws: EffectError.notFinite(unit: 0, period: 1)) { try zero.series(of: [0]) }
    #expect(throws: EffectError.unknownDonor(2)) { try rate.series(of: [2]) }
    #expect(throws: EffectError.shape(what: "denominators", expected: 2, found: 1)) {
      try DistrictOutcome.ratio([1, 2], [1], periods: 2)
    }
  }

  @Test func districtsAreScoredOnTheZonesOutsideThem() throws {
    let board = try Self.board(4, 2)
    let people: [Double] = [100, 120, 90, 110, 100, 130, 80, 100]
    var stream = RandomStream(seed: 3)
    let counts = (0..<8 * 6).map { cell in (stream.uniform() * 20).rounded() + 5 + (cell / 6 < 2 ? 3 : 0) }
    let denominators = (0..<8 * 6).map { people[$0 / 6] }
    let rate = try DistrictOutcome.ratio(counts, denominators, multiplier: 1000, periods: 6)
    let districts = try PlaceboDistricts(board, populations: people, treated: [0, 1], tolerance: 0.15)
    let effects = try PlaceboDistrictEffects(DifferenceInDifferences(), districts, prePeriods: 4) {
      zones throws(EffectError) in try rate.series(of: zones)
    }
    #expect(effects.distribution.sets == districts.districts)
    #expect(effects.distribution.placebos.count == districts.districts.count)
    #expect(effects.distribution.isExhaustive)
    for (district, fit) in zip(districts.districts, effects.distribution.placebos) {
      let donors = (2..<8).filter { !district.contains($0) }
      var cells: [Double] = []
      for zone in donors { cells += try rate.series(of: [zone]) }
      cells += try rate.series(of: district)
      let design = try EffectDesign(outcomes: cells, donors: donors.count, prePeriods: 4)
      #expect(fit == (try DifferenceInDifferences().fit(design)))
    }
    #expect(effects.records.count == districts.districts.count + 1)
    #expect(effects.records[0].weights.map(\.donor) == Array(2..<8))
    for record in effects.records.dropFirst() {
      #expect(record.weights.map(\.donor) == (2..<8).filter { !record.members.contains($0) })
    }
    #expect(effects.diagnostics.contains(.districtsOverlap))
  }

  @Test func aZoneWithoutFiguresIsNoDonor() throws {
    let board = try Self.board(5, 1)
    var counts = (0..<20).map { Double($0 % 7 + 1) }
    counts[9] = .nan  // zone 2
    let sum = try DistrictOutcome.sum(counts, periods: 4)
    let districts = try PlaceboDistricts(
      board, populations: [1, 1, 1, 1, 1], treated: [0], tolerance: 0.1)
    let effects = try PlaceboDistrictEffects(DifferenceInDifferences(), districts, prePeriods: 2) {
      zones throws(EffectError) in try sum.series(of: zones)
    }
    #expect(effects.unusable.map(\.zone) == [2])
    #expect(effects.distribution.refused.map(\.set) == [[2]])
    #expect(effects.distribution.sets == [[1], [3], [4]])
    #expect(effects.records[0].weights.map(\.donor) == [1, 3, 4])
  }
}
