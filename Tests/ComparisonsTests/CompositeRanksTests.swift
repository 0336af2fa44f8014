import Estimates
import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Comparisons

@Suite struct CompositeRanksTests {
  @Test func theSameBytesForAnyNumberOfThreadsAndAnyOrder() throws {
    let components = try CompositeSample.shares()
    let base = try CompositeRanks(components, recipe: .meanZ, draws: 42, seed: 3, threads: .single)
    for threads in [2, 4] {
      let other = try CompositeRanks(
        components, recipe: .meanZ, draws: 42, seed: 3, threads: ThreadLimit(threads))
      #expect(other.zones == base.zones)
    }
    // Reversed zones keep their streams. Sums in another order may differ in the last bit, which no rank sees.
    let turned = try components.map {
      try CompositeComponent(
        id: $0.id, better: $0.better, kind: $0.kind, values: $0.values.reversed(),
        counts: $0.counts.reversed())
    }
    let other = try CompositeRanks(
      turned, recipe: .meanZ, keys: (0..<10).reversed(), draws: 42, seed: 3)
    for (one, two) in zip(base.zones, other.zones.reversed()) {
      #expect(one?.interval == two?.interval && one?.worstDecileShare == two?.worstDecileShare)
    }
  }

  @Test func intervalsHoldTheRankAndSharesAreShares() throws {
    let components = try CompositeSample.shares()
    let index = try CompositeIndex(components, recipe: .meanZ)
    let ranks = try CompositeRanks(components, recipe: .meanZ, draws: 112, seed: 1)
    // Five normalisations, two weightings, and geometric means for two of them.
    #expect(ranks.choices == 14)
    for (rank, zone) in zip(index.ranks, ranks.zones) {
      let zone = try #require(zone)
      #expect(zone.interval.contains(try #require(rank)))
      #expect(zone.interval.lower >= 1 && zone.interval.upper <= 10)
      for share in [
        zone.worstDecileShare, zone.worstFifthShare, zone.worstDecileProbability, zone.choiceShare,
      ] { #expect((0...1).contains(share)) }
      #expect(zone.worstFifthShare >= zone.worstDecileShare)
    }
    // Zone 10 is worst in everything and by far; zone 1 is among the best.
    #expect(ranks.zones[9]?.worstDecileShare == 1 && ranks.zones[0]?.worstFifthShare == 0)
    #expect((ranks.zones[9]?.worstDecileProbability ?? 0) > 0.9)
  }

  /// Without sampling error only the choices move ranks, and they explain all of it.
  @Test func withoutCountsChoicesExplainEverything() throws {
    let ranks = try CompositeRanks(try CompositeSample.components(), recipe: .meanZ, draws: 70, seed: 1)
    for zone in ranks.zones.compactMap({ $0 }) {
      let isFixed = zone.interval.lower == zone.interval.upper
      #expect(isFixed || zone.choiceShare > 0.999)
      #expect(zone.worstDecileProbability == zone.worstDecileShare)
    }
  }

  /// Fewer persons, wider ranks.
  @Test func smallNumbersWidenTheInterval() throws {
    func width(_ factor: Double) throws -> Double {
      let components = try CompositeSample.shares().map { component in
        try CompositeComponent(
          id: component.id, better: component.better, kind: .proportion, values: component.values,
          counts: component.counts.map { $0.map { ($0.numerator * factor, $0.denominator * factor) } })
      }
      let ranks = try CompositeRanks(components, recipe: .meanZ, draws: 112, seed: 2)
      return ranks.zones.compactMap { $0.map { $0.interval.upper - $0.interval.lower } }.reduce(0, +)
    }
    let (few, many) = (try width(0.3), try width(30))
    #expect(few > many)
  }

  @Test func theChoiceShareIsThatOfAnalysisOfVariance() {
    // Two choices whose means differ by 4, with a spread of ±1 within each: (32 − 4/3·…) by hand below.
    let ranks: [Double] = [1, 5, 3, 7, 1, 5, 3, 7]
    // Between: 4·(2 − 4)² + 4·(6 − 4)² = 32 on 1; within: 8 on 6; per choice 4 draws: (32 − 4/3)/4 = 23/3.
    let component = (32 - 8.0 / 6) / 4
    #expect(
      isClose(
        CompositeRanks.choiceShare(ranks, choices: 2), component / (component + 8.0 / 6), relative: 1e-14))
    #expect(CompositeRanks.choiceShare([4, 4, 4, 4], choices: 2) == 0)
  }
}
