import CSpecialFunctions
import Foundation

/// Student's t distribution with ν degrees of freedom, not necessarily whole.
///
///     let t = try StudentT(degreesOfFreedom: 23)
///     try t.upperQuantile(0.025)       // 2.06865761…
///
/// P(T > t) = ½ I(ν/(ν + t²); ν/2, ½) for t ≥ 0, in whichever of its two forms does not cancel.
public struct StudentT: Distribution, Equatable {
  /// ν.
  public let degreesOfFreedom: Double

  /// A t distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless 10⁻⁶ ≤ ν ≤ 10¹⁰.
  public init(degreesOfFreedom: Double) throws(DistributionError) {
    try requireShape(degreesOfFreedom, "degreesOfFreedom", of: "StudentT")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// 0 for ν > 1.
  public var mean: Double? { degreesOfFreedom > 1 ? 0 : nil }
  /// ν/(ν − 2) for ν > 2.
  public var variance: Double? { degreesOfFreedom > 2 ? degreesOfFreedom / (degreesOfFreedom - 2) : nil }

  /// The logarithm of the density at `x`.
  public func logPDF(_ x: Double) -> Double {
    let n = degreesOfFreedom
    let constant =
      stirlingError((n + 1) / 2) - stirlingError(n / 2) - devianceTerm(n / 2, (n + 1) / 2)
    // Beyond 1/ε, 1 + x²/n is x²/n, and x² alone may overflow.
    let half = abs(x) > (n / .ulpOfOne).squareRoot() ? log(abs(x)) - log(n) / 2 : log1p(x * x / n) / 2
    return constant - (n + 1) * half - 0.9189385332046727418
  }

  /// P(T ≤ x).
  public func cdf(_ x: Double) -> Double {
    survival(-x)
  }

  /// P(T > x).
  public func survival(_ x: Double) -> Double {
    if x.isNaN { return x }
    return x >= 0 ? upperTail(x) : 1 - upperTail(-x)
  }

  /// The x with P(T ≤ x) = p; infinite at p = 0 and 1.
  public func quantile(_ p: Double) throws(DistributionError) -> Double {
    -(try upperQuantile(p))
  }

  /// The x with P(T > x) = p; infinite at p = 0 and 1, and where the answer is beyond the range of `Double`.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Double {
    try requireProbability(p)
    if p == 0 { return .infinity }
    if p == 1 { return -.infinity }
    return p <= 0.5 ? upperHalf(p) : -upperHalf(1 - p)
  }

  private func upperTail(_ t: Double) -> Double {
    let n = degreesOfFreedom
    let square = t * t
    if square > n {
      // x = n/(n + t²) may underflow where the tail does not.
      guard square < 1e150 else { return powerTail(t) }
      return levekar_beta_i(n / 2, 0.5, n / (n + square)) / 2
    }
    // Near the centre the complement is taken by subtraction: Boost's own rounds 1 − x to 1 at ν = 1.
    let share = square / (n + square)
    let centre = levekar_beta_i(0.5, n / 2, share)
    return centre < 0.5 ? (1 - centre) / 2 : levekar_beta_i_complement(0.5, n / 2, share) / 2
  }

  /// The leading term of the tail, ½ (n/t²)^{n/2} / (n/2 · B(n/2, ½)); the next is smaller by n²/t².
  private func powerTail(_ t: Double) -> Double {
    guard t.isFinite else { return 0 }
    return 0.5 * exp(-degreesOfFreedom * (log(t) - log(degreesOfFreedom) / 2) - logTailConstant)
  }

  /// log(n/2 · B(n/2, ½)).
  private var logTailConstant: Double {
    let a = degreesOfFreedom / 2
    return unchecked.logGamma(a + 1) + 0.5723649429247000870 - unchecked.logGamma(a + 0.5)
  }

  /// The t ≥ 0 with P(T > t) = p for 0 < p ≤ ½.
  private func upperHalf(_ p: Double) -> Double {
    let n = degreesOfFreedom
    let start: Double
    if p > 0.25 {
      let (share, rest) = inverseBeta(0.5, n / 2, 1 - 2 * p)
      start = (n * share / rest).squareRoot()
    } else {
      // t from the power tail, exact once n/t² is below rounding.
      let logarithm = log(n) / 2 - (log(2 * p) + logTailConstant) / n
      if logarithm > 40 + log(n) { return exp(logarithm) }
      let (share, rest) = inverseBeta(n / 2, 0.5, 2 * p)
      start = (n * rest / share).squareRoot()
    }
    return polished(start, p)
  }

  /// One Newton step on log P, which takes the inverse from 10⁻¹³ to the accuracy of the tail itself.
  private func polished(_ t: Double, _ p: Double) -> Double {
    guard t > 0, t.isFinite else { return t }
    let tail = upperTail(t)
    let step = (tail - p) / pdf(t)
    return step.isFinite && abs(step) < 1e-6 * t ? t + step : t
  }
}
