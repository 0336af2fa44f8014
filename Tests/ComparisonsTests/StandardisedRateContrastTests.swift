import Estimates
import Indicators
import Testing

@testable import Comparisons

@Suite("Contrast of standardised rates")
struct StandardisedRateContrastTests {
  typealias Side = StandardisedRateContrast.Side

  // Published rates and Dobson limits (ESP2013, per 100 000) of a small and a big population; the rest by the formulas in scipy
  // 1.17.1.
  private func contrast(indirect: Bool = false) throws -> StandardisedRateContrast {
    try StandardisedRateContrast(
      Side(
        value: 1103.212025300104, variance: 15_000,
        limits: ConfidenceInterval(lower: 877.455767536709, upper: 1367.0882227251795, level: .p95),
        events: 91),
      against: Side(
        value: 10430.247991469423, variance: 136566.189951,
        limits: ConfidenceInterval(lower: 9717.709067985681, upper: 11178.94091547925, level: .p95),
        events: 895),
      isIndirect: indirect)
  }

  @Test("from limits")
  func limits() throws {
    let difference = try #require(try contrast().boundedDifference())
    #expect(abs(difference.value + 9327.035966169318) <= 1e-8)
    #expect(abs(try #require(difference.interval).lower + 10109.025085263514) <= 1e-8)
    #expect(abs(try #require(difference.interval).upper + 8567.205481753954) <= 1e-8)
    let ratio = try contrast().boundedRatio()
    #expect(abs(try #require(ratio.interval).lower - 0.08326698702406826) <= 1e-14)
    #expect(abs(try #require(ratio.interval).upper - 0.13256862893913807) <= 1e-14)
  }

  @Test("from variances")
  func variances() throws {
    #expect(abs(try #require(try contrast().difference().interval).lower + 10090.079396981922) <= 1e-8)
    #expect(abs(try #require(try contrast().ratio().interval).upper - 0.1329099180032285) <= 1e-14)
    #expect(try contrast().pValue < 1e-100)
  }

  @Test("indirect ratios carry their caution, small ones theirs")
  func cautions() throws {
    #expect(try contrast(indirect: true).ratio().diagnostics == [.indirectRatiosCompared])
    let few = try StandardisedRateContrast(
      Side(value: 3, variance: 1, events: 9), against: Side(value: 2, variance: 1, events: 90))
    #expect(few.difference().diagnostics == [.fewStandardisedEvents])
    #expect(few.boundedDifference() == nil)
    #expect(throws: Reason.noIntervalForKind) { try few.boundedRatio() }
  }

  @Test("zero has no ratio; negative and infinite are refused")
  func refusals() throws {
    let zero = try StandardisedRateContrast(Side(value: 0, variance: 0), against: Side(value: 0, variance: 0))
    #expect(throws: Reason.noRatioAtZero) { try zero.ratio() }
    #expect(zero.pValue == 1)
    #expect(throws: StatisticsError.negativeCount(-1)) {
      try StandardisedRateContrast(Side(value: -1, variance: 1), against: Side(value: 1, variance: 1))
    }
    #expect(throws: StatisticsError.notFinite(what: "rate")) {
      try StandardisedRateContrast(Side(value: .infinity, variance: 1), against: Side(value: 1, variance: 1))
    }
  }
}
