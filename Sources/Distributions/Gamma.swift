import CSpecialFunctions
import Foundation

/// The gamma distribution with shape a and scale s.
///
/// f(x) = x^{a−1} e^{−x/s} / (Γ(a) sᵃ) for x ≥ 0; P(X ≤ x) = P(a, x/s).
public struct Gamma: Distribution, Equatable {
  /// a.
  public let shape: Double
  /// s.
  public let scale: Double

  /// A gamma distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless 10⁻⁶ ≤ a ≤ 10¹⁰ and s is
  ///   finite and positive.
  public init(shape: Double, scale: Double = 1) throws(DistributionError) {
    try requireShape(shape, "shape", of: "Gamma")
    try requirePositive(scale, "scale", of: "Gamma")
    self.shape = shape
    self.scale = scale
  }

  init(uncheckedShape shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
  }

  /// a s.
  public var mean: Double? { shape * scale }
  /// a s².
  public var variance: Double? { shape * scale * scale }

  /// The logarithm of the density at `x`; infinite at 0 for a < 1, where the density has a pole.
  public func logPDF(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 || x == .infinity { return -.infinity }
    if x == 0 { return shape < 1 ? .infinity : shape > 1 ? -.infinity : -log(scale) }
    return shape < 1
      ? logPoissonMass(shape, x / scale) + log(shape) - log(x)
      : logPoissonMass(shape - 1, x / scale) - log(scale)
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double {
    x <= 0 ? 0 : unchecked.gammaP(shape, x / scale)
  }

  /// P(X > x).
  public func survival(_ x: Double) -> Double {
    x <= 0 ? 1 : unchecked.gammaQ(shape, x / scale)
  }

  /// The x with P(X ≤ x) = p; infinite at p = 1.
  public func quantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    return scale * levekar_gamma_p_inverse(shape, p)
  }

  /// The x with P(X > x) = p; infinite at p = 0.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 { return .infinity }
    if p == 1 { return 0 }
    return scale * levekar_gamma_q_inverse(shape, p)
  }
}
