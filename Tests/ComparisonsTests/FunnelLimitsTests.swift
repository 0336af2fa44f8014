import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Funnel limits")
struct FunnelLimitsTests {
  // Exact χ², seven digits printed.
  @Test(
    "ratios",
    arguments: [
      (1.0, 0.0253178, 5.5716434, 0.00100050, 9.2334135), (2, 0.2422093, 7.2246877, nil, nil),
      (3, 0.6186721, 8.7672731, nil, nil),
    ] as [(Double, Double, Double, Double?, Double?)])
  func ratios(expected: Double, lower: Double, upper: Double, outerLower: Double?, outerUpper: Double?) throws
  {
    let limits = try #require(FunnelLimits(expected: expected))
    #expect(abs(limits.p95.lower * expected - lower) <= 5e-8)
    #expect(abs(limits.p95.upper * expected - upper) <= 5e-8)
    if let outerLower { #expect(abs(limits.p998.lower * expected - outerLower) <= 5e-9) }
    if let outerUpper { #expect(abs(limits.p998.upper * expected - outerUpper) <= 5e-8) }
    let rate = try #require(FunnelLimits(rate: expected / 1000, denominator: 1000))
    #expect(abs(rate.p95.upper * 1000 - upper) <= 5e-8)
  }

  @Test("the limit of a share is the share whose Wilson interval just touches the average")
  func inversion() throws {
    let limits = try #require(FunnelLimits(share: 0.12, denominator: 2590))
    for (level, ends) in [(ConfidenceInterval.Level.p95, limits.p95), (.p998, limits.p998)] {
      let low = try Proportion(of: ends.lower * 2590, in: 2590).wilson(level: level)
      let high = try Proportion(of: ends.upper * 2590, in: 2590).wilson(level: level)
      #expect(abs(try #require(low.interval).upper - 0.12) <= 1e-14)
      #expect(abs(try #require(high.interval).lower - 0.12) <= 1e-14)
    }
  }

  @Test("small zones are clipped at 0 and at the multiplier, whatever it is")
  func clipping() throws {
    let limits = try #require(FunnelLimits(share: 0.95, denominator: 5)?.scaled(by: 1000))
    #expect(limits.p998.upper == 1000 && limits.average == 950)
    #expect(try #require(FunnelLimits(share: 0.05, denominator: 5)).p95.lower == 0)
  }

  @Test("labels, widening and refusals")
  func labels() throws {
    let limits = try #require(FunnelLimits(share: 0.5, denominator: 100))
    // ±0.098 and ±0.1545.
    #expect(
      [0.7, 0.6, 0.55, 0.4, 0.3].map { limits.label(of: $0) } == [
        .high998, .high95, .within, .low95, .low998,
      ])
    let wide = try #require(limits.widened(by: 4, largest: 1))
    #expect(wide.label(of: 0.7) == .within && wide.p998.upper == 1 && wide.p998.lower == 0)
    #expect(limits.widened(by: 0.5) == nil && limits.scaled(by: 0) == nil)
    #expect(FunnelLimits(share: -0.1, denominator: 5) == nil && FunnelLimits(expected: 0) == nil)
    #expect(FunnelLimits(rate: 0, denominator: 10)?.p95.lower == 0)
  }

  @Test("the grid runs from end to end by equal factors")
  func grid() {
    let sizes = FunnelGrid.sizes(from: 10, to: 1000, count: 5)
    #expect(sizes.first == 10 && sizes.last == 1000 && abs(sizes[2] - 100) <= 1e-11)
    #expect(FunnelGrid.sizes(from: 0, to: 5).isEmpty && FunnelGrid.sizes(from: 5, to: 1).isEmpty)
  }
}
