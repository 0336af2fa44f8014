import Distributions
import Estimates
import Foundation
import Indicators

/// The difference and the ratio of two standardised rates, from their values, variances and limits.
///
///     let zone = StandardisedRateContrast.Side(value: 1103.2, variance: 13_400, limits: zoneLimits)
///     let contrast = try StandardisedRateContrast(zone, against: rest)
///     contrast.difference()         // from the variances
///     contrast.boundedDifference()  // from the limits, for small numbers
///     try contrast.ratio()
///
/// With v the variances and (l, u) the limits of each (Dobson's, or gamma):
///
///     difference: d ± z√(v₁ + v₂), or by the limits √((r₁ − l₁)² + (u₂ − r₂)²) below and likewise above
///     ratio: exp(ln(r₁/r₂) ± z√(v₁/r₁² + v₂/r₂²)), or the same square-and-add on the logarithms of the limits
///
/// - Unit: that of the rates; both must be by the same standard population, age bands and multiplier, which the caller knows.
/// - Two *indirectly* standardised ratios (SMR) each weigh by their own zone's ages: their ratio is no comparison of zones with
///   unlike age structures. Given `isIndirect`, every result has the diagnostic `indirect-ratios-compared`.
/// - The intervals from variances are for many events; below ten on a side use those from limits.
/// - A rate of 0 has no ratio: `no-ratio-at-zero`. Suppressed counts never reach this type.
/// - Errors: numbers that are not finite, a negative rate or variance.
/// - References: Dobson et al. (1991) Stat Med 10:457 for limits; Zou and Donner (2008) Stat Med 27:1693.
public struct StandardisedRateContrast: Sendable, Hashable {
  /// One rate.
  public struct Side: Sendable, Hashable {
    /// The rate.
    public let value: Double
    /// Its variance, in the unit squared.
    public let variance: Double
    /// Its limits; `nil` where only the variance is known.
    public let limits: ConfidenceInterval?
    /// The number of events; `nil` where unknown.
    public let events: Double?

    /// A rate with its precision.
    public init(value: Double, variance: Double, limits: ConfidenceInterval? = nil, events: Double? = nil) {
      self.value = value
      self.variance = variance
      self.limits = limits
      self.events = events
    }
  }

  /// The rate that is compared.
  public let first: Side
  /// The rate it is compared with.
  public let second: Side
  /// Whether the two are indirectly standardised.
  public let isIndirect: Bool

  /// A contrast of two rates of disjoint populations.
  public init(_ first: Side, against second: Side, isIndirect: Bool = false) throws(StatisticsError) {
    for side in [first, second] {
      guard side.value.isFinite, side.variance.isFinite else { throw .notFinite(what: "rate") }
      guard side.value >= 0 else { throw .negativeCount(side.value) }
      guard side.variance >= 0 else { throw .parameter(name: "variance", value: side.variance) }
    }
    self.first = first
    self.second = second
    self.isIndirect = isIndirect
  }

  /// r₁ − r₂ with the interval from the variances.
  public func difference(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let value = first.value - second.value
    let error = (first.variance + second.variance).squareRoot()
    let reach = level.normalQuantile * error
    return result(
      value, ConfidenceInterval(lower: value - reach, upper: value + reach, level: level), error: error,
      .standardisedDifference)
  }

  /// r₁ − r₂ with the interval from the limits, at the limits' level; `nil` unless both have limits of one level that hold
  /// their rates.
  public func boundedDifference() -> Estimate? {
    guard let (one, other) = limits else { return nil }
    let value = first.value - second.value
    let ends = squareAndAddEnds(
      value, (first.value, one.lower, one.upper), (second.value, other.lower, other.upper))
    return result(
      value, ConfidenceInterval(lower: ends.lower, upper: ends.upper, level: one.level),
      error: (first.variance + second.variance).squareRoot(), .standardisedDifference)
  }

  /// r₁/r₂ with the log-normal interval from the variances.
  ///
  /// - Throws: ``Indicators/Reason`` `no-ratio-at-zero`.
  public func ratio(level: ConfidenceInterval.Level = .p95) throws(Reason) -> Estimate {
    guard first.value > 0, second.value > 0 else { throw .noRatioAtZero }
    let relative = [first, second].reduce(0) { $0 + $1.variance / ($1.value * $1.value) }
    let reach = level.normalQuantile * relative.squareRoot()
    let value = first.value / second.value
    guard value.isFinite, value > 0 else { throw .noRatioAtZero }
    return result(
      value, ConfidenceInterval(lower: value * exp(-reach), upper: value * exp(reach), level: level),
      error: value * relative.squareRoot(), .standardisedRatio)
  }

  /// r₁/r₂ with the interval from the limits, at the limits' level.
  ///
  /// - Throws: ``Indicators/Reason`` `no-ratio-at-zero` where a rate or a lower limit is 0, and `no-interval-for-kind` without
  ///   limits of one level.
  public func boundedRatio() throws(Reason) -> Estimate {
    guard let (one, other) = limits else { throw .noIntervalForKind }
    guard first.value > 0, second.value > 0, one.lower > 0, other.lower > 0 else { throw .noRatioAtZero }
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let value = first.value / second.value
    let below = length(log(first.value / one.lower), log(other.upper / second.value))
    let above = length(log(one.upper / first.value), log(second.value / other.lower))
    return result(
      value, ConfidenceInterval(lower: value * exp(-below), upper: value * exp(above), level: one.level),
      error: nil, .standardisedRatio)
  }

  /// The two-sided p-value of equal rates, from the variances.
  public var pValue: Double {
    let error = (first.variance + second.variance).squareRoot()
    guard error > 0 else { return first.value == second.value ? 1 : 0 }
    return min(1, 2 * Normal.standard.survival(abs(first.value - second.value) / error))
  }

  private var limits: (ConfidenceInterval, ConfidenceInterval)? {
    guard let one = first.limits, let other = second.limits, one.level == other.level,
      one.contains(first.value), other.contains(second.value)
    else { return nil }
    return (one, other)
  }

  private func result(
    _ value: Double, _ interval: ConfidenceInterval?, error: Double?, _ method: Method
  ) -> Estimate {
    var diagnostics: [Diagnostic] = isIndirect ? [.indirectRatiosCompared] : []
    let events = [first, second].compactMap(\.events)
    if let least = events.min(), least < 10 { diagnostics.append(.fewStandardisedEvents) }
    return Estimate(
      value, interval: interval, standardError: error, method: method,
      n: events.count == 2 ? events[0] + events[1] : nil, diagnostics: diagnostics)
  }
}

extension Method {
  /// The difference of two standardised rates.
  public static let standardisedDifference = Method("difference.standardised")
  /// The ratio of two standardised rates.
  public static let standardisedRatio = Method("ratio.standardised")
}

extension Diagnostic {
  /// Two indirectly standardised ratios are compared, each by its own zone's ages.
  public static let indirectRatiosCompared = Diagnostic("indirect-ratios-compared")
  /// A standardised rate rests on fewer than ten events; prefer the interval from limits.
  public static let fewStandardisedEvents = Diagnostic("few-standardised-events")
}
