import Estimates
import Indicators
import Rates
import Testing

@testable import Comparisons

@Suite("Baseline window")
struct BaselineWindowTests {
  func panel(_ kind: IndicatorKind?, _ x: [Double], _ n: [Double]?, _ statuses: [CellStatus]? = nil) throws
    -> Panel
  {
    let states = statuses ?? x.map { _ in .observed }
    func shown(_ column: [Double]) -> [Double] { zip(column, states).map { $1.isObserved ? $0 : .nan } }
    let values = n.map { n in zip(x, n).map { 100 * $0 / $1 } } ?? x
    return try Panel(
      indicator: "x", kind: kind, multiplier: n == nil ? 1 : 100, zones: [Zone(code: "a")],
      periods: x.indices.compactMap { Period(year: 2019 + $0) }, values: shown(values),
      numerators: n == nil ? nil : shown(x), denominators: n.map(shown), statuses: states)
  }

  @Test("sums numerators and denominators, never averages values")
  func sums() throws {
    let window = try BaselineWindow(
      try panel(.proportion, [1, 5, 4], [10, 100, 40]), zone: 0, periods: 0..<3)
    #expect(window.numerator == 10 && window.denominator == 150)
    #expect(window.estimate() == (try Proportion(of: 10, in: 150).wilson().scaled(by: 100)))
    let rate = try BaselineWindow(try panel(.rate, [1, 5, 4], [10, 100, 40]), zone: 0, periods: 1..<3)
    #expect(rate.estimate() == (try Rate(of: 9, in: 140).estimate().scaled(by: 100)))
  }

  @Test("counts give the mean number a period")
  func counts() throws {
    let window = try BaselineWindow(try panel(.count, [12, 8, 16], nil), zone: 0, periods: 0..<3)
    #expect(window.estimate().value == 12)
    #expect(window.estimate() == (try Rate(of: 36, in: 3).estimate()))
  }

  @Test("missing periods are left out and said, hidden ones refuse")
  func gaps() throws {
    let holes = try panel(.proportion, [1, 5, 4], [10, 100, 40], [.observed, .missing, .observed])
    let window = try BaselineWindow(holes, zone: 0, periods: 0..<3)
    #expect(window.denominator == 50 && window.missingPeriods == 1)
    #expect(window.estimate().diagnostics.contains(.incompleteWindow))
    let hidden = try panel(.proportion, [1, 5, 4], [10, 100, 40], [.observed, .suppressed, .observed])
    #expect(throws: FigureRefusal(.suppressed)) { try BaselineWindow(hidden, zone: 0, periods: 0..<3) }
    #expect(throws: FigureRefusal(.missing)) { try BaselineWindow(holes, zone: 0, periods: [1]) }
  }

  @Test("refuses what cannot be added")
  func refusals() throws {
    #expect(throws: FigureRefusal(.needsNumeratorAndDenominator)) {
      try BaselineWindow(try panel(.proportion, [1, 2], nil), zone: 0, periods: 0..<2)
    }
    #expect(throws: FigureRefusal(.unknownKind)) {
      try BaselineWindow(try panel(nil, [1, 2], [10, 10]), zone: 0, periods: 0..<2)
    }
    #expect(throws: FigureRefusal(.needsNumeratorAndDenominator)) {
      try BaselineWindow(try panel(.median, [1, 2], nil), zone: 0, periods: 0..<2)
    }
    let windows = try Panel(
      indicator: "x", kind: .count, zones: [Zone(code: "a")],
      periods: [2013, 2014].compactMap { Period(years: $0...$0 + 3) }, values: [1, 2],
      statuses: [.observed, .observed])
    #expect(throws: FigureRefusal(.overlappingPeriods)) {
      try BaselineWindow(windows, zone: 0, periods: 0..<2)
    }
  }

  @Test("the gap to a comparator")
  func gap() throws {
    let one = try BaselineWindow(try panel(.proportion, [26, 30], [35, 35]), zone: 0, periods: 0..<2)
    let other = try BaselineWindow(try panel(.proportion, [24, 24], [40, 40]), zone: 0, periods: 0..<2)
    let difference = try one.contrast(with: other).difference()
    // Newcombe (1998): 56/70 − 48/80.
    #expect(abs(difference.value - 0.2) < 1e-15)
    #expect(
      difference.interval.map { abs($0.lower - 0.05243) < 5e-6 && abs($0.upper - 0.33387) < 5e-6 } == true)
  }
}
