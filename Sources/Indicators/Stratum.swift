/// Which part of the population a panel is about: a category for each dimension that splits the figures.
///
/// The empty stratum is everybody, or whatever the file counts.
public struct Stratum: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// One dimension's choice.
  public struct Choice: Sendable, Hashable {
    /// The dimension's id.
    public let dimension: String
    /// What the dimension is.
    public let role: Cube.Role
    /// The category's code.
    public let category: String
    /// The category's label.
    public let label: String

    /// A choice.
    public init(dimension: String, role: Cube.Role = .other, category: String, label: String? = nil) {
      self.dimension = dimension
      self.role = role
      self.category = category
      self.label = label ?? category
    }
  }

  /// The choices, in the order of the file's dimensions.
  public let choices: [Choice]

  /// A stratum.
  public init(_ choices: [Choice] = []) { self.choices = choices }

  /// Everybody.
  public static let all = Stratum()

  /// The category of a dimension, by the dimension's id or by its role's name (`sex`, `age`), whatever the case.
  public func category(of dimension: String) -> Choice? {
    let wanted = dimension.lowercased()
    return choices.first { $0.dimension.lowercased() == wanted }
      ?? choices.first { $0.role != .other && $0.role.rawValue == wanted }
  }

  /// `sex=2,age=0-17`; empty for everybody.
  public var description: String {
    choices.map { "\($0.dimension)=\($0.category)" }.joined(separator: ",")
  }

  /// By dimension and category, in order.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
