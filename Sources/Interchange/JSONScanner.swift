/// A pull scanner over the bytes of one JSON text (RFC 8259), for readers that know what they look for.
///
///     var scanner = JSONScanner(bytes)
///     try scanner.beginObject()
///     while let key = try scanner.nextKey() {
///       if key == "value" { … } else { try scanner.skipValue() }
///     }
///     try scanner.finish()
///
/// The caller drives; nothing is built that the caller does not ask for. Every byte passed over is validated, also by
/// ``skipValue()``. No input traps: wrong bytes, truncation, deep nesting and numbers without a double are
/// ``JSONError``s with byte offset, line and column. A byte order mark at the start is passed over.
///
/// Keys are not checked for being unique here: whoever gives a key a meaning knows which keys it has seen.
public struct JSONScanner: Sendable {
  /// What kind of value comes next.
  public enum Kind: Sendable, Hashable {
    /// `{`
    case object
    /// `[`
    case array
    /// `"`
    case string
    /// `-` or a digit
    case number
    /// `true` or `false`
    case boolean
    /// `null`
    case null
  }

  enum Container: Sendable {
    case object, array
  }

  let bytes: [UInt8]
  var position: Int
  /// Open containers, innermost last.
  var open: [Container] = []
  /// Whether the innermost container has had no member yet.
  var isFirst = false
  let maximumDepth: Int

  /// A scanner at the start of `bytes`.
  ///
  /// - Parameter maximumDepth: The most arrays and objects that may be open at once.
  public init(_ bytes: [UInt8], maximumDepth: Int = 128) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The place of the next unread byte.
  public var place: TextPosition { TextPosition(offset: position, in: bytes) }

  func failure(_ problem: JSONProblem, at offset: Int? = nil) -> JSONError {
    JSONError(problem, at: TextPosition(offset: offset ?? position, in: bytes))
  }

  /// The failure for a byte that does not fit; the end of the text has its own name.
  func unexpected(_ expected: String) -> JSONError {
    failure(position < bytes.count ? .expected(expected) : .unexpectedEnd)
  }

  /// Passes white space over and returns the byte there, `nil` at the end of the text.
  @inline(__always)
  mutating func nextByte() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  /// The kind of the next value, which stays unread.
  public mutating func peek() throws(JSONError) -> Kind {
    switch nextByte() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"): return .number
    case .some(let byte) where byte &- 48 <= 9: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw unexpected("a value")
    }
  }

  // MARK: Containers

  /// Passes `{` over; ``nextKey()`` then gives the keys and closes the object.
  public mutating func beginObject() throws(JSONError) {
    try begin(.object, UInt8(ascii: "{"), "an object")
  }

  /// Passes `[` over; ``nextElement()`` then says whether an element follows and closes the array.
  public mutating func beginArray() throws(JSONError) {
    try begin(.array, UInt8(ascii: "["), "an array")
  }

  private mutating func begin(
    _ container: Container, _ mark: UInt8, _ name: String
  ) throws(JSONError) {
    guard nextByte() == mark else { throw unexpected(name) }
    guard open.count < maximumDepth else { throw failure(.tooDeep(limit: maximumDepth)) }
    position += 1
    open.append(container)
    isFirst = true
  }

  /// Moves to the next member of the innermost container; `false` when the container has ended and is closed.
  private mutating func advance(_ container: Container, _ close: UInt8) throws(JSONError) -> Bool {
    precondition(open.last == container, "the scanner is not inside such a container")
    let byte = nextByte()
    if byte == close {
      position += 1
      open.removeLast()
      isFirst = false
      return false
    }
    if isFirst {
      guard byte != nil else { throw failure(.unexpectedEnd) }
      isFirst = false
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      throw unexpected(container == .object ? "',' or '}'" : "',' or ']'")
    }
    position += 1
    guard nextByte() != close else { throw failure(.expected("a value after ','")) }
    return true
  }

  /// Whether another element follows; when none does, the array is closed.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try advance(.array, UInt8(ascii: "]"))
  }

  /// The next key, with the scanner left at its value; `nil` when the object has ended and is closed.
  public mutating func nextKey() throws(JSONError) -> String? {
    guard try advance(.object, UInt8(ascii: "}")) else { return nil }
    let key = try string()
    try passColon()
    return key
  }

  mutating func passColon() throws(JSONError) {
    guard nextByte() == UInt8(ascii: ":") else { throw unexpected("':'") }
    position += 1
  }

  /// The next key as a whole number of at least zero, for objects that are keyed by position.
  ///
  /// - Returns: `nil` when the object has ended and is closed.
  /// - Throws: ``JSONError`` where the key is not such a number.
  public mutating func nextIndexKey() throws(JSONError) -> Int? {
    guard try advance(.object, UInt8(ascii: "}")) else { return nil }
    guard nextByte() == UInt8(ascii: "\"") else { throw unexpected("a key") }
    let start = position
    position += 1
    var index = 0
    var digits = 0
    while position < bytes.count, bytes[position] &- 48 <= 9, digits < 18 {
      index = index * 10 + Int(bytes[position] &- 48)
      digits += 1
      position += 1
    }
    guard digits > 0, position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw failure(.expected("a position such as \"0\" as key"), at: start)
    }
    position += 1
    try passColon()
    return index
  }

  /// Makes sure that nothing but white space is left.
  public mutating func finish() throws(JSONError) {
    guard nextByte() == nil else { throw failure(.trailingContent) }
  }

  // MARK: Scalars

  /// The next value as a number.
  public mutating func number() throws(JSONError) -> Double {
    guard let byte = nextByte(), byte == UInt8(ascii: "-") || byte &- 48 <= 9 else {
      throw unexpected("a number")
    }
    let start = position
    let scan = bytes.withUnsafeBufferPointer { Self.scanNumber($0, from: start) }
    guard let scan else { throw failure(.malformedNumber) }
    guard scan.value.isFinite else {
      let end = min(scan.end, start + 40)
      throw failure(.numberTooLarge(String(decoding: bytes[start..<end], as: UTF8.self)))
    }
    position = scan.end
    return scan.value
  }

  /// A numeral in JSON's stricter form: no leading zero before another digit, no dangling sign or mark.
  @inline(__always)
  static func scanNumber(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> DecimalNumber.Scan? {
    // Bounds: `start` is the index of a byte, as the callers have looked at it; other reads are guarded by `count`.
    let whole = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
    if whole + 1 < bytes.count, bytes[whole] == UInt8(ascii: "0"), bytes[whole + 1] &- 48 <= 9 { return nil }
    guard let scan = DecimalNumber.scan(bytes, from: start) else { return nil }
    if scan.end < bytes.count {
      let next = bytes[scan.end]
      if next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") { return nil }
    }
    return scan
  }

  /// The next value as `true` or `false`.
  public mutating func boolean() throws(JSONError) -> Bool {
    if nextByte() == UInt8(ascii: "t") {
      try literal("true")
      return true
    }
    guard nextByte() == UInt8(ascii: "f") else { throw unexpected("true or false") }
    try literal("false")
    return false
  }

  /// Passes `null` over.
  public mutating func null() throws(JSONError) {
    guard nextByte() == UInt8(ascii: "n") else { throw unexpected("null") }
    try literal("null")
  }

  /// Passes `null` over if it is next, and says whether it was.
  public mutating func nullIfPresent() throws(JSONError) -> Bool {
    guard nextByte() == UInt8(ascii: "n") else { return false }
    try literal("null")
    return true
  }

  private mutating func literal(_ word: StaticString) throws(JSONError) {
    for i in 0..<word.utf8CodeUnitCount {
      guard position + i < bytes.count else {
        position = bytes.count
        throw failure(.unexpectedEnd)
      }
      guard bytes[position + i] == word.utf8Start[i] else { throw failure(.expected("\(word)")) }
    }
    position += word.utf8CodeUnitCount
  }

  /// Passes the next value over, whatever it is, checking its grammar.
  public mutating func skipValue() throws(JSONError) {
    let outside = open.count
    repeat {
      if open.count > outside {
        // Inside something that this call has opened: move to its next member, or out of it.
        if open.last == .object {
          guard try advance(.object, UInt8(ascii: "}")) else { continue }
          try skipString()
          try passColon()
        } else {
          guard try advance(.array, UInt8(ascii: "]")) else { continue }
        }
      }
      switch try peek() {
      case .object: try beginObject()
      case .array: try beginArray()
      case .string: try skipString()
      case .number: _ = try number()
      case .boolean: _ = try boolean()
      case .null: try null()
      }
    } while open.count > outside
  }
}
