import CSpecialFunctions
import Foundation

/// The negative binomial distribution with mean μ and size r: a Poisson count whose rate is gamma distributed.
///
/// P(X = k) = Γ(k + r) / (k! Γ(r)) pʳ (1 − p)ᵏ with p = r/(r + μ), so the variance is μ + μ²/r;
/// P(X ≤ k) = I(p; r, k + 1).
public struct NegativeBinomial: Distribution, Equatable {
  /// μ.
  public let expectation: Double
  /// r, the inverse of the overdispersion.
  public let size: Double
  private static let last = 1 << 53

  /// A negative binomial distribution; a mean of 0 puts everything on 0.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless 0 ≤ μ ≤ 10¹⁵ and
  ///   10⁻⁶ ≤ r ≤ 10¹⁰. Beyond that a Poisson distribution is the same to the last digits.
  public init(mean: Double, size: Double) throws(DistributionError) {
    guard mean >= 0, mean <= 1e15 else {
      throw .parameter(distribution: "NegativeBinomial", name: "mean", value: mean)
    }
    try requireShape(size, "size", of: "NegativeBinomial")
    expectation = mean
    self.size = size
  }

  /// The number of failures before the r-th success when each trial succeeds with probability p.
  ///
  /// - Throws: As ``init(mean:size:)``, and unless 0 < p ≤ 1.
  public init(size: Double, probability: Double) throws(DistributionError) {
    guard probability > 0, probability <= 1 else {
      throw .parameter(distribution: "NegativeBinomial", name: "probability", value: probability)
    }
    try requireShape(size, "size", of: "NegativeBinomial")
    try self.init(mean: size * ((1 - probability) / probability), size: size)
  }

  /// μ.
  public var mean: Double? { expectation }
  /// μ + μ²/r.
  public var variance: Double? { expectation * (1 + expectation / size) }

  private var success: Double { size / (size + expectation) }
  private var failure: Double { expectation / (size + expectation) }

  /// log P(X = k).
  public func logPDF(_ k: Int) -> Double {
    guard k >= 0 else { return -.infinity }
    guard expectation > 0 else { return k == 0 ? 0 : -.infinity }
    let x = Double(k)
    if k == 0 { return -size * log1p(expectation / size) }
    return logBinomialMass(size, rest: x, success, failure) - log1p(x / size)
  }

  /// P(X ≤ k).
  public func cdf(_ k: Int) -> Double {
    if k < 0 { return 0 }
    guard expectation > 0 else { return 1 }
    // Whichever of p and 1 − p is small keeps its digits.
    return success <= failure
      ? levekar_beta_i(size, Double(k) + 1, success) : levekar_beta_i_complement(Double(k) + 1, size, failure)
  }

  /// P(X > k).
  public func survival(_ k: Int) -> Double {
    if k < 0 { return 1 }
    guard expectation > 0 else { return 0 }
    return success <= failure
      ? levekar_beta_i_complement(size, Double(k) + 1, success) : levekar_beta_i(Double(k) + 1, size, failure)
  }

  /// The smallest k with P(X ≤ k) ≥ p; none at p = 1 unless μ = 0.
  public func quantile(_ p: Double) throws(DistributionError) -> Int {
    try requireProbability(p)
    guard p < 1 || expectation == 0 else {
      throw .infiniteQuantile(distribution: "NegativeBinomial", probability: p)
    }
    return smallestCount(near: guess(upperTail: 1 - p), last: Self.last) { cdf($0) >= p } ?? Self.last
  }

  /// The smallest k with P(X > k) ≤ p; none at p = 0 unless μ = 0.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Int {
    try requireProbability(p)
    guard p > 0 || expectation == 0 else {
      throw .infiniteQuantile(distribution: "NegativeBinomial", probability: p)
    }
    return smallestCount(near: guess(upperTail: p), last: Self.last) { survival($0) <= p } ?? Self.last
  }

  private func guess(upperTail p: Double) -> Double {
    let deviation = (expectation * (1 + expectation / size)).squareRoot()
    let skewness = deviation > 0 ? (1 + 2 * expectation / size) / deviation : 0
    return guessedCount(mean: expectation, standardDeviation: deviation, skewness: skewness, upperTail: p)
  }
}
