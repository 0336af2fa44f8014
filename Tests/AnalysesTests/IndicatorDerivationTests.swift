import Indicators
import Testing

@testable import Analyses

@Suite struct IndicatorDerivationTests {
  /// A listed cube of zones A and B in 2023 and 2024, with a numerator and a denominator column.
  private func cube(hiding hidden: Int? = nil) throws -> Cube {
    let years = [2023, 2024].compactMap { year in
      Period(year: year).map { Cube.Category(code: "\(year)", period: $0) }
    }
    var tops: [Double] = [10, 20, 30, 40]
    var statuses = [CellStatus](repeating: .observed, count: 4)
    if let hidden {
      tops[hidden] = .nan
      statuses[hidden] = .suppressed
    }
    return try Cube(
      dimensions: [
        Cube.Dimension(id: "zone", role: .zone, categories: [.init(code: "A"), .init(code: "B")]),
        Cube.Dimension(id: "period", role: .time, categories: years),
        Cube.Dimension(id: "constructed", role: .other, categories: [.init(code: "true")]),
      ],
      layout: .listed([[0, 0, 1, 1], [0, 1, 0, 1], [0, 0, 0, 0]]),
      measures: [
        Cube.Measure(name: "numerator", role: .numerator, values: tops, statuses: statuses),
        Cube.Measure(
          name: "denominator", role: .denominator, values: [100, 200, 0, 400],
          statuses: [CellStatus](repeating: .observed, count: 4)),
      ])
  }

  private func indicator(constructed: Bool = false, source: String = "s") -> Indicator {
    Indicator(
      id: "share", name: LocalisedText(nb: "Andel"), kind: .proportion, unit: .perCent, multiplier: 100,
      numerator: FigureReference(source: source, measure: "numerator"),
      denominator: FigureReference(source: source, measure: "denominator"), isConstructed: constructed)
  }

  @Test func theValueIsTheQuotientInTheUnitOfTheCatalogue() throws {
    let panels = try IndicatorDerivation.panels(of: indicator(), from: SourceFigures(["s": [try cube()]]))
      .panels
    let panel = try #require(panels.first)
    #expect(panels.count == 1 && panel.stratum == .all)
    #expect(panel[zone: 0, period: 0].value == 10 && panel[zone: 1, period: 1].value == 10)
    // Nobody in the denominator: there is no share.
    #expect(panel[zone: 1, period: 0].status.kind == .notApplicable)
    #expect(panel.kind == .proportion && panel.unit == .perCent)
  }

  @Test func aHiddenNumeratorHidesTheCell() throws {
    let figures = SourceFigures(["s": [try cube(hiding: 1)]])
    let panel = try #require(try IndicatorDerivation.panels(of: indicator(), from: figures).panels.first)
    #expect(panel[zone: 0, period: 1].status.isSuppressed && panel[zone: 0, period: 1].numerator == nil)
    #expect(panel[zone: 0, period: 0].value == 10)
  }

  @Test func constructedFiguresAreFlagged() throws {
    let figures = SourceFigures(["s": [try cube()]])
    let panel = try #require(
      try IndicatorDerivation.panels(of: indicator(constructed: true), from: figures).panels.first)
    #expect(panel.statuses.filter(\.isObserved).allSatisfy { $0.flags.contains(.constructed) })
  }

  @Test func aSourceWithoutFiguresIsAFinding() throws {
    let derived = try IndicatorDerivation.panels(of: indicator(source: "elsewhere"), from: SourceFigures([:]))
    #expect(derived.panels.isEmpty)
    #expect(derived.findings.map(\.diagnostic) == [.indicatorWithoutFigures])
  }
}
