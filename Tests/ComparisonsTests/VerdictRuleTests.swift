import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Verdict rules")
struct VerdictRuleTests {
  private func share(_ perCent: Double, of n: Double) throws -> Figure {
    .proportion(try Proportion(of: perCent / 100 * n, in: n))
  }

  // Published cases of SPC for proportions: comparator 8.9611086876279327 and 12.8379546895717 %, low is good there.
  @Test(
    "SPC for proportions",
    arguments: [
      (8.9611086876279327, 5930.0, 7.7066, "lower", "lower"),
      (8.9611086876279327, 2273, 9.8988, "similar", "similar"),
      (8.9611086876279327, 1972, 12.4746, "higher", "higher"),
      (12.8379546895717, 1339, 10.9783, "lower", "similar"),
      (12.8379546895717, 899, 15.9066, "higher", "similar"),
    ])
  func controlLimits(comparator: Double, n: Double, value: Double, at95: String, at998: String) throws {
    let (zone, other) = (try share(value, of: n), try share(comparator, of: 100_000))
    let one = try #require(VerdictRule(word: "spc-95")).judge(zone, against: other)
    let strict = try #require(VerdictRule(word: "spc-99.8")).judge(zone, against: other)
    #expect(one.position.rawValue == at95 && strict.position.rawValue == at998)
    let both = try #require(VerdictRule(word: "spc")).judge(zone, against: other)
    #expect(both.position == one.position)
    #expect(both.level == (strict.position == .similar ? (one.position == .similar ? nil : .p95) : .p998))
  }

  // By the formula in Python with z to all digits; with z = 1.96 it gives the 0.0826044632 and 0.0971490864 of the table.
  @Test("limits around a comparator")
  func limits() throws {
    let limits = try #require(VerdictRule.controlLimits(share: 0.089611086876279327, denominator: 5930))
    #expect(
      abs(limits.lower - 0.08260458715661519) <= 1e-15 && abs(limits.upper - 0.09714894292596157) <= 1e-15)
    #expect(VerdictRule.controlLimits(share: 1.2, denominator: 10) == nil)
    #expect(VerdictRule.controlLimits(share: 0.2, denominator: 0) == nil)
  }

  @Test("limits of a value with an interval hold it exactly where its interval holds the comparator")
  func valueLimits() throws {
    let interval = try #require(ConfidenceInterval(lower: 877.5, upper: 1367.1, level: .p95))
    for comparator in [870.0, 880, 1100, 1360, 1370] {
      let limits = try #require(
        VerdictRule.controlLimits(value: 1103.2, interval: interval, comparator: comparator))
      #expect(limits.contains(1103.2) == interval.contains(comparator))
    }
  }

  /// 56/70 has the Wilson interval 0.6917…0.8769, 48/80 0.4905…0.7003: the value 0.6 lies below the first, and the two overlap
  /// although Newcombe's interval of the difference leaves out zero.
  @Test("single, double and difference disagree as they must")
  func rules() throws {
    let (zone, other) = (
      Figure.proportion(try Proportion(of: 56, in: 70)), Figure.proportion(try Proportion(of: 48, in: 80))
    )
    #expect(VerdictRule.differenceInterval.judge(zone, against: other).position == .higher)
    #expect(VerdictRule.doubleOverlap([.p95]).judge(zone, against: other).position == .similar)
    let both = try #require(VerdictRule(word: "fingertips")).judge(zone, against: other)
    #expect(both.position == .higher && both.level == .p998)
    let turned = try #require(VerdictRule(word: "fingertips")).judge(other, against: zone)
    #expect(turned.position == .lower)
    #expect(VerdictRule.singleOverlap(nil, comparator: 1) == .notCompared)
  }

  @Test("words name rules both ways")
  func words() {
    for word in VerdictRule.words { #expect(VerdictRule(word: word)?.word == word) }
    #expect(VerdictRule(word: "guess") == nil)
    #expect(VerdictRule.doubleOverlap([.p99]).word == "custom")
  }

  @Test("counts and unlike kinds are not compared")
  func refusals() throws {
    let (count, rate) = (Figure.count(try Rate(count: 3)), Figure.rate(try Rate(of: 3, in: 9)))
    #expect(VerdictRule.differenceInterval.judge(count, against: count).position == .notCompared)
    #expect(VerdictRule.controlLimits([.p95]).judge(count, against: rate).position == .notCompared)
  }
}
