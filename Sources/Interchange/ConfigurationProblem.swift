/// What is wrong at a place of `programme.yml`, `indicators.yml` or `sources.yml`.
public enum ConfigurationProblem: Sendable, Hashable {
  /// The text is not YAML; the words are the parser's.
  case notYAML(String)
  /// The first line does not say what the file is: `schema: levekar.<kind>/1`.
  case wrongSchema(expected: String, found: String)
  /// A key that the file format does not have.
  case unknownKey(String, nearest: String?)
  /// A key that must be there is not.
  case missingKey(String)
  /// A key comes twice.
  case duplicateKey(String)
  /// A value of another kind than the key takes.
  case wrongType(key: String, expected: String, found: String)
  /// A word that is not one of those the key takes.
  case unknownWord(key: String, word: String, known: [String], nearest: String?)
  /// An id that comes twice.
  case duplicateID(String)
  /// A sealed file whose text is no longer what was sealed.
  case brokenSeal(expected: String, found: String)
  /// A name that nothing in the file defines.
  case unknownName(key: String, name: String, nearest: String?)

  /// The stable id.
  public var code: String {
    switch self {
    case .notYAML: "not-yaml"
    case .wrongSchema: "wrong-schema"
    case .unknownKey: "unknown-key"
    case .missingKey: "missing-key"
    case .duplicateKey: "duplicate-yaml-key"
    case .wrongType: "wrong-type"
    case .unknownWord: "unknown-word"
    case .duplicateID: "duplicate-id"
    case .brokenSeal: "broken-seal"
    case .unknownName: "unknown-name"
    }
  }

  /// The offending values, by name.
  public var arguments: [String: String] {
    func with(_ nearest: String?, _ arguments: [String: String]) -> [String: String] {
      guard let nearest else { return arguments }
      return arguments.merging(["nearest": nearest]) { first, _ in first }
    }
    return switch self {
    case .notYAML(let words): ["parser": words]
    case .wrongSchema(let expected, let found): ["expected": expected, "found": found]
    case .unknownKey(let key, let nearest): with(nearest, ["key": key])
    case .missingKey(let key), .duplicateKey(let key): ["key": key]
    case .wrongType(let key, let expected, let found): ["key": key, "expected": expected, "found": found]
    case .unknownWord(let key, let word, let known, let nearest):
      with(nearest, ["key": key, "word": word, "known": known.joined(separator: ", ")])
    case .duplicateID(let id): ["id": id]
    case .brokenSeal(let expected, let found): ["expected": expected, "found": found]
    case .unknownName(let key, let name, let nearest): with(nearest, ["key": key, "name": name])
    }
  }
}
