import Indicators
import Testing

@Suite("Series block")
struct SeriesBlockTests {
  func panel() throws -> Panel {
    let states: [CellStatus] = [
      .observed, .observed, .observed, .observed, .missing, .observed, .observed, .observed, .observed,
      .observed,
      .suppressed, .observed,
    ]
    let values = states.enumerated().map { $1.isObserved ? Double($0) : .nan }
    return try Panel(
      indicator: "x", zones: ["a", "b", "c", "d"].map { Zone(code: $0) },
      periods: (2020...2022).compactMap(Period.init(year:)), values: values, statuses: states)
  }

  @Test("one series a zone, contiguous")
  func layout() throws {
    let panel = try panel()
    let (count, points, third) = panel.withSeriesBlock { block in
      (block.count, block.points, (0..<block.points).map { block.base[2 * block.stride + $0] })
    }
    #expect(count == 4 && points == 3)
    #expect(third == Array(panel.values[panel.series(2)]))
    #expect(panel.withSeriesBlock { block in (0..<4).map(block.suppressedCount) } == [0, 0, 0, 1])
  }

  @Test("series with numbers in the same places share a plan")
  func patterns() throws {
    let groups = try panel().withSeriesBlock { $0.patterns() }
    #expect(groups.map(\.series) == [[0, 2], [1, 3]])
    #expect(groups.map(\.places) == [[0, 1, 2], [0, 2]])
  }

  @Test("more than 64 places")
  func long() throws {
    let periods = (1900...1999).compactMap(Period.init(year:))
    let states = (0..<200).map { $0 == 170 ? CellStatus.missing : .observed }
    let panel = try Panel(
      indicator: "x", zones: [Zone(code: "a"), Zone(code: "b")], periods: periods,
      values: (0..<200).map { $0 == 170 ? .nan : 1 }, statuses: states)
    let groups = panel.withSeriesBlock { $0.patterns() }
    #expect(groups.count == 2)
    #expect(groups[1].places == (0..<100).filter { $0 != 70 })
  }

  @Test("a panel without cells is a block without places")
  func empty() throws {
    let panel = try Panel(indicator: "x", zones: [Zone(code: "a")], periods: [], values: [], statuses: [])
    let block = panel.withSeriesBlock { ($0.count, $0.points, $0.patterns()) }
    #expect(block.0 == 1 && block.1 == 0 && block.2.map(\.places) == [[]])
  }
}
