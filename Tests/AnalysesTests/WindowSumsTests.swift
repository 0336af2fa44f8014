import Indicators
import Testing

@testable import Analyses

@Suite struct WindowSumsTests {
  private func panel(_ statuses: [CellStatus]) throws -> Panel {
    let years = (2020...2024).compactMap { Period(year: $0) }
    let tops: [Double] = [1, 2, 3, 4, 5]
    let bottoms: [Double] = [10, 20, 30, 40, 60]
    func shown(_ column: [Double]) -> [Double] { zip(column, statuses).map { $1.isObserved ? $0 : .nan } }
    return try Panel(
      indicator: "share", kind: .proportion, multiplier: 100, zones: [Zone(code: "A")], periods: years,
      values: shown(zip(tops, bottoms).map { 100 * $0 / $1 }), numerators: shown(tops),
      denominators: shown(bottoms), statuses: statuses)
  }

  @Test func aWindowIsSumOverSum() throws {
    let windows = try panel([CellStatus](repeating: .observed, count: 5)).windows(ofYears: 3).get()
    #expect(windows.periods.map(\.description) == ["2020-2022", "2021-2023", "2022-2024"])
    #expect(windows.numerators == [6, 9, 12])
    #expect(windows.denominators == [60, 90, 130])
    // 100 · 12 / 130, not the mean of 10 %, 10 % and 8.33 %.
    #expect(windows.values == [10, 10, 100.0 * 12 / 130])
  }

  @Test func oneHiddenYearHidesItsWindows() throws {
    let windows = try panel([.observed, .suppressed, .observed, .observed, .observed]).windows(ofYears: 3)
      .get()
    #expect(windows.statuses.map(\.isSuppressed) == [true, true, false])
  }

  @Test func aHiddenYearOutweighsAMissingOne() throws {
    let windows = try panel([.missing, .suppressed, .observed, .missing, .observed]).windows(ofYears: 3).get()
    #expect(windows.statuses.map(\.kind) == [.suppressedUnspecified, .suppressedUnspecified, .missing])
  }

  @Test func bareValuesAreNotSummed() throws {
    let years = (2020...2022).compactMap { Period(year: $0) }
    let bare = try Panel(
      indicator: "share", kind: .proportion, zones: [Zone(code: "A")], periods: years, values: [10, 20, 30],
      statuses: [CellStatus](repeating: .observed, count: 3))
    #expect(throws: RefusedArithmetic(reason: .needsNumeratorAndDenominator)) {
      try bare.windows(ofYears: 3).get()
    }
  }
}
