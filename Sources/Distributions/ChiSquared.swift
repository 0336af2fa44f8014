/// The χ² distribution with ν degrees of freedom: a gamma distribution of shape ν/2 and scale 2.
///
///     try ChiSquared(degreesOfFreedom: 1).upperQuantile(0.05)     // 3.84145882…
public struct ChiSquared: Distribution, Equatable {
  /// ν.
  public let degreesOfFreedom: Double
  private let gamma: Gamma

  /// A χ² distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless 10⁻⁶ ≤ ν ≤ 10¹⁰.
  public init(degreesOfFreedom: Double) throws(DistributionError) {
    try requireShape(degreesOfFreedom, "degreesOfFreedom", of: "ChiSquared")
    self.degreesOfFreedom = degreesOfFreedom
    gamma = Gamma(uncheckedShape: degreesOfFreedom / 2, scale: 2)
  }

  /// ν.
  public var mean: Double? { degreesOfFreedom }
  /// 2ν.
  public var variance: Double? { 2 * degreesOfFreedom }

  /// The logarithm of the density at `x`; infinite at 0 for ν < 2, where the density has a pole.
  public func logPDF(_ x: Double) -> Double { gamma.logPDF(x) }

  /// P(X ≤ x).
  public func cdf(_ x: Double) -> Double { gamma.cdf(x) }

  /// P(X > x).
  public func survival(_ x: Double) -> Double { gamma.survival(x) }

  /// The x with P(X ≤ x) = p; infinite at p = 1.
  public func quantile(_ p: Double) throws(DistributionError) -> Double { try gamma.quantile(p) }

  /// The x with P(X > x) = p; infinite at p = 0.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Double { try gamma.upperQuantile(p) }
}
