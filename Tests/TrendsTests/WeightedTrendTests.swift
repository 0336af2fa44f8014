import Estimates
import Indicators
import Regression
import TestSupport
import Testing

@testable import Trends

@Suite("Weighted and robust lines")
struct WeightedTrendTests {
  /// Equal denominators give the plain line; unequal ones the solution of the weighted normal equations.
  @Test func denominatorsAreWeights() throws {
    let equal = try TestPanels.quotients(
      [[10, 14, 12, 20, 19]], over: [[100, 100, 100, 100, 100]], multiplier: 100)
    let line = try WeightedTrend.fit(equal)[0].get().line
    let plain = try LineFit([10, 14, 12, 20, 19], times: [2000, 2001, 2002, 2003, 2004])
    #expect(isClose(line.slope, plain.slope, relative: 1e-13))
    #expect(isClose(line.slopeStandardError, plain.slopeStandardError, relative: 1e-12))
    let panel = try TestPanels.quotients(
      [[1, 140, 12, 20, 190]], over: [[10, 1000, 100, 100, 1000]], multiplier: 100)
    let weighted = try WeightedTrend.fit(panel)[0].get()
    // statsmodels 0.15.0 WLS of 10, 14, 12, 20, 19 with weights 10, 1000, 100, 100, 1000 on 0…4.
    #expect(isClose(weighted.line.slope, 1.7476699695869717, relative: 1e-12))
    #expect(isClose(weighted.line.slopeStandardError, 0.3870515811174583, relative: 1e-12))
    #expect(weighted.estimate().method == .weightedTrend)
  }

  @Test func figuresWithoutDenominatorsAreRefused() throws {
    let counts = try TestPanels.values([[1, 2, 3], [2, 3, 4]])
    #expect(try WeightedTrend.fit(counts)[1] == .failure(.needsNumeratorAndDenominator))
  }

  @Test func robustLines() throws {
    let panel = try TestPanels.random(zones: 2, periods: 12, seed: 9)
    let fit = try NeweyWestTrend.fit(panel)[0].get()
    let design = try Design(times: (0..<12).map(Double.init))
    let direct = try NeweyWest.fit(Array(panel.values[0..<12]), on: design, lag: 2)
    #expect(fit == direct)
    let holed = try TestPanels.values([[1, 2, 3, nil, 5, 6, 8, 7, 9]])
    #expect(try NeweyWestTrend.fit(holed)[0] == .failure(.unequalSpacing))
  }

  // R `mblm` gives −2.15549450549451 for the Nile.
  @Test func repeatedMedians() throws {
    let nile = PublishedSeries.nile
    let fit = try RepeatedMedians(nile, at: nile.indices.map(Double.init))
    #expect(isClose(fit.slope, -2.15549450549451, relative: 1e-14))
    #expect(try RepeatedMedians([1, 2, 30, 4, 5], at: [0, 1, 2, 3, 4]).slope == 1)
    // True time: the missing year leaves a gap.
    #expect(try RepeatedMedians([0, 2, .nan, 6], at: [0, 1, 2, 3]).slope == 2)
  }
}
