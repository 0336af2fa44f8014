/// What is wrong with a JSON text at a ``TextPosition``.
public enum JSONProblem: Sendable, Hashable {
  /// The text ends inside a value.
  case unexpectedEnd
  /// Something other than what the grammar allows; `expected` says what would have been right.
  case expected(String)
  /// A number that is not written as JSON demands, such as `01` or `1.`.
  case malformedNumber
  /// A number beyond the range of a double.
  case numberTooLarge(String)
  /// A control character inside a string.
  case controlCharacter(UInt8)
  /// An escape that does not exist, or half of a surrogate pair.
  case invalidEscape
  /// Bytes that are not UTF-8.
  case invalidUTF8
  /// The same key twice in one object.
  case duplicateKey(String)
  /// More open arrays and objects than the limit.
  case tooDeep(limit: Int)
  /// Something after the end of the only value.
  case trailingContent
}

/// A JSON text that cannot be read, with the place.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong.
  public let problem: JSONProblem
  /// Where.
  public let position: TextPosition

  /// A problem at a place.
  public init(_ problem: JSONProblem, at position: TextPosition) {
    self.problem = problem
    self.position = position
  }
}

extension JSONProblem {
  /// The stable id.
  public var code: String {
    switch self {
    case .unexpectedEnd: "json-unexpected-end"
    case .expected: "json-unexpected"
    case .malformedNumber: "json-malformed-number"
    case .numberTooLarge: "json-number-too-large"
    case .controlCharacter: "json-control-character"
    case .invalidEscape: "json-invalid-escape"
    case .invalidUTF8: "json-invalid-utf8"
    case .duplicateKey: "json-duplicate-key"
    case .tooDeep: "json-too-deep"
    case .trailingContent: "json-trailing-content"
    }
  }

  /// The offending values, by name.
  public var arguments: [String: String] {
    switch self {
    case .expected(let what): ["expected": what]
    case .numberTooLarge(let number): ["number": number]
    case .controlCharacter(let byte): ["byte": "\(byte)"]
    case .duplicateKey(let key): ["key": key]
    case .tooDeep(let limit): ["limit": "\(limit)"]
    case .unexpectedEnd, .malformedNumber, .invalidEscape, .invalidUTF8, .trailingContent: [:]
    }
  }
}
