import Distributions
import Estimates
import Foundation
import Indicators
import Scheduler
import Testing

@testable import Evaluation

/// Figures of our own for tests: `units` walks over `periods` years, the last `treated` of them treated.
func walks(
  donors: Int, treated: Int = 1, periods: Int, prePeriods: Int, effect: Double = 0, seed: UInt64 = 1
) throws -> EffectDesign {
  var cells: [Double] = []
  for unit in 0..<donors + treated {
    var stream = RandomStream(seed: seed, series: unit)
    var level = 20 * stream.uniform()
    for period in 0..<periods {
      level += stream.uniform() - 0.5
      cells.append(level + (unit >= donors && period >= prePeriods ? effect : 0))
    }
  }
  return try EffectDesign(outcomes: cells, donors: donors, treated: treated, prePeriods: prePeriods)
}

/// An estimator that refuses any design whose treated begins above a bound.
struct Refusing: EffectEstimator {
  var bound: Double
  var method: Indicators.Method { .differenceInDifferences }
  func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    guard design.treatedMean[0] <= bound else { throw .notConverged }
    return try DifferenceInDifferences().fit(design)
  }
}

@Suite struct PlaceboDistributionTests {
  @Test func standardErrorRankAndPValueAreThoseOfTheDefinition() throws {
    let design = try walks(donors: 9, periods: 8, prePeriods: 5, effect: 2)
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    var effects: [Double] = []
    for donor in 0..<9 {
      effects.append(try DifferenceInDifferences().fit(design.treating([donor])).effect)
    }
    #expect(placebos.effects == effects)
    let mean = effects.reduce(0, +) / 9
    let error = (effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9).squareRoot()
    #expect(abs(placebos.standardError - error) < 1e-14)
    for alternative in EffectAlternative.allCases {
      let own = alternative.size(placebos.fit.effect)
      let larger = effects.count { alternative.size($0) >= own }
      #expect(placebos.rank(alternative) == larger + 1)
      #expect(placebos.pValue(alternative) == Double(larger + 1) / 10)
      #expect(placebos.pValue(.effect, alternative) == placebos.pValue(alternative))
    }
    #expect(placebos.pValue(.errorRatio) == placebos.ratioPValue)
    #expect(placebos.floor == 0.1)
  }

  @Test func nothingIsDrawnWhereEverySetIsTried() throws {
    let placebos = try PlaceboDistribution(
      DifferenceInDifferences(), try walks(donors: 7, treated: 2, periods: 6, prePeriods: 3))
    #expect(placebos.population == 21)
    #expect(placebos.standardErrorMonteCarloError == 0)
    #expect(placebos.pValueMonteCarloError() == 0)
  }

  @Test func theErrorOfDrawingIsTheSpreadOverDraws() throws {
    // 100 of the C(12, 3) = 220 sets, 60 times: the spread of the errors and p-values over draws against what one draw says.
    let design = try walks(donors: 12, treated: 3, periods: 6, prePeriods: 4, effect: 0.3)
    let all = try PlaceboDistribution(DifferenceInDifferences(), design)
    var (errors, said, ps, saidP): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for seed in 1...60 {
      let drawn = try PlaceboDistribution(
        DifferenceInDifferences(), design, limit: 100, seed: UInt64(seed))
      #expect(drawn.population == 220 && !drawn.isExhaustive)
      errors.append(drawn.standardError)
      said.append(try #require(drawn.standardErrorMonteCarloError))
      ps.append(drawn.pValue())
      saidP.append(try #require(drawn.pValueMonteCarloError()))
    }
    func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }
    func deviation(_ x: [Double]) -> Double {
      (x.reduce(0) { $0 + ($1 - mean(x)) * ($1 - mean(x)) } / Double(x.count - 1)).squareRoot()
    }
    // A deviation from 60 draws has a relative error of 1/√118 = 9 %; four of them, and the linear approximation, make 40 %.
    #expect(abs(deviation(errors) / mean(said) - 1) < 0.4)
    #expect(abs(deviation(ps) / mean(saidP) - 1) < 0.4)
    // The mean over draws is within four standard errors of the exact value; √100 bias terms are far below that.
    #expect(
      abs(mean(errors) - all.standardError) < 4 * mean(said) / 60.0.squareRoot() + 0.01 * all.standardError)
  }

  @Test func refusedPlacebosAreCountedAndWrittenOut() throws {
    let design = try walks(donors: 10, periods: 6, prePeriods: 4)
    let own = design.treatedMean[0]
    let above = (0..<10).filter { design.outcomes[design.row($0)].first.map { $0 > own } ?? false }
    let placebos = try PlaceboDistribution(Refusing(bound: own), design)
    #expect(!above.isEmpty && above.count < 10)
    #expect(placebos.refused.map(\.set) == above.map { [$0] })
    #expect(placebos.placebos.count == 10 - above.count)
    let records = placebos.records(donors: 10)
    #expect(records.count == 11)
    #expect(records[0].isTreated && records[0].members.isEmpty && records[0].weights.count == 10)
    #expect(records.last?.refusal == "not-converged".reason && records.last?.effect == nil)
    for record in records.dropFirst() where record.refusal == nil {
      #expect(!record.weights.contains { record.members.contains($0.donor) })
      #expect(record.weights.count == 9)
      #expect(record.weights.map(\.donor) == (0..<10).filter { !record.members.contains($0) })
    }
  }

  @Test func recordsHoldEnoughToMakeTheTestAgain() throws {
    let placebos = try PlaceboDistribution(
      DifferenceInDifferences(), try walks(donors: 8, periods: 7, prePeriods: 4, effect: 1))
    let records = placebos.records(donors: 8)
    #expect(records.dropFirst().compactMap(\.effect) == placebos.effects)
    #expect(records.compactMap(\.errorRatio) == [placebos.errorRatio] + placebos.errorRatios)
  }

  @Test func oneThreadGivesTheSameAsMany() throws {
    let design = try walks(donors: 12, treated: 2, periods: 6, prePeriods: 4)
    let one = try PlaceboDistribution(DifferenceInDifferences(), design, threads: .single)
    let many = try PlaceboDistribution(DifferenceInDifferences(), design, threads: ThreadLimit(7))
    #expect(one.placebos == many.placebos)
  }

  @Test func perfectFitsBeforeTheStartTieAtInfinity() throws {
    // Every donor is flat before the start and moves after it: all ratios are infinite, and the treated is not above them.
    let design = try EffectDesign(outcomes: [1, 1, 2, 1, 1, 3, 1, 1, 5, 1, 1, 9], donors: 3, prePeriods: 2)
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    #expect(placebos.errorRatio == .infinity)
    #expect(placebos.ratioRank == 4)
    #expect(placebos.records(donors: 3).allSatisfy { $0.errorRatio == nil })
  }
}

extension String {
  var reason: Indicators.Reason { Indicators.Reason(self) }
}
