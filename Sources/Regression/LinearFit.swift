import Distributions
import Estimates
import Indicators
import LinearAlgebra

/// A fitted linear model: coefficients with a covariance, residuals, and what follows from them.
///
///     let fit = try OrdinaryLeastSquares.fit(values, on: Design(times: years))
///     try fit.estimate(of: "time").interval
///     try fit.pValue(of: "time")
///
/// t = β/SE is referred to Student's t with n − p degrees of freedom, whatever the covariance.
public struct LinearFit: Sendable, Equatable {
  /// Column names, in the order of the coefficients.
  public let names: [String]
  /// β.
  public let coefficients: [Double]
  /// Var(β), p × p, under the method's assumptions about the errors.
  public let covariance: Matrix
  /// y − Xβ, unweighted.
  public let residuals: [Double]
  /// n − p; at least 1.
  public let residualDegreesOfFreedom: Int
  /// σ̂ = √(Σ w r² / (n − p)), with w = 1 unless weighted.
  public let residualStandardDeviation: Double
  /// 1 − Σ w r² / Σ w (y − ȳ)² with the weighted mean ȳ, or about 0 without intercept; `nil` for a constant response.
  public let rSquared: Double?
  /// How the covariance was computed.
  public let method: Method

  /// Number of observations.
  public var observations: Int { residuals.count }

  /// The square roots of the diagonal of the covariance.
  public var standardErrors: [Double] {
    names.indices.map { covariance[$0, $0].squareRoot() }
  }

  /// One coefficient with its interval, β ± t(1 − α/2; n − p) SE.
  ///
  /// - Throws: ``RegressionError/unknownColumn(_:)``.
  public func estimate(
    of name: String, level: ConfidenceInterval.Level = .p95
  ) throws(RegressionError) -> Estimate {
    let index = try index(of: name)
    let error = covariance[index, index].squareRoot()
    let margin = error * level.studentMargin(residualDegreesOfFreedom)
    let value = coefficients[index]
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - margin, upper: value + margin, level: level),
      standardError: error, method: method, n: Double(observations))
  }

  /// β/SE; infinite where a fit without residuals has a coefficient that is not 0, and `nil` where it is 0.
  ///
  /// - Throws: ``RegressionError/unknownColumn(_:)``.
  public func tStatistic(of name: String) throws(RegressionError) -> Double? {
    let index = try index(of: name)
    let ratio = coefficients[index] / covariance[index, index].squareRoot()
    return ratio.isNaN ? nil : ratio
  }

  /// The two-sided p-value of β = 0; `nil` where the t statistic is undefined.
  ///
  /// - Throws: ``RegressionError/unknownColumn(_:)``.
  public func pValue(of name: String) throws(RegressionError) -> Double? {
    try tStatistic(of: name).map { twoSidedP($0, residualDegreesOfFreedom) }
  }

  private func index(of name: String) throws(RegressionError) -> Int {
    guard let index = names.firstIndex(of: name) else { throw .unknownColumn(name) }
    return index
  }
}

/// 2 P(T > |t|).
func twoSidedP(_ t: Double, _ degreesOfFreedom: Int) -> Double {
  guard let distribution = try? StudentT(degreesOfFreedom: Double(degreesOfFreedom)) else {
    preconditionFailure("a fit without degrees of freedom")
  }
  return min(1, 2 * distribution.survival(abs(t)))
}

extension ConfidenceInterval.Level {
  /// Student's quantile for degrees of freedom that are known to be positive here.
  func studentMargin(_ degreesOfFreedom: Int) -> Double {
    guard let quantile = studentQuantile(degreesOfFreedom: Double(degreesOfFreedom)) else {
      preconditionFailure("a fit without degrees of freedom")
    }
    return quantile
  }
}
