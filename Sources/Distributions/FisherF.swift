import CSpecialFunctions
import Foundation

/// The F distribution with m and n degrees of freedom.
///
/// P(X ≤ x) = I(mx/(mx + n); m/2, n/2), in whichever of its two forms does not cancel.
public struct FisherF: Distribution, Equatable {
  /// m.
  public let numerator: Double
  /// n.
  public let denominator: Double

  /// An F distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless both lie in 10⁻⁶…10¹⁰.
  public init(numeratorDegreesOfFreedom m: Double, denominatorDegreesOfFreedom n: Double)
    throws(DistributionError)
  {
    try requireShape(m, "numeratorDegreesOfFreedom", of: "FisherF")
    try requireShape(n, "denominatorDegreesOfFreedom", of: "FisherF")
    numerator = m
    denominator = n
  }

  /// n/(n − 2) for n > 2.
  public var mean: Double? { denominator > 2 ? denominator / (denominator - 2) : nil }

  /// 2n²(m + n − 2) / (m (n − 2)² (n − 4)) for n > 4.
  public var variance: Double? {
    let (m, n) = (numerator, denominator)
    guard n > 4 else { return nil }
    let ratio = n / (n - 2)
    return 2 * ratio * ratio * ((m + n - 2) / m) / (n - 4)
  }

  /// The logarithm of the density at `x`; infinite at 0 for m < 2, where the density has a pole.
  public func logPDF(_ x: Double) -> Double {
    let (m, n) = (numerator, denominator)
    if x.isNaN { return x }
    if x < 0 || x == .infinity { return -.infinity }
    let (p, q) = (m * x / (n + m * x), n / (n + m * x))
    // So close to 0 that the share underflows, the density is that at 0.
    if p == 0 { return m < 2 ? .infinity : m > 2 ? -.infinity : 0 }
    if !(q > 0) { return -.infinity }
    return m < 2
      ? logBinomialMass(m / 2, rest: n / 2, p, q) + log(m * m / (2 * (m + n))) + log(q) - log(p)
      : logBinomialMass((m - 2) / 2, rest: n / 2, p, q) + log(m / 2) + log(q)
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x == .infinity { return 1 }
    let (mx, n) = (numerator * x, denominator)
    return mx <= n
      ? levekar_beta_i(numerator / 2, n / 2, mx / (mx + n))
      : levekar_beta_i_complement(n / 2, numerator / 2, n / (mx + n))
  }

  /// P(X > x).
  public func survival(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    let (mx, n) = (numerator * x, denominator)
    return mx <= n
      ? levekar_beta_i_complement(numerator / 2, n / 2, mx / (mx + n))
      : levekar_beta_i(n / 2, numerator / 2, n / (mx + n))
  }

  /// The x with P(X ≤ x) = p; infinite at p = 1.
  public func quantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    let (share, rest) = inverseBeta(numerator / 2, denominator / 2, p)
    return denominator * share / (numerator * rest)
  }

  /// The x with P(X > x) = p; infinite at p = 0.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 { return .infinity }
    if p == 1 { return 0 }
    let (share, rest) = inverseBetaComplement(numerator / 2, denominator / 2, p)
    return denominator * share / (numerator * rest)
  }
}
