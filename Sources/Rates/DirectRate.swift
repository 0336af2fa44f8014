import Estimates
import Indicators
import Scheduler

/// A directly standardised rate: what the rate would be if the ages were those of a standard population.
///
///     let rate = try DirectRate(events: deaths, populations: persons, weights: weights)
///     rate.estimate().scaled(by: 100_000)             // with Dobson's interval
///     rate.estimate(.gamma, level: .p998)
///
/// With xᵢ events among nᵢ persons of stratum i, and standard weights wᵢ:
///
///     y = Σ wᵢxᵢ/nᵢ / Σwᵢ,   Var y = Σ xᵢ(wᵢ/nᵢ)² / (Σwᵢ)²,   O = Σ xᵢ
///
/// - Shape: one number a stratum in each of the three arrays. Unit: events per person; scale when displaying.
/// - Small numbers are not blanked: below ten events Dobson's interval rests on exact Poisson limits, its method says so,
///   and `small-numerator` is added.
/// - A stratum of weight 0 is not looked at; its events are not in O.
/// - A stratum without persons: with events it is an error, ``Estimates/StatisticsError/emptyDenominator(_:)``. Without
///   events nothing is known of its rate; it is left out and the other weights are scaled up, with `empty-stratum`.
/// - Hidden and missing counts are not numbers and never reach this type; ``DirectRates`` refuses cells with such a
///   stratum and has a call for bounds.
/// - References: Dobson et al. (1991) Stat Med 10:457; Breslow and Day (1987) *Statistical Methods in Cancer Research* II.
public struct DirectRate: Sendable, Hashable {
  let parts: DirectRateInterval.Parts
  /// Whether a stratum without persons and events was left out.
  public let hasEmptyStratum: Bool

  /// y, events per person of the standard.
  public var value: Double { parts.value }
  /// Var y.
  public var variance: Double { parts.variance }
  /// O.
  public var events: Double { parts.events }

  /// The rate of strata; the same code as ``DirectRates``, with one cell.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for arrays of unequal lengths, numbers that are not finite, negative ones,
  ///   events without persons, and where no weight is above zero or nobody lives in any stratum.
  public init(events: [Double], populations: [Double], weights: [Double]) throws(StatisticsError) {
    try StratumChecks.check(events: events, populations: populations, weights: weights)
    let rates = try DirectRates(
      events: events, populations: populations, weights: weights, cells: 1, interval: .gamma, level: .p95,
      threads: .single, status: { _ in .observed })
    guard let parts = rates.parts(0) else { throw .emptyDenominator(0) }
    self.parts = parts
    hasEmptyStratum = rates.hasEmptyStratum(0)
  }

  /// The rate of events that are not independent, such as several admissions of one person.
  ///
  /// `persons[f]` holds, a stratum each, the persons with exactly `frequencies[f]` events. They are independent of each
  /// other, their events are not, so that with y_f the rate of persons with f events
  ///
  ///     y = Σ f·y_f,   Var y = Σ f² Var y_f,   O = Σ f·x_f
  ///
  /// For the gamma intervals a stratum is a pair of age and frequency, with the weight f·w'ᵢ.
  ///
  /// - Throws: ``Estimates/StatisticsError`` as above, and for a frequency that is not above 0.
  public init(
    frequencies: [Double], persons: [[Double]], populations: [Double], weights: [Double]
  ) throws(StatisticsError) {
    guard frequencies.count == persons.count else {
      throw .unequalLengths("frequencies", frequencies.count, persons.count)
    }
    guard let first = persons.first else { throw .tooFewObservations(needed: 1, found: 0) }
    for frequency in frequencies where !(frequency > 0 && frequency.isFinite) {
      throw .parameter(name: "frequency", value: frequency)
    }
    for column in persons {
      try StratumChecks.check(events: column, populations: populations, weights: weights)
    }
    var total = [Double](repeating: 0, count: first.count)
    for column in persons { for stratum in column.indices { total[stratum] += column[stratum] } }
    // Which strata count does not depend on the frequency, so all sums rest on the same weights.
    let base = try DirectRate(events: total, populations: populations, weights: weights)
    let strata = weights.indices.filter { weights[$0] > 0 && populations[$0] > 0 }
    let whole = strata.reduce(0) { $0 + weights[$1] }
    var parts = DirectRateInterval.Parts()
    for (frequency, column) in zip(frequencies, persons) {
      for stratum in strata {
        let weight = frequency * weights[stratum] / populations[stratum] / whole
        parts.value += weight * column[stratum]
        parts.variance += weight * weight * column[stratum]
        parts.events += frequency * column[stratum]
        parts.largest = max(parts.largest, weight)
        parts.mean += weight
        parts.meanSquare += weight * weight
      }
    }
    let count = Double(strata.count * frequencies.count)
    parts.mean /= count
    parts.meanSquare /= count
    self.parts = parts
    hasEmptyStratum = base.hasEmptyStratum
  }

  /// The rate with its interval; `n` is the number of events.
  public func estimate(_ interval: DirectRateInterval = .dobson, level: ConfidenceInterval.Level = .p95)
    -> Estimate
  {
    let bounds = interval.bounds(of: parts, level: level, z: level.normalQuantile)
    return Self.estimate(
      parts, lower: bounds.lower, upper: bounds.upper, method: bounds.method, level: level,
      hasEmptyStratum: hasEmptyStratum)
  }

  static func estimate(
    _ parts: DirectRateInterval.Parts, lower: Double, upper: Double, method: Method,
    level: ConfidenceInterval.Level, hasEmptyStratum: Bool
  ) -> Estimate {
    var diagnostics: [Diagnostic] = []
    if parts.events < CountInterval.smallCount { diagnostics.append(.smallNumerator) }
    if hasEmptyStratum { diagnostics.append(.emptyStratum) }
    return Estimate(
      parts.value, interval: ConfidenceInterval(lower: lower, upper: upper, level: level),
      standardError: parts.variance.squareRoot(), method: method, n: parts.events, diagnostics: diagnostics)
  }
}

/// What strata must be before anything is computed from them.
enum StratumChecks {
  static func check(events: [Double], populations: [Double], weights: [Double]) throws(StatisticsError) {
    guard events.count == weights.count else { throw .unequalLengths("events", events.count, weights.count) }
    guard populations.count == weights.count else {
      throw .unequalLengths("populations", populations.count, weights.count)
    }
    try check(weights: weights)
    for stratum in weights.indices where weights[stratum] > 0 {
      let (x, n) = (events[stratum], populations[stratum])
      guard x.isFinite, n.isFinite else { throw .notFinite(what: "count") }
      guard x >= 0 else { throw .negativeCount(x) }
      guard n > 0 || (n == 0 && x == 0) else { throw .emptyDenominator(n) }
    }
  }

  static func check(weights: [Double]) throws(StatisticsError) {
    for weight in weights where !(weight >= 0 && weight.isFinite) {
      throw .parameter(name: "weight", value: weight)
    }
    guard weights.contains(where: { $0 > 0 }) else { throw .emptyDenominator(0) }
  }
}
