import Estimates
import Indicators

/// Observed events over the number expected at the rates of a reference: the standardised ratio (SMR, ISR), and the
/// indirectly standardised rate.
///
///     let reference = try ReferenceRates(events: countryEvents, populations: countryPersons)
///     let ratio = try IndirectRatio(observed: 895, populations: persons, reference: reference)
///     ratio.estimate()                              // 1.0707, 1.0017 … 1.1432
///     ratio.rate().scaled(by: 100_000)              // 10 011 per 100 000
///
///     SMR = O/E with E = Σ nᵢXᵢ/Nᵢ;   interval: that of the count O, over E;   rate = SMR · ΣX/ΣN
///
/// - Shape: the number of events, and one number a stratum of persons and rates. Unit: a ratio, 1 for the reference;
///   events per person for the rate.
/// - Only the total of observed events is needed, so hidden ages do no harm where the total is known. A hidden total is no
///   number and never reaches this type.
/// - Below ten events the interval is exact, from ten Byar's; the method says which. E is taken as known.
/// - Ratios of zones with different ages are each comparable with the reference, and not quite with each other: each has
///   its own ages as weights.
/// - References: Breslow and Day (1987) *Statistical Methods in Cancer Research* II, 61–72; Garwood (1936) Biometrika
///   28:437.
public struct IndirectRatio: Sendable, Hashable {
  /// O.
  public let observed: Double
  /// E.
  public let expected: Double
  /// ΣX/ΣN of the reference, events per person.
  public let referenceRate: Double

  /// The ratio of a number of events in a population by age.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for a negative count, for what
  ///   ``ReferenceRates/expected(in:)`` refuses, and where no events are expected.
  public init(observed: Double, populations: [Double], reference: ReferenceRates) throws(StatisticsError) {
    try self.init(
      observed: observed, expected: try reference.expected(in: populations), referenceRate: reference.crude)
  }

  /// The ratio of events by age; a stratum with events and nobody contradicts itself.
  ///
  /// - Throws: As above, and for events without persons.
  public init(events: [Double], populations: [Double], reference: ReferenceRates) throws(StatisticsError) {
    guard events.count == populations.count else {
      throw .unequalLengths("events", events.count, populations.count)
    }
    for (x, n) in zip(events, populations) where x != 0 && n == 0 { throw .emptyDenominator(n) }
    try self.init(observed: events.reduce(0, +), populations: populations, reference: reference)
  }

  /// The ratio of known numbers.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where one is not finite or negative, or no events are expected.
  public init(observed: Double, expected: Double, referenceRate: Double) throws(StatisticsError) {
    guard observed.isFinite, expected.isFinite, referenceRate.isFinite else {
      throw .notFinite(what: "count")
    }
    guard observed >= 0, referenceRate >= 0 else { throw .negativeCount(min(observed, referenceRate)) }
    guard expected > 0 else { throw .emptyDenominator(expected) }
    self.observed = observed
    self.expected = expected
    self.referenceRate = referenceRate
  }

  /// O/E.
  public var value: Double { observed / expected }

  /// The ratio with the country's ratio taken out, so that the country itself is 1 exactly.
  ///
  /// A country's own ratio is not 1 where the reference is of another year, or events of unknown age are in its total.
  /// The expected events are multiplied by the country's ratio, which is taken as known.
  ///
  /// - Throws: ``Estimates/StatisticsError/emptyDenominator(_:)`` where the country has no events.
  public func calibrated(to country: IndirectRatio) throws(StatisticsError) -> IndirectRatio {
    try IndirectRatio(
      observed: observed, expected: expected * country.value,
      referenceRate: referenceRate * country.value)
  }

  /// The ratio with its interval; `n` is the number of events.
  public func estimate(_ interval: CountInterval = .standard, level: ConfidenceInterval.Level = .p95)
    -> Estimate
  {
    let bounds = interval.bounds(of: observed, level: level, z: level.normalQuantile)
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: bounds.lower / expected, upper: bounds.upper / expected, level: level),
      standardError: observed.squareRoot() / expected,
      method: bounds.isExact ? .indirectExact : .indirectByar, n: observed,
      diagnostics: observed < CountInterval.smallCount ? [.smallNumerator] : [])
  }

  /// The indirectly standardised rate with its interval, events per person.
  public func rate(_ interval: CountInterval = .standard, level: ConfidenceInterval.Level = .p95) -> Estimate
  {
    estimate(interval, level: level).scaled(by: referenceRate)
  }
}

extension Method {
  /// A standardised ratio, or the rate made of it, with Byar's interval.
  public static let indirectByar = Method("indirect-ratio.byar")
  /// A standardised ratio, or the rate made of it, with the exact Poisson interval.
  public static let indirectExact = Method("indirect-ratio.exact-poisson")
}
