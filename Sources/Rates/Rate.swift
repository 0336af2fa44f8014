import Estimates
import Indicators

/// Events in a population or in a number of person-years, as a rate or as they are.
///
///     let rate = try Rate(of: 5, in: 100)
///     rate.estimate().value                 // 0.05
///     rate.estimate().scaled(by: 1000)      // 50 per 1000, interval 16.2 … 116.7
///     try Rate(count: 12).estimate()        // 12 events, 6.2 … 21.0
///
/// Value x/n with the bounds of the count, divided by n: the denominator is taken as known. Events may be more than the
/// population.
///
/// - Shape: a count of events, whole or weighted, and a denominator. Unit: events per unit of the denominator.
/// - Suppressed counts never reach this type.
/// - Events are taken for independent. Repeated events of the same person make the interval too narrow.
/// - See ``CountInterval`` for the interval and its references.
public struct Rate: Sendable, Hashable {
  /// x.
  public let events: Double
  /// n; 1 for a bare count.
  public let denominator: Double

  /// Events in a population or person-time.
  ///
  /// - Throws: ``Estimates/StatisticsError`` when the numbers cannot be a rate.
  public init(of events: Double, in denominator: Double) throws(StatisticsError) {
    guard events.isFinite, denominator.isFinite else { throw .notFinite(what: "count") }
    guard denominator > 0 else { throw .emptyDenominator(denominator) }
    guard events >= 0 else { throw .negativeCount(events) }
    self.events = events
    self.denominator = denominator
  }

  /// Whole events in a whole population.
  ///
  /// - Throws: ``Estimates/StatisticsError`` when the numbers cannot be a rate.
  public init(of events: Int, in denominator: Int) throws(StatisticsError) {
    try self.init(of: Double(events), in: Double(denominator))
  }

  /// A number of events by itself.
  ///
  /// - Throws: ``Estimates/StatisticsError`` when it is negative or not finite.
  public init(count: Double) throws(StatisticsError) {
    try self.init(of: count, in: 1)
  }

  /// x/n.
  public var value: Double { events / denominator }

  /// The rate with its interval.
  public func estimate(_ interval: CountInterval = .standard, level: ConfidenceInterval.Level = .p95)
    -> Estimate
  {
    let bounds = interval.bounds(of: events, level: level, z: level.normalQuantile)
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: bounds.lower / denominator, upper: bounds.upper / denominator, level: level),
      standardError: events.squareRoot() / denominator, method: bounds.isExact ? .poissonExact : .byar,
      n: events,
      diagnostics: events < CountInterval.smallCount ? [.smallNumerator] : [])
  }
}

extension Method {
  /// A count or rate with the exact Poisson interval.
  public static let poissonExact = Method("rate.exact-poisson")
  /// A count or rate with Byar's interval.
  public static let byar = Method("rate.byar")
}
