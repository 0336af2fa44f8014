import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Difference of means")
struct MeanDifferenceTests {
  // scipy 1.17.1 `ttest_ind(equal_var=False)` and its confidence_interval(0.95).
  @Test("equals scipy")
  func welch() throws {
    let difference = try MeanDifference(
      try SampleMean(of: [33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927]),
      minus: try SampleMean(of: [12.5, 30.25, 28.0, 41.75, 19.5]))
    let interval = try #require(difference.welch().interval)
    #expect(abs(difference.value - 27.304345000000005) <= 1e-12 * 27)
    #expect(abs(difference.pValue - 0.011023833440696375) <= 1e-12)
    #expect(abs((difference.degreesOfFreedom ?? 0) - 10.86417183285412) <= 1e-12 * 11)
    #expect(abs(interval.lower - 7.626537443211163) <= 1e-12 * 50)
    #expect(abs(interval.upper - 46.98215255678885) <= 1e-12 * 50)
  }

  @Test("no spread: a certain difference; one observation: refused")
  func edges() throws {
    let flat = try SampleMean(mean: 2, standardDeviation: 0, count: 4)
    let other = try SampleMean(mean: 3, standardDeviation: 0, count: 4)
    #expect(try MeanDifference(flat, minus: flat).pValue == 1)
    #expect(try MeanDifference(flat, minus: other).pValue == 0)
    #expect(try MeanDifference(flat, minus: other).welch().interval?.lower == -1)
    #expect(throws: StatisticsError.tooFewObservations(needed: 2, found: 1)) {
      try MeanDifference(try SampleMean(of: [1]), minus: flat)
    }
  }

  @Test("few observations on either side are said once")
  func fewObservations() throws {
    let few = try SampleMean(mean: 2, standardDeviation: 1, count: 12)
    let many = try SampleMean(mean: 3, standardDeviation: 1, count: 400)
    #expect(try MeanDifference(few, minus: many).welch().diagnostics == [.fewObservations])
    #expect(try MeanDifference(few, minus: few).welch().diagnostics == [.fewObservations])
    #expect(try MeanDifference(many, minus: many).welch().diagnostics == [])
  }
}
