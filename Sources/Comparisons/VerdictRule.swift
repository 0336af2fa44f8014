import Estimates
import Indicators
import Rates

/// The rule by which a zone is called higher or lower than its comparator.
///
///     let found = VerdictRule.differenceInterval.judge(zone, against: rest)
///     VerdictRule(word: "fingertips")?.judge(zone, against: rest)     // by two levels
///
/// - ``differenceInterval``: the interval of the difference leaves out zero. It is the only rule with both sides'
///   uncertainty at their right size, and the one used unless another is named.
/// - ``singleOverlap(_:)``: the comparator's *value* lies outside the zone's interval; the comparator's own uncertainty is
///   ignored. The rule of the English public health tables, at 95 %, 99.8 %, or the stricter of both that holds.
/// - ``doubleOverlap(_:)``: the two intervals do not touch. Too strict by far: two 95 % intervals that just touch mean
///   p ≈ 0.006.
/// - ``controlLimits(_:)``: the zone's value lies outside the limits that a zone of its size would have around the
///   comparator's value; the comparator is taken for known.
///
/// - Of several levels the finding names the strictest one that holds.
/// - A zone is never compared with itself; the caller sees to that.
/// - Reference: the rules of public health tables as they are programmed (single and double overlap, SPC for proportions);
///   Wilson (1927) J Am Stat Assoc 22:209 for the limits of shares.
public enum VerdictRule: Sendable, Hashable {
  /// The interval of the difference.
  case differenceInterval
  /// The comparator's value against the zone's interval.
  case singleOverlap([ConfidenceInterval.Level])
  /// Interval against interval.
  case doubleOverlap([ConfidenceInterval.Level])
  /// The zone's value against limits around the comparator's.
  case controlLimits([ConfidenceInterval.Level])

  /// Where the zone lies.
  public enum Position: String, Sendable {
    /// Above.
    case higher
    /// Below.
    case lower
    /// Not surely either.
    case similar
    /// There is no interval to say it by.
    case notCompared = "not-compared"
  }

  /// Where the zone lies, and at which level that was found.
  public struct Finding: Sendable, Hashable {
    /// Where.
    public let position: Position
    /// The strictest level it holds at; `nil` where the two are similar or not compared.
    public let level: ConfidenceInterval.Level?
  }

  private static let named: [(word: String, rule: VerdictRule?)] = [
    ("difference", .differenceInterval), ("fingertips", .singleOverlap([.p998, .p95])),
    ("fingertips-95", .singleOverlap([.p95])), ("fingertips-99.8", .singleOverlap([.p998])),
    ("double-overlap", .doubleOverlap([.p95])), ("spc", .controlLimits([.p998, .p95])),
    ("spc-95", .controlLimits([.p95])), ("spc-99.8", .controlLimits([.p998])),
  ]

  /// The words rules are asked for by.
  public static var words: [String] { named.map(\.word) }

  /// The rule of a word; `nil` for another.
  public init?(word: String) {
    guard let rule = VerdictRule.named.first(where: { $0.word == word })?.rule else { return nil }
    self = rule
  }

  /// The rule's word; `custom` for levels of one's own.
  public var word: String { VerdictRule.named.first { $0.rule == self }?.word ?? "custom" }

  /// Where a figure lies by this rule.
  ///
  /// - Parameter level: The level of ``differenceInterval``; the others have their own.
  public func judge(_ zone: Figure, against other: Figure, level: ConfidenceInterval.Level = .p95) -> Finding
  {
    switch self {
    case .differenceInterval:
      guard let contrast = try? Contrast(zone, against: other),
        let interval = contrast.difference(level: level).interval
      else { return Finding(position: .notCompared, level: nil) }
      return VerdictRule.finding([(level, VerdictRule.position(of: 0, outside: interval).turned)])
    case .singleOverlap(let levels):
      let value = other.estimate().value
      return VerdictRule.finding(
        levels.map { ($0, VerdictRule.singleOverlap(zone.estimate(level: $0).interval, comparator: value)) })
    case .doubleOverlap(let levels):
      return VerdictRule.finding(
        levels.map {
          (
            $0,
            VerdictRule.doubleOverlap(zone.estimate(level: $0).interval, other.estimate(level: $0).interval)
          )
        })
    case .controlLimits(let levels):
      return VerdictRule.finding(
        levels.map { ($0, VerdictRule.position(zone, inLimitsAround: other, $0)) })
    }
  }

  /// By the single-overlap rule: where the zone lies whose interval this is, beside a comparator's value.
  public static func singleOverlap(_ zone: ConfidenceInterval?, comparator: Double) -> Position {
    zone.map { position(of: comparator, outside: $0).turned } ?? .notCompared
  }

  /// By the double-overlap rule.
  public static func doubleOverlap(_ zone: ConfidenceInterval?, _ other: ConfidenceInterval?) -> Position {
    guard let zone, let other else { return .notCompared }
    if zone.lower > other.upper { return .higher }
    return zone.upper < other.lower ? .lower : .similar
  }

  /// Control limits for a share of `denominator` persons around a comparator's share:
  /// (2E + z² ∓ z√(z² + 4E(1 − E/N)))/(2(N + z²)), E = N·p₀.
  public static func controlLimits(
    share: Double, denominator: Double, level: ConfidenceInterval.Level = .p95
  ) -> ConfidenceInterval? {
    guard (0...1).contains(share), denominator > 0, denominator.isFinite else { return nil }
    let bounds = Proportion.wilsonBounds(share * denominator, denominator, z: level.normalQuantile)
    return ConfidenceInterval(lower: bounds.lower, upper: bounds.upper, level: level)
  }

  /// Control limits for a value known by its interval only, such as a standardised rate: the comparator's value with the
  /// zone's own distances to its bounds, turned around, so that the zone lies within them exactly where its interval holds
  /// the comparator's value.
  public static func controlLimits(
    value: Double, interval: ConfidenceInterval, comparator: Double
  ) -> ConfidenceInterval? {
    ConfidenceInterval(
      lower: comparator - (interval.upper - value), upper: comparator + (value - interval.lower),
      level: interval.level)
  }

  private static func position(
    _ zone: Figure, inLimitsAround other: Figure, _ level: ConfidenceInterval.Level
  ) -> Position {
    switch (zone, other) {
    case (.proportion(let share), .proportion(let around)):
      return controlLimits(share: around.value, denominator: share.denominator, level: level)
        .map { position(of: share.value, outside: $0) } ?? .notCompared
    case (.rate(let rate), .rate(let around)):
      guard let limits = FunnelLimits(rate: around.value, denominator: rate.denominator) else {
        return .notCompared
      }
      return position(of: rate.value, outside: limits.interval(level))
    case (.mean, .mean):
      let found = zone.estimate(level: level)
      let comparator = other.estimate().value
      return found.interval.flatMap {
        controlLimits(value: found.value, interval: $0, comparator: comparator)
      }.map { position(of: found.value, outside: $0) } ?? .notCompared
    default: return .notCompared
    }
  }

  private static func position(of value: Double, outside interval: ConfidenceInterval) -> Position {
    if value > interval.upper { return .higher }
    return value < interval.lower ? .lower : .similar
  }

  /// The strictest level at which there is a difference.
  private static func finding(_ tried: [(level: ConfidenceInterval.Level, position: Position)]) -> Finding {
    let clear = tried.sorted { $0.level > $1.level }.first { $0.position == .higher || $0.position == .lower }
    if let clear { return Finding(position: clear.position, level: clear.level) }
    let none = tried.isEmpty || tried.contains { $0.position == .notCompared }
    return Finding(position: none ? .notCompared : .similar, level: nil)
  }
}

extension VerdictRule.Position {
  /// Seen from the other side.
  fileprivate var turned: VerdictRule.Position {
    switch self {
    case .higher: .lower
    case .lower: .higher
    default: self
    }
  }
}
