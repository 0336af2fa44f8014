import Testing

@testable import Interchange

@Suite("JSON scanner")
struct JSONScannerTests {
  /// Reads the whole text without building anything.
  private func problem(_ text: String) -> JSONError? {
    problem(Array(text.utf8))
  }

  private func problem(_ bytes: [UInt8]) -> JSONError? {
    var scanner = JSONScanner(bytes)
    do {
      try scanner.skipValue()
      try scanner.finish()
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "Valid texts are accepted",
    arguments: [
      "{}", "[]", " [ ] ", "0", "-0", "-0.5e-3", "1E+9", "true", "null", "\"\"",
      "\"\\u00e5\\ud83d\\ude00\\n\"",
      "{\"a\":[1,{\"b\":[]},null,\"x\"],\"\":{}}", "\u{FEFF}[1]", "[[[[[[1]]]],2]]", "[1,\r\n\t2]",
    ])
  func accepts(_ text: String) {
    #expect(problem(text) == nil)
  }

  @Test(
    "Invalid texts are refused with the kind of problem and the byte where it stands",
    arguments: [
      ("", JSONProblem.unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("[", .unexpectedEnd, 1),
      ("[1", .unexpectedEnd, 2), ("[1,", .unexpectedEnd, 3), ("{\"a\"", .unexpectedEnd, 4),
      ("{\"a\":", .unexpectedEnd, 5), ("{\"a\":1", .unexpectedEnd, 6), ("\"abc", .unexpectedEnd, 4),
      ("\"abc\\", .unexpectedEnd, 5), ("tru", .unexpectedEnd, 3), ("trux", .expected("true"), 0),
      ("[1,]", .expected("a value after ','"), 3), ("{\"a\":1,}", .expected("a value after ','"), 7),
      ("[1 2]", .expected("',' or ']'"), 3), ("{\"a\" 1}", .expected("':'"), 5),
      ("{1:2}", .expected("a string"), 1),
      ("[01]", .malformedNumber, 1), ("[1.]", .malformedNumber, 1), ("[-]", .malformedNumber, 1),
      ("[1.e5]", .malformedNumber, 1), ("[1e]", .malformedNumber, 1), ("[.5]", .expected("a value"), 1),
      ("[+1]", .expected("a value"), 1), ("[NaN]", .expected("a value"), 1),
      ("[1e999]", .numberTooLarge("1e999"), 1),
      ("\"a\u{01}\"", .controlCharacter(1), 2), ("\"\\x\"", .invalidEscape, 1),
      ("\"\\ud800\"", .invalidEscape, 1),
      ("\"\\ud800\\u0041\"", .invalidEscape, 1), ("\"\\udc00\"", .invalidEscape, 1),
      ("\"\\u12\"", .invalidEscape, 1),
      ("1 2", .trailingContent, 2), ("{} x", .trailingContent, 3), ("]", .expected("a value"), 0),
    ])
  func refuses(_ text: String, _ expected: JSONProblem, _ offset: Int) {
    let error = problem(text)
    #expect(error?.problem == expected)
    #expect(error?.position.offset == offset)
  }

  @Test("Bytes that are not UTF-8 are refused where the sequence begins")
  func invalidUTF8() {
    let bytes: [UInt8] = [0x22, 0x61, 0xC3, 0xA5, 0xE5, 0x22]  // å in UTF-8, then å in ISO-8859-1
    #expect(problem(bytes)?.problem == .invalidUTF8)
    #expect(problem(bytes)?.position == TextPosition(offset: 4, line: 1, column: 4))
  }

  @Test("Nesting beyond the limit is refused, and a million brackets do not exhaust the stack")
  func depth() {
    #expect(problem(String(repeating: "[", count: 1_000_000))?.problem == .tooDeep(limit: 128))
    let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(problem(deepest) == nil)
  }

  @Test("Every truncation of a text is refused and none traps")
  func truncations() {
    let text = Array("{\"a\":[1.5e3,null,\"\\u00e5ø\",{\"b\":true}],\"c\":-0}".utf8)
    for length in 0..<text.count {
      #expect(problem(Array(text[..<length])) != nil)
    }
    #expect(problem(text) == nil)
  }

  @Test("Every change of one byte is read or refused and none traps")
  func mutations() {
    let text = Array("{\"a\":[1.5e3,null,\"\\u00e5ø\"],\"c\":-0}".utf8)
    var refused = 0
    for i in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[i] = byte
        if problem(changed) != nil { refused += 1 }
        var scanner = JSONScanner(changed)
        _ = try? JSONValue(&scanner)
      }
    }
    #expect(refused > text.count * 128)
  }

  @Test("The place is given in lines and scalars")
  func place() {
    let error = problem("{\n  \"å\": 1,\r\n  \"ø\": x}")
    #expect(error?.position == TextPosition(offset: 22, line: 3, column: 8))
  }

  @Test("A run of numbers, nulls and signs keeps every element in its place")
  func numbers() throws {
    var scanner = JSONScanner(Array("[1, -2.5,null ,\":\", 3e2,\n\"..\",0.1 , null]".utf8))
    var values: [Double] = []
    var signs: [Int: String] = [:]
    try scanner.numbers(into: &values) { signs[$0] = $1 }
    try scanner.finish()
    #expect(values.map { $0.isNaN ? -999 : $0 } == [1, -2.5, -999, -999, 300, -999, 0.1, -999])
    #expect(signs == [3: ":", 5: ".."])
  }

  @Test(
    "A run of numbers refuses what is not one",
    arguments: ["[1,true]", "[1,[2]]", "[1,2", "[1,01]", "[1,2,]", "[nul]", "[1 null]"])
  func brokenNumbers(_ text: String) {
    var scanner = JSONScanner(Array(text.utf8))
    var values: [Double] = []
    #expect(throws: JSONError.self) { try scanner.numbers(into: &values) { _, _ in } }
  }

  @Test("Keys that are positions are read as such")
  func indexKeys() throws {
    var scanner = JSONScanner(Array("{\"0\":1, \"12\" : 2}".utf8))
    try scanner.beginObject()
    var keys: [Int] = []
    while let key = try scanner.nextIndexKey() {
      keys.append(key)
      try scanner.skipValue()
    }
    #expect(keys == [0, 12])
    for text in ["{\"\":1}", "{\"-1\":1}", "{\"1a\":1}", "{\"9999999999999999999\":1}", "{\"1"] {
      var wrong = JSONScanner(Array(text.utf8))
      try wrong.beginObject()
      #expect(throws: JSONError.self) { _ = try wrong.nextIndexKey() }
    }
  }
}
