import Estimates
import Foundation
import Regression
import Testing

@Suite struct LineFitTests {
  /// NIST's certified values for Norris (https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml): the kernel works
  /// in plain doubles, and the set has a condition number of 3 once centred, so 13 digits are there to be had.
  @Test func norris() throws {
    let x = [
      0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0,
      447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1,
      118.3,
      229.2, 669.1, 448.9, 0.5,
    ]
    let y = [
      0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3,
      448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2,
      117.6,
      228.9, 668.4, 449.2, 0.2,
    ]
    let line = try LineFit(y, times: x)
    let certified = [
      (line.slope, 1.00211681802045), (line.intercept, -0.262323073774029),
      (line.slopeStandardError, 0.429796848199937e-03), (line.residualStandardDeviation, 0.884796396144373),
    ]
    let digits = certified.map { min(15, -log10(max(1e-16, abs($0.0 / $0.1 - 1)))) }
    print(
      "NIST Norris (line kernel): digits \(digits.map { String(format: "%.1f", $0) }.joined(separator: ", "))"
    )
    for digit in digits { #expect(digit >= 12) }
    #expect(abs(try #require(line.rSquared) - 0.999993745883712) <= 1e-14)
  }

  @Test func theExampleOfTheDocumentation() throws {
    let line = try LineFit([6, 5, 7, 10], times: [1, 2, 3, 4])
    #expect(abs(line.slope - 1.4) <= 1e-15)
    #expect(abs(line.intercept - 3.5) <= 4e-15)
    // r = (1.1, −1.3, −0.7, 0.9): σ̂² = 4.2/2 and S = 5.
    #expect(abs(line.slopeStandardError - (2.1 / 5).squareRoot()) <= 1e-15)
    #expect(abs(line.value(at: 5) - 10.5) <= 1e-14)
    // t(0.975; 2) = 4.302652729749464 (scipy 1.17.1).
    let interval = try #require(line.slopeEstimate().interval)
    #expect(abs(interval.upper - (1.4 + 4.302652729749464 * (2.1 / 5).squareRoot())) <= 1e-14)
    #expect(interval.level == .p95)
  }

  @Test func anExactLineHasAnInfiniteTAndAFlatOneNone() throws {
    let exact = try LineFit([2, 4, 6, 8], times: [0, 1, 2, 3])
    #expect(exact.slope == 2)
    #expect(exact.slopeStandardError == 0)
    #expect(exact.tStatistic == .infinity)
    #expect(exact.pValue == 0)
    #expect(exact.rSquared == 1)
    let flat = try LineFit([5, 5, 5], times: [0, 1, 2])
    #expect(flat.slope == 0)
    #expect(flat.tStatistic == nil)
    #expect(flat.pValue == nil)
  }

  @Test func whatCannotBeFittedIsNamed() {
    #expect(throws: RegressionError.tooFewObservations(needed: 3, found: 2)) {
      try LineFit([1, .nan, 3], times: [1, 2, 3])
    }
    #expect(throws: RegressionError.tooFewObservations(needed: 3, found: 2)) {
      try LineFit([1, 2], times: [1, 2])
    }
    #expect(throws: RegressionError.self) { try LineFit([1, 2, 3], times: [4, 4, 4]) }
    #expect(throws: RegressionError.notFinite(column: "response", row: 1)) {
      try LineFit([1, .infinity, 3, 4], times: [1, 2, 3, 4])
    }
    #expect(throws: RegressionError.weight(row: 0, value: -2)) {
      try LineFit([1, 2, 3], weights: [-2, 1, 1], times: [1, 2, 3])
    }
    #expect(throws: RegressionError.time(index: 1, value: .infinity)) {
      try LineFit([1, 2, 3], times: [1, .infinity, 3])
    }
    #expect(throws: RegressionError.length(what: "values", expected: 0, found: 0)) {
      try LineFit([], times: [])
    }
  }

  /// 0.1 is no binary fraction: a mean that is rounded must not leave residuals behind.
  @Test(arguments: [[0, 0, 0, 0, 0], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4]])
  func anIntervalWithoutWidthSaysSo(values: [Double]) throws {
    let slope = try LineFit(values, times: values.indices.map { Double(2015 + $0) }).slopeEstimate()
    #expect(slope.diagnostics == [.exactFit])
    #expect(slope.interval.map { $0.upper - $0.lower } == 0)
  }

  @Test func anIntervalWithWidthSaysNothing() throws {
    #expect(try LineFit([6, 5, 7, 10], times: [1, 2, 3, 4]).slopeEstimate().diagnostics == [])
  }
}
