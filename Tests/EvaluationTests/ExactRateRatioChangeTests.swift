import Estimates
import Evaluation
import Foundation
import Testing

/// Values by numpy and scipy (`brentq` to 1e-14 on log-gamma weights), and published examples of Fisher's exact test.
@Suite struct ExactRateRatioChangeTests {
  func change(_ t: [Int], _ e: [Double], _ model: ExactRateRatioChange.Model = .rates) throws
    -> ExactRateRatioChange
  {
    try ExactRateRatioChange(
      treatedBefore: .init(t[0], over: e[0]), treatedAfter: .init(t[1], over: e[1]),
      restBefore: .init(t[2], over: e[2]), restAfter: .init(t[3], over: e[3]), model: model)
  }

  @Test func fishersTeaAndHisConvicts() throws {
    // Agresti (1990), Fisher's tea: odds ratio 6.408, interval 0.3136 (one-sided)…; two-sided 0.2117…626.24.
    let tea = try change([1, 3, 3, 1], [1, 1, 1, 1])
    #expect(abs(exp(try #require(tea.conditionalLogRatio)) - 6.408319658199662) < 1e-8)
    let exact = try #require(tea.interval(.exact))
    #expect(abs(exp(exact.lower) - 0.21173559544657966) < 1e-8)
    #expect(abs(exp(exact.upper) / 626.2435305888141 - 1) < 1e-8)
    // Dizygotic convicts' twins, Fisher (1935): 0.0469, 0.00332…0.363.
    let convicts = try change([10, 2, 3, 15], [1, 1, 1, 1])
    #expect(abs(exp(try #require(convicts.conditionalLogRatio)) - 0.04693663904968003) < 1e-9)
    let interval = try #require(convicts.interval(.exact))
    #expect(abs(exp(interval.lower) - 0.003317163950657363) < 1e-9)
    #expect(abs(exp(interval.upper) - 0.36318960235668074) < 1e-9)
    // Twice the one-sided 0.000465180943362905.
    #expect(abs(convicts.pValue(isMid: false) - 2 * 0.000465180943362905) < 1e-14)
  }

  @Test func exposuresShiftTheLogRatio() throws {
    let change = try change([15, 6, 310, 298], [4000, 4100, 90_000, 92_000])
    #expect(abs(try #require(change.logRatio) - -0.8795256267719642) < 1e-13)
    #expect(abs(try #require(change.conditionalLogRatio) - -0.8782174980559074) < 1e-11)
    let (exact, mid) = (try #require(change.interval(.exact)), try #require(change.interval(.midP)))
    #expect(abs(exact.lower - -2.0379416059797553) < 1e-11)
    #expect(abs(exact.upper - 0.14149506733109113) < 1e-11)
    #expect(abs(mid.lower - -1.9216842467461746) < 1e-11)
    #expect(abs(mid.upper - 0.06153947931320278) < 1e-11)
    #expect(abs(change.pValue(isMid: false) - 0.10080877679571502) < 1e-11)
    #expect(abs(change.pValue() - 0.06799670179673703) < 1e-11)
    #expect(abs(try #require(change.standardError()) - 0.48981102936023485) < 1e-14)
    let estimate = try change.estimate()
    #expect(estimate.method == .exactRateRatioChange)
    #expect(estimate.interval == mid)
    #expect(try change.estimate(dispersion: 2).diagnostics == [.samplingErrorOnly])
  }

  @Test func sharesHaveFourBinomials() throws {
    let change = try change([12, 5, 90, 88], [50, 55, 400, 420], .shares)
    #expect(abs(try #require(change.conditionalLogRatio) - -1.0441043406725181) < 1e-10)
    let (exact, mid) = (try #require(change.interval(.exact)), try #require(change.interval(.midP)))
    #expect(abs(exact.lower - -2.4674225462437676) < 1e-10)
    #expect(abs(exact.upper - 0.23206185696380002) < 1e-10)
    #expect(abs(mid.lower - -2.312492858506988) < 1e-10)
    #expect(abs(mid.upper - 0.11745864161705985) < 1e-10)
  }

  @Test func knownExpectedCountsMakeABinomial() throws {
    let change = try ExactRateRatioChange(before: .init(9, over: 8.4), after: .init(2, over: 9.3))
    let exact = try #require(change.interval(.exact))
    // The ends of Clopper and Pearson's interval of 2 in 11, as log odds less log(9.3/8.4).
    #expect(abs(exact.lower - -3.858314159849213) < 1e-11)
    #expect(abs(exact.upper - -0.03072940683067006) < 1e-11)
  }

  @Test func zeroLeavesOneEndOpen() throws {
    let change = try change([5, 0, 9, 12], [1, 1, 1, 1])
    #expect(change.logRatio == nil)
    #expect(throws: EffectError.noEvents) { try change.estimate() }
    let exact = try #require(change.interval(.exact))
    #expect(exact.lower == -.infinity)
    #expect(abs(exact.upper - 0.08365641705483312) < 1e-11)
    #expect(abs(try #require(change.interval(.midP)).upper - -0.22668445006263432) < 1e-11)
    #expect(change.interval(.wald) == nil)
    #expect(change.conditionalLogRatio == nil)
  }

  @Test func largeCountsMeetWald() throws {
    // With hundreds in each cell the mid-p interval is Wald's to a few thousandths of its width.
    let change = try change([400, 350, 5000, 4800], [1e4, 1e4, 1e5, 1e5])
    let (exact, wald) = (try #require(change.interval(.midP)), try #require(change.interval(.wald)))
    let width = wald.upper - wald.lower
    #expect(abs(exact.lower - wald.lower) < 0.003 * width)
    #expect(abs(exact.upper - wald.upper) < 0.003 * width)
    let estimate = try change.estimate(dispersion: 4)
    #expect(estimate.method == .rateRatioChange)
    let doubled = try #require(estimate.interval)
    #expect(abs((doubled.upper - doubled.lower) / width - 2) < 1e-12)
  }

  /// The mid-p interval's coverage is computed, not drawn: Poisson probabilities of all tables that matter.
  @Test func exactCoversAtLeastItsLevel() throws {
    func poisson(_ mean: Double, _ count: Int) -> Double {
      exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
    }
    // Against known expected counts two counts make the table: means 4 before and 4e^τ after.
    let tau = -0.5
    var (exact, mid, mass) = (0.0, 0.0, 0.0)
    for before in 0...13 {
      for after in 0...10 where before + after > 0 {
        let probability = poisson(4, before) * poisson(4 * exp(tau), after)
        let change = try ExactRateRatioChange(before: .init(before, over: 4), after: .init(after, over: 4))
        mass += probability
        if try #require(change.interval(.exact)).contains(tau) { exact += probability }
        if try #require(change.interval(.midP)).contains(tau) { mid += probability }
      }
    }
    #expect(exact / mass >= 0.95)
    #expect(mid / mass > 0.93)
    #expect(mid <= exact)
  }

  @Test func whatCannotBeIsRefused() {
    #expect(throws: EffectError.parameter(name: "count", value: -1)) {
      try change([-1, 1, 1, 1], [1, 1, 1, 1])
    }
    #expect(throws: EffectError.size(unit: 2, value: 0)) { try change([1, 1, 1, 1], [1, 1, 0, 1]) }
    #expect(throws: EffectError.parameter(name: "count", value: 3)) {
      try change([3, 1, 1, 1], [2, 2, 2, 2], .shares)
    }
    #expect(throws: EffectError.noEvents) { try change([0, 0, 1, 1], [1, 1, 1, 1]) }
    #expect(throws: EffectError.noEvents) { try change([1, 1, 0, 0], [1, 1, 1, 1]) }
  }
}
