import Estimates
import Indicators

/// Which interval a share gets.
public enum ShareInterval: String, Sendable, Hashable, CaseIterable {
  /// Wilson's score interval.
  case wilson
  /// Clopper and Pearson's exact interval.
  case clopperPearson = "clopper-pearson"
}

extension Proportion {
  /// The share of a sample drawn without replacement from a population of known size.
  ///
  ///     try Proportion(of: 65, in: 100).inPopulation(of: 400)
  ///
  /// The variance of such a share is p(1 − p)/n · (N − n)/(N − 1). The factor is applied once: to the number of persons
  /// the interval rests on, n' = n(N − 1)/(N − n), with the same share. Where everybody was asked there is nothing left to
  /// be uncertain about, and so no interval: reason `complete-count`.
  ///
  /// - Throws: ``Estimates/StatisticsError/numeratorExceedsDenominator(numerator:denominator:)`` where the sample is larger
  ///   than the population.
  /// - Reference: Cochran (1977) *Sampling Techniques*, 3rd ed., 3.2; Burstein (1975) J Am Stat Assoc 70:630.
  public func inPopulation(
    of size: Double, _ interval: ShareInterval = .wilson, level: ConfidenceInterval.Level = .p95
  ) throws(StatisticsError) -> Estimate {
    guard size.isFinite else { throw .notFinite(what: "population") }
    guard denominator <= size else {
      throw .numeratorExceedsDenominator(numerator: denominator, denominator: size)
    }
    let method: Method = interval == .wilson ? .wilsonFinite : .clopperPearsonFinite
    guard denominator < size else {
      return Estimate(value, intervalReason: .completeCount, standardError: 0, method: method, n: denominator)
    }
    let enlarged = denominator * ((size - 1) / (size - denominator))
    // A sample smaller than one person has no more than it has.
    let persons = max(denominator, enlarged)
    let part = value * persons
    let bounds =
      interval == .wilson
      ? Self.wilsonBounds(part, persons, z: level.normalQuantile)
      : Self.exactBounds(part, persons, tail: level.tail)
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: numerator == 0 ? 0 : min(bounds.lower, value),
        upper: numerator == denominator ? 1 : max(bounds.upper, value), level: level),
      standardError: (value * (1 - value) / persons).squareRoot(), method: method, n: denominator,
      diagnostics: diagnostics)
  }
}

extension Method {
  /// A share of a finite population with Wilson's interval.
  public static let wilsonFinite = Method("proportion.wilson-finite")
  /// A share of a finite population with Clopper and Pearson's interval.
  public static let clopperPearsonFinite = Method("proportion.clopper-pearson-finite")
}

extension Reason {
  /// The figure counts everybody there is: no sampling and no events, so no interval.
  public static let completeCount = Reason("complete-count")
}
