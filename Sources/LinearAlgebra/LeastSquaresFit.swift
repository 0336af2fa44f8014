/// What a least-squares solution of Xβ ≈ y knows about itself.
///
/// With r = y − Xβ and ν = rows − columns: σ² = rᵀr / ν, Var(β) = σ² (XᵀX)⁻¹.
public struct LeastSquaresFit: Sendable, Equatable {
  /// β, in the order of the design's columns.
  public let coefficients: [Double]
  /// y − Xβ.
  public let residuals: [Double]
  /// rᵀr.
  public let residualSumOfSquares: Double
  /// Rows less columns; 0 when the fit passes through every point.
  public let residualDegreesOfFreedom: Int
  /// (XᵀX)⁻¹.
  public let unscaledCovariance: Matrix

  /// σ², or nothing when no degree of freedom is left.
  public var residualVariance: Double? {
    residualDegreesOfFreedom > 0 ? residualSumOfSquares / Double(residualDegreesOfFreedom) : nil
  }

  /// σ, or nothing when no degree of freedom is left.
  public var residualStandardDeviation: Double? {
    residualVariance?.squareRoot()
  }

  /// σ √((XᵀX)⁻¹ⱼⱼ) for every coefficient, or nothing when no degree of freedom is left.
  public var standardErrors: [Double]? {
    guard let deviation = residualStandardDeviation else { return nil }
    return coefficients.indices.map { deviation * unscaledCovariance[$0, $0].squareRoot() }
  }
}
