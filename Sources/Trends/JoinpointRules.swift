/// Where joins may be: how many, and how far from the ends and from each other.
///
/// The defaults are those of the National Cancer Institute's Joinpoint program: joins at observed times, at least two
/// observations strictly outside the first and the last join and two strictly between neighbours, the joins themselves not
/// counted.
public struct JoinpointRules: Sendable, Hashable {
  /// The most joins looked for, 1…4; fewer where the series is short.
  public var maximumJoins: Int
  /// Observations before the first join and after the last.
  public var outside: Int
  /// Observations between two joins.
  public var between: Int

  /// The most joins any rules may ask for.
  public static let limit = 4
  /// The fewest points for which a join is looked for.
  public static let fewestPoints = 7

  /// Rules; the defaults are NCI's.
  public init(maximumJoins: Int = JoinpointRules.limit, outside: Int = 2, between: Int = 2) {
    self.maximumJoins = maximumJoins
    self.outside = outside
    self.between = between
  }

  /// The most joins for a number of points: none below 7, and one more for every 5 points from there, as NCI's default.
  public func joins(points: Int) -> Int {
    min(maximumJoins, max(0, (points - 2) / 5))
  }

  /// The places of n points where a join may be.
  func candidates(points: Int) -> Range<Int> {
    outside < points - outside ? outside..<(points - outside) : 0..<0
  }
}
