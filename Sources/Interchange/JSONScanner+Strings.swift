extension JSONScanner {
  /// The next value as a string, with escapes resolved.
  public mutating func string() throws(JSONError) -> String {
    let body = try rawString()
    if !body.hasEscapes, !body.hasHighBytes {
      // All bytes are ASCII, so decoding cannot repair anything.
      return String(decoding: bytes[body.range], as: UTF8.self)
    }
    guard body.hasEscapes else { return try validated(bytes[body.range], from: body.range) }
    return try unescaped(body.range)
  }

  mutating func skipString() throws(JSONError) {
    let body = try rawString()
    if body.hasEscapes {
      _ = try unescaped(body.range)
    } else if body.hasHighBytes {
      _ = try validated(bytes[body.range], from: body.range)
    }
  }

  struct RawString {
    /// The bytes between the quotes.
    var range: Range<Int>
    var hasEscapes: Bool
    var hasHighBytes: Bool
  }

  /// Passes a string over without looking at its escapes.
  mutating func rawString() throws(JSONError) -> RawString {
    guard nextByte() == UInt8(ascii: "\"") else { throw unexpected("a string") }
    let start = position + 1
    var i = start
    var escapes = false
    var high: UInt8 = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") {
        position = i + 1
        return RawString(range: start..<i, hasEscapes: escapes, hasHighBytes: high >= 0x80)
      }
      if byte == UInt8(ascii: "\\") {
        escapes = true
        i += 1
      } else if byte < 0x20 {
        throw failure(.controlCharacter(byte), at: i)
      }
      high |= byte
      i += 1
    }
    throw failure(.unexpectedEnd, at: bytes.count)
  }

  private func validated(_ body: some Sequence<UInt8>, from range: Range<Int>) throws(JSONError) -> String {
    guard let text = String(validating: body, as: UTF8.self) else {
      throw failure(.invalidUTF8, at: firstInvalidByte(in: range))
    }
    return text
  }

  /// Where the first sequence begins that is not UTF-8.
  private func firstInvalidByte(in range: Range<Int>) -> Int {
    var decoder = UTF8()
    var iterator = bytes[range].makeIterator()
    var offset = range.lowerBound
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return offset
      }
    }
  }

  private func unescaped(_ range: Range<Int>) throws(JSONError) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        i += 1
        continue
      }
      // `rawString` counts a backslash with the byte after it, so that byte is inside the range.
      switch bytes[i + 1] {
      case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        let (scalar, length) = try unicodeEscape(at: i, before: range.upperBound)
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
        i += length
        continue
      default: throw failure(.invalidEscape, at: i)
      }
      i += 2
    }
    return try validated(text, from: range)
  }

  /// The scalar of `\uXXXX`, or of two of them that form a surrogate pair, and the bytes it takes.
  private func unicodeEscape(at i: Int, before end: Int) throws(JSONError) -> (Unicode.Scalar, Int) {
    guard let first = hexadecimal(at: i + 2, before: end) else { throw failure(.invalidEscape, at: i) }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard first < 0xDC00, i + 7 < end, bytes[i + 6] == UInt8(ascii: "\\"), bytes[i + 7] == UInt8(ascii: "u"),
      let second = hexadecimal(at: i + 8, before: end), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw failure(.invalidEscape, at: i) }
    return (scalar, 12)
  }

  private func hexadecimal(at start: Int, before end: Int) -> UInt32? {
    guard start + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
