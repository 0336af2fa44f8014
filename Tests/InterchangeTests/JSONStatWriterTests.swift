import Indicators
import Testing

@testable import Interchange

@Suite("JSON-stat writer")
struct JSONStatWriterTests {
  @Test("A result becomes a cube of value, lower, upper and n")
  func result() throws {
    let bytes = try ResultWriter.bytes(of: SampleResult.set, as: .jsonStat)
    let cube = try JSONStatReader.read(bytes)
    #expect(cube.dimensions.map(\.id) == ["indicator", "zone", "sex", "period", "measure"])
    #expect(cube.dimensions[4].categories.map(\.code) == ["value", "lower", "upper", "n"])
    #expect(cube.dimensions[1].categories.map(\.label) == ["Oslo; \"sentrum\",\nnord", "Larvik å"])
    #expect(cube.dimensions[4].categories[0].unit?.rawValue == "per cent")
    #expect(Array(cube.measures[0].values.prefix(4)) == [-0.1, 1e-7, 12, 1e17])
    #expect(cube.measures[0].statuses.suffix(4).allSatisfy { $0 == .suppressed })
    #expect(cube.refusal == nil)
  }

  @Test("Rows about the same thing by two methods get a dimension for it, and true duplicates are refused")
  func methods() throws {
    let rows = SampleResult.set.rows
    var twice = rows
    var other = rows.row(0)
    other[5] = .text("proportion.jeffreys")
    twice.append(other)
    #expect(
      try JSONStatReader.read(try JSONStatWriter.bytes(of: twice)).dimensions.contains { $0.id == "method" })
    twice.append(other)
    #expect(throws: InterchangeError.self) { _ = try JSONStatWriter.bytes(of: twice) }
  }

  private func panel() throws -> Panel {
    let nan = Double.nan
    return try Panel(
      indicator: "neet",
      stratum: Stratum([.init(dimension: "Kjonn", role: .sex, category: "2", label: "Kvinner")]),
      kind: .proportion, unit: .perCent, multiplier: 100,
      zones: [Zone(code: "0301", name: "Oslo"), Zone(code: "3909")],
      periods: [2022, 2023, 2024].compactMap { Period(year: $0) }, values: [10, nan, 12.5, nan, 50, nan],
      numerators: [1, nan, 1, nan, 4, nan], denominators: [10, nan, 8, nan, 8, nan],
      statuses: [
        .observed, .suppressed, CellStatus(.observed, flags: .provisional), .missing, .observed,
        .notApplicable,
      ])
  }

  @Test("A panel is read back equal")
  func panelRoundTrip() throws {
    let panel = try panel()
    let cube = try JSONStatReader.read(try JSONStatWriter.bytes(of: panel))
    #expect(cube.dimensions.map(\.id) == ["indicator", "Kjonn", "zone", "period", "measure"])
    let value = try #require(try cube.panels(measure: "value").first)
    #expect(value.statuses == panel.statuses)
    #expect(value.zones == panel.zones)
    #expect(value.periods == panel.periods)
    #expect(value.unit == panel.unit)
    for (written, read) in zip(panel.values, value.values) {
      #expect(written == read || written.isNaN && read.isNaN)
    }
    let numerator = try #require(try cube.panels(measure: "numerator").first)
    #expect(numerator.values[4] == 4)
  }

  @Test("A listed cube is written in full, with cells that have no record missing")
  func listed() throws {
    let cube = try Cube(
      dimensions: [
        Cube.Dimension(id: "z", role: .zone, categories: [.init(code: "a"), .init(code: "b")]),
        Cube.Dimension(
          id: "t", role: .time,
          categories: [
            .init(code: "2023", period: Period(year: 2023)), .init(code: "2024", period: Period(year: 2024)),
          ]),
      ], layout: .listed([[1, 0], [0, 1]]),
      measures: [Cube.Measure(name: "v", values: [7, .nan], statuses: [.observed, .suppressed])])
    let read = try JSONStatReader.read(try JSONStatWriter.bytes(of: cube))
    #expect(read.measures[0].statuses == [.missing, .suppressed, .observed, .missing])
    #expect(read.measures[0].values[2] == 7)
    let twice = try Cube(
      dimensions: cube.dimensions, layout: .listed([[1, 1], [0, 0]]), measures: cube.measures)
    #expect(throws: InterchangeError.self) { _ = try JSONStatWriter.bytes(of: twice) }
  }

  @Test("Constructed figures are named as such in the file")
  func constructed() throws {
    var panel = try panel()
    let text = String(decoding: try JSONStatWriter.bytes(of: panel), as: UTF8.self)
    #expect(!text.contains("Konstruerte"))
    panel = try Panel(
      indicator: "x", zones: [Zone(code: "1")], periods: [2024].compactMap { Period(year: $0) }, values: [1],
      statuses: [CellStatus(.observed, flags: .constructed)])
    #expect(String(decoding: try JSONStatWriter.bytes(of: panel), as: UTF8.self).contains("Konstruerte"))
  }
}
