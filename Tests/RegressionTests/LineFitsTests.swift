import Distributions
import Estimates
import Indicators
import Regression
import Scheduler
import TestSupport
import Testing

@Suite struct LineFitsTests {
  /// Series with a level, a slope and noise of their own.
  private func panel(series: Int, times: [Double], seed: UInt64, level: Double = 50) -> [Double] {
    var values: [Double] = []
    for series in 0..<series {
      var stream = RandomStream(seed: seed, series: series)
      let slope = stream.standardNormal()
      for time in times { values.append(level + slope * time + stream.standardNormal()) }
    }
    return values
  }

  /// Equal bits, so that a difference in the last place shows, and NaN equals NaN.
  private func same(_ one: LineFits, _ other: LineFits) -> Bool {
    func bits(_ fits: LineFits) -> [UInt64] {
      (fits.slopes + fits.intercepts + fits.slopeStandardErrors + fits.residualStandardDeviations).map(
        \.bitPattern)
    }
    return bits(one) == bits(other) && one.points == other.points
  }

  /// Against QR with refinement, which shares nothing with the kernel, for every remainder of eight places.
  @Test(arguments: 3...41)
  func agreesWithLeastSquares(points: Int) throws {
    let times: [Double] = (0..<points).map { index in
      let extra: Double = index % 3 == 1 ? 0.25 : 0
      return 2000.5 + Double(index) + extra
    }
    let values = panel(series: 7, times: times, seed: 3)
    let fits = try LineFits(values: values, times: times)
    for series in 0..<7 {
      let response = Array(values[(series * points)..<((series + 1) * points)])
      let expected = try OrdinaryLeastSquares.fit(response, on: Design(times: times))
      guard let line = fits[series] else {
        Issue.record("no line for series \(series)")
        continue
      }
      // Deviations are exact to 2⁻⁵³ of their range, R, and n of them are summed, so everything in the units of the
      // values is good to a few n · 2⁻⁵² · R. The intercept lies 2000 time units away and carries the slope's error
      // that many times.
      let range: Double = abs(line.slope) * Double(points) + 8 * line.residualStandardDeviation
      let bound: Double = 4 * Double(points) * Double.ulpOfOne * range
      let slopeError: Double = abs(line.slope - expected.coefficients[1])
      let interceptError: Double = abs(line.intercept - expected.coefficients[0])
      let sigmaError: Double = abs(line.residualStandardDeviation - expected.residualStandardDeviation)
      let standardError: Double = abs(line.slopeStandardError - expected.standardErrors[1])
      #expect(slopeError <= bound)
      #expect(interceptError <= 2100 * bound)
      #expect(sigmaError <= bound)
      #expect(standardError <= bound)
    }
  }

  @Test func weightsAgreeWithWeightedLeastSquares() throws {
    let times = (1...13).map(Double.init)
    let values = panel(series: 5, times: times, seed: 4)
    var stream = RandomStream(seed: 9)
    let weights = values.map { _ in 0.5 + stream.uniform() }
    let fits = try LineFits(values: values, weights: weights, times: times)
    for series in 0..<5 {
      let range = (series * 13)..<((series + 1) * 13)
      let expected = try WeightedLeastSquares.fit(
        Array(values[range]), weights: Array(weights[range]), on: Design(times: times))
      let line = try #require(fits[series])
      let found = [line.intercept, line.slope, line.slopeStandardError, line.residualStandardDeviation]
      let wanted = expected.coefficients + [expected.standardErrors[1], expected.residualStandardDeviation]
      #expect(relativeDifference(found, wanted) <= peerTolerance)
    }
  }

  /// A gap is as if the point had never been there, however it is marked.
  @Test func gapsAgreeWithShorterSeries() throws {
    let times = (0..<25).map { 2000 + Double($0) }
    let values = panel(series: 6, times: times, seed: 5)
    var stream = RandomStream(seed: 6)
    let observed = values.map { _ in stream.uniform() < 0.7 }
    let holes = zip(values, observed).map { $1 ? $0 : .nan }
    let masked = try LineFits(values: values, observed: observed, times: times)
    #expect(same(masked, try LineFits(values: holes, times: times)))
    #expect(same(masked, try LineFits(values: values, weights: observed.map { $0 ? 1 : 0 }, times: times)))
    for series in 0..<6 {
      let kept = (0..<25).filter { observed[series * 25 + $0] }
      let line = try #require(masked[series])
      let short = try LineFit(kept.map { values[series * 25 + $0] }, times: kept.map { times[$0] })
      #expect(line.points == kept.count)
      #expect(relativeDifference([line.slope], [short.slope]) <= peerTolerance)
      #expect(relativeDifference([line.slopeStandardError], [short.slopeStandardError]) <= peerTolerance)
    }
  }

  @Test func oneSeriesAloneHasTheSameBits() throws {
    for points in [3, 7, 8, 9, 25] {
      let times = (0..<points).map { Double($0) }
      var values = panel(series: 11, times: times, seed: 7)
      values[points * 4 + 1] = .nan
      values[points * 10 + 2] = .nan
      let fits = try LineFits(values: values, times: times)
      for series in 0..<11 {
        let alone = try? LineFit(Array(values[(series * points)..<((series + 1) * points)]), times: times)
        #expect(alone == fits[series])
      }
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func anyNumberOfThreadsGivesTheSameBits(threads: Int) throws {
    let times = (0..<9).map { Double($0) }
    let values = panel(series: 20_001, times: times, seed: 8)
    let one = try LineFits(values: values, times: times, threads: .single)
    #expect(same(one, try LineFits(values: values, times: times, threads: ThreadLimit(threads))))
  }

  @Test func aBadSeriesDoesNotStopTheOthers() throws {
    let values: [Double] = [
      1, 2, 3, 5,
      1, .nan, .nan, 5,
      1, .infinity, 3, 5,
      1e308, -1e308, 1e308, -1e308,
      4, 4, 4, 4,
    ]
    let fits = try LineFits(values: values, times: [1, 2, 3, 4])
    #expect((0..<5).map { fits.status($0) } == [.fitted, .tooFewPoints, .notFinite, .notFinite, .fitted])
    #expect(fits[1] == nil)
    #expect(fits.slopes[2].isNaN)
    #expect(fits.points == [4, 2, 4, 4, 4])
    #expect(fits.status(1).reason == .tooFewPoints)
    #expect(fits[4]?.slope == 0)
    let together = try LineFits(values: [1, 2, 3, .nan], times: [5, 5, 5, 6])
    #expect(together.status(0) == .noVariationInTime)
    let weighted = try LineFits(
      values: [1, 2, 3, 1, 2, 4], weights: [1, .nan, 1, 1, 1, 1], times: [1, 2, 3])
    #expect(weighted.status(0) == .badWeight)
    #expect(weighted.status(1) == .fitted)
    // The weight of a missing cell means nothing.
    let unused = try LineFits(values: [1, .nan, 3, 4], weights: [1, -1, 1, 1], times: [1, 2, 3, 4])
    #expect(unused.status(0) == .fitted)
  }

  @Test func aLargeLevelCostsNoDigits() throws {
    let times = (0..<25).map(Double.init)
    let values = times.map { ($0 * 37).truncatingRemainder(dividingBy: 11) }
    let low = try LineFit(values, times: times)
    // Adding 2³⁰ is exact for these whole numbers, so the deviations are the same doubles.
    let high = try LineFit(values.map { $0 + 0x1p30 }, times: times)
    #expect(high.slope == low.slope)
    #expect(high.slopeStandardError == low.slopeStandardError)
  }

  @Test func lengthsMustFit() {
    #expect(throws: RegressionError.length(what: "values", expected: 2, found: 3)) {
      try LineFits(values: [1, 2, 3], times: [1, 2])
    }
    #expect(throws: RegressionError.length(what: "observed", expected: 2, found: 1)) {
      try LineFits(values: [1, 2], observed: [true], times: [1, 2])
    }
    #expect(throws: RegressionError.length(what: "weights", expected: 2, found: 3)) {
      try LineFits(values: [1, 2], weights: [1, 2, 3], times: [1, 2])
    }
    #expect(throws: Never.self) { try LineFits(values: [], times: [1, 2]) }
  }

  @Test func passesTheSuiteOfEveryEstimator() throws {
    let checks = EstimatorChecks(name: "line", shift: .stays, scale: .follows) { panel, level, threads in
      guard let fits = try? LineFits(panel, threads: threads) else { return [] }
      return (0..<fits.count).map { zone in
        guard let line = fits[zone] else { return .failure(fits.status(zone).reason ?? .missing) }
        return .success(line.slopeEstimate(level: level))
      }
    }
    #expect(try checks.violations(on: TestPanels.random(zones: 9, periods: 12, seed: 1)) == [])
  }

  @Test func overlappingPeriodsAreRefused() throws {
    let windows = try (0..<4).map { try #require(Period(years: 2000 + $0...2003 + $0)) }
    let panel = try Panel(
      indicator: "test", zones: TestPanels.zones(1), periods: windows, values: [1, 2, 3, 4],
      statuses: [CellStatus](repeating: .observed, count: 4))
    #expect(throws: RegressionError.overlappingPeriods) { try LineFits(panel) }
  }
}
