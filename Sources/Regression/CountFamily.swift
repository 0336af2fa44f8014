import Distributions
import Foundation

extension GeneralizedLinearModel.Family {
  /// V(μ), with dispersion 1.
  func variance(mean: Double, trials: Double) -> Double {
    switch self {
    case .poisson: mean
    case .negativeBinomial(let alpha): mean + alpha * mean * mean
    case .binomial: mean * (1 - mean / trials)
    }
  }

  /// The contribution of one count to the deviance, at least 0.
  func unitDeviance(_ count: Double, mean: Double, trials: Double) -> Double {
    let likeness = count > 0 ? count * log(count / mean) : 0
    switch self {
    case .poisson: return 2 * (likeness - (count - mean))
    case .binomial:
      let rest = trials - count
      return 2 * (likeness + (rest > 0 ? rest * log(rest / (trials - mean)) : 0))
    case .negativeBinomial(let alpha):
      guard alpha > 0 else { return 2 * (likeness - (count - mean)) }
      // (y + 1/α) log((1 + αy)/(1 + αμ)); the quotient is near 1 for small α.
      let part = (count + 1 / alpha) * log1p(alpha * (count - mean) / (1 + alpha * mean))
      return 2 * (likeness - part)
    }
  }

  /// The log of the probability of one count; of counts that are not whole, the same formula.
  func logDensity(_ count: Double, mean: Double, trials: Double) -> Double {
    func logFactorial(_ x: Double) -> Double { (try? SpecialFunctions.logGamma(x + 1)) ?? .nan }
    let logMean = count > 0 ? count * log(mean) : 0
    switch self {
    case .poisson: return logMean - mean - logFactorial(count)
    case .binomial:
      let (share, rest) = (mean / trials, trials - count)
      return (count > 0 ? count * log(share) : 0) + (rest > 0 ? rest * log1p(-share) : 0)
        + logFactorial(trials) - logFactorial(count) - logFactorial(rest)
    case .negativeBinomial(let alpha):
      guard alpha > 0 else { return logMean - mean - logFactorial(count) }
      let size = 1 / alpha
      return logFactorial(count + size - 1) - logFactorial(size - 1) - logFactorial(count)
        + (count > 0 ? count * log(alpha * mean) : 0) - (count + size) * log1p(alpha * mean)
    }
  }
}
