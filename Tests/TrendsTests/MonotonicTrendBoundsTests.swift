import Estimates
import Indicators
import Regression
import TestSupport
import Testing

@testable import Trends

@Suite("Bounds under suppression")
struct MonotonicTrendBoundsTests {
  private let times: [Double] = [2015, 2016, 2017, 2018, 2020, 2021]

  private func series(_ values: [Double?], _ bounds: ClosedRange<Double> = 1...4) -> AdmissibleSeries {
    AdmissibleSeries(
      ranges: values.map { $0.map { $0...$0 } ?? bounds }, steps: values.map { $0 == nil ? 1 : 0 },
      times: times)
  }

  private static let cases: [[Double?]] = [
    [nil, 5, 6, nil, 9, 12], [12, 9, nil, 6, nil, nil], [nil, nil, nil, nil, 5, 5], [5, nil, 5, nil, 5, nil],
    [nil, 7, 5, 8, 6, nil], [20, 3, nil, 3, nil, 20],
  ]

  /// Every admissible series is fitted here one by one, and no answer lies outside; the exact bounds are reached.
  @Test(arguments: cases)
  func bothWaysHoldAllAdmissibleAnswers(values: [Double?]) throws {
    let admissible = series(values)
    let exact = try MonotonicTrendBounds(admissible, level: .p95)
    let outer = try MonotonicTrendBounds(admissible, level: .p95, limit: 0)
    let line = try LineBounds(admissible, level: .p95)
    #expect(exact.isExact && !outer.isExact)
    var slopes: [Double] = []
    var lines: [Double] = []
    var signs: Set<Int> = []
    func visit(_ place: Int, _ chosen: [Double]) throws {
      guard place < values.count else {
        let fit = try MonotonicTrend(of: chosen, at: times)
        let test = fit.mannKendall
        for bounds in [exact, outer] {
          #expect(bounds.s.contains(test.s) && bounds.slope.contains(fit.theilSen.slope))
          #expect(bounds.pValue.contains(test.pValue), "\(chosen) \(test.pValue) \(bounds.pValue)")
          #expect(bounds.tauB.lowerBound <= test.tauB + 1e-15 && test.tauB <= bounds.tauB.upperBound + 1e-15)
        }
        let straight = try LineFit(chosen, times: times)
        lines.append(straight.slope)
        if let p = straight.pValue { #expect(line.pValue?.contains(p) == true) }
        slopes.append(fit.theilSen.slope)
        signs.insert(test.pValue <= 0.05 ? test.s.signum() : 0)
        return
      }
      for value in values[place].map({ [$0] }) ?? [1, 2, 3, 4] { try visit(place + 1, chosen + [value]) }
    }
    try visit(0, [])
    #expect(exact.slope == (slopes.min() ?? .nan)...(slopes.max() ?? .nan))
    #expect(exact.direction == (signs.count == 1 ? signs.first : nil))
    #expect(outer.direction == nil || outer.direction == exact.direction)
    // The mean of years near 2018 is rounded by 2.3e-13, which moves the kernel's slopes as much.
    #expect(isClose(line.slope.lowerBound, lines.min() ?? .nan, relative: 1e-12, absolute: 1e-12))
    #expect(isClose(line.slope.upperBound, lines.max() ?? .nan, relative: 1e-12, absolute: 1e-12))
    #expect(exact.points == 6 && exact.hidden == values.count { $0 == nil })
  }

  @Test func aVerdictStandsOnlyWhereAllAnswersAgree() throws {
    // Rising from hidden 1–4 to 12 whatever is behind the first cell: S = 15 of 15.
    let rising = try MonotonicTrendBounds(series([nil, 5, 6, 8, 9, 12]), level: .p95)
    #expect(rising.direction == 1 && rising.s == 15...15)
    // Three hidden years in any order: S = 15 − 2 · (0 … 3) of 15, and 13 is the least that is found.
    let unsure = try MonotonicTrendBounds(series([nil, nil, nil, 6, 9, 12]), level: .p95)
    #expect(unsure.direction == nil && unsure.s == 9...15)
    let level = try MonotonicTrendBounds(series([7, nil, 6, 8, 5, 7]), level: .p95)
    #expect(level.direction == 0)
  }

  /// What is only known to be large still has a sign.
  @Test func openBounds() throws {
    let open = AdmissibleSeries(
      ranges: [1...1, 2...2, 3...3, 4...4, 5...5, 10 ... .infinity], steps: [0, 0, 0, 0, 0, 1], times: times)
    let bounds = try MonotonicTrendBounds(open, level: .p95)
    #expect(!bounds.isExact && bounds.s == 15...15 && bounds.direction == 1)
    #expect(bounds.slope.lowerBound > 0)
    #expect(try LineBounds(open, level: .p95).slope.upperBound == .infinity)
  }

  @Test func panelsOfShares() throws {
    let panel = try TestPanels.quotients(
      [[10, 12, 14, 16, 18, 20], [10, 12, 14, 16, 18, 20]],
      over: [[100, 100, 100, 100, 100, 100], [100, 100, 100, 100, 100, 100]], multiplier: 100)
    let hidden = try panel.withHidden(0, bounds: 1...4)
    let bounds = try MonotonicTrend.bounds(hidden)
    #expect(try bounds[0].get().s == 15...15 && bounds[0].get().direction == 1)
    #expect(try bounds[1].get().hidden == 0 && bounds[1].get().slope == 2...2)
    let bare = try MonotonicTrend.bounds(try panel.withHidden(0, as: .suppressedUnspecified))
    #expect(bare[0] == .failure(.suppressedInput(count: 1)))
  }
}
