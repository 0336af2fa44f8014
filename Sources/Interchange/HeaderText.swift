/// A header made comparable: lower case, Norwegian letters spelled out, everything else a space.
///
/// `År (intervall)` has the words `aar` and the qualifier `intervall`. A destroyed letter (U+FFFD, or `?` inside a word)
/// matches any one letter or the two that spell it.
struct HeaderText: Hashable {
  /// The words outside parentheses, with single spaces between.
  let base: String
  /// The words inside parentheses.
  let qualifier: String

  init(_ header: String) {
    var words: [[Character]] = [[], []]
    var inside = 0
    for character in header.lowercased() {
      switch character {
      case "(", "[": inside = 1
      case ")", "]": inside = 0
      case "å", "Å": words[inside] += "aa"
      case "ø", "ö", "Ø", "Ö": words[inside] += "oe"
      case "æ", "ä", "Æ", "Ä": words[inside] += "ae"
      case "\u{FFFD}", "?": words[inside].append("?")
      default:
        if character.isLetter || character.isNumber {
          words[inside].append(character)
        } else {
          words[inside].append(" ")
        }
      }
    }
    func joined(_ characters: [Character]) -> String {
      characters.split(separator: " ").map { String($0) }.joined(separator: " ")
    }
    base = joined(words[0])
    qualifier = joined(words[1])
  }

  /// Whether the header means `name` (already in this form): the same words, the same with destroyed letters, with
  /// `å`, `ø`, `æ` written as one plain letter, or with one slip in a name of six letters or more.
  func means(_ name: String) -> Bool {
    if base == name { return true }
    if base.contains("?") { return Self.matches(Array(base), Array(name)) }
    if Self.plain(base) == Self.plain(name) { return true }
    return name.count >= 6 && Self.isOneSlip(Array(base), Array(name))
  }

  /// `kjoenn`, `kjonn` → `kjonn`; `aar`, `ar` → `ar`.
  private static func plain(_ text: String) -> String {
    var result = text
    for (two, one) in [("aa", "a"), ("oe", "o"), ("ae", "a")] {
      result = result.split(separator: two, omittingEmptySubsequences: false).joined(separator: one)
    }
    return result
  }

  private static func matches(_ text: [Character], _ name: [Character]) -> Bool {
    guard let first = text.first else { return name.isEmpty }
    let rest = Array(text.dropFirst())
    if first == "?" {
      return name.count >= 1 && matches(rest, Array(name.dropFirst()))
        || name.count >= 2 && matches(rest, Array(name.dropFirst(2)))
    }
    return name.first == first && matches(rest, Array(name.dropFirst()))
  }

  /// One letter too many, too few, wrong, or two neighbours swapped.
  private static func isOneSlip(_ one: [Character], _ other: [Character]) -> Bool {
    guard abs(one.count - other.count) <= 1, one != other else { return one == other }
    let prefix = zip(one, other).prefix { $0 == $1 }.count
    let restOne = one.dropFirst(prefix)
    let restOther = other.dropFirst(prefix)
    if restOne.dropFirst().elementsEqual(restOther.dropFirst()) { return true }
    if restOne.dropFirst().elementsEqual(restOther) || restOne.elementsEqual(restOther.dropFirst()) {
      return true
    }
    return restOne.count >= 2 && restOther.count >= 2
      && Array(restOne.prefix(2)) == restOther.prefix(2).reversed()
      && restOne.dropFirst(2).elementsEqual(restOther.dropFirst(2))
  }
}
