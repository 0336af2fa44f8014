import Distributions
import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Funnel limits")
struct FunnelLimitsTests {
  // scipy 1.17.1: brentq of gammaincc(L + 1, E) − α/2 and of gammainc(U, E) − α/2, to 1e-13; L = 0 where exp(−E) > α/2.
  @Test("ratios", arguments: FunnelVectors.all)
  func ratios(_ vector: FunnelVectors) throws {
    let limits = try #require(FunnelLimits(expected: vector.expected))
    let rate = try #require(FunnelLimits(rate: vector.expected / 1000, denominator: 1000))
    for (found, ends) in [(limits.p95, vector.inner), (limits.p998, vector.outer)] {
      #expect(abs(found.lower * vector.expected - ends.0) <= 1e-11)
      #expect(abs(found.upper * vector.expected - ends.1) <= 1e-11)
    }
    #expect(abs(rate.p95.upper * 1000 - vector.inner.1) <= 1e-11)
  }

  @Test("a count lies beyond the limits as seldom as they say", arguments: [0.5, 1, 2.7, 5.75, 12, 40])
  func size(mean: Double) throws {
    let limits = try #require(FunnelLimits(expected: mean))
    let poisson = try Poisson(mean: mean)
    var (inner, outer) = (0.0, 0.0)
    for count in 0..<200 {
      let label = limits.label(of: Double(count) / mean)
      if label != .within { inner += poisson.pdf(count) }
      if label == .high998 || label == .low998 { outer += poisson.pdf(count) }
    }
    #expect(inner <= 0.05 && outer <= 0.002)
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

/// Numbers of events at the limits.
struct FunnelVectors: Sendable, CustomTestStringConvertible {
  let expected: Double
  let inner: (Double, Double)
  let outer: (Double, Double)

  var testDescription: String { "\(expected) expected" }

  static let all = [
    FunnelVectors(expected: 0.5, inner: (0.0, 2.715690892455021), outer: (0.0, 4.249522442434222)),
    FunnelVectors(expected: 1, inner: (0.0, 3.8204712028716092), outer: (0.0, 5.722291751604141)),
    FunnelVectors(expected: 3, inner: (0.0, 7.294287991380629), outer: (0.0, 10.075787624579771)),
    FunnelVectors(
      expected: 5.75, inner: (1.103439594911347, 11.366960754986971), outer: (0.0, 14.927275122324115)),
    FunnelVectors(
      expected: 20, inner: (11.247658092688766, 29.706323735061243),
      outer: (7.242413437041371, 35.65028670808767)),
    FunnelVectors(
      expected: 150, inner: (125.98247276428626, 174.9655887273645),
      outer: (113.12086257407539, 189.7343693365633)),
  ]
}
