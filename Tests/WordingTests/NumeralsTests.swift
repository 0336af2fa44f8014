import Testing

@testable import Wording

/// Expected forms follow the Language Council's rules for numbers: decimal comma, hard space between thousands and
/// before the per-cent sign, the true minus, a dash without spaces in ranges, «til» beside negative numbers.
@Suite struct NumeralsTests {
  @Test(arguments: [
    (12.3, 1, "12,3"), (12.0, 1, "12,0"), (0.04, 1, "0,0"), (-0.04, 1, "0,0"), (-3.2, 1, "\u{2212}3,2"),
    (1_234_567, 0, "1\u{A0}234\u{A0}567"), (2500, 0, "2\u{A0}500"), (999.95, 1, "1\u{A0}000,0"),
    (999, 0, "999"),
    (1.15, 1, "1,2"), (1.005, 2, "1,01"), (0.5, 0, "1"), (-0.5, 0, "\u{2212}1"), (2.5, 0, "3"),
    (1e-7, 3, "0,000"),
    (1e21, 0, "1\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000"), (1.5e-5, 6, "0,000015"),
    (99.999, 2, "100,00"), (9.5e-1, 1, "1,0"),
  ])
  func norwegian(value: Double, decimals: Int, expected: String) {
    #expect(Language.nb.number(value, decimals: decimals) == expected)
  }

  @Test func english() {
    #expect(Language.en.number(1_234_567.25, decimals: 1) == "1,234,567.3")
    #expect(Language.en.number(-3.2, decimals: 1) == "\u{2212}3.2")
  }

  @Test func whatIsNoNumberIsADash() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(Language.nb.number(value, decimals: 1) == "\u{2013}")
      #expect(Language.nb.signed(value, decimals: 1) == "\u{2013}")
    }
  }

  @Test func signs() {
    #expect(Language.nb.signed(4.4, decimals: 1) == "+4,4")
    #expect(Language.nb.signed(-0.8, decimals: 1) == "\u{2212}0,8")
    #expect(Language.nb.signed(0.04, decimals: 1) == "0,0")
    #expect(Language.nb.signed(0, decimals: 0) == "0")
  }

  @Test func ranges() {
    #expect(Language.nb.range(10.1, 14.8, decimals: 1) == "10,1\u{2013}14,8")
    #expect(Language.nb.range(-2.1, 0.4, decimals: 1) == "\u{2212}2,1 til 0,4")
    #expect(Language.nb.range(3.1, 5.7, decimals: 1, spelledOut: true) == "3,1 til 5,7")
    #expect(Language.en.range(-2.1, 0.4, decimals: 1) == "\u{2212}2.1 to 0.4")
    #expect(Language.nb.range(1, .infinity, decimals: 0) == "1 til \u{2013}")
  }

  @Test func asManyDecimalsAsThereAre() {
    #expect(Language.nb.number(412.0, upTo: 4) == "412")
    #expect(Language.nb.number(0.25, upTo: 4) == "0,25")
    #expect(Language.nb.number(1.0 / 3, upTo: 4) == "0,3333")
    #expect(Language.nb.number(Int.min) == "\u{2212}9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808")
  }

  @Test func everyIntegerRoundsToItself() {
    for value in -2000...2000 {
      let text = Language.en.number(Double(value), decimals: 0)
      #expect(Int(text.replacing(",", with: "").replacing("\u{2212}", with: "-")) == value)
    }
  }
}
