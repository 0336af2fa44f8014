import Indicators
import TestSupport
import Testing

@testable import Inequality

/// Three groups over six zones; the first and the rest make the table of two.
enum MadeZones {
  static let part = [120.0, 40, 33, 5, 0, 60]
  static let persons = [900.0, 1100, 1400, 300, 50, 210]
  static let three = [part, [80, 200, 10, 20, 5, 11], [700, 860, 1357, 275, 45, 139]]
  static func two() throws -> SegregationTable { try SegregationTable(part: part, of: persons) }
}

@Suite struct SegregationIndexTests {
  /// numpy 2.4.6, by the definitions (the Gini index as a double sum over pairs of zones).
  @Test func twoGroupsAgainstNumpy() throws {
    let table = try MadeZones.two()
    for (index, expected) in [
      (SegregationIndex.dissimilarity, 0.4464588594474388), (.isolation, 0.13743640726198864),
      (.interaction, 0.8625635927380113), (.correlationRatio, 0.0773225750290316),
      (.information, 0.12728060780989292), (.gini, 0.5111630419760532), (.atkinson, 0.23010101409926043),
    ] {
      // H, V and Atkinson are small differences of sums near 1.
      #expect(isClose(try index.value(of: table), expected, relative: 1e-12), "\(index)")
    }
  }

  /// numpy 2.4.6.
  @Test func threeGroupsAgainstNumpy() throws {
    let table = try SegregationTable(counts: MadeZones.three)
    for (index, expected) in [
      (SegregationIndex.dissimilarity, 0.39394033736571443), (.correlationRatio, 0.07638021381135535),
      (.information, 0.12909121889389408), (.gini, 0.46175205235025496),
    ] {
      #expect(isClose(try index.value(of: table), expected, relative: 1e-12), "\(index)")
    }
    #expect(throws: Reason.tooFewGroups) { try SegregationIndex.atkinson.value(of: table) }
  }

  @Test func theEndsOfTheScale() throws {
    let apart = try SegregationTable(counts: [[10, 0, 30], [0, 20, 0]])
    let even = try SegregationTable(counts: [[10, 20, 30], [20, 40, 60]])
    for index in SegregationIndex.allCases where ![.isolation, .interaction].contains(index) {
      #expect(isClose(try index.value(of: apart), 1, relative: 1e-14), "\(index)")
      #expect(abs(try index.value(of: even)) < 1e-14, "\(index)")
    }
    #expect(try SegregationIndex.isolation.value(of: apart) == 1)
    #expect(try SegregationIndex.interaction.value(of: apart) == 0)
  }

  @Test func indicesLieBetweenZeroAndOneAndDoNotKnowTheOrderOfZones() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<30 {
      let zones = 2 + Int(random.next() % 8)
      let counts = (0..<2).map { _ in (0..<zones).map { _ in Double(1 + random.next() % 40) } }
      let table = try SegregationTable(counts: counts)
      let turned = try SegregationTable(counts: counts.map { Array($0.reversed()) })
      let doubled = try SegregationTable(counts: counts.map { $0.map { $0 * 2 } })
      for index in SegregationIndex.allCases {
        let value = try index.value(of: table)
        #expect((0...1).contains(value))
        #expect(isClose(value, try index.value(of: turned), relative: 1e-11, absolute: 1e-14))
        #expect(isClose(value, try index.value(of: doubled), relative: 1e-11, absolute: 1e-14))
      }
    }
  }

  @Test func refusals() throws {
    #expect(throws: Reason.tooFewGroups) { try SegregationTable(counts: [[1, 2]]) }
    #expect(throws: Reason.tooFewGroups) { try SegregationTable(counts: [[1, 0], [4, 0]]) }
    #expect(throws: Reason.nobodyOrEverybody) { try SegregationTable(counts: [[0, 0], [4, 1]]) }
    #expect(throws: Reason.outsideBounds) { try SegregationTable(part: [5, 1], of: [4, 4]) }
    #expect(try SegregationTable(counts: [[1, 0, 3], [4, 0, 1]]).zones == [5, 4])
  }
}
