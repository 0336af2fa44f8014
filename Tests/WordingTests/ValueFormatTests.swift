import Indicators
import Testing

@testable import Wording

@Suite struct ValueFormatTests {
  @Test func sharesHaveOneDecimalAndDifferInPercentagePoints() {
    let format = ValueFormat(unit: .perCent, language: .nb)
    #expect(format.value(14.23) == "14,2\u{A0}%")
    #expect(format.interval(10.1, 14.8) == "10,1–14,8\u{A0}%")
    #expect(format.difference(4.4) == "+4,4\u{A0}pp")
    #expect(format.differenceInterval(-0.8, 3.9) == "−0,8 til 3,9")
    #expect(format.unitName == "prosent")
  }

  @Test(arguments: [
    ("persons", 2590.0, "2\u{A0}590"), ("per 1000", 12.34, "12,3"), ("per 100 000", 812.6, "813"),
    ("years", 81.26, "81,3\u{A0}år"), ("prosent", 5, "5,0\u{A0}%"),
  ])
  func units(unit: String, value: Double, expected: String) {
    #expect(ValueFormat(unit: Unit(rawValue: unit), language: .nb).value(value) == expected)
  }

  @Test func anUnknownUnitGetsThreeDigitsByTheLargestFigure() {
    func text(_ value: Double, among samples: [Double]) -> String {
      ValueFormat(unit: .unknown, language: .nb, samples: samples).value(value)
    }
    #expect(text(0.0433, among: [0.0433, 0.05]) == "0,0433")
    #expect(text(0.213, among: [0.213, 0.9]) == "0,213")
    #expect(text(21.34, among: [21.34, 9.1]) == "21,3")
    #expect(text(412, among: [412, 7]) == "412")
    #expect(ValueFormat(unit: .unknown, language: .nb).unitName == nil)
  }
}
