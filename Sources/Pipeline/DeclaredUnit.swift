import Indicators

/// A unit a user declares with `--unit`, and what it says about the figures.
///
/// Numbers of things may be added. Per cent of a numerator and a denominator is a share, and its multiplier is 100; *per
/// N* is a rate, and its multiplier is N. Of anything else a unit alone does not say enough.
struct DeclaredUnit: Equatable {
  /// The unit, the usual ones under one name.
  let unit: Unit
  /// The kind of figure it implies; `nil` where it implies none.
  let kind: IndicatorKind?
  /// How numerator / denominator becomes the value; `nil` where it does not say.
  let multiplier: Double?

  init(_ text: String) {
    let word = text.lowercased()
    if ["per cent", "percent", "prosent", "%", "pct"].contains(word) {
      (unit, kind, multiplier) = (.perCent, .proportion, 100)
    } else if ["per mille", "promille", "‰"].contains(word) {
      (unit, kind, multiplier) = (Unit(rawValue: "per 1000"), .rate, 1000)
    } else if ["persons", "personer", "people"].contains(word) {
      (unit, kind, multiplier) = (.persons, .count, nil)
    } else if [
      "antall", "count", "number", "dwellings", "boliger", "households", "husholdninger", "cases", "events",
    ]
    .contains(word) {
      (unit, kind, multiplier) = (Unit(rawValue: text), .count, nil)
    } else if let size = DeclaredUnit.size(word) {
      (unit, kind, multiplier) = (Unit(rawValue: text), .rate, size)
    } else {
      (unit, kind, multiplier) = (Unit(rawValue: text), nil, nil)
    }
  }

  /// N of `per N`, with or without spaces in the number.
  private static func size(_ word: String) -> Double? {
    guard word.hasPrefix("per ") else { return nil }
    let digits = word.dropFirst(4).filter { $0 != " " && $0 != "\u{A0}" }
    guard !digits.isEmpty, digits.allSatisfy(\.isNumber), let size = Double(digits), size > 0 else {
      return nil
    }
    return size
  }
}
