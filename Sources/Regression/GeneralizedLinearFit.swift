import Distributions
import Estimates
import Indicators
import LinearAlgebra

extension Method {
  /// Poisson regression with logarithmic link.
  public static let poissonRegression = Method("regression.poisson")
  /// Poisson regression whose variance is multiplied with Pearson's dispersion.
  public static let quasiPoissonRegression = Method("regression.quasi-poisson")
  /// Logistic regression of shares.
  public static let logisticRegression = Method("regression.logistic")
  /// Logistic regression whose variance is multiplied with Pearson's dispersion.
  public static let quasiLogisticRegression = Method("regression.quasi-logistic")
  /// Negative binomial regression with logarithmic link.
  public static let negativeBinomialRegression = Method("regression.negative-binomial")
}

/// A fitted model of counts: coefficients on the scale of the link, with a covariance.
public struct GeneralizedLinearFit: Sendable, Equatable {
  /// Where the iteration gives up.
  public static let maximumIterations = 100
  /// Column names, in the order of the coefficients.
  public let names: [String]
  /// β, on the scale of the link: logs of rate ratios or of odds ratios.
  public let coefficients: [Double]
  /// Var(β), p × p, multiplied with the dispersion where the scale is Pearson's.
  public let covariance: Matrix
  /// μ of each observation.
  public let means: [Double]
  /// 2 Σ (log L of the count itself − log L of its mean).
  public let deviance: Double
  /// Pearson's X² = Σ (y − μ)²/V(μ).
  public let pearson: Double
  /// n − p.
  public let residualDegreesOfFreedom: Int
  /// log L, constants included.
  public let logLikelihood: Double
  /// How counts vary about the mean.
  public let family: GeneralizedLinearModel.Family
  /// What the variance is multiplied with.
  public let scale: GeneralizedLinearModel.Scale
  /// Steps until the fit settled.
  public let iterations: Int

  /// X²/(n − p): 1 where the counts vary as the family says.
  public var dispersion: Double { pearson / Double(residualDegreesOfFreedom) }

  /// The square roots of the diagonal of the covariance.
  public var standardErrors: [Double] { names.indices.map { covariance[$0, $0].squareRoot() } }

  /// The method's id.
  public var method: Method {
    switch (family, scale) {
    case (.poisson, .one): .poissonRegression
    case (.poisson, .pearson): .quasiPoissonRegression
    case (.binomial, .one): .logisticRegression
    case (.binomial, .pearson): .quasiLogisticRegression
    case (.negativeBinomial, _): .negativeBinomialRegression
    }
  }

  /// One coefficient with its Wald interval, β ± q SE: q is the normal quantile, or Student's with n − p degrees of freedom
  /// where the dispersion is estimated.
  ///
  /// - Throws: ``RegressionError/unknownColumn(_:)``.
  public func estimate(
    of name: String, level: ConfidenceInterval.Level = .p95
  ) throws(RegressionError) -> Estimate {
    let index = try index(of: name)
    let error = covariance[index, index].squareRoot()
    let quantile =
      scale == .one ? level.normalQuantile : level.studentMargin(residualDegreesOfFreedom)
    let value = coefficients[index]
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: value - quantile * error, upper: value + quantile * error, level: level),
      standardError: error, method: method, n: Double(means.count))
  }

  /// The two-sided p-value of β = 0 by Wald's test.
  ///
  /// - Throws: ``RegressionError/unknownColumn(_:)``.
  public func pValue(of name: String) throws(RegressionError) -> Double {
    let index = try index(of: name)
    let ratio = coefficients[index] / covariance[index, index].squareRoot()
    return scale == .one
      ? 2 * Normal.standard.survival(abs(ratio)) : twoSidedP(ratio, residualDegreesOfFreedom)
  }

  private func index(of name: String) throws(RegressionError) -> Int {
    guard let index = names.firstIndex(of: name) else { throw .unknownColumn(name) }
    return index
  }
}
