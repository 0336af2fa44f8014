import Distributions
import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// The effects of three windows of years as three indicators of California.
enum CaliforniaWindows {
  static func shared() throws -> SharedPlacebos {
    let design = try PropositionNinetyNine.design()
    let placebos = try PlaceboDistribution(DifferenceInDifferences(), design)
    func means(_ fit: EffectFit) -> [Double] {
      [19..<23, 23..<27, 27..<31].map { window in window.reduce(0) { $0 + fit.effects[$1] } / 4 }
    }
    let rows = placebos.placebos.map(means)
    return try SharedPlacebos(
      own: means(placebos.fit), placebos: (0..<3).map { window in rows.map { $0[window] } })
  }
}

@Suite struct StepDownPlacebosTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiasWindowsAreAdjusted() throws {
    let tested = try StepDownPlacebos(try CaliforniaWindows.shared())
    // Computed with numpy: ranks 7, 4, 4 of 39; scores to eight decimals.
    #expect(tested.adjusted.map { (($0 ?? 0) * 39).rounded() } == [7, 4, 4])
    for (score, known) in zip(tested.scores, [-1.03110236, -1.58727207, -1.8308976]) {
      #expect(abs((score ?? 0) - known) < 5e-8)
    }
    #expect(tested.floor == 1.0 / 39)
  }

  @Test func aSmallTableByHand() throws {
    // Two indicators of the same spread, so scores keep the order of effects.
    let placebos: [[Double?]] = [[1, -2, 3, 0], [4, 0, -1, 2]]
    // Scaling a row does not matter; sizes 5 and 2.5 before it.
    let tested = try StepDownPlacebos(try SharedPlacebos(own: [5, 1], placebos: placebos))
    let all0 = [1.0, -2, 3, 0, 5]
    let all1 = [4.0, 0, -1, 2, 1]
    func spread(_ x: [Double]) -> Double {
      let mean = x.reduce(0, +) / 5
      return (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5).squareRoot()
    }
    let z0 = all0.map { abs($0) / spread(all0) }
    let z1 = all1.map { abs($0) / spread(all1) }
    #expect(z0[4] > z1[4])
    let first = Double(1 + (0..<4).count { max(z0[$0], z1[$0]) >= z0[4] }) / 5
    let second = Double(1 + (0..<4).count { z1[$0] >= z1[4] }) / 5
    #expect(tested.adjusted == [first, max(first, second)])
    // Alone, five is the largest of five, and one is reached by four, minus one and two.
    #expect(tested.pValues == [0.2, 0.8])
  }

  @Test func directionsAndScalesAndOrder() throws {
    let placebos: [[Double?]] = [[1, -2, 3, 0], [4, 0, -1, 2]]
    let shared = try SharedPlacebos(own: [5, -6], placebos: placebos)
    let up = try StepDownPlacebos(shared, alternatives: [.greater, .less])
    #expect(up.pValues == [0.2, 0.2])
    let wrong = try StepDownPlacebos(shared, alternatives: [.less, .greater])
    #expect(wrong.pValues == [1, 1])
    #expect(wrong.adjusted == [1, 1])
    for scale in [1e6, 1e-6, -1] {
      let other = try SharedPlacebos(
        own: [5 * scale, -6], placebos: [placebos[0].map { $0.map { $0 * scale } }, placebos[1]])
      #expect(try StepDownPlacebos(other).adjusted == StepDownPlacebos(shared).adjusted)
    }
    let swapped = try SharedPlacebos(own: [-6, 5], placebos: placebos.reversed())
    #expect(try StepDownPlacebos(swapped).adjusted == StepDownPlacebos(shared).adjusted.reversed())
    #expect(throws: EffectError.shape(what: "alternatives", expected: 2, found: 3)) {
      try StepDownPlacebos(shared, alternatives: [.less, .less, .less])
    }
  }

  @Test func adjustedIsNeverBelowThePValueItself() throws {
    for replicate in 0..<20 {
      var stream = RandomStream(seed: 4, replicate: replicate)
      let rows = (0..<12).map { _ in (0..<19).map { _ in Double?(stream.standardNormal()) } }
      let own = (0..<12).map { _ in Double?(stream.standardNormal() * 2) }
      let tested = try StepDownPlacebos(try SharedPlacebos(own: own, placebos: rows))
      for (adjusted, plain) in zip(tested.adjusted, tested.pValues) {
        #expect((adjusted ?? 0) >= (plain ?? 1))
        #expect((adjusted ?? 0) >= tested.floor)
      }
    }
  }

  /// Twenty indicators in twenty exchangeable zones: the smallest adjusted value is at its floor once in twenty times.
  @Test func withoutAnEffectOneZoneInTwentyIsFound() throws {
    var found = 0
    for replicate in 0..<1000 {
      var stream = RandomStream(seed: 11, replicate: replicate)
      let common = (0..<20).map { _ in stream.standardNormal() }
      let rows = (0..<20).map { _ in common.map { 0.5 * $0 + stream.standardNormal() } }
      let shared = try SharedPlacebos(
        own: rows.map { $0[19] }, placebos: rows.map { $0.dropLast().map(Double?.some) })
      let smallest = try StepDownPlacebos(shared).adjusted.compactMap(\.self).min() ?? 1
      if smallest <= 0.05 + 1e-12 { found += 1 }
    }
    // Binomial(1000, 0.05): 50 ± 4.5 deviations of 6.9. With the placebos' own deviation it was 180.
    #expect((19...81).contains(found))
  }
}
