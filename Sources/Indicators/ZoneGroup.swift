/// A named area made of zones: a union, or a whole minus a part. `Torstrand` and `Larvik − Torstrand` are groups.
public struct ZoneGroup: Sendable, Hashable {
  /// What the group is made of. Members are zone codes or ids of other groups.
  public enum Definition: Sendable, Hashable {
    /// All members together; they must not overlap.
    case union([String])
    /// The whole without the part, which lies inside it.
    case difference(whole: String, minus: String)
  }

  /// The id, in kebab-case.
  public let id: String
  /// The name for people; the id where nobody gave one.
  public let name: LocalisedText
  /// What it is made of.
  public let definition: Definition

  /// A group.
  public init(id: String, name: LocalisedText? = nil, definition: Definition) {
    self.id = id
    self.name = name ?? LocalisedText(nb: id)
    self.definition = definition
  }
}

/// What became of a code: an old code's share that went to a new code on a day.
///
/// A plain change of code has weight 1. A split has weights that sum to 1 for the old code.
public struct ZoneSuccession: Sendable, Hashable {
  /// The code before the day.
  public let oldCode: String
  /// The code from the day on.
  public let newCode: String
  /// The share of the old zone that went to the new, in (0, 1].
  public let weight: Double
  /// The day of the change.
  public let date: CalendarDay

  /// A succession; `nil` where the weight is not in (0, 1].
  public init?(from oldCode: String, to newCode: String, weight: Double = 1, on date: CalendarDay) {
    guard weight > 0, weight <= 1 else { return nil }
    self.oldCode = oldCode
    self.newCode = newCode
    self.weight = weight
    self.date = date
  }
}
