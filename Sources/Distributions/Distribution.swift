import Foundation

/// A probability distribution, with one set of verbs for all of them.
///
///     let t = try StudentT(degreesOfFreedom: 23)
///     t.survival(2)                    // P(T > 2)
///     try t.upperQuantile(0.025)       // 2.0687
///
/// - Every tail has a verb of its own, computed directly: `survival` is not 1 − `cdf`, and `upperQuantile(p)` is
///   not `quantile(1 − p)`, so both keep their relative accuracy down to the smallest doubles.
/// - Values that are real numbers may be infinite. Not-a-number in gives not-a-number out; nothing else does.
/// - Errors: initialisers refuse parameters, quantiles refuse what is no probability.
public protocol Distribution: Sendable {
  /// `Double` for continuous distributions, `Int` for counts.
  associatedtype Value: Comparable & Sendable

  /// The expectation, or nothing where it does not exist.
  var mean: Double? { get }
  /// The variance, or nothing where it does not exist or is infinite.
  var variance: Double? { get }
  /// The density at `x`, or the probability of exactly `x` for counts.
  func pdf(_ x: Value) -> Double
  /// log ``pdf(_:)``, which reaches where the density underflows.
  func logPDF(_ x: Value) -> Double
  /// P(X ≤ x).
  func cdf(_ x: Value) -> Double
  /// P(X > x).
  func survival(_ x: Value) -> Double
  /// The smallest x with P(X ≤ x) ≥ p.
  func quantile(_ p: Double) throws(DistributionError) -> Value
  /// The smallest x with P(X > x) ≤ p.
  func upperQuantile(_ p: Double) throws(DistributionError) -> Value
}

extension Distribution {
  /// exp ``logPDF(_:)``.
  public func pdf(_ x: Value) -> Double {
    exp(logPDF(x))
  }

  /// The square root of the variance.
  public var standardDeviation: Double? {
    variance?.squareRoot()
  }
}

func requireProbability(_ p: Double) throws(DistributionError) {
  guard p >= 0, p <= 1 else { throw .probability(p) }
}

/// Refuses a parameter that is not finite and above zero.
func requirePositive(_ value: Double, _ name: String, of distribution: String) throws(DistributionError) {
  guard value > 0, value.isFinite else {
    throw .parameter(distribution: distribution, name: name, value: value)
  }
}

/// Refuses a shape or degrees of freedom outside 10⁻⁶…10¹⁰, where the functions below are tested to hold.
func requireShape(_ value: Double, _ name: String, of distribution: String) throws(DistributionError) {
  guard value >= 1e-6, value <= 1e10 else {
    throw .parameter(distribution: distribution, name: name, value: value)
  }
}
