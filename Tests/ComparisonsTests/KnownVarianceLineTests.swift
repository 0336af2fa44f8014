import Estimates
import Testing

@testable import Comparisons

@Suite("Line through values of known precision")
struct KnownVarianceLineTests {
  // By the formulas in numpy 2 and scipy 1.17.1; sixteen digits printed, a few roundings of four terms allowed.
  @Test("equals the formulas, with the errors widened where Q is large")
  func vector() throws {
    let line = try KnownVarianceLine(times: [0, 1, 2, 4], values: [1, 3, 2, 7], errors: [0.5, 1, 0.5, 2])
    #expect(abs(line.slopeValue - 0.7745358090185676) <= 1e-14)
    #expect(abs(line.slopeError - 0.4856502433249836) <= 1e-14)
    #expect(abs(line.heterogeneity - 4.8063660477453585) <= 1e-13)
    #expect(abs((line.heterogeneityPValue ?? 0) - 0.09042965495206806) <= 1e-14)
    #expect(line.inflation > 2.4)
    let fitted = line.fitted(at: 6)
    #expect(abs(fitted.value - 5.620689655172414) <= 1e-13)
    #expect(abs((fitted.standardError ?? 0) - 2.442646795919322) <= 1e-13)
    #expect(abs((line.predicted(at: 6).standardError ?? 0) - 2.6468354029309267) <= 1e-13)
  }

  @Test("years near 2020 lose no digits against years from 0")
  func origin() throws {
    let near = try KnownVarianceLine(
      times: [0, 1, 2], values: [0.1, 0.2, 0.25], errors: [0.01, 0.02, 0.01])
    let far = try KnownVarianceLine(
      times: [2020, 2021, 2022], values: [0.1, 0.2, 0.25], errors: [0.01, 0.02, 0.01])
    #expect(near.slopeValue == far.slopeValue && near.heterogeneity == far.heterogeneity)
  }

  @Test("two values: the line goes through both, and there is nothing to be heterogeneous")
  func two() throws {
    let line = try KnownVarianceLine(times: [2020, 2024], values: [3, 1], errors: [0.3, 0.4])
    #expect(line.slopeValue == -0.5 && line.heterogeneity == 0 && line.heterogeneityPValue == nil)
    // √(0.09 + 0.16)/4, one rounding or two.
    #expect(abs(line.slopeError - 0.125) <= 1e-16)
    #expect(abs(line.change(from: 2020, to: 2024).value + 2) <= 1e-15)
  }

  @Test("refuses what has no line")
  func refusals() {
    #expect(throws: StatisticsError.tooFewObservations(needed: 2, found: 1)) {
      try KnownVarianceLine(times: [1], values: [1], errors: [1])
    }
    #expect(throws: StatisticsError.noVariationInTime) {
      try KnownVarianceLine(times: [1, 1], values: [1, 2], errors: [1, 1])
    }
    #expect(throws: StatisticsError.parameter(name: "standard-error", value: 0)) {
      try KnownVarianceLine(times: [1, 2], values: [1, 2], errors: [1, 0])
    }
    #expect(throws: StatisticsError.notFinite(what: "value")) {
      try KnownVarianceLine(times: [1, 2], values: [1, .nan], errors: [1, 1])
    }
    #expect(throws: StatisticsError.unequalLengths("errors", 2, 1)) {
      try KnownVarianceLine(times: [1, 2], values: [1, 2], errors: [1])
    }
  }
}
