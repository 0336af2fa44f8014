/// An interval with its level. An interval without a level says nothing, so there is none.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The share of intervals made this way that hold the true value, in (0, 1).
  public struct Level: Sendable, Hashable, Comparable {
    /// The share.
    public let value: Double

    /// A level strictly between 0 and 1, or `nil`.
    public init?(_ value: Double) {
      guard value > 0, value < 1 else { return nil }
      self.value = value
    }

    private init(known value: Double) { self.value = value }

    /// 90 %.
    public static let p90 = Level(known: 0.90)
    /// 95 %.
    public static let p95 = Level(known: 0.95)
    /// 99 %.
    public static let p99 = Level(known: 0.99)
    /// 99.8 %.
    public static let p998 = Level(known: 0.998)

    /// What is left in each tail: (1 − level) / 2.
    public var tail: Double { (1 - value) / 2 }

    /// By share.
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  }

  /// The lower end; −∞ where the method gives none.
  public let lower: Double
  /// The upper end; +∞ where the method gives none.
  public let upper: Double
  /// The level.
  public let level: Level

  /// An interval; `nil` where an end is not a number or the ends are crossed.
  public init?(lower: Double, upper: Double, level: Level) {
    guard lower <= upper else { return nil }
    self.lower = lower
    self.upper = upper
    self.level = level
  }

  /// Whether a value lies within, ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// The interval in another unit; a negative factor swaps the ends. `nil` where an end would be no number, as an open end
  /// times zero is.
  public func scaled(by factor: Double) -> ConfidenceInterval? {
    let (one, other) = (lower * factor, upper * factor)
    guard !one.isNaN, !other.isNaN else { return nil }
    return ConfidenceInterval(lower: min(one, other), upper: max(one, other), level: level)
  }
}
