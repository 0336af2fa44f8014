/// A band of ages of a life table: from an age, over some years or open.
///
///     LifeTableBand("1-4")               // ages 1 to 4
///     LifeTableBand("90 år eller eldre") // from 90 on
///     LifeTableBand("85+")?.width        // nil
///
/// - Unit: completed years. The last age is included: `1-4` is four years wide.
public struct LifeTableBand: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The first age.
  public let lower: Int
  /// How many years; `nil` for a band without an end.
  public let width: Int?

  /// The ages that are believed; an end from 120 on means that there is none, as in the codes `85_120`.
  private static let oldest = 120

  /// A band; `nil` for an age below 0 or past 119, or a width below 1.
  public init?(from lower: Int, width: Int?) {
    guard (0..<Self.oldest).contains(lower), (width ?? 1) >= 1, (width ?? 1) <= Self.oldest else {
      return nil
    }
    self.lower = lower
    self.width = width
  }

  /// The band a label means, in the spellings of Norwegian and English sources; `nil` where it means none.
  ///
  /// Understood are `0`, `1-4`, `1–4 år`, `0_4`, `F00-04`, `85+`, `85 år og over`, `90 years or older`, `under 1 år`,
  /// `Y_LT1`, `Y_GE85`. Totals and other words are no bands.
  public init?(_ label: String) {
    var numbers: [Int] = []
    var word = ""
    var rest: [String] = []
    var digits = ""
    func flushDigits() {
      if let number = Int(digits) { numbers.append(number) }
      digits = ""
    }
    for character in label.lowercased() {
      if character.isASCII, character.isNumber {
        if !word.isEmpty { rest.append(word) }
        word = ""
        // Four digits are no age, and would be a year more often than not.
        guard digits.count < 3 else { return nil }
        digits.append(character)
      } else {
        if !digits.isEmpty { flushDigits() }
        switch character {
        case "–", "—", "−", "-", "_", "+", "<", ">", "=", "≥":
          if !word.isEmpty { rest.append(word) }
          word = ""
          rest.append(["–", "—", "−", "_"].contains(character) ? "-" : String(character))
        case _ where character.isWhitespace || character == ".":
          if !word.isEmpty { rest.append(word) }
          word = ""
        default: word.append(character)
        }
      }
    }
    if !digits.isEmpty { flushDigits() }
    if !word.isEmpty { rest.append(word) }
    rest.removeAll { Self.silent.contains($0) }
    let meaning = rest.joined(separator: " ")
    switch numbers.count {
    case 1:
      let age = numbers[0]
      if Self.openings.contains(meaning) {
        self.init(from: age, width: nil)
      } else if Self.beginnings.contains(meaning) {
        guard age >= 1 else { return nil }
        self.init(from: 0, width: age)
      } else if meaning.isEmpty || Self.prefixes.contains(meaning) {
        self.init(from: age, width: 1)
      } else {
        return nil
      }
    case 2:
      let isRange = ["-", "til", "to"].contains(meaning) || Self.prefixes.contains { meaning == "\($0) -" }
      guard isRange || meaning == "- -", numbers[0] <= numbers[1] else { return nil }
      self.init(
        from: numbers[0], width: numbers[1] >= Self.oldest ? nil : numbers[1] - numbers[0] + 1)
    default: return nil
    }
  }

  /// Words that say only that ages are meant.
  private static let silent: Set<String> = [
    "år", "aar", "years", "year", "yrs", "age", "aged", "ages", "alder", "åring", "åringer", "of", "gammel",
  ]
  /// One letter before the ages, as in the codes of Statistics Norway and Eurostat.
  private static let prefixes: Set<String> = ["f", "h", "y", "k", "g", "a"]
  private static let openings: Set<String> = [
    "+", "-", "eller eldre", "og eldre", "og over", "eller over", "or older", "and older", "and over",
    "or over",
    "eller mer", "og mer", "or more", "and above", "plus", "> =", "≥", "y - ge", "y ge", "f +", "h +",
  ]
  private static let beginnings: Set<String> = ["under", "<", "less than", "yngre enn", "y - lt", "below"]

  /// The age after the last; `nil` for an open band.
  public var end: Int? { width.map { lower + $0 } }

  /// `0`, `1-4`, `85+`.
  public var description: String {
    guard let width else { return "\(lower)+" }
    return width == 1 ? "\(lower)" : "\(lower)-\(lower + width - 1)"
  }

  /// By first age; a shorter band comes first, an open one last.
  public static func < (left: Self, right: Self) -> Bool {
    (left.lower, left.width ?? .max) < (right.lower, right.width ?? .max)
  }
}
