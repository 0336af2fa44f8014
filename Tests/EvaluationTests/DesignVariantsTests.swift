import Evaluation
import Testing

@Suite struct DesignVariantsTests {
  /// Three donors and one treated over four periods; the value says which cell it was.
  static func design() throws -> EffectDesign {
    try EffectDesign(
      outcomes: (0..<4).flatMap { unit in (0..<4).map { Double(unit * 10 + $0) } }, donors: 3, prePeriods: 3,
      sizes: [1, 2, 3, 4])
  }

  @Test func aDonorTakesThePlaceOfTheTreated() throws {
    let variant = try Self.design().treating([1])
    #expect(variant.outcomes == [0, 1, 2, 3, 20, 21, 22, 23, 10, 11, 12, 13])
    #expect(variant.donors == 2)
    #expect(variant.sizes == [1, 3, 2])
    #expect(throws: EffectError.unknownDonor(3)) { try Self.design().treating([3]) }
    #expect(throws: EffectError.unknownDonor(1)) { try Self.design().treating([1, 1]) }
    #expect(throws: EffectError.noDonors) { try Self.design().treating([0, 1, 2]) }
    #expect(throws: EffectError.noTreated) { try Self.design().treating([]) }
  }

  @Test func donorsAndYearsAreLeftOut() throws {
    let design = try Self.design()
    #expect(try design.leavingOut(donor: 0).outcomes == Array(design.outcomes[4...]))
    #expect(throws: EffectError.unknownDonor(-1)) { try design.leavingOut(donor: -1) }
    let shorter = try design.leavingOut(prePeriod: 1)
    #expect(shorter.outcomes[shorter.row(3)] == [30, 32, 33])
    #expect(shorter.prePeriods == 2)
    #expect(throws: EffectError.noPrePeriods) { try design.leavingOut(prePeriod: 3) }
  }

  @Test func aStartThatNeverWasUsesNothingAfterTheTrueOne() throws {
    let design = try Self.design().backdated(by: 1)
    #expect(design.periods == 3)
    #expect(design.prePeriods == 2)
    #expect(design.outcomes.max() == 32)
    #expect(throws: EffectError.noPrePeriods) { try Self.design().backdated(by: 3) }
    #expect(throws: EffectError.noPostPeriods) { try Self.design().backdated(by: 0) }
    #expect(try Self.design().seen(after: 1) == Self.design())
    #expect(throws: EffectError.noPostPeriods) { try Self.design().seen(after: 2) }
  }
}
