import Indicators
import LinearAlgebra

extension Method {
  /// Linear regression by least squares with equal, uncorrelated error variances.
  public static let ordinaryLeastSquares = Method("regression.ols")
}

/// Linear regression by ordinary least squares.
///
///     let fit = try OrdinaryLeastSquares.fit(values, on: Design(times: years))
///     try fit.estimate(of: "time")
///
/// β = argmin ‖y − Xβ‖², Var(β) = σ̂² (XᵀX)⁻¹ with σ̂² = rᵀr/(n − p).
///
/// - Shapes: n values on n × p columns, n > p.
/// - Errors: ``RegressionError``; dependent columns are named together with the columns they repeat.
/// - Numerics: QR with residuals refined in twice the precision; on NIST's certified sets at least 12 digits. While
///   n p² ≤ 10⁵ the covariance is refined in the same way.
/// - Reference: Draper and Smith, Applied Regression Analysis, 3rd ed., ch. 5.
public enum OrdinaryLeastSquares {
  /// Fits one response.
  public static func fit(_ response: [Double], on design: Design) throws(RegressionError) -> LinearFit {
    try leastSquares(response, on: design, weights: nil, method: .ordinaryLeastSquares).fit
  }
}

/// The fit that all methods of this module share, and (XᵀWX)⁻¹ for those that put another covariance around it.
func leastSquares(
  _ response: [Double], on design: Design, weights: [Double]?, method: Method
) throws(RegressionError) -> (fit: LinearFit, unscaledCovariance: Matrix) {
  try design.requireResponse(response)
  var matrix = design.matrix
  var target = response
  if let weights {
    let roots = weights.map { $0.squareRoot() }
    for i in target.indices {
      target[i] *= roots[i]
      for j in 0..<matrix.columns { matrix[i, j] *= roots[i] }
    }
  }
  let solution: LeastSquaresFit
  let covariance: Matrix
  do {
    // Calendar years beside an intercept cost three digits of the covariance. Getting them back takes p more solutions,
    // which nobody notices while the problem is small.
    let size = Double(matrix.rows) * Double(matrix.columns) * Double(matrix.columns)
    solution = try LeastSquares(matrix, columnNames: design.names)
      .solve(target, precision: size <= 100_000 ? .extended : .refined)
    let variance = solution.residualSumOfSquares / Double(solution.residualDegreesOfFreedom)
    covariance = try Matrix(
      rows: matrix.columns, columns: matrix.columns,
      elements: solution.unscaledCovariance.elements.map { $0 * variance })
  } catch {
    throw RegressionError(error)
  }
  let residuals =
    weights.map { weights in zip(solution.residuals, weights).map { $0 / $1.squareRoot() } }
    ?? solution.residuals
  let fit = LinearFit(
    names: design.names, coefficients: solution.coefficients, covariance: covariance, residuals: residuals,
    residualDegreesOfFreedom: solution.residualDegreesOfFreedom,
    residualStandardDeviation: (solution.residualSumOfSquares / Double(solution.residualDegreesOfFreedom))
      .squareRoot(),
    rSquared: rSquared(
      response, weights: weights, residualSumOfSquares: solution.residualSumOfSquares,
      centred: design.hasIntercept),
    method: method)
  return (fit, solution.unscaledCovariance)
}

private func rSquared(
  _ response: [Double], weights: [Double]?, residualSumOfSquares: Double, centred: Bool
) -> Double? {
  let shares = weights ?? [Double](repeating: 1, count: response.count)
  let total = shares.reduce(0, +)
  // The deviations from the first value have the mean taken out of them without cancellation.
  let origin = centred ? response[0] : 0
  let mean = centred ? zip(response, shares).reduce(0) { $0 + $1.1 * ($1.0 - origin) } / total : 0
  let sum = zip(response, shares).reduce(0) { sum, pair in
    let deviation = pair.0 - origin - mean
    return sum + pair.1 * deviation * deviation
  }
  guard sum > 0, sum.isFinite else { return nil }
  return max(0, 1 - residualSumOfSquares / sum)
}
