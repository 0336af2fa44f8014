/// A sentence with places for arguments.
///
/// `{name}` is replaced by the argument, `{name#}` by the argument written as a number in the language. What stands
/// between `[` and `]` is left out where an argument in it is missing or empty; brackets nest. Outside brackets a missing
/// argument becomes `…`, so that a sentence never shows a hole.
struct TextTemplate {
  let text: String
  let language: Language

  init(_ text: String, _ language: Language) {
    self.text = text
    self.language = language
  }

  /// The sentence.
  func filled(_ arguments: [String: String]) -> String {
    var rest = Substring(text)
    return fill(&rest, arguments, isInside: false).text
  }

  private func fill(_ rest: inout Substring, _ arguments: [String: String], isInside: Bool)
    -> (text: String, isComplete: Bool)
  {
    var result = ""
    var isComplete = true
    while let character = rest.popFirst() {
      switch character {
      case "[":
        let part = fill(&rest, arguments, isInside: true)
        if part.isComplete { result += part.text }
      case "]" where isInside:
        return (result, isComplete)
      case "{":
        let name = rest.prefix { $0 != "}" }
        rest = rest.dropFirst(name.count + 1)
        if let word = word(name, arguments) {
          result += word
        } else {
          isComplete = false
          result += "…"
        }
      default: result.append(character)
      }
    }
    return (result, isComplete)
  }

  private func word(_ name: Substring, _ arguments: [String: String]) -> String? {
    let isNumber = name.last == "#"
    guard let argument = arguments[String(isNumber ? name.dropLast() : name)], !argument.isEmpty else {
      return nil
    }
    if isNumber, let number = Double(argument), number.isFinite { return language.number(number, upTo: 4) }
    // Arguments come from files and may hold line breaks or terminal commands.
    return String(String.UnicodeScalarView(argument.unicodeScalars.map { $0.isControl ? " " : $0 }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar commands a terminal rather than being shown.
  var isControl: Bool { properties.generalCategory == .control }
}
