/// Why a JSON or YAML document cannot be read as what it should be.
public enum DocumentProblem: Sendable, Hashable {
  /// Text that is not JSON.
  case json(JSONError)
  /// JSON that calls itself JSON-stat and contradicts itself.
  case jsonStat(JSONStatProblem)
  /// A programme file with something in it that does not belong there; the position is that of the value or key.
  case configuration(ConfigurationProblem, at: TextPosition)

  /// The stable id.
  public var code: String {
    switch self {
    case .json(let error): error.problem.code
    case .jsonStat(let problem): problem.code
    case .configuration(let problem, _): problem.code
    }
  }

  /// The offending values, by name.
  public var arguments: [String: String] {
    switch self {
    case .json(let error): error.problem.arguments
    case .jsonStat(let problem): problem.arguments
    case .configuration(let problem, _): problem.arguments
    }
  }

  /// Where in the text; `nil` where the document as a whole is at fault.
  public var position: TextPosition? {
    switch self {
    case .json(let error): error.position
    case .jsonStat: nil
    case .configuration(_, let position): position
    }
  }
}
