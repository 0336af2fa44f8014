import Distributions

extension ConfidenceInterval.Level {
  /// z = Φ⁻¹((1 + level)/2), the half-width of an interval in standard errors: 1.959963984540054 at 95 %.
  public var normalQuantile: Double {
    // The tail of a level is inside (0, 1/2), so there is always a quantile.
    (try? Normal.standard.upperQuantile(tail)) ?? .infinity
  }

  /// t with P(T > t) = (1 − level)/2 for Student's t; `nil` unless the degrees of freedom are positive.
  public func studentQuantile(degreesOfFreedom: Double) -> Double? {
    guard let distribution = try? StudentT(degreesOfFreedom: degreesOfFreedom) else { return nil }
    return try? distribution.upperQuantile(tail)
  }
}
