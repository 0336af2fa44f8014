import Distributions
import Indicators
import Scheduler
import Testing

@testable import Evaluation

@Suite struct PlaceboPermutationsTests {
  /// Nine zones of which the first swings a hundred times as much as the others; zones of `set` are the last rows.
  private func heavy(treated set: [Int], seed: UInt64 = 3) throws -> EffectDesign {
    let zones = 9
    var rows: [[Double]] = []
    for zone in 0..<zones {
      var stream = RandomStream(seed: seed, series: zone)
      rows.append((0..<6).map { _ in (stream.uniform() - 0.5) * (zone == 0 ? 100 : 1) })
    }
    let donors = (0..<zones).filter { !set.contains($0) }
    return try EffectDesign(
      outcomes: (donors + set).flatMap { rows[$0] }, donors: donors.count, treated: set.count, prePeriods: 4)
  }

  @Test func falsePositivesAreNoMoreThanTheLevelWhoeverWasTreated() throws {
    // Nothing was done, and each of the 36 pairs had the same chance: of all of them no more than a share α may have p ≤ α.
    let pairs = (0..<9).flatMap { one in ((one + 1)..<9).map { [one, $0] } }
    var (exact, donorsOnly): ([Double], [Double]) = ([], [])
    for pair in pairs {
      let placebos = try PlaceboDistribution(
        DifferenceInDifferences(), try heavy(treated: pair), threads: .single)
      exact.append(placebos.pValue())
      let own = abs(placebos.fit.effect)
      donorsOnly.append(Double(1 + placebos.effects.count { abs($0) >= own }) / 22)
      #expect(placebos.compared == 35 && placebos.floor == 1.0 / 36)
      #expect(placebos.permutations?.population == 35 && placebos.permutations?.isExhaustive == true)
      #expect(placebos.pValueMonteCarloError() == 0)
    }
    for step in 1...36 {
      let level = Double(step) / 36
      #expect(exact.count { $0 <= level + 1e-12 } <= step)
    }
    // Sets of donors alone call the zone that swings most an effect in each of the eight pairs it is in: 22 % at 5 %.
    #expect(donorsOnly.count { $0 <= 0.05 } >= 8)
  }

  @Test func theStandardErrorStaysThatOfSetsOfDonors() throws {
    let design = try walks(donors: 7, treated: 2, periods: 6, prePeriods: 3, effect: 5)
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    #expect(placebos.placebos.count == 21)
    let mean = placebos.effects.reduce(0, +) / 21
    let error = (placebos.effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 21).squareRoot()
    #expect(abs(placebos.standardError - error) < 1e-14)
    // Every pair of the nine but the true one, by its own difference of means.
    let found = try #require(placebos.permutations).scores.map(\.effect)
    #expect(found.count == 35)
    var expected: [Double] = []
    for one in 0..<9 {
      for other in (one + 1)..<9 where [one, other] != [7, 8] {
        let rest = (0..<9).filter { $0 != one && $0 != other }
        let variant = try EffectDesign(
          outcomes: (rest + [one, other]).flatMap { Array(design.outcomes[design.row($0)]) }, donors: 7,
          treated: 2, prePeriods: 3)
        expected.append(try DifferenceInDifferences().fit(variant).effect)
      }
    }
    #expect(found == expected)
    let own = abs(placebos.fit.effect)
    #expect(placebos.rank() == 1 + expected.count { abs($0) >= own })
    #expect(placebos.pValue() == Double(placebos.rank()) / 36)
    #expect(placebos.pValue(.errorRatio) == placebos.ratioPValue)
  }

  @Test func oneTreatedIsRankedAmongItsDonors() throws {
    let design = try walks(donors: 9, periods: 8, prePeriods: 5, effect: 2)
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    #expect(placebos.permutations == nil && placebos.compared == 9 && placebos.floor == 0.1)
  }

  @Test func aDrawIsTheSameForAnyThreadsAndNeverTheTruth() throws {
    let design = try walks(donors: 12, treated: 3, periods: 6, prePeriods: 4)
    let runs = try [ThreadLimit.single, ThreadLimit(3)].map {
      try PlaceboDistribution(DifferenceInDifferences(), design, limit: 90, seed: 4, threads: $0)
    }
    let found = try #require(runs[0].permutations)
    #expect(found.scores == runs[1].permutations?.scores)
    // C(15, 3) − 1 others.
    #expect(!found.isExhaustive && found.population == 454 && found.scores.count >= 89)
    #expect(try #require(runs[0].pValueMonteCarloError()) > 0)
  }

  @Test func whereEveryOtherSetIsRefusedNothingIsFound() throws {
    let design = try walks(donors: 5, treated: 2, periods: 6, prePeriods: 4)
    let placebos = try PlaceboDistribution(OnlyOnce(path: design.treatedMean), design)
    #expect(placebos.permutations?.refused == 20 && placebos.pValue() == 1 && placebos.floor == 1)
  }
}

/// An estimator that answers for one treated path only.
private struct OnlyOnce: EffectEstimator {
  var path: [Double]
  var method: Indicators.Method { .differenceInDifferences }
  func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    guard design.treatedMean == path else { throw .notConverged }
    return try DifferenceInDifferences().fit(design)
  }
}
