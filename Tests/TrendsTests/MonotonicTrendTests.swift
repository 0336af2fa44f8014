import Estimates
import Indicators
import Scheduler
import Testing

@testable import Trends

@Suite("Monotonic trend over panels")
struct MonotonicTrendTests {
  /// Zones × years from rows of values; `nil` is missing, −1 hidden.
  func panel(_ rows: [[Double?]], periods: [Period]) throws -> Panel {
    let cells = rows.flatMap { $0 }
    return try Panel(
      indicator: "x", zones: rows.indices.map { Zone(code: "z\($0)") },
      periods: periods, values: cells.map { $0.map { $0 == -1 ? .nan : $0 } ?? .nan },
      statuses: cells.map { $0 == nil ? .missing : $0 == -1 ? .suppressed : .observed })
  }

  let years = (2015...2022).compactMap(Period.init(year:))

  @Test("each zone is what the series alone gives, bit for bit, for any number of threads")
  func batchIsSingle() throws {
    let times = (0..<25).map { 2000 + Double($0) }
    var values: [Double] = []
    var state: UInt64 = 9
    for place in 0..<(700 * 25) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let u = Double(state >> 11) * 0x1p-53
      values.append(place % 31 == 0 ? .nan : (place / 25) % 3 == 0 ? (u * 5).rounded(.down) : u)
    }
    let one = try MonotonicTrend.fit(values, at: times, threads: .single)
    #expect(try MonotonicTrend.fit(values, at: times, threads: ThreadLimit(2)) == one)
    #expect(try MonotonicTrend.fit(values, at: times, threads: ThreadLimit(7)) == one)
    #expect(one.count == 700)
    for series in 0..<700 {
      let alone = try MonotonicTrend(of: Array(values[series * 25..<(series + 1) * 25]), at: times)
      #expect(try one[series].get() == alone)
    }
  }

  @Test("a bad row never stops the others; hidden cells are refused, missing ones left out")
  func rows() throws {
    let panel = try panel(
      [
        [1, 2, 3, 4, 5, 6, 7, 8], [1, nil, 3, 4, nil, 6, 7, 8], [1, -1, 3, 4, 5, 6, 7, 8],
        [nil, nil, nil, nil, nil, nil, 1, 2],
      ], periods: years)
    let trends = try MonotonicTrend.fit(panel)
    let full = try trends[0].get()
    #expect(full.theilSen.slope == 1 && full.mannKendall.s == 28 && full.first == 0 && full.last == 7)
    #expect(try trends[1].get().theilSen.slope == 1)
    #expect(try trends[1].get().mannKendall.points == 6)
    #expect(trends[2] == .failure(.suppressedInput(count: 1)))
    #expect(trends[3] == .failure(.tooFewObservations(needed: 3, found: 2)))
  }

  @Test("overlapping windows are refused, disjoint ones are taken")
  func windows() throws {
    let overlapping = (2013...2016).compactMap { Period(years: $0...$0 + 3) }
    #expect(throws: StatisticsError.overlappingPeriods) {
      try MonotonicTrend.fit(try panel([[1, 2, 3, 4]], periods: overlapping))
    }
    let disjoint = [2003, 2006, 2009, 2012].compactMap { Period(years: $0...$0 + 2) }
    let trends = try MonotonicTrend.fit(try panel([[1, 4, 7, 10]], periods: disjoint))
    #expect(try trends[0].get().theilSen.slope == 1)
  }

  @Test("an empty panel has no trends; a panel without periods says so in each row")
  func empty() throws {
    #expect(try MonotonicTrend.fit(try panel([], periods: years)).isEmpty)
    let none = try MonotonicTrend.fit(try panel([[], []], periods: []))
    #expect(none == [Result](repeating: .failure(.tooFewObservations(needed: 3, found: 0)), count: 2))
    #expect(throws: StatisticsError.unequalLengths("values", 4, 3)) {
      try MonotonicTrend.fit([1, 2, 3, 4], at: [1, 2, 3])
    }
  }
}
