import Estimates
import Indicators
import TestSupport
import Testing

@Suite struct DirectionAlignedScoresTests {
  typealias Normalisation = DirectionAlignedScores.Normalisation
  static let values = [3.0, 1, 4, 1, 5, 9, 2, 6]

  /// The transform of the English index: 100 for the worst zone of 32,844, and two points of the published curve.
  @Test func theExponentialTransformIsTheEnglishOne() {
    #expect(DirectionAlignedScores.exponential(1) == 100)
    #expect(DirectionAlignedScores.exponential(0) == 0)
    // Half the last printed digit.
    #expect(abs(DirectionAlignedScores.exponential(0.9) - 50.4266542742) <= 5e-11)
    #expect(abs(DirectionAlignedScores.exponential(0.5) - 15.6467900726) <= 5e-11)
    // Through ranks: N = 32,844, and rank 1 (the worst) has R = 1.
    let scores = DirectionAlignedScores.aligned((1...32844).map { Double($0) }, by: .exponential)
    #expect(scores.last == 100)
    #expect(abs(scores[16421] - 15.6467900726) <= 5e-11)
  }

  /// numpy 2.4.6 and scipy 1.17.1: `(v - v.mean())/v.std()`, `rankdata`, `norm.ppf((r - .375)/(n + .25))`.
  @Test func numpyAndScipyAgree() {
    let expected: [(Normalisation, [Double])] = [
      (
        .zScore,
        [
          -0.3403516468284206, -1.118298268150525, 0.048621663832631515, -1.118298268150525,
          0.4375949744936836, 1.9934882171378923, -0.7293249574894728, 0.8265682851547358,
        ]
      ), (.rank, [4, 1.5, 5, 1.5, 6, 8, 3, 7].map { $0 / 8 }),
      (
        .rankNormal,
        [
          -0.15250597424624437, -1.0968035620935135, 0.15250597424624424, -1.0968035620935135,
          0.4727891209922672, 1.4342001596863792, -0.4727891209922674, 0.8524950342746939,
        ]
      ), (.minMax, [0.25, 0, 0.375, 0, 0.5, 1, 0.125, 0.625]), (.decile, [5, 2, 7, 2, 8, 10, 4, 9]),
    ]
    for (normalisation, scores) in expected {
      let found = DirectionAlignedScores.aligned(Self.values, by: normalisation)
      for (one, other) in zip(found, scores) {
        #expect(isClose(one, other, relative: 1e-13, absolute: 1e-15), "\(normalisation)")
      }
    }
  }

  @Test(arguments: Normalisation.allCases)
  func theWorseHasTheHigherScore(normalisation: Normalisation) {
    let lower = DirectionAlignedScores.scores(Self.values, better: .lowerIsBetter, by: normalisation)
    let higher = DirectionAlignedScores.scores(Self.values, better: .higherIsBetter, by: normalisation)
    for one in Self.values.indices {
      for other in Self.values.indices where Self.values[one] < Self.values[other] {
        #expect(lower[one] <= lower[other] && higher[one] >= higher[other])
      }
    }
    if normalisation.isPositive { #expect((lower + higher).allSatisfy { $0 > 0 }) }
  }

  @Test(arguments: Normalisation.allCases)
  func unitsDoNotMatterAndOrderDoesNotEither(normalisation: Normalisation) {
    let base = DirectionAlignedScores.aligned(Self.values, by: normalisation)
    let scaled = DirectionAlignedScores.aligned(Self.values.map { 40 + 12 * $0 }, by: normalisation)
    for (one, other) in zip(base, scaled) { #expect(isClose(one, other, relative: 1e-12, absolute: 1e-13)) }
    let turned = DirectionAlignedScores.aligned(Array(Self.values.reversed()), by: normalisation)
    for (one, other) in zip(base, turned.reversed()) {
      #expect(isClose(one, other, relative: 1e-13, absolute: 1e-15))
    }
  }

  @Test(arguments: Normalisation.allCases)
  func equalFiguresGetEqualScores(normalisation: Normalisation) {
    let scores = DirectionAlignedScores.aligned([0.1, 0.1, 0.1], by: normalisation)
    #expect(Set(scores).count == 1 && scores.allSatisfy { $0.isFinite })
    #expect(DirectionAlignedScores.aligned([], by: normalisation) == [])
    let alone = DirectionAlignedScores.aligned([7], by: normalisation)
    #expect(alone.count == 1 && alone.allSatisfy { $0.isFinite })
  }
}
