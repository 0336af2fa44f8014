import Testing

@testable import Indicators

@Suite struct CubeOriginTests {
  private func cube() throws -> Cube {
    let years = [2023, 2024].compactMap { year in
      Period(year: year).map { Cube.Category(code: "\(year)", period: $0) }
    }
    return try Cube(
      dimensions: [
        Cube.Dimension(id: "sone", role: .zone, categories: [.init(code: "A"), .init(code: "B")]),
        Cube.Dimension(id: "år", role: .time, categories: years),
        Cube.Dimension(id: "kjønn", role: .sex, categories: [.init(code: "1"), .init(code: "2")]),
      ],
      layout: .listed([[0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 1, 0]]),
      measures: [
        Cube.Measure(
          name: "antall", values: [1, 2, 3, 4], statuses: [CellStatus](repeating: .observed, count: 4))
      ],
      rows: [2, 3, 7, 9], file: "tall.csv")
  }

  private func row(_ zone: String, _ year: Int, _ choices: [Stratum.Choice] = []) throws -> Int? {
    let period = try #require(Period(year: year))
    return try cube().place(zone: zone, period: period, indicator: "antall", stratum: Stratum(choices))?.row
  }

  @Test func aFigureIsPointedAtByItsRowInTheFile() throws {
    #expect(try row("A", 2024) == 3)
    #expect(try row("B", 2024, [.init(dimension: "kjønn", category: "1")]) == 9)
    let period = try #require(Period(year: 2023))
    #expect(
      try cube().place(zone: "B", period: period, indicator: "antall", stratum: .all)
        == Place(file: "tall.csv", row: 7))
  }

  @Test func aFigureThatIsNotThereHasNoPlace() throws {
    #expect(try row("C", 2024) == nil)
    #expect(try row("A", 2020) == nil)
    #expect(try row("B", 2024, [.init(dimension: "kjønn", category: "2")]) == nil)
  }
}
