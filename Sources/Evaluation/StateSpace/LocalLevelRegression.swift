import Foundation

/// A series explained by others and a level that drifts: y_t = μ_t + β′x_t + ε_t, μ_{t+1} = μ_t + η_t.
///
///     let fit = try LocalLevelRegression(before, regressors: [comparisonBefore])
///     fit.noiseVariance, fit.levelVariance, fit.coefficients
///
/// Maximum likelihood from an exact diffuse start. Given the share s of the variance that is the level's, β is generalised least
/// squares on the innovations of the Kalman filter and the common variance is their mean square, so the likelihood
///
///     ℓ(s) = −½ [(n − 1)(log 2πσ̂²(s) + 1) + Σ log F_t(s)]
///
/// is searched in one dimension: over a grid of log s/(1 − s), then by golden section, and at both ends (s = 0: a constant
/// level, ordinary least squares; s = 1: a random walk, least squares on differences). A likelihood with two tops is thus no
/// trap.
///
/// - Shape: n values; k regressors of n values each. Unit: that of the series.
/// - Missing: none.
/// - Errors: ``EffectError/tooFewPrePeriods(needed:found:)`` below k + 3 values, ``EffectError/shape(what:expected:found:)``,
///   ``EffectError/notFinite(unit:period:)``, and ``EffectError/constantOutcomes`` where the series does not vary, or a
///   regressor varies with none but the others.
/// - What is not true: that n of about ten can tell a drifting level from noise. ``shareInterval`` says what it can tell.
/// - Reference: Durbin and Koopman (2012) Time Series Analysis by State Space Methods, 2nd ed., ch. 2 and §6.2.
public struct LocalLevelRegression: Sendable, Equatable {
  /// The share of the variance that is the level's, in 0…1: Var(η) / (Var(η) + Var(ε)).
  public let share: Double
  /// Var(ε), the maximum likelihood estimate, with n − 1 below.
  public let noiseVariance: Double
  /// Var(η), likewise.
  public let levelVariance: Double
  /// β.
  public let coefficients: [Double]
  /// The logarithm of the diffuse likelihood at its top.
  public let logLikelihood: Double
  /// The shares whose likelihood is within a factor e^{−1.92} of the top: what the series can tell of the share, with 95 %.
  /// Coarse: its ends are on the grid of the search.
  public let shareInterval: ClosedRange<Double>
  /// The level after the last value, of the series less β′x.
  let solution: LocalLevelSolution
  /// All solutions of the grid, both ends among them, for averages over the share.
  let grid: [LocalLevelSolution]

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - series: The values, in order of time.
  ///   - regressors: Each as long as the series.
  public init(_ series: [Double], regressors: [[Double]] = []) throws(EffectError) {
    guard series.count >= regressors.count + 3 else {
      throw .tooFewPrePeriods(needed: regressors.count + 3, found: series.count)
    }
    for (unit, regressor) in ([series] + regressors).enumerated() {
      guard regressor.count == series.count else {
        throw .shape(what: "regressors", expected: series.count, found: regressor.count)
      }
      if let period = regressor.firstIndex(where: { !$0.isFinite }) {
        throw .notFinite(unit: unit, period: period)
      }
    }
    let problem = LocalLevelProblem(series, regressors)
    guard problem.varies else { throw .constantOutcomes }
    func solve(_ logit: Double) throws(EffectError) -> LocalLevelSolution {
      guard let solution = problem.solved(share: 1 / (1 + exp(-logit))) else { throw .constantOutcomes }
      return solution
    }
    guard let constant = problem.solved(share: 0), let walk = problem.solved(share: 1) else {
      throw .constantOutcomes
    }
    var interior: [LocalLevelSolution] = []
    for logit in Self.logits { interior.append(try solve(logit)) }
    var best = constant.logLikelihood >= walk.logLikelihood ? constant : walk
    let top = interior.indices.max { interior[$0].logLikelihood < interior[$1].logLikelihood } ?? 0
    var low = Self.logits[top] - Self.step
    var high = Self.logits[top] + Self.step
    // Golden section: 60 steps shrink the bracket by 10⁻¹², below what the likelihood can tell apart.
    let golden = 0.6180339887498949
    var (left, right) = (
      try solve(high - golden * (high - low)), try solve(low + golden * (high - low))
    )
    for _ in 0..<60 {
      if left.logLikelihood >= right.logLikelihood {
        high = low + golden * (high - low)
        right = left
        left = try solve(high - golden * (high - low))
      } else {
        low = high - golden * (high - low)
        left = right
        right = try solve(low + golden * (high - low))
      }
    }
    for candidate in [left, right, interior[top]] where candidate.logLikelihood > best.logLikelihood {
      best = candidate
    }
    let grid = [constant] + interior + [walk]
    // χ²₁ at 95 %, halved.
    let within = grid.filter { $0.logLikelihood >= best.logLikelihood - 1.9207294103470620 }.map(\.share)
    solution = best
    self.grid = grid
    share = best.share
    noiseVariance = best.variance * (1 - best.share)
    levelVariance = best.variance * best.share
    coefficients = best.coefficients
    logLikelihood = best.logLikelihood
    shareInterval = min(within.min() ?? best.share, best.share)...max(within.max() ?? best.share, best.share)
  }

  /// The grid of log s/(1 − s): a share from 10⁻⁷ to 1 − 10⁻⁷.
  static let step = 0.5
  static let logits = (-32...32).map { Double($0) * step }
}
