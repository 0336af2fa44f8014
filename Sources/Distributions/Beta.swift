import CSpecialFunctions
import Foundation

/// The beta distribution on 0…1 with shapes a and b.
///
/// f(x) = x^{a−1} (1 − x)^{b−1} / B(a, b); P(X ≤ x) = I(x; a, b).
public struct Beta: Distribution, Equatable {
  /// The exponent of x, plus 1.
  public let a: Double
  /// The exponent of 1 − x, plus 1.
  public let b: Double

  /// A beta distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless both lie in 10⁻⁶…10¹⁰.
  public init(_ a: Double, _ b: Double) throws(DistributionError) {
    try requireShape(a, "a", of: "Beta")
    try requireShape(b, "b", of: "Beta")
    self.a = a
    self.b = b
  }

  /// a/(a + b).
  public var mean: Double? { a / (a + b) }
  /// ab / ((a + b)² (a + b + 1)).
  public var variance: Double? { a / (a + b) * (b / (a + b)) / (a + b + 1) }

  /// The logarithm of the density at `x`; infinite at an end where the density has a pole.
  public func logPDF(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 || x > 1 { return -.infinity }
    if x == 0 { return atEnd(a, other: b) }
    if x == 1 { return atEnd(b, other: a) }
    let y = 1 - x
    switch (a < 1, b < 1) {
    case (true, true):
      return logBinomialMass(a, rest: b, x, y) + log(a) + log(b) - log(a + b) - log(x) - log1p(-x)
    case (true, false): return logBinomialMass(a, rest: b - 1, x, y) + log(a) - log(x)
    case (false, true): return logBinomialMass(a - 1, rest: b, x, y) + log(b) - log1p(-x)
    case (false, false): return logBinomialMass(a - 1, rest: b - 1, x, y) + log(a + b - 1)
    }
  }

  private func atEnd(_ shape: Double, other: Double) -> Double {
    shape < 1 ? .infinity : shape > 1 ? -.infinity : log(other)
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double {
    x <= 0 ? 0 : x >= 1 ? 1 : levekar_beta_i(a, b, x)
  }

  /// P(X > x).
  public func survival(_ x: Double) -> Double {
    x <= 0 ? 1 : x >= 1 ? 0 : levekar_beta_i_complement(a, b, x)
  }

  /// The x with P(X ≤ x) = p.
  public func quantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 || p == 1 { return p }
    return inverseBeta(a, b, p).x
  }

  /// The x with P(X > x) = p.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 || p == 1 { return 1 - p }
    return inverseBetaComplement(a, b, p).x
  }
}
