import Foundation
import TestSupport
import Testing

@testable import Evaluation

@Suite struct FirstDetectableYearTests {
  @Test(.enabled(if: PropositionNinetyNine.isThere, Comment(rawValue: ReferenceData.skipReason)))
  func californiasErrorGrowsWithTheYears() throws {
    let design = try PropositionNinetyNine.design()
    let first = try FirstDetectableYear(of: -30, DifferenceInDifferences(), design)
    // Computed with numpy: deviations of the 38 placebo effects after 1 and 12 years.
    #expect(abs(first.looks[0].standardError - 14.440208750550251) < 1e-9)
    #expect(abs(first.looks[11].standardError - 17.51884804659634) < 1e-9)
    #expect(first.size == 30)
    for look in first.looks { #expect(!look.isExtrapolated) }
    // Errors that grow have no yearly noise to average out: waiting does not help, and the model says so.
    #expect(
      abs((first.limit ?? 0) - first.looks.map { $0.detectable * $0.detectable }.mean.squareRoot()) < 1e-9)
  }

  @Test func twoSourcesAreToldApart() throws {
    // 4 + 12/k exactly.
    let known = try #require(FirstDetectableYear.sources([16, 10, 8]))
    #expect(abs(known.lasting - 4) < 1e-12)
    #expect(abs(known.yearly - 12) < 1e-12)
    // 12/k − 1 has no lasting part that is a variance; through the origin Σxy/Σx² = (11 + 2.5 + 1)/(1 + 1/4 + 1/9).
    let noise = try #require(FirstDetectableYear.sources([11, 5, 3]))
    #expect(noise.lasting == 0)
    #expect(abs(noise.yearly - 14.5 / (1 + 0.25 + 1.0 / 9)) < 1e-12)
    let shocks = try #require(FirstDetectableYear.sources([3, 4, 5]))
    #expect(shocks.lasting == 4)
    #expect(shocks.yearly == 0)
    #expect(FirstDetectableYear.sources([3]) == nil)
  }

  /// 39 placebos whose error after k years is √(4 + 12/k) in units of their deviation.
  static func looks(_ count: Int) throws -> [DetectableEffect] {
    let spread = DetectableEffect.deviation(DetectableEffectTests.effects)
    return try (1...count).map { years in
      let error = (4 + 12 / Double(years)).squareRoot()
      return try DetectableEffect(placeboEffects: DetectableEffectTests.effects.map { $0 / spread * error })
    }
  }

  @Test func aSizeIsSeenFromTheFirstYearThatCanShowIt() throws {
    let looks = try Self.looks(3)
    let multiple = try DetectableEffect.multiple(39, 0.05, 0.8, .twoSided)
    let soon = try FirstDetectableYear(of: multiple * 3.9, looks: looks, horizon: 12)
    // √(4 + 12/k) is 4 and then √10.
    #expect(soon.first?.years == 2)
    #expect(soon.first?.isExtrapolated == false)
    // √(4 + 12/k) ≤ 2.5 where 12/k ≤ 2.25, k ≥ 5.33.
    let late = try FirstDetectableYear(of: multiple * 2.5, looks: looks, horizon: 12)
    #expect(late.first?.years == 6)
    #expect(late.first?.isExtrapolated == true)
    #expect(abs((late.limit ?? 0) - 2 * multiple) < 1e-9)
    #expect(late.looks.count == 12)
    // Within the data only, it is not seen; and below √4 it never is.
    #expect(try FirstDetectableYear(of: multiple * 2.5, looks: looks, horizon: 3).first == nil)
    #expect(try FirstDetectableYear(of: multiple * 1.99, looks: looks, horizon: 400).first == nil)
    // One look cannot be continued.
    let single = try FirstDetectableYear(of: 1, looks: Array(looks.prefix(1)), horizon: 9)
    #expect(single.looks.count == 1)
    #expect(single.limit == nil)
  }

  @Test func fewZonesShowNothingHoweverLong() throws {
    let few = try DetectableEffect(placeboEffects: (1...10).map(Double.init))
    let first = try FirstDetectableYear(of: 1e9, looks: [few, few], horizon: 2)
    #expect(!first.canReject)
    #expect(first.first == nil)
    #expect(throws: EffectError.parameter(name: "size", value: 0)) {
      try FirstDetectableYear(of: 0, looks: [few], horizon: 2)
    }
  }
}

extension [Double] {
  fileprivate var mean: Double { reduce(0, +) / Double(count) }
}
