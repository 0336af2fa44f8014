import Distributions
import Estimates
import Foundation
import Indicators

/// The mean effect with an interval by Student's t from K fits that each leave out a block of years before the start.
///
///     let test = try CrossFitTTest(estimator, design)      // K = 3
///     test.estimate()                                      // value, standard error, interval by t with K − 1 degrees
///
/// The T₀ periods before the start give K blocks H_k of r = min(⌊T₀/K⌋, T₁) periods, the last K·r of them. With weights found
/// without H_k
///
///     τ_k = mean gap from the start on − mean gap over H_k,   τ̂ = Σ τ_k / K
///     se = √(1 + Kr/T₁) · sd(τ_k) / √K,                         t with K − 1 degrees of freedom
///
/// The difference takes out what the fit before the start gets wrong on average, so weights need not be right.
///
/// - Shape: one treated series (the mean of the treated); unit of the outcome.
/// - For estimators that choose weights before the start and apply them afterwards; see ``ConformalInference``.
/// - Errors: ``EffectError/tooFewPrePeriods(needed:found:)`` with fewer than K, ``EffectError/parameter(name:value:)`` for K
///   below 2, what the estimator throws.
/// - What is not true: with K = 3 the t distribution has 2 degrees of freedom; the interval is wide because three numbers know
///   little of their own spread. The method leans on long, stationary series.
/// - Reference: Chernozhukov, Wüthrich and Zhu (2018) arXiv:1812.10820.
public struct CrossFitTTest: Sendable, Equatable {
  /// τ_k, a block each.
  public let effects: [Double]
  /// r, the length of a block.
  public let block: Int
  /// T₁.
  public let postPeriods: Int

  /// `effect.cross-fit-t`.
  public var method: Method { .crossFitTTest }

  /// Fits without each block.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned once on the design.
  ///   - design: The figures.
  ///   - folds: K.
  public init(_ estimator: some EffectEstimator, _ design: EffectDesign, folds: Int = 3) throws(EffectError) {
    guard folds >= 2 else { throw .parameter(name: "folds", value: Double(folds)) }
    guard design.prePeriods >= folds else {
      throw .tooFewPrePeriods(needed: folds, found: design.prePeriods)
    }
    let tuned = try estimator.tuned(to: design)
    let length = min(design.prePeriods / folds, design.postPeriods)
    var effects: [Double] = []
    for fold in 0..<folds {
      let start = design.prePeriods - length * (folds - fold)
      let held = start..<start + length
      let kept = (0..<design.prePeriods).filter { !held.contains($0) }
      let without = design.selecting(
        kept + Array(held) + Array(design.prePeriods..<design.periods), prePeriods: kept.count)
      let gaps = try tuned.fit(without).effects
      let before = gaps[kept.count..<design.prePeriods].reduce(0, +) / Double(length)
      let after = gaps[design.prePeriods...].reduce(0, +) / Double(design.postPeriods)
      effects.append(after - before)
    }
    self.effects = effects
    block = length
    postPeriods = design.postPeriods
  }

  /// τ̂.
  public var effect: Double { effects.reduce(0, +) / Double(effects.count) }

  /// √(1 + Kr/T₁) · sd(τ_k) / √K.
  public var standardError: Double {
    let count = Double(effects.count)
    let mean = effect
    let square = effects.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (1 + count * Double(block) / Double(postPeriods)).squareRoot() * (square / count).squareRoot()
  }

  /// The two-sided p-value of no effect; `nil` where all blocks agree to the last digit and there is no spread to judge by.
  public var pValue: Double? {
    guard standardError > 0, let t = try? StudentT(degreesOfFreedom: Double(effects.count - 1)) else {
      return nil
    }
    return min(1, 2 * t.survival(abs(effect / standardError)))
  }

  /// The effect with its interval.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let error = standardError
    guard error > 0, let t = try? StudentT(degreesOfFreedom: Double(effects.count - 1)),
      let factor = try? t.upperQuantile(level.tail)
    else {
      return Estimate(effect, intervalReason: .noSpread, method: method)
    }
    return Estimate(
      effect,
      interval: ConfidenceInterval(
        lower: effect - factor * error, upper: effect + factor * error, level: level),
      standardError: error, method: method)
  }
}

extension Method {
  /// Student's t over fits that each leave out a block of years.
  public static let crossFitTTest = Method("effect.cross-fit-t")
}
