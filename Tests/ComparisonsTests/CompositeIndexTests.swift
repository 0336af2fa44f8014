import Estimates
import Indicators
import TestSupport
import Testing

@testable import Comparisons

@Suite struct CompositeIndexTests {
  /// numpy 2.4.6: the mean over components of (x − x̄)/s, s over N.
  @Test func theMeanOfZScoresIsNumpys() throws {
    let expected = [
      -0.45178231545414355, -1.0887607606526668, -0.2903664114149063, 0.13231388870714647,
      0.47417236253157, 0.12437539369940434, -0.6381706712875183, -0.8647857903604687, 0.7344379553574245,
      2.0679543305405543, 0.5118299139581904, -0.7112178956245866,
    ]
    let index = try CompositeIndex(try CompositeSample.components(), recipe: .meanZ)
    for (one, other) in zip(index.values, expected) {
      #expect(isClose(try #require(one), other, relative: 1e-13))
    }
    #expect(index.ranks[9] == 1 && index.ranks[1] == 12)
    #expect(index.weights.allSatisfy { $0 == 0.2 })
  }

  @Test func decilesAreSummed() throws {
    let index = try CompositeIndex(try CompositeSample.shares(), recipe: .decileSum)
    // Ten zones: each component's deciles are its ranks.
    #expect(index.values[9] == 30)
    // The best, second best and best of ten.
    #expect(index.values[0] == 4.0)
    let total = index.values.compactMap { $0 }.reduce(0, +)
    #expect(isClose(total, 3 * 55, relative: 1e-15))
  }

  @Test func geometricMeansNeedScoresAboveZero() throws {
    let components = try CompositeSample.shares()
    #expect(throws: CompositeRefusal(.scoresNotPositive)) {
      try CompositeIndex(components, recipe: CompositeRecipe(normalisation: .zScore, aggregation: .geometric))
    }
    let index = try CompositeIndex(
      components,
      recipe: CompositeRecipe(normalisation: .rank, weighting: .given([2, 1, 1]), aggregation: .geometric))
    // Worst in all three: R = 1 everywhere.
    #expect(isClose(try #require(index.values[9]), 1, relative: 1e-15))
  }

  @Test func theEnglishWeightsSumToOne() {
    // Printed to three decimals: seven half digits.
    #expect(abs(CompositeRecipe.englishWeights.reduce(0, +) - 1) <= 0.0035)
  }

  /// A zone that is worst in everything gets 100 in an index of exponentially transformed ranks.
  @Test func theWorstInEverythingIsAtAHundred() throws {
    let index = try CompositeIndex(try CompositeSample.shares(), recipe: .deprivation)
    #expect(isClose(try #require(index.values[9]), 100, relative: 1e-14))
  }

  @Test func aMissingFigureRefusesTheZoneOrReweights() throws {
    var rows = try CompositeSample.components()
    rows[2] = try CompositeComponent(
      id: "c2", better: .lowerIsBetter,
      values: CompositeSample.rows.enumerated().map { $0 == 3 ? nil : $1[2] })
    let strict = try CompositeIndex(rows, recipe: .meanZ)
    #expect(strict.values[3] == nil && strict.ranks[3] == nil)
    // The others are an index of their own.
    let without = try CompositeIndex(
      try CompositeSample.components(
        CompositeSample.rows.enumerated().filter { $0.offset != 3 }.map(\.element)),
      recipe: .meanZ)
    #expect(strict.values.compactMap { $0 } == without.values.compactMap { $0 })
    let lenient = try CompositeIndex(rows, recipe: .meanZ, allowsMissing: true)
    #expect(lenient.isReweighted == (0..<12).map { $0 == 3 })
    let own = [0, 1, 3, 4].compactMap { lenient.scores[$0][3] }
    #expect(isClose(try #require(lenient.values[3]), own.reduce(0, +) / 4, relative: 1e-13))
    // Less than half of the weight is no index.
    let heavy = CompositeRecipe(weighting: .given([0.1, 0.1, 0.6, 0.1, 0.1]))
    #expect(try CompositeIndex(rows, recipe: heavy, allowsMissing: true).values[3] == nil)
  }

  @Test func orderAndUnitsDoNotMatter() throws {
    for normalisation in DirectionAlignedScores.Normalisation.allCases {
      let recipe = CompositeRecipe(normalisation: normalisation, weighting: .given([3, 1, 1, 1, 2]))
      let base = try CompositeIndex(try CompositeSample.components(), recipe: recipe)
      let turned = try CompositeIndex(
        try CompositeSample.components(CompositeSample.rows.reversed()), recipe: recipe)
      let scaled = try CompositeIndex(
        try CompositeSample.components(CompositeSample.rows.map { $0.map { 7 + 100 * $0 } }), recipe: recipe)
      #expect(base.ranks == turned.ranks.reversed())
      #expect(base.ranks == scaled.ranks)
    }
  }

  @Test func tooFewComponentsOrZonesAreRefused() throws {
    let components = try CompositeSample.components()
    #expect(throws: CompositeRefusal(.tooFewPoints)) {
      try CompositeIndex([components[0]], recipe: .meanZ)
    }
    let two = try CompositeSample.components(Array(CompositeSample.rows.prefix(2)))
    #expect(throws: CompositeRefusal(.tooFewPoints)) { try CompositeIndex(two, recipe: .meanZ) }
  }
}
