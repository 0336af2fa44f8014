import Indicators

extension Method {
  /// Linear regression with known relative precisions.
  public static let weightedLeastSquares = Method("regression.wls")
}

/// Linear regression with weights, for observations of known relative precision.
///
///     let fit = try WeightedLeastSquares.fit(rates, weights: populations, on: Design(times: years))
///
/// β = argmin Σ wᵢ (yᵢ − xᵢβ)², Var(β) = σ̂² (XᵀWX)⁻¹ with σ̂² = Σ wᵢ rᵢ²/(n − p): only the ratios of the weights
/// matter. A weight is inversely proportional to the variance of its observation, so for a rate it is the denominator.
///
/// - Errors: as ``OrdinaryLeastSquares``, and ``RegressionError/weight(row:value:)`` for a weight that is not finite
///   and above zero.
/// - Reference: Draper and Smith, Applied Regression Analysis, 3rd ed., §9.2.
public enum WeightedLeastSquares {
  /// Fits one response.
  public static func fit(
    _ response: [Double], weights: [Double], on design: Design
  ) throws(RegressionError) -> LinearFit {
    guard weights.count == design.observations else {
      throw .length(what: "weights", expected: design.observations, found: weights.count)
    }
    for (row, weight) in weights.enumerated() where !(weight > 0 && weight.isFinite) {
      throw .weight(row: row, value: weight)
    }
    return try leastSquares(response, on: design, weights: weights, method: .weightedLeastSquares).fit
  }
}
