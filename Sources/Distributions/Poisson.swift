import Foundation

/// The Poisson distribution with mean λ.
///
/// P(X = k) = λᵏ e^{−λ} / k!; P(X ≤ k) = Q(k + 1, λ).
public struct Poisson: Distribution, Equatable {
  /// λ.
  public let rate: Double
  private static let last = 1 << 53

  /// A Poisson distribution; a rate of 0 puts everything on 0.
  ///
  /// - Throws: ``DistributionError/parameter(distribution:name:value:)`` unless 0 ≤ λ ≤ 10¹⁵, so that counts stay
  ///   exact doubles.
  public init(mean: Double) throws(DistributionError) {
    guard mean >= 0, mean <= 1e15 else {
      throw .parameter(distribution: "Poisson", name: "mean", value: mean)
    }
    rate = mean
  }

  /// λ.
  public var mean: Double? { rate }
  /// λ.
  public var variance: Double? { rate }

  /// log P(X = k).
  public func logPDF(_ k: Int) -> Double {
    guard k >= 0 else { return -.infinity }
    guard rate > 0 else { return k == 0 ? 0 : -.infinity }
    return logPoissonMass(Double(k), rate)
  }

  /// P(X ≤ k).
  public func cdf(_ k: Int) -> Double {
    if k < 0 { return 0 }
    return rate == 0 ? 1 : unchecked.gammaQ(Double(k) + 1, rate)
  }

  /// P(X > k).
  public func survival(_ k: Int) -> Double {
    if k < 0 { return 1 }
    return rate == 0 ? 0 : unchecked.gammaP(Double(k) + 1, rate)
  }

  /// The smallest k with P(X ≤ k) ≥ p; none at p = 1 unless λ = 0.
  public func quantile(_ p: Double) throws(DistributionError) -> Int {
    try requireProbability(p)
    guard p < 1 || rate == 0 else { throw .infiniteQuantile(distribution: "Poisson", probability: p) }
    return smallestCount(near: guess(upperTail: 1 - p), last: Self.last) { cdf($0) >= p } ?? Self.last
  }

  /// The smallest k with P(X > k) ≤ p; none at p = 0 unless λ = 0.
  public func upperQuantile(_ p: Double) throws(DistributionError) -> Int {
    try requireProbability(p)
    guard p > 0 || rate == 0 else { throw .infiniteQuantile(distribution: "Poisson", probability: p) }
    return smallestCount(near: guess(upperTail: p), last: Self.last) { survival($0) <= p } ?? Self.last
  }

  private func guess(upperTail p: Double) -> Double {
    let deviation = rate.squareRoot()
    return guessedCount(
      mean: rate, standardDeviation: deviation, skewness: deviation > 0 ? 1 / deviation : 0, upperTail: p)
  }
}
