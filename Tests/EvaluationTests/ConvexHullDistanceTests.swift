import Evaluation
import TestSupport
import Testing

@Suite struct ConvexHullDistanceTests {
  @Test func aMixtureIsInside() throws {
    // Donors at the corners of a triangle; the treated is ¼, ¼, ½ of them.
    let inside = try ConvexHullDistance(
      try EffectDesign(outcomes: [0, 0, 9, 4, 0, 9, 0, 4, 9, 1, 2, 9], donors: 3, prePeriods: 2))
    #expect(inside.isInside)
    #expect(inside.distance < 1e-12)
    #expect(zip(inside.weights, [0.25, 0.25, 0.5]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(inside.isUnique)
    #expect(inside.diagnostics.isEmpty)
  }

  @Test func theDistanceIsToTheNearestMixture() throws {
    // The treated at (3, 3); the nearest mixture is the middle (2, 2) of the long side: √((1 + 1)/2).
    let outside = try ConvexHullDistance(
      try EffectDesign(outcomes: [0, 0, 9, 4, 0, 9, 0, 4, 9, 3, 3, 9], donors: 3, prePeriods: 2))
    #expect(!outside.isInside)
    #expect(abs(outside.distance - 1) < 1e-12)
    #expect(outside.diagnostics.isEmpty)
    let far = try ConvexHullDistance(
      try EffectDesign(outcomes: [0, 0, 9, 4, 0, 9, 0, 4, 9, 5, 5, 9], donors: 3, prePeriods: 2))
    #expect(far.periodsAbove == 2)
    #expect(far.diagnostics == [.outsideDonors])
  }

  @Test func shapeLeavesLevelsOut() throws {
    // Far above, but moving as the donors do.
    let design = try EffectDesign(outcomes: [1, 2, 0, 5, 4, 0, 101, 102, 0], donors: 2, prePeriods: 2)
    #expect(try !ConvexHullDistance(design).isInside)
    #expect(try ConvexHullDistance(design, matching: .shape).isInside)
  }

  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiaIsOutside() throws {
    // The exact sum of squares of its synthetic control is 52.129571, published through another solver to these digits.
    let hull = try ConvexHullDistance(try PropositionNinetyNine.design())
    #expect(!hull.isInside)
    #expect(abs(hull.distance * hull.distance * 19 - 52.129571) < 5e-7)
    #expect(hull.isUnique)
  }
}
