import CSpecialFunctions
import Foundation

/// The normal distribution with mean μ and standard deviation σ.
///
///     Normal.standard.survival(1.96)              // 0.02499789…
///     try Normal.standard.upperQuantile(0.025)    // 1.95996398…
///
/// f(x) = exp(−z²/2) / (σ√(2π)) with z = (x − μ)/σ, and P(X > x) = erfc(z/√2)/2.
public struct Normal: Distribution, Equatable {
  /// μ.
  public let location: Double
  /// σ.
  public let scale: Double

  /// Mean 0, standard deviation 1.
  public static let standard = Normal(unchecked: 0, 1)

  /// A normal distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless μ is finite and σ finite and positive.
  public init(mean: Double, standardDeviation: Double) throws(DistributionError) {
    guard mean.isFinite else { throw .parameter(distribution: "Normal", name: "mean", value: mean) }
    try requirePositive(standardDeviation, "standardDeviation", of: "Normal")
    self.init(unchecked: mean, standardDeviation)
  }

  private init(unchecked mean: Double, _ standardDeviation: Double) {
    location = mean
    scale = standardDeviation
  }

  /// μ.
  public var mean: Double? { location }
  /// σ².
  public var variance: Double? { scale * scale }

  /// The density at `x`.
  public func pdf(_ x: Double) -> Double {
    let z = (x - location) / scale
    // Far out the rounding of z² would cost z²/2 ulps, so what it took is put back.
    let square = z * z
    guard square.isFinite else { return z.isNaN ? z : 0 }
    let lost = (-square).addingProduct(z, z)
    return exp(-square / 2) * (1 - lost / 2) * 0.3989422804014326779 / scale
  }

  /// The logarithm of the density at `x`.
  public func logPDF(_ x: Double) -> Double {
    let z = (x - location) / scale
    return -z * z / 2 - 0.9189385332046727418 - log(scale)
  }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double {
    upperTail(-(x - location) / scale)
  }

  /// P(X > x).
  public func survival(_ x: Double) -> Double {
    upperTail((x - location) / scale)
  }

  /// The x with P(X ≤ x) = p; infinite at p = 0 and 1.
  public func quantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    return location - scale * Self.standardUpperQuantile(p)
  }

  /// The x with P(X > x) = p; infinite at p = 0 and 1.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    return location + scale * Self.standardUpperQuantile(p)
  }

  /// The z with P(Z > z) = p for 0 ≤ p ≤ 1.
  static func standardUpperQuantile(_ p: Double) -> Double {
    if p == 0 { return .infinity }
    if p == 1 { return -.infinity }
    return levekar_erfc_inverse(2 * p) * 1.4142135623730950488
  }

  /// erfc(z/√2)/2 with the rounding of z/√2 put back: in the far tail it would cost z² ulps.
  private func upperTail(_ z: Double) -> Double {
    let reciprocal = 0.7071067811865475727
    let reciprocalRest = -4.833646656726456692e-17
    let argument = z * reciprocal
    let value = erfc(argument) / 2
    guard z > 1, value > 0 else { return value }
    let lost = (-argument).addingProduct(z, reciprocal) + z * reciprocalRest
    return value - lost * 0.5641895835477562869 * exp(-argument * argument)
  }
}
