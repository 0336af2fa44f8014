import Estimates
import Testing

@testable import Comparisons

@Suite("Quantile groups")
struct QuantileGroupsTests {
  // Published: n = 12, Q = 10.
  @Test("tenths of twelve")
  func published() {
    let groups = (1...12).map { QuantileGroups.group(rank: $0, of: 12, groups: 10) }
    #expect(groups == [1, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10])
  }

  @Test("fifths of 24 zones are 5, 5, 5, 5 and 4")
  func larvik() throws {
    let fifths = try QuantileGroups((1...24).map(Double.init), groups: 5, order: .lowestFirst)
    #expect(fifths.groups == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 5])
    let turned = try QuantileGroups((1...24).map(Double.init), groups: 5)
    #expect(turned.groups[23] == 1 && turned.groups[0] == 5 && turned.ranks[23] == 1)
  }

  // 15 − ⌈17 · 14/34⌉ = 15 − 7 = 8; in floating point 17·(14/34) is a hair above 7.
  @Test("whole numbers where floating point goes wrong")
  func integers() {
    #expect(QuantileGroups.group(rank: 18, of: 34, groups: 14) == 8)
  }

  @Test("every group has ⌊n/Q⌋ or ⌈n/Q⌉ zones", arguments: [(24, 5), (357, 10), (10, 10), (19, 4), (101, 7)])
  func sizes(n: Int, q: Int) {
    var counts = [Int](repeating: 0, count: q + 1)
    for rank in 1...n { counts[QuantileGroups.group(rank: rank, of: n, groups: q)] += 1 }
    #expect(counts.dropFirst().allSatisfy { $0 == n / q || $0 == (n + q - 1) / q })
  }

  @Test("ties stay together, are told, and what is missing is not counted")
  func ties() throws {
    let groups = try QuantileGroups([4, 2, 2, 2, nil, 1], groups: 2)
    #expect(groups.ranks == [1, 2, 2, 2, nil, 5] && groups.count == 5)
    #expect(groups.groups[1] == groups.groups[3] && groups.groups[4] == nil)
    #expect(groups.tiesAtBorders)
    #expect(try !QuantileGroups([4, 3, 2, 1], groups: 2).tiesAtBorders)
  }

  @Test("refusals")
  func refusals() {
    #expect(throws: StatisticsError.tooFewObservations(needed: 5, found: 2)) {
      try QuantileGroups([1, nil, 2], groups: 5)
    }
    #expect(throws: StatisticsError.notFinite(what: "value")) { try QuantileGroups([1, .nan], groups: 2) }
    #expect(throws: StatisticsError.parameter(name: "groups", value: 1)) {
      try QuantileGroups([1, 2], groups: 1)
    }
  }
}
