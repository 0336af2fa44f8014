import Estimates
import Indicators
import TestSupport
import Testing

@testable import Comparisons

@Suite struct CompositeWeightingTests {
  private func scores() -> [[Double]] {
    (0..<5).map { column in
      DirectionAlignedScores.aligned(CompositeSample.rows.map { $0[column] }, by: .zScore)
    }
  }

  /// numpy 2.4.6: `eigh(corrcoef(X.T))`, the last vector over its sum.
  @Test func principalComponentWeightsAreNumpys() throws {
    let expected = [
      0.21996942089213664, 0.20068401460324858, 0.20097856516841903, 0.20969295263295254, 0.16867504670324318,
    ]
    let found = try CompositeWeighting.principalComponent.weights(scores())
    #expect(found.diagnostics == [])
    for (one, other) in zip(found.weights, expected) { #expect(isClose(one, other, relative: 1e-12)) }
  }

  @Test func givenWeightsAreProportions() throws {
    #expect(
      try CompositeWeighting.given([2, 1, 1, 0, 0]).weights(scores()).weights == [0.5, 0.25, 0.25, 0, 0])
    for unusable in [[1, 2], [1, -1, 1, 1, 1], [0, 0, 0, 0, 0], [.nan, 1, 1, 1, 1]] {
      #expect(throws: CompositeRefusal(.unusableWeights)) {
        try CompositeWeighting.given(unusable).weights(scores())
      }
    }
  }

  /// A component that runs against the others gets a negative weight, and that is said.
  @Test func aComponentTheWrongWayIsNamed() throws {
    var turned = scores()
    turned[4] = turned[4].map { -$0 }
    #expect(try CompositeWeighting.principalComponent.weights(turned).diagnostics == [.negativeWeight])
  }

  @Test func aComponentWithoutSpreadHasNoWeightFromData() throws {
    var flat = scores()
    flat[1] = flat[1].map { _ in 0.25 }
    #expect(throws: CompositeRefusal(.componentWithoutSpread)) {
      try CompositeWeighting.principalComponent.weights(flat)
    }
  }
}
