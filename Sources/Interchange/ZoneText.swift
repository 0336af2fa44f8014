/// A cell of a zone column: a code, a name, or both.
///
/// Codes are written with or without SSB's `K-` or IMDi's `K`: `0709 Larvik`, `K-3805 Larvik`, `K0709`,
/// `030101a Bydel Gamle Oslo`. Anything else is a name, and a name is its own code. A code for the country (`0`, `00`) is
/// kept as written.
struct ZoneText: Equatable {
  var code: String
  var name: String
  /// Whether the code was in the text, rather than made of the name.
  var hasCode: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    var prefixed = false
    if bytes.first == 0x4B {
      if bytes.count > 2, bytes[1] == 0x2D {
        start = 2
        prefixed = true
      } else if bytes.count > 1, Self.isDigit(bytes[1]) {
        start = 1
      }
    }
    var end = start
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    let digits = end - start
    // Wards and old grunnkretser carry one or two letters after the digits.
    while end < bytes.count, end - start < digits + 2, digits > 0, (0x61...0x7A).contains(bytes[end]) {
      end += 1
    }
    if prefixed, digits == 0 {
      while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    }
    guard end > start, digits <= 12, end == bytes.count || bytes[end] == 0x20 else {
      self.init(code: text, name: text, hasCode: false)
      return
    }
    let code = String(decoding: bytes[start..<end], as: UTF8.self)
    var rest = bytes[end...]
    while rest.first == 0x20 { rest.removeFirst() }
    // Eighteen to twenty-nine years is an age, not zone 18.
    guard rest.first != 0x2D, rest.first != 0x2B else {
      self.init(code: text, name: text, hasCode: false)
      return
    }
    self.init(code: code, name: rest.isEmpty ? code : String(decoding: rest, as: UTF8.self), hasCode: true)
  }

  private init(code: String, name: String, hasCode: Bool) {
    self.code = code
    self.name = name
    self.hasCode = hasCode
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A name from a column of its own, without the code in front of it: `01 Buøy` beside the code `1` is `Buøy`.
  static func name(_ text: String, beside code: String) -> String {
    let split = ZoneText(text)
    guard split.hasCode, split.name != split.code, let one = Int(split.code), one == Int(code) else {
      return text
    }
    return split.name
  }
}
