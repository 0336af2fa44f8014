import Testing

@testable import Interchange

@Suite("Decimal numerals")
struct DecimalNumberTests {
  private func scan(_ text: String, sign: Character = ".") -> DecimalNumber.Scan? {
    Array(text.utf8).withUnsafeBufferPointer {
      DecimalNumber.scan($0, from: 0, decimalSign: sign.asciiValue ?? 0)
    }
  }

  @Test("Numerals end where they end")
  func extent() {
    #expect(scan("12.5;")?.end == 4)
    #expect(scan("12.")?.end == 2)
    #expect(scan("12,5", sign: ",")?.value == 12.5)
    #expect(scan("12,5")?.end == 2)
    #expect(scan("1e")?.end == 1)
    #expect(scan("1e+")?.end == 1)
    #expect(scan("-")?.end == nil)
    #expect(scan("")?.end == nil)
    #expect(scan(".5")?.end == nil)
    #expect(scan("007")?.value == 7)
  }

  @Test("Both paths agree to the bit with the standard library")
  func agreesWithStandardLibrary() {
    // A fixed linear congruential sequence (Knuth's MMIX constants) makes numerals of 1 to 25 digits and of many powers.
    var state: UInt64 = 20_241_121
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for _ in 0..<20_000 {
      var text = next(2) == 0 ? "-" : ""
      for _ in 0...next(13) { text += "\(next(10))" }
      if next(3) > 0 {
        text += "."
        for _ in 0...next(12) { text += "\(next(10))" }
      }
      if next(4) == 0 { text += "e\(Int(next(640)) - 320)" }
      #expect(scan(text)?.value.bitPattern == Double(text)?.bitPattern, "\(text)")
      #expect(scan(text)?.end == text.utf8.count)
      let comma = String(text.map { $0 == "." ? "," : $0 })
      #expect(scan(comma, sign: ",")?.value.bitPattern == Double(text)?.bitPattern)
    }
  }

  @Test("Long fractions agree to the bit with the standard library, halfway cases too")
  func longFractions() {
    var state: UInt64 = 7
    for step in 0..<100_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // 16 to 19 digits, with the decimal sign after the first, …, the last but one, or before all.
      let digits = String(state).prefix(16 + step % 4)
      let whole = digits.prefix(step % digits.count)
      let text = (whole.isEmpty ? "0" : whole) + "." + digits.dropFirst(whole.count)
      #expect(scan(String(text))?.value.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
    // 2⁵³ + 1 … 2⁵³ + 7 over two and over ten: ties and near ties between neighbouring doubles.
    for odd in stride(from: 9_007_199_254_740_993, through: 9_007_199_254_740_999, by: 2)
      as StrideThrough<UInt64>
    {
      for text in ["\(odd).0", "\(odd).5", "\(odd / 10).\(odd % 10)", "\(odd * 5 / 10).\(odd * 5 % 10)"] {
        #expect(scan(text)?.value.bitPattern == Double(text)?.bitPattern, "\(text)")
      }
    }
  }

  @Test("Numerals at the edges of a double")
  func edges() {
    #expect(scan("9007199254740993")?.value == 9_007_199_254_740_992)  // 2⁵³ + 1 rounds to even
    #expect(scan("1e23")?.value == 1e23)
    #expect(scan("1e400")?.value == .infinity)
    #expect(scan("-0")?.value.sign == .minus)
    #expect(scan("2.2250738585072011e-308")?.value.bitPattern == 0x000F_FFFF_FFFF_FFFF)  // largest subnormal
    #expect(scan("1" + String(repeating: "0", count: 400) + "e-400")?.value == 1)
    #expect(scan("1e99999999999999999999")?.value == .infinity)
    #expect(scan("1e-99999999999999999999")?.value == 0)
  }
}
