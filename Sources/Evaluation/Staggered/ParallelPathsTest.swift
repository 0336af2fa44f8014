import Distributions
import Indicators
import LinearAlgebra

/// A Wald test that all effects before the start are zero.
///
/// W = aᵀ V⁻¹ a is compared with χ² of as many degrees of freedom as there are comparisons wholly before a start (and before
/// its anticipation), with V the covariance of the contributions, summed within clusters.
///
/// - What is not true: a high p-value does not say that the paths were parallel. With few or small zones this test sees
///   little, and testing first and estimating after distorts both (Roth 2022, Am Econ Rev Insights 4:305).
/// - Reference: Callaway and Sant'Anna (2021) J Econom 225:200, §4.
public struct ParallelPathsTest: Sendable, Equatable {
  /// W.
  public let statistic: Double
  /// How many comparisons.
  public let degreesOfFreedom: Int
  /// P(χ² ≥ W).
  public let pValue: Double
}

extension StaggeredEffects {
  /// The test, or why there is none: no comparison before a start, one that has no error, or errors that depend on each other
  /// wholly, as with more comparisons than units.
  public func parallelPathsTest() -> Result<ParallelPathsTest, Reason> {
    let before = cells.indices.filter {
      cells[$0].eventTime < -estimator.anticipation && !cells[$0].isReference && cells[$0].effect != nil
    }
    guard !before.isEmpty else { return .failure(.noPeriodsBefore) }
    if let doubt = before.lazy.compactMap({ cells[$0].errorReason }).first { return .failure(doubt) }
    let rows = before.map { place in
      design.clusters.map { StandardErrors.sums(row(place), $0) } ?? Array(row(place))
    }
    // Standardised, so that the answer does not hang on the unit of the outcome.
    let errors = rows.map { row in row.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    guard errors.allSatisfy({ $0 > 0 }) else { return .failure(.dependentEffects) }
    let scaled = zip(before, errors).map { (cells[$0].effect ?? 0) / $1 }
    let correlations = rows.indices.map { one in
      rows.indices.map { other in
        zip(rows[one], rows[other]).reduce(0) { $0 + $1.0 * $1.1 } / (errors[one] * errors[other])
      }
    }
    guard let matrix = try? Matrix(rows: correlations), let factor = try? CholeskyFactorization(matrix),
      before.indices.allSatisfy({ factor.lower[$0, $0] > 1e-5 }), let solved = try? factor.solve(scaled),
      let reference = try? ChiSquared(degreesOfFreedom: Double(before.count))
    else { return .failure(.dependentEffects) }
    let statistic = zip(scaled, solved).reduce(0) { $0 + $1.0 * $1.1 }
    return .success(
      ParallelPathsTest(
        statistic: statistic, degreesOfFreedom: before.count, pValue: reference.survival(statistic)))
  }
}

extension Reason {
  /// No comparison lies wholly before a start.
  public static let noPeriodsBefore = EffectError.noPrePeriods.reason
  /// The errors of the effects determine each other, so that no joint test exists.
  public static let dependentEffects = Reason("dependent-effects")
}
