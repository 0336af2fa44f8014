import Estimates

/// The rates of a reference population by age: what indirect standardisation expects of everybody.
///
///     let reference = try ReferenceRates(events: deathsOfTheCountry, populations: personsOfTheCountry)
///
/// Rᵢ = Xᵢ/Nᵢ, and the crude rate ΣX/ΣN.
///
/// - Shape: one number a stratum in each array. Unit: events per person.
/// - A stratum without persons has no rate; it is an error only where events are reported for it, or where somebody lives
///   in it in the population that is compared.
public struct ReferenceRates: Sendable, Hashable {
  /// Rᵢ; `nil` where the reference has nobody.
  public let rates: [Double?]
  /// ΣX/ΣN.
  public let crude: Double

  /// The rates of events in populations.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for arrays of unequal lengths, numbers that are not finite, negative ones,
  ///   events without persons, and where there are no persons at all.
  public init(events: [Double], populations: [Double]) throws(StatisticsError) {
    guard events.count == populations.count else {
      throw .unequalLengths("populations", populations.count, events.count)
    }
    var rates: [Double?] = []
    for (x, n) in zip(events, populations) {
      guard x.isFinite, n.isFinite else { throw .notFinite(what: "count") }
      guard x >= 0, n >= 0 else { throw .negativeCount(min(x, n)) }
      guard n > 0 || x == 0 else { throw .emptyDenominator(n) }
      rates.append(n > 0 ? x / n : nil)
    }
    let persons = populations.reduce(0, +)
    guard persons > 0 else { throw .emptyDenominator(persons) }
    self.rates = rates
    crude = events.reduce(0, +) / persons
  }

  /// E = Σ nᵢRᵢ, the events that a population would have at these rates. A stratum where nobody lives adds nothing.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for arrays of unequal lengths, numbers that are not finite or negative, and
  ///   where somebody lives in a stratum that the reference has no rate for.
  public func expected(in populations: [Double]) throws(StatisticsError) -> Double {
    guard populations.count == rates.count else {
      throw .unequalLengths("populations", populations.count, rates.count)
    }
    var total = 0.0
    for (n, rate) in zip(populations, rates) {
      guard n.isFinite else { throw .notFinite(what: "count") }
      guard n >= 0 else { throw .negativeCount(n) }
      guard n > 0 else { continue }
      guard let rate else { throw .emptyDenominator(0) }
      total += n * rate
    }
    return total
  }
}
