/// How a column writes its numbers.
struct NumberStyle: Sendable, Equatable {
  /// The decimal sign: `,` or `.`, or nil while no cell has shown one.
  var decimal: UInt8?
  /// Whether the other of the two groups digits in threes.
  var groupsWithPunctuation = false

  /// The sign that groups digits, where one does.
  var grouping: UInt8? {
    guard groupsWithPunctuation, let decimal else { return nil }
    return decimal == 0x2C ? 0x2E : 0x2C
  }
}

/// What a cell says when read as a number.
struct NumberReading: Sendable, Equatable {
  /// The number; NaN unless ``mark`` is ``NumberMark/number`` or ``NumberMark/provisional``.
  var value: Double
  /// What the cell held.
  var mark: NumberMark

  init(_ mark: NumberMark) {
    value = .nan
    self.mark = mark
  }

  init(_ value: Double, provisional: Bool) {
    self.value = value
    mark = provisional ? .provisional : .number
  }

  /// Reads one cell.
  ///
  /// Accepted: a sign (`-`, `+`, U+2212), digits in one piece or in groups of three with a space, a hard space, a
  /// narrow hard space or an apostrophe between, a decimal part, an exponent, and `*` before or after for a
  /// provisional figure. Numbers of at most 15 digits are exact by one division or multiplication (all factors are
  /// integers below 2⁵³ or powers of ten up to 10²²); others go to the standard library, which rounds correctly.
  init(_ cell: UnsafeRawBufferPointer, style: NumberStyle, encoding: TextEncoding) {
    self = Self.read(cell, style: style, encoding: encoding)
  }

  private static func read(
    _ cell: UnsafeRawBufferPointer, style: NumberStyle, encoding: TextEncoding
  ) -> NumberReading {
    guard cell.count <= 64 else {
      let blank = cell.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      return NumberReading(blank ? .empty : .unreadable)
    }
    var text = Scalars(cell, encoding: encoding)
    text.trim()
    if text.count == 0 { return NumberReading(.empty) }
    if let sign = text.standardSign() { return NumberReading(sign) }
    let provisional = text.dropStars()
    guard let value = number(text, style: style) else { return NumberReading(.unreadable) }
    return NumberReading(value, provisional: provisional)
  }

  private static func number(_ text: Scalars, style: NumberStyle) -> Double? {
    var index = 0
    var negative = false
    if index < text.count, text[index] == 0x2D || text[index] == 0x2B || text[index] == 0x2212 {
      negative = text[index] != 0x2B
      index += 1
    }
    var digits: [UInt8] = []
    var groups = 0
    var sinceGroup = 0
    var groupSign: UInt32 = 0
    func isDigit(_ at: Int) -> Bool { at < text.count && text[at] >= 0x30 && text[at] <= 0x39 }
    while index < text.count {
      if isDigit(index) {
        digits.append(UInt8(truncatingIfNeeded: text[index]))
        sinceGroup += 1
        index += 1
        continue
      }
      let scalar = text[index]
      let groupsHere =
        scalar == 0x20 || scalar == 0xA0 || scalar == 0x202F || scalar == 0x27
        || style.grouping.map { UInt32($0) == scalar } == true
      guard groupsHere, isDigit(index + 1) else { break }
      // One sign throughout, one to three digits before the first, exactly three between two.
      guard groupSign == 0 || groupSign == scalar,
        groups == 0 ? (1...3).contains(sinceGroup) : sinceGroup == 3
      else { return nil }
      groupSign = scalar
      groups += 1
      sinceGroup = 0
      index += 1
    }
    if groups > 0, sinceGroup != 3 { return nil }
    var decimals = 0
    if index < text.count, let decimal = style.decimal, text[index] == UInt32(decimal) {
      index += 1
      while isDigit(index) {
        digits.append(UInt8(truncatingIfNeeded: text[index]))
        decimals += 1
        index += 1
      }
    }
    guard !digits.isEmpty else { return nil }
    var exponent = 0
    if index < text.count, text[index] == 0x65 || text[index] == 0x45 {
      index += 1
      var down = false
      if index < text.count, text[index] == 0x2D || text[index] == 0x2B {
        down = text[index] == 0x2D
        index += 1
      }
      guard isDigit(index) else { return nil }
      while isDigit(index) {
        // Anything beyond the range of Double ends as zero or is refused below; stop counting before overflow.
        if exponent < 100_000 { exponent = exponent * 10 + Int(text[index] - 0x30) }
        index += 1
      }
      if down { exponent = -exponent }
    }
    guard index == text.count else { return nil }
    return value(digits: digits, exponent: exponent - decimals, negative: negative)
  }

  /// ± digits · 10^exponent, correctly rounded; nil when it is too large for a Double.
  static func value(digits: [UInt8], exponent: Int, negative: Bool) -> Double? {
    var mantissa: UInt64 = 0
    if digits.count <= 15 {
      for digit in digits { mantissa = mantissa * 10 + UInt64(digit - 0x30) }
      if exponent <= 0, exponent >= -22 {
        let value = Double(mantissa) / powersOfTen[-exponent]
        return negative ? -value : value
      }
    }
    let text = String(decoding: digits, as: UTF8.self) + "e\(exponent)"
    guard let value = Double(text), value.isFinite else { return nil }
    return negative ? -value : value
  }

  /// 10⁰ … 10²², all exact.
  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]
}

/// The characters of one short cell.
private struct Scalars {
  private var scalars: [UInt32]
  private var range: Range<Int>

  init(_ cell: UnsafeRawBufferPointer, encoding: TextEncoding) {
    scalars = []
    scalars.reserveCapacity(cell.count)
    if encoding == .windows1252 || cell.allSatisfy({ $0 < 0x80 }) {
      for byte in cell { scalars.append(byte == 0x96 || byte == 0x97 ? 0x2013 : UInt32(byte)) }
    } else {
      for scalar in String(decoding: cell, as: UTF8.self).unicodeScalars { scalars.append(scalar.value) }
    }
    range = 0..<scalars.count
  }

  var count: Int { range.count }
  subscript(index: Int) -> UInt32 { scalars[range.lowerBound + index] }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x09 || scalar == 0xA0 || scalar == 0x202F || scalar == 0x0D
  }

  mutating func trim() {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isSpace(scalars[low]) { low += 1 }
    while high > low, Self.isSpace(scalars[high - 1]) { high -= 1 }
    range = low..<high
  }

  /// The sign that stands alone in the cell, or a common word for "nothing here".
  func standardSign() -> NumberMark? {
    switch scalars[range] {
    case [0x2D], [0x2013], [0x2014], [0x2212]: return .dash
    case [0x2E]: return .dot
    case [0x2E, 0x2E]: return .twoDots
    case [0x2E, 0x2E, 0x2E], [0x2026]: return .threeDots
    case [0x3A]: return .colon
    case [0x2A], [0x2A, 0x2A]: return .star
    default: break
    }
    guard range.count <= 4, scalars[range].allSatisfy({ $0 < 0x80 }) else { return nil }
    let word = String(String.UnicodeScalarView(scalars[range].compactMap(Unicode.Scalar.init))).lowercased()
    return ["na", "n/a", "nan", "null"].contains(word) ? .empty : nil
  }

  /// Takes away stars before or after; true when there were any.
  mutating func dropStars() -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, scalars[low] == 0x2A { low += 1 }
    while high > low, scalars[high - 1] == 0x2A { high -= 1 }
    guard high - low < range.count else { return false }
    range = low..<high
    trim()
    return true
  }
}
