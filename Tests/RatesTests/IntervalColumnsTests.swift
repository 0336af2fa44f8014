import Estimates
import Indicators
import Scheduler
import Testing

@testable import Rates

@Suite("Interval columns")
struct IntervalColumnsTests {
  func panel(_ x: [Double], _ n: [Double], _ statuses: [CellStatus]? = nil) throws -> Panel {
    let states = statuses ?? [CellStatus](repeating: .observed, count: x.count)
    func shown(_ column: [Double]) -> [Double] { zip(column, states).map { $1.isObserved ? $0 : .nan } }
    return try Panel(
      indicator: "x", kind: .proportion, multiplier: 100, zones: x.indices.map { Zone(code: "\($0)") },
      periods: [try #require(Period(year: 2020))], values: shown(x.map { 100 * $0 }), numerators: shown(x),
      denominators: shown(n), statuses: states)
  }

  @Test("the same bits as one at a time, for any number of threads")
  func batchIsSingle() throws {
    let x = (0..<20_000).map { Double($0 % 137) }
    let n = (0..<20_000).map { Double(137 + $0 % 1009) }
    let panel = try panel(x, n)
    let wilson = try #require(IntervalColumns.wilson(panel, threads: .single))
    let threaded = try #require(IntervalColumns.wilson(panel, threads: ThreadLimit(2)))
    let rates = try #require(IntervalColumns.rates(panel, level: .p998))
    #expect(wilson.lower == threaded.lower && wilson.upper == threaded.upper)
    for cell in stride(from: 0, to: x.count, by: 61) {
      let share = try Proportion(of: x[cell], in: n[cell]).wilson().scaled(by: 100)
      #expect(wilson.values[cell] == share.value)
      #expect(wilson.lower[cell] == share.interval?.lower)
      #expect(wilson.upper[cell] == share.interval?.upper)
      let rate = try Rate(of: x[cell], in: n[cell]).estimate(level: .p998).scaled(by: 100)
      #expect(rates.lower[cell] == rate.interval?.lower)
      #expect(rates.upper[cell] == rate.interval?.upper)
    }
  }

  @Test("every cell without an answer says why, and stops no other")
  func outcomes() throws {
    let panel = try panel(
      [1, 2, 3, 4, 5, 6, -1], [10, 10, 10, 10, 0, 5, 3],
      [.observed, .missing, .notApplicable, .suppressed, .observed, .observed, .observed])
    let columns = try #require(IntervalColumns.wilson(panel))
    #expect(
      columns.outcomes == [
        .estimated, .missing, .notApplicable, .suppressed, .emptyDenominator, .numeratorExceedsDenominator,
        .negativeCount,
      ])
    #expect(columns.values[0] == 10)
    #expect((1..<7).allSatisfy { columns.lower[$0].isNaN && columns.values[$0].isNaN })
    #expect(columns.outcomes.map(\.reason)[3] == .suppressed)
    #expect(IntervalColumns.rates(panel)?.outcomes[5] == .estimated)
  }

  @Test("a panel without parts has none")
  func withoutParts() throws {
    let bare = try Panel(
      indicator: "x", zones: [Zone(code: "1")], periods: [try #require(Period(year: 2020))], values: [3],
      statuses: [.observed])
    #expect(IntervalColumns.wilson(bare) == nil)
  }
}
