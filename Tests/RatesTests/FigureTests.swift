import Estimates
import Indicators
import Testing

@testable import Rates

@Suite("Figure")
struct FigureTests {
  let cell = Cell(value: 5, numerator: 5, denominator: 100, status: .observed)

  @Test("the declared kind decides the interval")
  func kinds() throws {
    #expect(try Figure(cell, kind: .proportion).estimate() == Proportion(of: 5, in: 100).wilson())
    #expect(try Figure(cell, kind: .rate).estimate() == Rate(of: 5, in: 100).estimate())
    #expect(try Figure(cell, kind: .count).estimate() == Rate(count: 5).estimate())
  }

  @Test(
    "refusals carry the reason",
    arguments: [
      (IndicatorKind.median, Reason.noIntervalForKind), (.index, .noIntervalForKind),
      (.mean, .needsCountAndDeviation), (nil, .unknownKind),
    ] as [(IndicatorKind?, Reason)])
  func refusals(kind: IndicatorKind?, reason: Reason) {
    #expect(throws: FigureRefusal(reason)) { try Figure(cell, kind: kind) }
  }

  @Test("hidden, bare and impossible cells")
  func cells() {
    #expect(throws: FigureRefusal(.suppressed)) {
      try Figure(Cell(value: nil, status: .suppressed), kind: .proportion)
    }
    #expect(throws: FigureRefusal(.needsNumeratorAndDenominator)) {
      try Figure(Cell(value: 4.3, status: .observed), kind: .proportion)
    }
    #expect(throws: FigureRefusal(Reason("share-above-one"))) {
      try Figure(Cell(value: 4.3, numerator: 3, denominator: 2, status: .observed), kind: .proportion)
    }
  }
}
