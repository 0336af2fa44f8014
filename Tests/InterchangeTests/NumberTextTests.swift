import Testing

@testable import Interchange

@Suite struct NumberTextTests {
  private func read(_ text: String, _ decimal: Character? = ",", grouped: Bool = false) -> NumberReading {
    let style = NumberStyle(decimal: decimal?.asciiValue, groupsWithPunctuation: grouped)
    return Array(text.utf8).withUnsafeBytes { NumberReading($0, style: style, encoding: .utf8) }
  }

  @Test(arguments: [
    ("0", 0.0), ("-0,5", -0.5), ("\u{2212}12,5", -12.5), ("+3", 3), (" 1 234 567,25 ", 1_234_567.25),
    ("1\u{A0}204", 1204), ("12\u{202F}345", 12345), ("1'000", 1000), (",5", 0.5), ("5,", 5), ("1,5e3", 1500),
    ("0,1234567890123456", 0.1234567890123456), ("123456789012345678", 123_456_789_012_345_680),
  ])
  func readsNumbers(_ text: String, _ value: Double) {
    #expect(read(text) == NumberReading(value, provisional: false))
  }

  @Test func aStarBesideANumberIsProvisional() {
    #expect(read("7*") == NumberReading(7, provisional: true))
    #expect(read("* 7,5") == NumberReading(7.5, provisional: true))
  }

  @Test(arguments: [
    ("", NumberMark.empty), ("  ", .empty), ("NA", .empty), ("-", .dash), ("–", .dash), (".", .dot),
    ("..", .twoDots),
    ("...", .threeDots), ("…", .threeDots), (":", .colon), ("*", .star), ("x", .unreadable),
    ("1.5", .unreadable),
    ("12 34", .unreadable), ("1 2345", .unreadable), ("1,2,3", .unreadable), ("1e999", .unreadable),
    ("0x10", .unreadable), ("12 %", .unreadable), ("--", .unreadable), ("inf", .unreadable),
    ("1e", .unreadable),
  ])
  func keepsSigns(_ text: String, _ mark: NumberMark) {
    let reading = read(text)
    #expect(reading.mark == mark)
    #expect(reading.value.isNaN)
  }

  @Test func punctuationGroupsOnlyWhereTheColumnShowsIt() {
    #expect(read("1.234").mark == .unreadable)
    #expect(read("1.234,5", grouped: true).value == 1234.5)
    #expect(read("1,234,567.5", ".", grouped: true).value == 1_234_567.5)
    #expect(read("1.23,5", grouped: true).mark == .unreadable)
  }

  @Test func anyBytesAreReadWithoutATrap() {
    var state: UInt64 = 42
    for _ in 0..<3000 {
      let bytes = (0..<Int(state % 20)).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for encoding in [TextEncoding.utf8, .windows1252] {
        let reading = bytes.withUnsafeBytes {
          NumberReading(
            $0, style: NumberStyle(decimal: 0x2C, groupsWithPunctuation: true), encoding: encoding)
        }
        #expect(reading.value.isFinite == (reading.mark == .number || reading.mark == .provisional))
      }
    }
  }
}
