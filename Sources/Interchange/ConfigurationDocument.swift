import Indicators
import Yams

/// One of the YAML files a municipality edits, as a tree in which every value knows its key and its place.
///
/// Everything is checked where it is read: an unknown key is refused with the nearest known one, a value of the wrong
/// kind with what was expected, always at the line and column where it stands.
struct ConfigurationDocument {
  /// The text and what an error needs to point into it.
  final class Source: Sendable {
    let path: String
    let bytes: [UInt8]
    private let lineStarts: [Int]

    init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
      var starts = [0]
      for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
      lineStarts = starts
    }

    /// The error for a problem at a mark; without a mark at the start of the text.
    func error(_ problem: ConfigurationProblem, at mark: Mark?) -> InterchangeError {
      let line = max(1, mark?.line ?? 1)
      let column = max(1, mark?.column ?? 1)
      var offset = lineStarts[min(line, lineStarts.count) - 1]
      // Marks count scalars, offsets bytes; a continuation byte belongs to the scalar before it.
      var passed = 1
      while passed < column, offset < bytes.count {
        offset += 1
        if offset == bytes.count || bytes[offset] & 0xC0 != 0x80 { passed += 1 }
      }
      let position = TextPosition(offset: offset, line: line, column: column)
      return .document(.configuration(problem, at: position), path: path)
    }
  }

  /// The keys of the outermost mapping.
  let root: Mapping

  /// The deepest nesting of any of the files is far below this; more would exhaust the parser's stack.
  static let maximumDepth = 64
  /// A file that a person edits is far below this.
  static let maximumBytes = 16 << 20

  /// Parses a file of a kind, whose `schema` must be `levekar.<kind>/1`.
  init(_ bytes: [UInt8], kind: String, keys: [String], path: String) throws(InterchangeError) {
    let source = Source(path: path, bytes: bytes)
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .emptyInput(path: path) }
    guard bytes.count <= Self.maximumBytes else {
      throw .tooLarge(path: path, bytes: bytes.count, available: Self.maximumBytes)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw source.error(.notYAML("the text is not UTF-8"), at: nil)
    }
    guard Self.nesting(bytes) <= Self.maximumDepth else {
      throw source.error(.notYAML("more than \(Self.maximumDepth) brackets are open"), at: nil)
    }
    guard let node = try Self.compose(text, source) else { throw .emptyInput(path: path) }
    let value = Value(node: node, key: "", source: source)
    let root = try value.mapping(keys: ["schema"] + keys)
    let schema = try root.required("schema")
    let expected = "levekar.\(kind)/1"
    let found = try schema.text()
    guard found == expected else {
      throw source.error(.wrongSchema(expected: expected, found: found), at: schema.node.mark)
    }
    self.root = root
  }

  /// The most flow brackets open at once, whatever they stand in; never less than the true depth of flow collections.
  private static func nesting(_ bytes: [UInt8]) -> Int {
    var depth = 0
    var deepest = 0
    for byte in bytes {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
        depth += 1
        deepest = max(deepest, depth)
      } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        depth = max(0, depth - 1)
      }
    }
    return deepest
  }

  private static func compose(_ text: String, _ source: Source) throws(InterchangeError) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw source.error(.notYAML(problem), at: mark)
      case .duplicatedKeysInMapping(let duplicates, let context):
        throw source.error(.duplicateKey(duplicates.first ?? ""), at: context.mark)
      default: throw source.error(.notYAML("\(error)"), at: nil)
      }
    } catch let error as InterchangeError {
      throw error
    } catch {
      throw source.error(.notYAML("\(error)"), at: nil)
    }
  }

  // MARK: Values

  /// A value with its key and place.
  struct Value {
    let node: Node
    let key: String
    let source: Source

    /// The error for this value.
    func error(_ problem: ConfigurationProblem) -> InterchangeError { source.error(problem, at: node.mark) }

    /// The error for a value of another kind than `expected`.
    func wrongType(_ expected: String) -> InterchangeError {
      error(.wrongType(key: key, expected: expected, found: found))
    }

    private var found: String {
      switch node {
      case .scalar(let scalar): isNothing ? "nothing" : String(scalar.string.prefix(60))
      case .mapping: "a mapping"
      case .sequence: "a list"
      case .alias: "an alias"
      }
    }

    /// Whether nothing stands behind the key: `key:`, `key: ~` or `key: null`.
    var isNothing: Bool {
      guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
        return false
      }
      return ["", "~", "null"].contains(scalar.string)
    }

    /// The keys of a mapping, all of which must be known.
    func mapping(keys: [String]) throws(InterchangeError) -> Mapping {
      guard case .mapping(let mapping) = node else { throw wrongType("a mapping") }
      var values: [String: Value] = [:]
      for (key, value) in mapping {
        guard let name = key.string else { throw source.error(.unknownKey("?", nearest: nil), at: key.mark) }
        guard keys.contains(name) else {
          throw source.error(.unknownKey(name, nearest: NearestName.of(name, among: keys)), at: key.mark)
        }
        values[name] = Value(node: value, key: name, source: source)
      }
      return Mapping(values: values, whole: self)
    }

    /// The members of a mapping whose keys are names that the user chooses, in the order of the file.
    func named() throws(InterchangeError) -> [(name: String, value: Value)] {
      guard case .mapping(let mapping) = node else { throw wrongType("a mapping") }
      var members: [(name: String, value: Value)] = []
      for (key, value) in mapping {
        guard let name = key.string, !name.isEmpty else {
          throw source.error(.wrongType(key: self.key, expected: "a name", found: "?"), at: key.mark)
        }
        members.append((name, Value(node: value, key: name, source: source)))
      }
      return members
    }

    /// The elements of a list.
    func list() throws(InterchangeError) -> [Value] {
      guard case .sequence(let sequence) = node else { throw wrongType("a list") }
      return sequence.map { Value(node: $0, key: key, source: source) }
    }

    /// A text, as written: `0301` keeps its zero.
    func text() throws(InterchangeError) -> String {
      guard case .scalar(let scalar) = node, !isNothing else { throw wrongType("text") }
      return scalar.string
    }

    func texts() throws(InterchangeError) -> [String] {
      var texts: [String] = []
      for value in try list() { texts.append(try value.text()) }
      return texts
    }

    /// A whole number at least `minimum`.
    func integer(atLeast minimum: Int = .min) throws(InterchangeError) -> Int {
      let expected = minimum == .min ? "a whole number" : "a whole number, at least \(minimum)"
      guard case .scalar(let scalar) = node, let number = Int(scalar.string), number >= minimum else {
        throw wrongType(expected)
      }
      return number
    }

    /// A finite number within a range.
    func number(in range: ClosedRange<Double>? = nil) throws(InterchangeError) -> Double {
      let expected = range.map { "a number from \($0.lowerBound) to \($0.upperBound)" } ?? "a number"
      guard case .scalar(let scalar) = node else { throw wrongType(expected) }
      let number = Array(scalar.string.utf8).withUnsafeBufferPointer { bytes -> Double? in
        let scan = DecimalNumber.scan(bytes, from: 0)
        return scan.flatMap { $0.end == bytes.count && $0.value.isFinite ? $0.value : nil }
      }
      guard let number, range?.contains(number) ?? true else { throw wrongType(expected) }
      return number
    }

    func boolean() throws(InterchangeError) -> Bool {
      guard case .scalar(let scalar) = node, ["true", "false"].contains(scalar.string) else {
        throw wrongType("true or false")
      }
      return scalar.string == "true"
    }

    /// A year from 1 to 9999.
    func year() throws(InterchangeError) -> Int {
      guard case .scalar(let scalar) = node, let year = Int(scalar.string), (1...9999).contains(year) else {
        throw wrongType("a year")
      }
      return year
    }

    /// One of the words the key takes.
    func word<Word: CaseIterable & RawRepresentable>(_: Word.Type) throws(InterchangeError) -> Word
    where Word.RawValue == String {
      let text = try word(Word.allCases.map(\.rawValue))
      guard let word = Word(rawValue: text) else { throw wrongType("a known word") }
      return word
    }

    func word(_ known: [String]) throws(InterchangeError) -> String {
      let text = try text()
      guard known.contains(text) else {
        throw error(
          .unknownWord(key: key, word: text, known: known, nearest: NearestName.of(text, among: known)))
      }
      return text
    }

    /// A text in one language, which is Norwegian, or a mapping of `nb` and perhaps `en`.
    func localised() throws(InterchangeError) -> LocalisedText {
      if case .scalar = node { return LocalisedText(nb: try text()) }
      let languages = try mapping(keys: ["nb", "en"])
      return LocalisedText(nb: try languages.required("nb").text(), en: try languages["en"]?.text())
    }

    func period() throws(InterchangeError) -> Period {
      guard let period = Period(try text()) else { throw wrongType("a period such as 2024 or 2024K2") }
      return period
    }
  }

  /// The values of a mapping by key.
  struct Mapping {
    fileprivate let values: [String: Value]
    /// The mapping itself, for errors about what it lacks.
    let whole: Value

    /// The value of a key; `nil` where the file has none or nothing behind it.
    subscript(_ key: String) -> Value? {
      values[key].flatMap { $0.isNothing ? nil : $0 }
    }

    func required(_ key: String) throws(InterchangeError) -> Value {
      guard let value = self[key] else { throw whole.error(.missingKey(key)) }
      return value
    }

    /// An id: a text that no earlier one of `seen` equals.
    func id(unlike seen: inout Set<String>) throws(InterchangeError) -> String {
      let value = try required("id")
      let id = try value.text()
      guard !id.isEmpty else { throw value.wrongType("an id") }
      guard seen.insert(id).inserted else { throw value.error(.duplicateID(id)) }
      return id
    }
  }
}

extension ByteSource {
  /// A copy of the bytes, for the readers of small files.
  var array: [UInt8] { withBytes { [UInt8]($0) } }
}
