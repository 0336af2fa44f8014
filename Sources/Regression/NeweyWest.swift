import Foundation
import Indicators
import LinearAlgebra

extension Method {
  /// Least squares with a covariance that allows unequal variances and correlation between neighbours in time.
  public static let neweyWest = Method("regression.newey-west")
}

/// Ordinary least squares with a covariance that survives heteroscedastic and autocorrelated errors.
///
///     let fit = try NeweyWest.fit(values, on: Design(times: years), lag: 1)
///
/// With r the residuals and sᵢ = rᵢxᵢ,
///
///     Var(β) = (XᵀX)⁻¹ [ Σ sᵢsᵢᵀ + Σ_{l=1}^{L} (1 − l/(L + 1)) Σ_{i>l} (sᵢs_{i−l}ᵀ + s_{i−l}sᵢᵀ) ] (XᵀX)⁻¹
///
/// times n/(n − p) unless told otherwise, which counters the downward bias in short series.
///
/// - Input: observations in order of time and equally spaced.
/// - Lag: L = ⌊4 (n/100)^{2/9}⌋ unless given; it must be below n.
/// - Errors: as ``OrdinaryLeastSquares``, and ``RegressionError/lag(_:observations:)``.
/// - References: Newey and West (1987) Econometrica 55:703; the lag rule: Newey and West (1994) Rev. Econ. Stud. 61:631.
public enum NeweyWest {
  /// ⌊4 (n/100)^{2/9}⌋.
  public static func lag(observations: Int) -> Int {
    observations > 0 ? Int(4 * pow(Double(observations) / 100, 2.0 / 9)) : 0
  }

  /// Fits one response.
  public static func fit(
    _ response: [Double], on design: Design, lag: Int? = nil, smallSampleCorrection: Bool = true
  ) throws(RegressionError) -> LinearFit {
    let n = design.observations
    let lag = lag ?? min(self.lag(observations: n), n - 1)
    guard lag >= 0, lag < n else { throw .lag(lag, observations: n) }
    let (fit, unscaled) = try leastSquares(response, on: design, weights: nil, method: .neweyWest)
    let factor = smallSampleCorrection ? Double(n) / Double(fit.residualDegreesOfFreedom) : 1
    let covariance: Matrix
    do {
      covariance = try sandwich(
        unscaled, meat: middle(of: design.matrix, residuals: fit.residuals, lag: lag), factor: factor)
    } catch {
      throw RegressionError(error)
    }
    return LinearFit(
      names: fit.names, coefficients: fit.coefficients, covariance: covariance, residuals: fit.residuals,
      residualDegreesOfFreedom: fit.residualDegreesOfFreedom,
      residualStandardDeviation: fit.residualStandardDeviation, rSquared: fit.rSquared, method: .neweyWest)
  }

  /// The Bartlett-weighted sum of the scores' autocovariances.
  private static func middle(
    of design: Matrix, residuals: [Double], lag: Int
  ) throws(LinearAlgebraError) -> Matrix {
    var scores = design
    for j in 0..<scores.columns {
      for i in 0..<scores.rows { scores[i, j] *= residuals[i] }
    }
    var sum = try scores.gram()
    for l in 1..<max(1, lag + 1) {
      let weight = 1 - Double(l) / Double(lag + 1)
      let later = try scores.rows(l..<scores.rows)
      let product = try later.transposeMultiplied(by: scores.rows(0..<(scores.rows - l)))
      for j in 0..<sum.columns {
        for i in 0..<sum.rows { sum[i, j] += weight * (product[i, j] + product[j, i]) }
      }
    }
    return sum
  }

  private static func sandwich(
    _ bread: Matrix, meat: Matrix, factor: Double
  ) throws(LinearAlgebraError) -> Matrix {
    var result = try bread.multiplied(by: meat).multiplied(by: bread)
    for j in 0..<result.columns {
      for i in 0...j {
        // Symmetric by definition; averaging keeps it so to the last bit.
        let value = factor * (result[i, j] + result[j, i]) / 2
        result[i, j] = i == j ? max(0, value) : value
        result[j, i] = result[i, j]
      }
    }
    return result
  }
}

extension Matrix {
  /// The rows in `range`, copied.
  fileprivate func rows(_ range: Range<Int>) throws(LinearAlgebraError) -> Matrix {
    try Matrix(
      rows: range.count, columns: columns, elements: (0..<columns).flatMap { Array(column($0))[range] })
  }
}
