import Estimates
import Indicators
import TestSupport
import Testing

@testable import Inequality

@Suite struct ConcentrationIndexTests {
  static func units(_ factor: Double = 1) throws -> RankedUnits {
    try RankedUnits(
      values: MadeUnits.values.map { $0 * factor }, weights: MadeUnits.weights, ranks: [3, 1, 2, 6, 5, 4],
      intervals: zip(MadeUnits.values, MadeUnits.errors).compactMap {
        let reach = 1.959963984540054 * $1
        return ConfidenceInterval(lower: ($0 - reach) * factor, upper: ($0 + reach) * factor, level: .p95)
      })
  }

  /// numpy 2.4.6 by the definitions, with central differences of step 10⁻⁶ for the errors.
  @Test func threeFormsAgainstNumpy() throws {
    let plain = try ConcentrationIndex(try Self.units()).estimate()
    #expect(isClose(plain.value, -0.044266258860484804, relative: 1e-13))
    #expect(isClose(try #require(plain.standardError), 0.023235629209825873, relative: 1e-7))
    let share = try ConcentrationIndex(try Self.units(1 / 25.0))
    let erreygers = try share.estimate(.erreygers(0...1))
    #expect(isClose(erreygers.value, -0.04974887501814489, relative: 1e-12))
    #expect(isClose(try #require(erreygers.standardError), 0.02596174218630794, relative: 1e-7))
    let wagstaff = try share.estimate(.wagstaff(0...1))
    #expect(isClose(wagstaff.value, -0.061563329179293594, relative: 1e-12))
    #expect(isClose(try #require(wagstaff.standardError), 0.03221971477314749, relative: 1e-7))
  }

  /// rineq's `housing`: of a share whose mean is ½ both are twice C; .34530408 and .69060816 there.
  @Test func atAMeanOfAHalfBothAreTwiceThePlainIndex() throws {
    let units = try RankedUnits(values: [1, 1, 0, 0, 1, 0], weights: [1, 1, 1, 1, 1, 1])
    let index = try ConcentrationIndex(units)
    let plain = try index.estimate().value
    #expect(isClose(try index.estimate(.erreygers(0...1)).value, 2 * plain, relative: 1e-14))
    #expect(isClose(try index.estimate(.wagstaff(0...1)).value, 2 * plain, relative: 1e-14))
  }

  /// The plain index of a share and of its complement disagree; the others only turn their sign.
  @Test func theComplementTurnsTheSign() throws {
    let shares = MadeUnits.values.map { $0 / 25 }
    func index(_ values: [Double]) throws -> ConcentrationIndex {
      try ConcentrationIndex(try RankedUnits(values: values, weights: MadeUnits.weights))
    }
    let (own, other) = (try index(shares), try index(shares.map { 1 - $0 }))
    for form in [ConcentrationIndex.Form.erreygers(0...1), .wagstaff(0...1)] {
      #expect(isClose(try own.estimate(form).value, -(try other.estimate(form).value), relative: 1e-12))
    }
    #expect(try abs(own.estimate().value + other.estimate().value) > 0.01)
    #expect(try own.estimate(isBounded: true).diagnostics == [.boundedVariable])
    #expect(try own.estimate(.erreygers(0...1), isBounded: true).diagnostics == [])
  }

  @Test func rankedByItselfItIsTheGini() throws {
    let units = try RankedUnits(values: MadeUnits.values, weights: MadeUnits.weights, ranks: MadeUnits.values)
    #expect(isClose(try ConcentrationIndex(units).estimate().value, 0.3029200851433177, relative: 1e-13))
    #expect(ConcentrationIndex.estimates([units]).count == 1)
  }

  @Test func refusals() throws {
    let units = try RankedUnits(values: [1, 2, 3], weights: [1, 1, 1])
    #expect(throws: Reason.outsideBounds) { try ConcentrationIndex(units).estimate(.erreygers(0...1)) }
    #expect(throws: Reason.tooFewGroups) {
      try ConcentrationIndex(try RankedUnits(values: [1, 2], weights: [1, 1], ranks: [4, 4]))
    }
    #expect(throws: Reason.zeroMean) {
      try ConcentrationIndex(try RankedUnits(values: [0, 0], weights: [1, 1])).estimate()
    }
  }
}
