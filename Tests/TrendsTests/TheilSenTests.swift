import Estimates
import Testing

@testable import Trends

@Suite("Theil–Sen")
struct TheilSenTests {
  let years = (1871...1970).map(Double.init)

  // Printed to 15 digits: half of the last one.
  @Test("Nile 1871–1970 as R `trend` and scipy print it")
  func nile() throws {
    let trend = try TheilSen(of: PublishedSeries.nile, at: years)
    #expect(abs(trend.slope - -2.6) < 5e-15)
    #expect(abs(trend.lower - -3.62790697674419) < 5e-15)
    #expect(abs(trend.upper - -1.42857142857143) < 5e-15)
    // 1022.2 from index 0 and 5886.8 from year 0; products of size 5000 carry an ulp of 1e-12.
    #expect(abs(trend.intercept - 5886.8) < 2e-12)
    let fromZero = try TheilSen(of: PublishedSeries.nile, at: (0..<100).map(Double.init))
    #expect(abs(fromZero.intercept - 1022.2) < 5e-13)
    #expect(trend.isBounded && trend.estimate.diagnostics.isEmpty)
    #expect(trend.estimate.interval?.contains(trend.slope) == true)
    #expect(abs(trend.value(at: 1871) - 1022.2) < 5e-12)
  }

  @Test("equals scipy", arguments: PeerSeries.all)
  func peers(series: PeerSeries) throws {
    let trend = try TheilSen(of: series.values, at: series.times)
    #expect(abs(trend.slope - series.slope) <= 1e-12 * abs(series.slope))
    #expect(abs(trend.lower - series.lower) <= 1e-12 * abs(series.lower))
    #expect(abs(trend.upper - series.upper) <= 1e-12 * abs(series.upper))
    #expect(abs(trend.intercept - series.intercept) <= 1e-12 * max(1, abs(series.intercept)))
  }

  @Test("a short series says that its interval is not bounded")
  func unbounded() throws {
    // n = 4: Var S = 26/3, C = 5.77, (6 − 5.77)/2 is nearer to rank 0 than to rank 1.
    let trend = try TheilSen(of: [1, 3, 2, 5], at: [0, 1, 2, 3])
    #expect(!trend.isBounded)
    #expect(trend.lower == -1 && trend.upper == 3)
    #expect(trend.estimate.diagnostics == [.intervalUnbounded])
    // n = 5: (10 − 8.002)/2 is nearest to rank 1.
    #expect(try TheilSen(of: [1, 3, 2, 5, 4], at: [0, 1, 2, 3, 4]).lowerRank == 1)
  }

  @Test("wider at a higher level, turned by a negative factor, indifferent to shifts")
  func equivariance() throws {
    let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
    let times = values.indices.map(Double.init)
    let trend = try TheilSen(of: values, at: times)
    let wide = try TheilSen(of: values, at: times, level: .p99)
    #expect(wide.lower <= trend.lower && wide.upper >= trend.upper && wide.slope == trend.slope)
    // Multiplying by −4 and adding 32 are exact on small whole numbers.
    let turned = try TheilSen(of: values.map { 32 - 4 * $0 }, at: times.map { $0 + 16 })
    #expect(turned.slope == -4 * trend.slope)
    #expect(turned.lower == -4 * trend.upper && turned.upper == -4 * trend.lower)
  }

  @Test("true times of missing places are kept")
  func missing() throws {
    let line = try TheilSen(of: [0, .nan, 4, .nan, .nan, 10, 12], at: [0, 1, 2, 3, 4, 5, 6])
    #expect(line.slope == 2 && line.lower == 2 && line.upper == 2 && line.points == 4)
  }

  @Test("refuses times that do not fit")
  func refusals() {
    #expect(throws: StatisticsError.parameter(name: "time", value: 1)) {
      try TheilSen(of: [1, 2, 3], at: [1, 1, 2])
    }
    #expect(throws: StatisticsError.unequalLengths("times", 3, 2)) {
      try TheilSen(of: [1, 2, 3], at: [1, 2])
    }
    #expect(throws: StatisticsError.notFinite(what: "time")) {
      try TheilSen(of: [1, 2, 3], at: [1, 2, .infinity])
    }
    #expect(throws: StatisticsError.parameter(name: "points", value: 3001)) {
      let long = (0..<3001).map(Double.init)
      _ = try TheilSen(of: long, at: long)
    }
  }
}
