import Estimates
import Indicators
import Testing

@testable import Rates

@Suite("Sample mean")
struct SampleMeanTests {
  // PHEindicatormethods testdata_Mean.
  @Test("published mean")
  func published() throws {
    let mean = try SampleMean(of: [
      33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927,
    ])
    #expect(abs(mean.mean - 53.704345) <= 1e-12 * 53.7)
    #expect(abs(mean.standardDeviation - 20.975575257709309) <= 1e-12 * 21)
    let narrow = try #require(mean.estimate().interval)
    #expect(abs(narrow.lower - 36.168325241336504) <= 1e-12 * 54)
    #expect(abs(narrow.upper - 71.240364758663517) <= 1e-12 * 72)
    let wide = try #require(mean.estimate(level: .p998).interval)
    #expect(abs(wide.lower - 18.216705294788838) <= 1e-12 * 54)
    #expect(abs(wide.upper - 89.191984705211183) <= 1e-12 * 90)
  }

  // NIST StRD NumAcc1: mean 10000002 and standard deviation 1, exactly.
  @Test("NIST NumAcc1")
  func numAcc1() throws {
    let mean = try SampleMean(of: [10_000_001, 10_000_003, 10_000_002])
    #expect(mean.mean == 10_000_002)
    #expect(abs(mean.standardDeviation - 1) <= 1e-14)
  }

  // NIST StRD NumAcc4: 1001 values around 10000000.2, standard deviation 0.1. The figures themselves are rounded to
  // 2e-9, 2e-8 of the deviation; nothing computed from doubles can do better.
  @Test("NIST NumAcc4")
  func numAcc4() throws {
    let values = [10_000_000.2] + (0..<1000).map { $0 % 2 == 0 ? 10_000_000.1 : 10_000_000.3 }
    let mean = try SampleMean(of: values)
    #expect(abs(mean.mean - 10_000_000.2) <= 2e-9)
    #expect(abs(mean.standardDeviation - 0.1) <= 2e-9)
  }

  @Test("one observation has no interval, none has no mean")
  func few() throws {
    let estimate = try SampleMean(of: [4]).estimate()
    #expect(estimate.value == 4 && estimate.interval == nil && estimate.intervalReason == .tooFewPoints)
    #expect(throws: StatisticsError.tooFewObservations(needed: 1, found: 0)) { try SampleMean(of: []) }
    #expect(throws: StatisticsError.notFinite(what: "value")) { try SampleMean(of: [1, .nan]) }
  }

  @Test("fewer than thirty observations are said to be few", arguments: [(2, true), (29, true), (30, false)])
  func fewObservations(count: Int, isSaid: Bool) throws {
    let estimate = try SampleMean(mean: 5, standardDeviation: 2, count: count).estimate()
    #expect(estimate.diagnostics == (isSaid ? [.fewObservations] : []))
  }
}
