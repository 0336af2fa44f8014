/// The id of a statistical method, such as `proportion.wilson`.
///
/// Open: each kernel target adds its own as static members of an extension, with a card that holds formula and
/// reference.
public struct Method: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The id: family, point, kebab-case name.
  public let rawValue: String

  /// The method with this id.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The method with this id.
  public init(_ id: String) { self.rawValue = id }

  /// The id.
  public var description: String { rawValue }

  /// By id.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What is known about a method: its formula, where it comes from, and what it takes for granted.
///
/// The words for people are `Wording`'s, by the same id.
public struct MethodCard: Sendable, Hashable {
  /// The method.
  public let method: Method
  /// The formula, in plain text.
  public let formula: String
  /// What must hold for the numbers to mean what they say.
  public let assumptions: String
  /// The publication.
  public let reference: String

  /// A card.
  public init(_ method: Method, formula: String, assumptions: String, reference: String) {
    self.method = method
    self.formula = formula
    self.assumptions = assumptions
    self.reference = reference
  }
}
