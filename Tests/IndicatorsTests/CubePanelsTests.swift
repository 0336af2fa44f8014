import TestSupport
import Testing

@testable import Indicators

@Suite struct CubePanelsTests {
  let zones = CubeTests.axis("zone", .zone, ["0301", "301"])
  let years = CubeTests.axis("year", .time, ["2021", "2020"])

  func dense(_ dimensions: [Cube.Dimension], _ measures: [Cube.Measure]) throws -> Cube {
    try Cube(dimensions: dimensions, layout: .dense, measures: measures, file: "f.csv")
  }

  @Test func aDenseCubeIsGatheredByItsDimensions() throws {
    let sex = CubeTests.axis("sex", .sex, ["1", "2"])
    // Sex outermost, then year (2021 before 2020), then zone.
    let cube = try dense([sex, years, zones], [CubeTests.column("v", .value, [1, 2, 3, 4, 5, 6, 7, nil])])
    let panels = try cube.panels()
    #expect(panels.map(\.stratum.description) == ["sex=1", "sex=2"])
    #expect(panels[0].zones.map(\.code) == ["0301", "301"])
    #expect(panels[0].periods.map(\.description) == ["2020", "2021"])
    #expect(panels[0].values == [3, 1, 4, 2])
    #expect(Array(panels[1].values.prefix(2)) == [7, 5])
    #expect(panels[1].statuses == [.observed, .observed, .missing, .observed])
    #expect(panels[1].indicator == "v")
    #expect(try PanelStack(panels).strata.count == 2)
  }

  /// The same figures listed in any order give the same panels as the dense cube.
  @Test func aListedCubeIsScatteredToTheSamePanels() throws {
    var generator = SeededGenerator(seed: 9)
    let age = CubeTests.axis("age", .age, ["0-17", "18-66", "67+"])
    let cells = (0..<12).map { Optional(Double($0)) }
    let expected = try dense([zones, age, years], [CubeTests.column("v", .value, cells)]).panels()
    for _ in 0..<20 {
      let order = (0..<12).shuffled(using: &generator)
      let coordinates = [
        order.map { Int32($0 / 6) }, order.map { Int32($0 / 2 % 3) }, order.map { Int32($0 % 2) },
      ]
      let cube = try Cube(
        dimensions: [zones, age, years], layout: .listed(coordinates),
        measures: [CubeTests.column("v", .value, order.map { cells[$0] })])
      let panels = try cube.panels().sorted { $0.stratum < $1.stratum }
      #expect(panels == expected.sorted { $0.stratum < $1.stratum })
    }
  }

  @Test func absentRecordsAreMissingNotZero() throws {
    let cube = try Cube(
      dimensions: [zones, years], layout: .listed([[0, 1], [0, 1]]),
      measures: [CubeTests.column("v", .value, [5, 6])])
    let panel = try #require(try cube.panels().first)
    #expect(panel.statuses == [.missing, .observed, .observed, .missing])
    #expect(panel.values[0].isNaN && panel.values[3].isNaN)
  }

  @Test func twoRecordsOfACellAreAnErrorWithTheirRows() throws {
    let cube = try Cube(
      dimensions: [zones, years], layout: .listed([[0, 1, 0], [1, 1, 1]]),
      measures: [CubeTests.column("v", .value, [5, 6, nil])], rows: [7, 8, 12])
    #expect(throws: IndicatorsError.duplicateKey(zone: "0301", period: "2020", stratum: "", rows: "7, 12")) {
      _ = try cube.panels()
    }
  }

  @Test func twoSpellingsOfAPeriodAreOneUnlessBothHaveFigures() throws {
    let quarters = CubeTests.axis("quarter", .time, ["2020K1", "2020Q1"])
    let one = try dense([zones, quarters], [CubeTests.column("v", .value, [1, nil, nil, 2])])
    #expect(try one.panels().first?.values == [1, 2])
    let both = try dense([zones, quarters], [CubeTests.column("v", .value, [1, nil, 3, 2])])
    #expect(throws: IndicatorsError.duplicateKey(zone: "301", period: "2020K1", stratum: "", rows: "3, 4")) {
      _ = try both.panels()
    }
  }

  @Test func recordsWithoutAPeriodAreLeftOut() throws {
    let times = CubeTests.axis("year", .time, ["2020", "i alt"])
    let cube = try dense([zones, times], [CubeTests.column("v", .value, [1, 2, 3, 4])])
    #expect(try cube.panels().first?.values == [1, 3])
    let none = try dense(
      [zones, CubeTests.axis("year", .time, ["i alt"])], [CubeTests.column("v", .value, [1, 2])])
    #expect(throws: IndicatorsError.notAnalysable(.noTimeDimension, file: "f.csv")) { _ = try none.panels() }
  }

  @Test func ofSeveralColumnsOneIsChosen() throws {
    let cube = try dense(
      [zones, years],
      [CubeTests.column("Antall", .value, [1, 2, 3, 4]), CubeTests.column("Andel", .value, [5, 6, 7, 8])])
    #expect(throws: IndicatorsError.ambiguousMeasure(known: ["Antall", "Andel"])) { _ = try cube.panels() }
    #expect(try cube.panels(measure: "ANDEL").first?.values == [6, 5, 8, 7])
    #expect(throws: IndicatorsError.unknownMeasure(name: "andl", known: ["Antall", "Andel"])) {
      _ = try cube.panels(measure: "andl")
    }
  }

  @Test func ofMeasuresBelowEachOtherOneIsChosen() throws {
    let contents = Cube.Dimension(
      id: "ContentsCode", role: .measure,
      categories: [
        .init(code: "P1", label: "Personer", unit: .persons),
        .init(code: "P2", label: "Prosent", unit: .perCent),
      ])
    let cube = try dense(
      [contents, zones, years], [CubeTests.column("value", .value, [1, 2, 3, 4, 5, 6, 7, 8])])
    #expect(throws: IndicatorsError.ambiguousMeasure(known: ["Personer", "Prosent"])) {
      _ = try cube.panels()
    }
    for name in ["p2", "prosent"] {
      let panel = try #require(try cube.panels(measure: name).first)
      #expect(panel.values == [6, 5, 8, 7])
      #expect(panel.unit == .perCent && panel.indicator == "Prosent" && panel.stratum == .all)
    }
    // Two columns of figures besides: a category does not say which of them.
    let two = try dense(
      [contents, zones, years],
      [
        CubeTests.column("a", .value, [1, 2, 3, 4, 5, 6, 7, 8]),
        CubeTests.column("b", .value, [1, 2, 3, 4, 5, 6, 7, 8]),
      ])
    #expect(throws: IndicatorsError.ambiguousMeasure(known: ["a", "b"])) { _ = try two.panels(measure: "P2") }
  }

  @Test func indicatorsBelowEachOtherAreSeveralPanels() throws {
    let indicator = CubeTests.axis("indicator", .indicator, ["neet", "low-income"])
    let cube = try dense(
      [zones, years, indicator], [CubeTests.column("v", .value, [1, 2, 3, 4, 5, 6, 7, 8])])
    let panels = try cube.panels()
    #expect(panels.map(\.indicator) == ["neet", "low-income"])
    #expect(panels[0].values == [3, 1, 7, 5])
  }

  @Test func quotientsComeFromTheirColumns() throws {
    let top = CubeTests.column("teller", .numerator, [1, 2, nil, 4])
    let bottom = CubeTests.column("nevner", .denominator, [10, 0, 10, 8])
    let panel = try #require(try dense([zones, years], [top, bottom]).panels().first)
    #expect(panel.values[1] == 0.1 && panel.values[2] == 0.5)
    #expect(panel.statuses == [.notApplicable, .observed, .observed, .missing])
    #expect(panel.hasParts && panel.multiplier == 1)
  }

  @Test func valueAndQuotientAreOnOneScale() throws {
    let top = CubeTests.column("teller", .numerator, [10, 20, 5, 40])
    let bottom = CubeTests.column("nevner", .denominator, [100, 300, 71, 80])
    func panel(_ values: [Double?]) throws -> Panel {
      try #require(
        try dense([zones, years], [CubeTests.column("v", .value, values), top, bottom]).panels().first)
    }
    // Per cent, rounded to one decimal: 10, 6.7, 7.0, 50.
    let percent = try panel([10, 6.7, 7, 50])
    #expect(percent.multiplier == 100)
    // The union of both zones in 2021 is 15 of 171.
    let made = try percent.declared(kind: .proportion, unit: .perCent).union(of: [0, 1], as: Zone(code: "u"))
      .get()
    #expect(made.values[1] == 100.0 * 15 / 171)
    #expect(try panel([0.1, 0.067, 0.07, 0.5]).multiplier == 1)
    #expect(try panel([10_000, 6667, 7042, 50_000]).multiplier == 100_000)
    // A number beside the quotient is not the quotient: the parts go, and with them the arithmetic.
    let other = try panel([-3, -2, -1, -4])
    #expect(!other.hasParts && other.multiplier == 1 && other.values[1] == -3)
    #expect(other.additionRefusal == .needsNumeratorAndDenominator)
  }

  @Test func aHiddenNumeratorHidesTheCell() throws {
    var top = CubeTests.column("teller", .numerator, [1, 2, 3, 4])
    top.values[0] = .nan
    top.statuses[0] = .suppressed
    let bottom = CubeTests.column("nevner", .denominator, [10, 10, 10, 10])
    let panel = try #require(
      try dense([zones, years], [CubeTests.column("v", .value, [10, 20, 30, 40]), top, bottom]).panels().first
    )
    #expect(panel.statuses[1] == .suppressed && panel.values[1].isNaN)
  }

  @Test func labelsBecomeNames() throws {
    let named = Cube.Dimension(
      id: "zone", role: .zone,
      categories: [.init(code: "39090300", label: "Torstrand"), .init(code: "3909")])
    let panel = try #require(
      try dense([named, years], [CubeTests.column("v", .value, [1, 2, 3, 4])]).panels().first)
    #expect(panel.zones.map(\.name) == ["Torstrand", ""])
    #expect(panel.zones.map(\.label) == ["Torstrand", "3909"])
  }

  @Test func scatteredRecordsDoNotExhaustMemory() throws {
    // 6000 records, each with a zone, a week and a stratum of its own: 6000 × 6000 cells for each of 6000 panels.
    let count = 6000
    let own = CubeTests.axis("x", .other, (0..<count).map { "s\($0)" })
    let places = CubeTests.axis("zone", .zone, (0..<count).map { "z\($0)" })
    let weeks = Cube.Dimension(
      id: "week", role: .time,
      categories: (0..<count).map { index in
        let period = Period(unit: .week, year: 1900 + index / 52, index: index % 52 + 1)
        return Cube.Category(code: "\(index)", period: period)
      })
    let line = (0..<count).map { Int32($0) }
    let cube = try Cube(
      dimensions: [places, weeks, own], layout: .listed([line, line, line]),
      measures: [CubeTests.column("v", .value, [Double?](repeating: 1, count: count))])
    #expect {
      _ = try cube.panels()
    } throws: {
      ($0 as? IndicatorsError)?.code == "too-sparse"
    }
  }
}
