import Estimates
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Trends

@Suite("Seasonal Mann–Kendall")
struct SeasonalMannKendallTests {
  /// Ten years of quarters with a rise and a high second quarter.
  static let quarters: [Double] = [
    10.17, 13.52, 11.7, 11.31, 10.39, 14.12, 11.26, 10.67, 11.87, 13.68, 11.28, 11.58, 11.46, 14.82, 12.18,
    12.66, 11.37, 15.15, 12.29, 11.54, 11.0, 16.0, 11.7, 11.78, 12.98, 15.42, 12.24, 12.9, 11.46, 15.86,
    12.25, 11.73, 12.92, 16.51, 12.11, 13.01, 12.4, 16.33, 13.34, 12.39,
  ]
  let seasons = (0..<40).map { $0 % 4 + 1 }
  let years = (0..<40).map { 2010 + $0 / 4 }

  // pymannkendall 1.4.3 seasonal_test and correlated_seasonal_test, period 4: a peer's double precision.
  @Test func peer() throws {
    let test = try SeasonalMannKendall(Self.quarters, seasons: seasons, years: years)
    #expect(test.s == 108 && test.independentVariance == 498 && test.points == 40 && test.seasons == 4)
    #expect(isClose(test.correlatedVariance, 1320.6666666666667, relative: 1e-15))
    #expect(isClose(test.z(), 4.794784649945963, relative: 1e-14))
    // The peer takes 2(1 − Φ), which is rounded to multiples of 2⁻⁵³.
    #expect(abs(test.pValue() - 1.6284967636615022e-06) <= 4e-16)
    // The peer's correlated Z leaves out the continuity correction: 108/√Var instead of 107/√Var.
    #expect(isClose(test.z(.correlated), 2.971851792948784 * 107 / 108, relative: 1e-14))
    #expect(isClose(test.slope, 0.225, relative: 1e-12))
    #expect(isClose(test.tauA, 0.6, relative: 1e-15))
    let narrow = try #require(test.estimate().interval)
    let wide = try #require(test.estimate(.correlated).interval)
    #expect(wide.lower < narrow.lower && wide.upper > narrow.upper && narrow.contains(0.225))
  }

  /// With one season it is the plain test; the covariance of a season with itself is its variance.
  @Test func oneSeasonIsTheYearlyTest() throws {
    let values = Array(PublishedSeries.nile.prefix(30))
    let test = try SeasonalMannKendall(
      values, seasons: values.map { _ in 1 }, years: values.indices.map { 1900 + $0 })
    let plain = try MannKendall(of: values)
    #expect(test.s == plain.s && test.independentVariance == plain.varianceOfS)
    #expect(test.correlatedVariance == test.independentVariance)
    #expect(test.slope == (try TheilSen(of: values, at: values.indices.map(Double.init)).slope))
  }

  /// Twelve equal seasons hold no more than one: the covariance brings Z back to that of a single season, but for
  /// continuity.
  @Test func equalSeasonsCountOnce() throws {
    let values = Array(PublishedSeries.nile.prefix(20))
    let many = values.flatMap { [Double](repeating: $0, count: 12) }
    let test = try SeasonalMannKendall(
      many, seasons: many.indices.map { $0 % 12 }, years: many.indices.map { 1900 + $0 / 12 })
    let one = try MannKendall(of: values)
    #expect(test.s == 12 * one.s)
    // K and ΣR² of a season with itself give Var S where nothing is tied; the ties of the Nile's 20 years take a
    // little.
    #expect(isClose(test.correlatedVariance, 144 * one.varianceOfS, relative: 0.01))
  }

  @Test func missingMonthsAndPanels() throws {
    let periods = try (0..<40).map { place in
      try #require(Period(unit: .quarter, year: 2010 + place / 4, index: place % 4 + 1))
    }
    var values = Self.quarters
    values[7] = .nan
    let panel = try Panel(
      indicator: "test", kind: .mean, zones: TestPanels.zones(2), periods: periods,
      values: Self.quarters + values,
      statuses: (0..<80).map { $0 == 47 ? .missing : .observed })
    let fits = try SeasonalMannKendall.fit(panel)
    #expect(try fits[0].get() == SeasonalMannKendall(Self.quarters, seasons: seasons, years: years))
    #expect(try fits[1].get() == SeasonalMannKendall(values, seasons: seasons, years: years))
    #expect(try fits[1].get().points == 39)
    #expect(throws: StatisticsError.noSeasons) {
      try SeasonalMannKendall.fit(try TestPanels.random(zones: 2, periods: 6, seed: 1))
    }
    #expect(throws: StatisticsError.parameter(name: "year", value: 2020)) {
      try SeasonalMannKendall([1, 2, 3], seasons: [1, 1, 1], years: [2020, 2020, 2021])
    }
  }
}
