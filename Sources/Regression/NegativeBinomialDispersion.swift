import Distributions
import Foundation

/// The dispersion α of a negative binomial model that has the largest likelihood, the means refitted for each α.
///
/// With r = 1/α the derivative of the log likelihood is
///
///     dl/dr = Σ [ψ(y + r) − ψ(r) + log(r/(r + μ)) + (μ − y)/(r + μ)],   dl/dα = −r² dl/dr
///
/// At the best means their own derivative vanishes, so a zero of this one is a maximum of the profile.
enum NegativeBinomialDispersion {
  /// The dispersion; 0 where ½ Σ[(y − μ)² − y] at Poisson's means, the derivative at α = 0, is not positive.
  ///
  /// - Parameter means: The fitted means for a dispersion.
  static func ofLargestLikelihood(
    _ counts: [Double], poissonMeans: [Double], means: (Double) throws(RegressionError) -> [Double]
  ) throws(RegressionError) -> Double {
    var excess = 0.0
    var squares = 0.0
    for (count, mean) in zip(counts, poissonMeans) {
      excess += (count - mean) * (count - mean) - count
      squares += mean * mean
    }
    guard excess > 0, squares > 0 else { return 0 }
    func slope(_ u: Double) throws(RegressionError) -> Double {
      let alpha = exp(u)
      return derivative(alpha, counts, try means(alpha))
    }
    // Below this the counts cannot be told from Poisson's; above, the counts have no mean to speak of.
    let (lowest, highest) = (log(1e-9), log(1e6))
    var low = min(max(log(excess / squares), lowest), highest)
    var high = low
    var (atLow, atHigh) = (try slope(low), 0.0)
    atHigh = atLow
    while atLow <= 0 {
      guard low > lowest else { return 0 }
      (high, atHigh) = (low, atLow)
      low = max(low - 1.5, lowest)
      atLow = try slope(low)
    }
    while atHigh > 0 {
      guard high < highest else { throw .notConverged(iterations: 0) }
      (low, atLow) = (high, atHigh)
      high = min(high + 1.5, highest)
      atHigh = try slope(high)
    }
    return exp(try root(slope, low, atLow, high, atHigh))
  }

  /// Brent's root of a function between two places where its signs differ (*Algorithms for Minimization Without
  /// Derivatives*, 1973, §4): inverse quadratic interpolation, or bisection where that does not shrink fast enough.
  private static func root(
    _ function: (Double) throws(RegressionError) -> Double, _ first: Double, _ atFirst: Double,
    _ second: Double, _ atSecond: Double
  ) throws(RegressionError) -> Double {
    var (a, fa, b, fb) = (first, atFirst, second, atSecond)
    var (c, fc) = (a, fa)
    var step = b - a
    var before = step
    for _ in 0..<200 {
      if (fb > 0) == (fc > 0) {
        (c, fc) = (a, fa)
        step = b - a
        before = step
      }
      if abs(fc) < abs(fb) { (a, fa, b, fb, c, fc) = (b, fb, c, fc, b, fb) }
      let tolerance = 2 * Double.ulpOfOne * abs(b) + 1e-13
      let half = (c - b) / 2
      if abs(half) <= tolerance || fb == 0 { break }
      if abs(before) >= tolerance, abs(fa) > abs(fb) {
        let s = fb / fa
        var (p, q) = (2 * half * s, 1 - s)
        if a != c {
          let (t, r) = (fa / fc, fb / fc)
          p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
          q = (t - 1) * (r - 1) * (s - 1)
        }
        if p > 0 { q = -q } else { p = -p }
        if 2 * p < min(3 * half * q - abs(tolerance * q), abs(before * q)) {
          (before, step) = (step, p / q)
        } else {
          (before, step) = (half, half)
        }
      } else {
        (before, step) = (half, half)
      }
      (a, fa) = (b, fb)
      b += abs(step) > tolerance ? step : (half > 0 ? tolerance : -tolerance)
      fb = try function(b)
    }
    return b
  }

  /// α dl/dα.
  private static func derivative(_ alpha: Double, _ counts: [Double], _ means: [Double]) -> Double {
    let size = 1 / alpha
    var sum = 0.0
    for (count, mean) in zip(counts, means) {
      sum += difference(count, size) - log1p(mean / size) + (mean - count) / (size + mean)
    }
    return -size * sum
  }

  /// ψ(y + r) − ψ(r); for a small whole y the sum it is, which does not cancel.
  private static func difference(_ count: Double, _ size: Double) -> Double {
    if count == count.rounded(), count <= 200 {
      var sum = 0.0
      for place in 0..<Int(count) { sum += 1 / (size + Double(place)) }
      return sum
    }
    return ((try? SpecialFunctions.digamma(count + size)) ?? .nan)
      - ((try? SpecialFunctions.digamma(size)) ?? .nan)
  }
}
