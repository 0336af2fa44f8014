/// A JSON value in memory, for small parts such as metadata; figures never pass through it.
public enum JSONValue: Sendable, Hashable {
  /// An object, with its members in the order of the source.
  case object([Member])
  /// An array.
  case array([JSONValue])
  /// A string.
  case string(String)
  /// A number.
  case number(Double)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null

  /// A key and its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// A member of an object.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Reads the scanner's next value; recursion is bounded by the scanner's depth limit.
  ///
  /// - Throws: ``JSONError``, also when an object holds a key twice.
  public init(_ scanner: inout JSONScanner) throws(JSONError) {
    switch try scanner.peek() {
    case .object:
      var members: [Member] = []
      var keys: Set<String> = []
      try scanner.beginObject()
      while let key = try scanner.nextKey() {
        guard keys.insert(key).inserted else { throw scanner.failure(.duplicateKey(key)) }
        members.append(Member(key, try JSONValue(&scanner)))
      }
      self = .object(members)
    case .array:
      var elements: [JSONValue] = []
      try scanner.beginArray()
      while try scanner.nextElement() { elements.append(try JSONValue(&scanner)) }
      self = .array(elements)
    case .string: self = .string(try scanner.string())
    case .number: self = .number(try scanner.number())
    case .boolean: self = .boolean(try scanner.boolean())
    case .null:
      try scanner.null()
      self = .null
    }
  }

  /// The value of `key`, when this is an object that has it.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text, when this is a string.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, when this is one.
  public var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The elements, when this is an array.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, when this is an object.
  public var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}
