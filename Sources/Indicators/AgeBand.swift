/// A band of ages in completed years: `0`, `5–9`, `85+`.
///
///     AgeBand("05-09 år")                // 5–9
///     AgeBand("90 år eller eldre")       // 90+
///     AgeBand("100_120")                 // 100+: nobody is older than 120
///
/// A label is read as sources write it: a single age, two ages with a hyphen, a dash, an underscore, `to` or `til`
/// between them, an age with `+`, `or over`, `eller eldre`, or `under`; in front of it or behind it may stand `age`,
/// `alder`, `years`, `år`. A label that is anything else is no band: nothing is guessed.
///
/// - The order is by the first age, then by the last; an open band comes after a closed one from the same age.
public struct AgeBand: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The first age.
  public let lower: Int
  /// The last age; `nil` where the band is open.
  public let upper: Int?

  /// The age from which a last age means no end: institutes write 100–120 and 0–999 for open bands.
  public static let oldest = 120

  /// A band from one age to another, both included; `nil` is open. A last age of 120 or more is open too.
  ///
  /// - Returns: `nil` unless 0 ≤ lower ≤ upper and lower < 120.
  public init?(from lower: Int, through upper: Int?) {
    guard lower >= 0, lower < Self.oldest, upper ?? lower >= lower else { return nil }
    self.lower = lower
    self.upper = upper.flatMap { $0 >= Self.oldest ? nil : $0 }
  }

  /// The band that a label or a code says, or `nil`.
  public init?(_ label: String) {
    guard let band = AgeBandText(label).band else { return nil }
    self = band
  }

  /// The band that a choice of a stratum says: by its label, else by its code.
  public init?(_ choice: Stratum.Choice) {
    guard let band = AgeBand(choice.label) ?? AgeBand(choice.category) else { return nil }
    self = band
  }

  /// Whether the band has no last age.
  public var isOpen: Bool { upper == nil }

  /// How many ages; `nil` where the band is open.
  public var width: Int? { upper.map { $0 - lower + 1 } }

  /// The first age after the band; `nil` where it is open.
  public var end: Int? { upper.map { $0 + 1 } }

  /// Whether every age of another band is in this one.
  public func contains(_ other: AgeBand) -> Bool {
    guard other.lower >= lower else { return false }
    guard let upper else { return true }
    return other.upper.map { $0 <= upper } ?? false
  }

  /// Whether the two bands share an age.
  public func overlaps(_ other: AgeBand) -> Bool {
    lower <= other.upper ?? .max && other.lower <= upper ?? .max
  }

  /// `0`, `5–9`, `85+`.
  public var description: String {
    guard let upper else { return "\(lower)+" }
    return upper == lower ? "\(lower)" : "\(lower)–\(upper)"
  }

  /// By first age, then by last.
  public static func < (left: Self, right: Self) -> Bool {
    (left.lower, left.upper ?? .max) < (right.lower, right.upper ?? .max)
  }
}

/// The label of an age band taken apart: numbers, and the words and signs around them.
private struct AgeBandText {
  private var isReadable = true
  private var numbers: [Int] = []
  /// What stands before, between and behind the numbers, words that only say "age" left out.
  private var around: [String] = [""]

  /// Words that say only that it is about ages.
  private static let idle: Set<String> = [
    "år", "aar", "age", "aged", "ages", "alder", "alderen", "year", "years", "yr", "yrs", "y", "f", "og",
    "and",
    "or", "eller", "old", "gammel", "gamle", "group", "aldersgruppe",
  ]
  /// One letter before the ages, as in the codes of Statistics Norway and Eurostat.
  private static let prefixes: Set<String> = ["h", "k", "g", "a"]
  private static let open: Set<String> = [
    "+", "plus", "over", "older", "eldre", "more", "mer", "above", "oppover", "up", "ge",
  ]
  private static let below: Set<String> = [
    "under", "below", "<", "lt", "younger", "yngre", "mindre enn", "less than",
  ]
  private static let between: Set<String> = ["-", "–", "—", "−", "_", "to", "til", "t", "..", "through"]

  init(_ label: String) {
    var token = ""
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    func kind(_ character: Character) -> Int {
      isDigit(character) ? 0 : character.isLetter ? 1 : character.isWhitespace ? 2 : 3
    }
    var last = 2
    var tokens: [String] = []
    for character in label.lowercased() {
      let next = kind(character)
      if next != last, !token.isEmpty {
        tokens.append(token)
        token = ""
      }
      if next != 2 { token.append(character) }
      last = next
    }
    if !token.isEmpty { tokens.append(token) }
    if let first = tokens.first, tokens.count > 1, Self.prefixes.contains(first) { tokens.removeFirst() }
    for token in tokens {
      if token.allSatisfy(isDigit) {
        // More digits than an age or `999` has are a year or a code.
        guard token.count <= 3, let number = Int(token) else {
          isReadable = false
          return
        }
        numbers.append(number)
        around.append("")
      } else if !Self.idle.contains(token) {
        around[around.count - 1] += (around[around.count - 1].isEmpty ? "" : " ") + token
      }
    }
  }

  var band: AgeBand? {
    guard isReadable else { return nil }
    switch numbers.count {
    case 1:
      let (before, behind) = (around[0], around[1])
      if before.isEmpty, behind.isEmpty { return AgeBand(from: numbers[0], through: numbers[0]) }
      if before.isEmpty, Self.open.contains(behind) { return AgeBand(from: numbers[0], through: nil) }
      if ["≥", ">=", "_ ge"].contains(before), behind.isEmpty {
        return AgeBand(from: numbers[0], through: nil)
      }
      let saysBelow = Self.below.contains(before) || before == "_ lt"
      if saysBelow, behind.isEmpty || before == behind, numbers[0] > 0 {
        return AgeBand(from: 0, through: numbers[0] - 1)
      }
      return nil
    case 2:
      guard around[0].isEmpty, around[2].isEmpty, Self.between.contains(around[1]), numbers[0] <= numbers[1]
      else {
        return nil
      }
      return AgeBand(from: numbers[0], through: numbers[1])
    default: return nil
    }
  }
}
