import Indicators
import Testing

@testable import Rates

@Suite struct RakingTests {
  static let sex: [Int32] = [0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1]
  static let age: [Int32] = [0, 1, 2, 0, 1, 2, 2, 0, 0, 1, 1, 2]
  static let base: [Double] = [1, 1.5, 1, 1, 0.5, 2, 1, 1, 1, 1, 0.8, 1.2]
  static func margins() throws -> [PopulationMargin] {
    [
      try PopulationMargin(variable: "sex", categories: ["f", "m"], totals: [520, 480]),
      try PopulationMargin(variable: "age", categories: ["18-29", "30-59", "60+"], totals: [300, 450, 250]),
    ]
  }

  private func sums(_ weights: [Double], _ code: [Int32], _ count: Int) -> [Double] {
    zip(weights, code).reduce(into: [Double](repeating: 0, count: count)) { $0[Int($1.1)] += $1.0 }
  }

  /// numpy 2.4.6, iterative proportional fitting written anew and run until margins agree to 1e-14. Both stop within 1e-10
  /// of the margins, so the weights agree to ten times that.
  @Test func weightsOfAnIndependentFit() throws {
    let raked = try Raking(base: Self.base, codes: [Self.sex, Self.age], margins: Self.margins())
    let expected = [
      67.91421999649604, 164.1136744269461, 44.17686418411971, 82.08578000350397, 66.11967751511642,
      88.35372836823942, 53.395185203473126, 82.08578000350397, 67.91421999649604, 132.23935503023284,
      87.52729302770454, 64.07422224416774,
    ]
    for (weight, wanted) in zip(raked.weights, expected) { #expect(close(weight, wanted, 1e-9)) }
    #expect(raked.largestDeviation <= 1e-10 && raked.trimmed == 0 && raked.marginsDisagree == 0)
    for (sum, total) in zip(sums(raked.weights, Self.age, 3), [300.0, 450, 250]) {
      #expect(close(sum, total, 1e-9))
    }
    // Within the margins, raking keeps the odds ratios of the base weights.
    func cell(_ weights: [Double], _ s: Int32, _ a: Int32) -> Double {
      weights.indices.filter { Self.sex[$0] == s && Self.age[$0] == a }.reduce(0) { $0 + weights[$1] }
    }
    func odds(_ weights: [Double]) -> Double {
      cell(weights, 0, 0) * cell(weights, 1, 1) / (cell(weights, 0, 1) * cell(weights, 1, 0))
    }
    #expect(close(odds(raked.weights), odds(Self.base), 1e-12))
  }

  @Test func theCapHoldsAndTheMissIsSaid() throws {
    let raked = try Raking(
      base: Self.base, codes: [Self.sex, Self.age], margins: Self.margins(),
      options: Raking.Options(cap: 1.5))
    let mean = 1000.0 / 12
    #expect(raked.weights.allSatisfy { $0 <= 1.5 * mean * (1 + 1e-12) })
    #expect(raked.trimmed > 0)
  }

  @Test func refusals() throws {
    func refusal(_ codes: [[Int32]], _ margins: [PopulationMargin], base: [Double] = Self.base)
      -> RakingRefusal?
    {
      do throws(RakingRefusal) {
        _ = try Raking(base: base, codes: codes, margins: margins)
        return nil
      } catch { return error }
    }
    let margins = try Self.margins()
    let noOld = Self.age.map { $0 == 2 ? Int32(1) : $0 }
    #expect(
      refusal([Self.sex, noOld], margins)
        == RakingRefusal(.emptyMarginCell, variable: "age", category: "60+"))
    #expect(refusal([Self.sex, [9] + Self.age.dropFirst()], margins)?.reason == .unknownMarginCategory)
    #expect(refusal([Self.sex], margins)?.reason == .badMargin)
    #expect(
      refusal([Self.sex, Self.age], margins, base: [-1] + Self.base.dropFirst())?.reason == .badWeights)
    // All women young and all men old: the margins contradict each other.
    let apart = try [
      margins[0], PopulationMargin(variable: "age", categories: ["young", "old"], totals: [100, 900]),
    ]
    #expect(refusal([Self.sex, Self.sex], apart)?.reason == .rakingNotConverged)
    #expect(throws: RakingRefusal.self) {
      try PopulationMargin(variable: "sex", categories: ["f", "f"], totals: [1, 2])
    }
  }

  @Test func marginsOfOtherSumsAreScaledAndSaid() throws {
    let shares = try PopulationMargin(
      variable: "age", categories: ["18-29", "30-59", "60+"], totals: [0.3, 0.45, 0.25])
    let raked = try Raking(
      base: Self.base, codes: [Self.sex, Self.age], margins: [Self.margins()[0], shares])
    let plain = try Raking(base: Self.base, codes: [Self.sex, Self.age], margins: Self.margins())
    #expect(close(raked.marginsDisagree, 0.999))
    for (one, other) in zip(raked.weights, plain.weights) { #expect(close(one, other, 1e-9)) }
  }
}
