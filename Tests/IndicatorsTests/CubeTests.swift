import Testing

@testable import Indicators

@Suite struct CubeTests {
  static func axis(_ id: String, _ role: Cube.Role, _ codes: [String]) -> Cube.Dimension {
    Cube.Dimension(
      id: id, role: role,
      categories: codes.map { Cube.Category(code: $0, period: role == .time ? Period($0) : nil) })
  }

  /// A column; `nil` is missing.
  static func column(_ name: String, _ role: Cube.Measure.Role = .value, _ cells: [Double?]) -> Cube.Measure {
    Cube.Measure(
      name: name, role: role, values: cells.map { $0 ?? .nan },
      statuses: cells.map { $0 == nil ? .missing : .observed })
  }

  @Test func partsFitTogether() throws {
    let zones = Self.axis("zone", .zone, ["a", "b"])
    let years = Self.axis("year", .time, ["2020", "2021"])
    let cube = try Cube(
      dimensions: [zones, years], layout: .dense, measures: [Self.column("v", .value, [1, 2, 3, 4])])
    #expect(cube.count == 4 && cube.refusal == nil)
    #expect(cube.dimension(.zone)?.categories.map(\.label) == ["a", "b"])
    #expect(throws: IndicatorsError.wrongShape(what: "v", expected: 4, found: 3)) {
      _ = try Cube(
        dimensions: [zones, years], layout: .dense, measures: [Self.column("v", .value, [1, 2, 3])])
    }
    let uneven = Cube.Measure(name: "v", values: [1, 2, 3, 4], statuses: [.observed])
    #expect(throws: IndicatorsError.wrongShape(what: "v", expected: 4, found: 1)) {
      _ = try Cube(dimensions: [zones, years], layout: .dense, measures: [uneven])
    }
    #expect(throws: IndicatorsError.wrongShape(what: "rows", expected: 4, found: 1)) {
      _ = try Cube(
        dimensions: [zones, years], layout: .dense, measures: [Self.column("v", .value, [1, 2, 3, 4])],
        rows: [1])
    }
  }

  @Test func coordinatesLieWithinTheirDimensions() throws {
    let zones = Self.axis("zone", .zone, ["a", "b"])
    let figures = [Self.column("v", .value, [1, 2])]
    #expect(throws: IndicatorsError.wrongShape(what: "coordinates", expected: 1, found: 2)) {
      _ = try Cube(dimensions: [zones], layout: .listed([[0, 1], [0, 1]]), measures: figures)
    }
    for outside in [Int32(2), -1, .max, .min] {
      #expect(throws: IndicatorsError.wrongShape(what: "zone", expected: 2, found: Int(outside))) {
        _ = try Cube(dimensions: [zones], layout: .listed([[0, outside]]), measures: figures)
      }
    }
    #expect(throws: IndicatorsError.wrongShape(what: "v", expected: 1, found: 2)) {
      _ = try Cube(dimensions: [zones], layout: .listed([[0]]), measures: figures)
    }
  }

  @Test func aSizeBeyondCountingIsAnError() {
    let wide = Self.axis("x", .other, (0..<512).map(String.init))
    let dimensions = [Cube.Dimension](repeating: wide, count: 8)
    #expect(throws: IndicatorsError.self) {
      _ = try Cube(dimensions: dimensions, layout: .dense, measures: [])
    }
  }

  @Test func aFileWithoutZoneTimeOrFiguresIsACubeThatRefuses() throws {
    let zones = Self.axis("zone", .zone, ["a"])
    let years = Self.axis("year", .time, ["2020"])
    func refusal(_ dimensions: [Cube.Dimension], _ cells: [Double?]?) throws -> Reason? {
      try Cube(
        dimensions: dimensions, layout: .dense, measures: cells.map { [Self.column("v", .value, $0)] } ?? []
      ).refusal
    }
    #expect(try refusal([zones, years], [1]) == nil)
    #expect(try refusal([years], [1]) == .noZoneDimension)
    #expect(try refusal([zones], [1]) == .noTimeDimension)
    #expect(try refusal([zones, years], nil) == .noFigures)
    #expect(try refusal([], nil) == .noFigures)
    #expect(try refusal([zones, Self.axis("year", .time, [])], []) == .noFigures)
    var cube = try Cube(
      dimensions: [zones, years], layout: .dense, measures: [Self.column("v", .value, [1])])
    cube.readerRefusal = Reason("metadata-only")
    cube.file = "a.json"
    #expect(cube.refusal == Reason("metadata-only"))
    #expect(throws: IndicatorsError.notAnalysable(Reason("metadata-only"), file: "a.json")) {
      _ = try cube.panels()
    }
  }

  @Test func columnsAreReplacedWhole() throws {
    let zones = Self.axis("zone", .zone, ["a", "b"])
    let cube = try Cube(dimensions: [zones], layout: .dense, measures: [Self.column("v", .value, [1, 2])])
    let hidden = try cube.replacing(measure: 0, values: [1, .nan], statuses: [.observed, .suppressed])
    #expect(hidden.measures[0].statuses == [.observed, .suppressed])
    #expect(throws: IndicatorsError.wrongShape(what: "v", expected: 2, found: 1)) {
      _ = try cube.replacing(measure: 0, values: [1, 2], statuses: [.observed])
    }
    #expect(throws: IndicatorsError.wrongShape(what: "measures", expected: 1, found: 1)) {
      _ = try cube.replacing(measure: 1, values: [1, 2], statuses: [.observed, .observed])
    }
  }
}
