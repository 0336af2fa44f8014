/// Why a distribution or a special function has no answer. Every case holds the offending value.
public enum DistributionError: Error, Equatable, Sendable {
  /// The parameter is outside what the distribution allows.
  case parameter(distribution: String, name: String, value: Double)
  /// A probability must lie in 0…1.
  case probability(Double)
  /// The quantile is infinite and the values of the distribution are whole numbers.
  case infiniteQuantile(distribution: String, probability: Double)
  /// The argument lies outside the domain of the function.
  case domain(function: String, argument: Double)
  /// A sample needs at least this many values.
  case tooFewValues(needed: Int, given: Int)
  /// The value at this place in a sample is infinite or not a number.
  case notFinite(index: Int)
  /// A finite sample whose moments lie outside the range of `Double`.
  case overflow
}
