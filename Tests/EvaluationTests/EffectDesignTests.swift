import Evaluation
import Testing

@Suite struct EffectDesignTests {
  @Test func whatDoesNotFitIsRefused() {
    #expect(throws: EffectError.noDonors) { try EffectDesign(outcomes: [1, 2], donors: 0, prePeriods: 1) }
    #expect(throws: EffectError.noTreated) {
      try EffectDesign(outcomes: [1, 2], donors: 1, treated: 0, prePeriods: 1)
    }
    #expect(throws: EffectError.noPrePeriods) {
      try EffectDesign(outcomes: [1, 2, 3, 4], donors: 1, prePeriods: 0)
    }
    #expect(throws: EffectError.noPostPeriods) {
      try EffectDesign(outcomes: [1, 2, 3, 4], donors: 1, prePeriods: 2)
    }
    #expect(throws: EffectError.shape(what: "outcomes", expected: 2, found: 3)) {
      try EffectDesign(outcomes: [1, 2, 3], donors: 1, prePeriods: 1)
    }
    #expect(throws: EffectError.notFinite(unit: 1, period: 0)) {
      try EffectDesign(outcomes: [1, 2, .nan, 4], donors: 1, prePeriods: 1)
    }
    #expect(throws: EffectError.size(unit: 0, value: 0)) {
      try EffectDesign(outcomes: [1, 2, 3, 4], donors: 1, prePeriods: 1, sizes: [0, 1])
    }
    #expect(throws: EffectError.shape(what: "outcomes", expected: Int.max, found: 2)) {
      try EffectDesign(outcomes: [1, 2], donors: Int.max, treated: 1, prePeriods: 1)
    }
  }

  @Test func meansAreOfTheRightRows() throws {
    let design = try EffectDesign(
      outcomes: [1, 2, 3, 4, 10, 20, 30, 40], donors: 2, treated: 2, prePeriods: 1)
    #expect(design.donorMean == [2, 3])
    #expect(design.treatedMean == [20, 30])
    #expect(design.row(2) == 4..<6)
  }
}
