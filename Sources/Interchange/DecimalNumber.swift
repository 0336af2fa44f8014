/// Decimal numerals in bytes, read to the nearest `Double`.
///
/// A numeral of at most 19 digits whose value is m·10ᵉ with m ≤ 2⁵³ and |e| ≤ 22 needs one exact multiplication or
/// division, because both m and 10^|e| are exact doubles (Clinger 1990, "How to read floating point numbers
/// accurately", fast path). One with more digits and up to 19 decimals is a 64-bit integer over a power of ten below
/// 2⁶⁴: one wide division gives 62 bits or more and a remainder, which is all that rounding to the nearest needs.
/// Everything else goes to the standard library's correctly rounded parser.
public enum DecimalNumber {
  /// A numeral that was read.
  @frozen public struct Scan: Sendable, Equatable {
    /// The nearest double; infinite where the numeral is too large for one.
    public let value: Double
    /// Index of the first byte after the numeral.
    public let end: Int

    @inlinable init(value: Double, end: Int) {
      self.value = value
      self.end = end
    }
  }

  /// Reads the longest numeral that begins at `start`.
  ///
  /// The form is `-? digits (sign digits)? ([eE] [+-]? digits)?`. A decimal sign or an exponent mark that no digit
  /// follows is not part of the numeral. Leading zeros are accepted; formats that forbid them look for them first.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: Where the numeral begins; must be in `0...bytes.count`.
  ///   - decimalSign: The byte between whole and fraction: `.` or `,`.
  /// - Returns: `nil` when there is no numeral at `start`.
  @inlinable @inline(__always)
  public static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, decimalSign: UInt8 = UInt8(ascii: ".")
  ) -> Scan? {
    // Bounds: `start` is at least 0 and `i` only grows; every read of `text[i]` stands behind `i < count`.
    guard let text = bytes.baseAddress else { return nil }
    let count = bytes.count
    var i = start
    var negative = false
    if i < count, text[i] == UInt8(ascii: "-") {
      negative = true
      i += 1
    }
    let firstDigit = i
    var mantissa: UInt64 = 0
    while i < count {
      let digit = text[i] &- 48
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      i += 1
    }
    var digits = i - firstDigit
    guard digits > 0 else { return nil }
    var exponent = 0
    if i + 1 < count, text[i] == decimalSign, text[i + 1] &- 48 <= 9 {
      let fraction = i + 1
      i = fraction
      while i < count {
        let digit = text[i] &- 48
        if digit > 9 { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        i += 1
      }
      exponent = fraction - i
      digits += i - fraction
    }
    // More than 19 digits may have wrapped the mantissa, so the exact path is closed to them.
    var exact = digits <= 19
    if i < count, text[i] | 0x20 == UInt8(ascii: "e") {
      var j = i + 1
      var minus = false
      if j < count, text[j] == UInt8(ascii: "-") || text[j] == UInt8(ascii: "+") {
        minus = text[j] == UInt8(ascii: "-")
        j += 1
      }
      let first = j
      var power = 0
      while j < count, text[j] &- 48 <= 9 {
        if power < 100_000 { power = power * 10 + Int(text[j] &- 48) }
        j += 1
      }
      if j > first {
        exponent += minus ? -power : power
        i = j
      }
    }
    if exact, mantissa > 1 << 53, exponent < 0, exponent >= -19 {
      let value = quotient(mantissa, tens: -exponent)
      return Scan(value: negative ? -value : value, end: i)
    }
    exact = exact && mantissa <= 1 << 53 && exponent >= -22 && exponent <= 22
    if exact {
      var value = Double(mantissa)
      if exponent < 0 {
        value /= powerOfTen(-exponent)
      } else if exponent > 0 {
        value *= powerOfTen(exponent)
      }
      return Scan(value: negative ? -value : value, end: i)
    }
    return Scan(value: nearest(bytes, from: start, to: i, decimalSign: decimalSign), end: i)
  }

  /// The double nearest to `dividend` / 10^`tens`, ties to even, for a dividend above 2⁵³ and 1…19 tens.
  ///
  /// Both are shifted to fill 64 bits, W and D, so that q = ⌊W·2⁶³ / D⌋ lies in 2⁶²…2⁶⁴ and the wide division cannot
  /// overflow (W/2 < D). The top 53 bits of q are the significand; the bits below and the remainder decide the rounding.
  @usableFromInline
  static func quotient(_ dividend: UInt64, tens: Int) -> Double {
    let divisor = integerPowers[tens]
    let (a, b) = (dividend.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let wide = dividend << UInt64(a)
    let (q, remainder) = (divisor << UInt64(b)).dividingFullWidth((wide >> 1, wide << 63))
    let dropped = UInt64(64 - q.leadingZeroBitCount - 53)
    var significand = q >> dropped
    let rest = q & (1 << dropped &- 1)
    let half: UInt64 = 1 << (dropped - 1)
    if rest > half || (rest == half && (remainder != 0 || significand & 1 == 1)) { significand += 1 }
    // The exponent lies in −116…8, so the power of two is a normal double and the product exact.
    let exponent = Int(dropped) - 63 + b - a
    return Double(significand) * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }

  static let integerPowers: [UInt64] = (0...19).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  /// 10^`exponent` for an exponent in 0…22, where it is an exact double.
  @inlinable @inline(__always)
  static func powerOfTen(_ exponent: Int) -> Double {
    exactPowers[exponent]
  }

  @usableFromInline static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]

  /// The correctly rounded value of the numeral in `start..<end`, which ``scan(_:from:decimalSign:)`` has checked.
  @usableFromInline @inline(never)
  static func nearest(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, decimalSign: UInt8
  ) -> Double {
    var numeral = String(decoding: bytes[start..<end], as: UTF8.self)
    if decimalSign != UInt8(ascii: ".") {
      numeral = String(numeral.map { $0.utf8.first == decimalSign ? "." : $0 })
    }
    // A numeral of the checked form always parses; too large a one is infinite.
    return Double(numeral) ?? .infinity
  }
}
