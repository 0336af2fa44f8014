import Estimates
import Foundation
import Indicators
import LinearAlgebra

/// Coefficients with a covariance, and the intervals of what is computed from them.
///
/// g(β) has the standard error √(∇gᵀ Var(β) ∇g) and the interval g ± t SE, t Student's quantile (delta method).
struct SegmentedContrasts: Sendable {
  enum Degrees: Sendable {
    case fixed(Double)
    case satterthwaite(AutoregressiveErrors.Curvature)
  }

  let coefficients: [Double]
  let covariance: Matrix
  let degrees: Degrees
  let method: Method
  let observations: Int
  let isExact: Bool
  let diagnostics: [Diagnostic]

  func degreesOfFreedom(_ gradient: [Double]) -> Double {
    switch degrees {
    case .fixed(let value): value
    case .satterthwaite(let curvature): curvature.degreesOfFreedom(gradient)
    }
  }

  func standardError(_ gradient: [Double]) -> Double {
    var sum = 0.0
    for column in gradient.indices where gradient[column] != 0 {
      for row in gradient.indices { sum += gradient[row] * gradient[column] * covariance[row, column] }
    }
    return max(0, sum).squareRoot()
  }

  func estimate(_ value: Double, gradient: [Double], level: ConfidenceInterval.Level) -> Estimate {
    let error = standardError(gradient)
    guard !isExact, let quantile = level.studentQuantile(degreesOfFreedom: degreesOfFreedom(gradient)) else {
      return Estimate(
        value, intervalReason: .exactFit, method: method, n: Double(observations), diagnostics: diagnostics)
    }
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: value - quantile * error, upper: value + quantile * error, level: level),
      standardError: error, method: method, n: Double(observations), diagnostics: diagnostics)
  }

  /// 100 (e^x − 1) of a log ratio x, the interval turned with it; the standard error is 100 e^x SE(x).
  func percentage(logRatio: Double, gradient: [Double], level: ConfidenceInterval.Level) -> Estimate {
    let plain = estimate(logRatio, gradient: gradient, level: level)
    func percent(_ x: Double) -> Double { 100 * expm1(x) }
    return Estimate(
      percent(logRatio),
      interval: plain.interval.flatMap {
        ConfidenceInterval(lower: percent($0.lower), upper: percent($0.upper), level: level)
      },
      intervalReason: plain.intervalReason,
      standardError: plain.standardError.map { 100 * exp(logRatio) * $0 }, method: method,
      n: Double(observations), diagnostics: diagnostics)
  }
}

extension Reason {
  /// The model passes through every point: nothing is left to judge the uncertainty from.
  public static let exactFit = Reason("exact-fit")
  /// What the change would be a percentage of is not above zero.
  static let counterfactualNotPositive = Reason("figure-not-positive")
}
