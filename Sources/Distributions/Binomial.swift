import CSpecialFunctions
import Foundation

/// The number of successes in n independent trials, each with probability p.
///
/// P(X = k) = C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ; P(X ≤ k) = 1 − I(p; k + 1, n − k).
public struct Binomial: Distribution, Equatable {
  /// n.
  public let trials: Int
  /// p.
  public let probability: Double

  /// A binomial distribution.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless 0 ≤ n ≤ 2⁵³ and 0 ≤ p ≤ 1.
  public init(trials: Int, probability: Double) throws(DistributionError) {
    guard trials >= 0, trials <= 1 << 53 else {
      throw .parameter(distribution: "Binomial", name: "trials", value: Double(trials))
    }
    guard probability >= 0, probability <= 1 else {
      throw .parameter(distribution: "Binomial", name: "probability", value: probability)
    }
    self.trials = trials
    self.probability = probability
  }

  /// np.
  public var mean: Double? { Double(trials) * probability }
  /// np(1 − p).
  public var variance: Double? { Double(trials) * probability * (1 - probability) }

  /// log P(X = k).
  public func logPDF(_ k: Int) -> Double {
    guard k >= 0, k <= trials else { return -.infinity }
    return logBinomialMass(Double(k), rest: Double(trials - k), probability, 1 - probability)
  }

  /// P(X ≤ k).
  public func cdf(_ k: Int) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return levekar_beta_i_complement(Double(k) + 1, Double(trials - k), probability)
  }

  /// P(X > k).
  public func survival(_ k: Int) -> Double {
    if k < 0 { return 1 }
    if k >= trials { return 0 }
    return levekar_beta_i(Double(k) + 1, Double(trials - k), probability)
  }

  /// The smallest k with P(X ≤ k) ≥ p.
  public func quantile(_ p: Double) throws(DistributionError) -> Int {
    try requireProbability(p)
    return smallestCount(near: guess(upperTail: 1 - p), last: trials) { cdf($0) >= p } ?? trials
  }

  /// The smallest k with P(X > k) ≤ p.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Int {
    try requireProbability(p)
    return smallestCount(near: guess(upperTail: p), last: trials) { survival($0) <= p } ?? trials
  }

  private func guess(upperTail p: Double) -> Double {
    let deviation = (Double(trials) * probability * (1 - probability)).squareRoot()
    return guessedCount(
      mean: Double(trials) * probability, standardDeviation: deviation,
      skewness: deviation > 0 ? (1 - 2 * probability) / deviation : 0, upperTail: p)
  }
}
