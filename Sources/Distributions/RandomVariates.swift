import Foundation

extension RandomStream {
  /// A normal number, as the quantile of one uniform: one draw each, |z| ≤ 8.3.
  ///
  /// - Throws: As ``Normal/init(mean:standardDeviation:)``.
  public mutating func normal(mean: Double, standardDeviation: Double) throws(DistributionError) -> Double {
    let distribution = try Normal(mean: mean, standardDeviation: standardDeviation)
    return distribution.location + distribution.scale * standardNormal()
  }

  /// A standard normal number, as the quantile of one uniform: one draw each, |z| ≤ 8.3.
  public mutating func standardNormal() -> Double {
    Normal.standardUpperQuantile(openUniform())
  }

  /// A Poisson count with the given mean.
  ///
  /// Means below 10 by inversion, others by transformed rejection with the exact log probability (Hörmann 1993,
  /// Insurance: Mathematics and Economics 12:39, algorithm PTRS).
  ///
  /// - Throws: As ``Poisson/init(mean:)``.
  public mutating func poisson(mean: Double) throws(DistributionError) -> Int {
    let distribution = try Poisson(mean: mean)
    if mean < 10 {
      return inverted(first: exp(-mean), last: 1000) { mean / Double($0) }
    }
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let accepted = 0.9277 - 3.6224 / (b - 2)
    return rejected(a: a, b: b, shift: mean + 0.43, last: 1 << 53, accepted: accepted) { k, v, hat in
      log(v * inverseAlpha / hat) <= distribution.logPDF(k)
    }
  }

  /// A binomial count.
  ///
  /// With n·min(p, 1 − p) below 10 by inversion, otherwise by transformed rejection with the exact log probability
  /// (Hörmann 1993, Journal of Statistical Computation and Simulation 46:101, algorithm BTRS).
  ///
  /// - Throws: As ``Binomial/init(trials:probability:)``.
  public mutating func binomial(trials: Int, probability: Double) throws(DistributionError) -> Int {
    let distribution = try Binomial(trials: trials, probability: min(probability, 1 - probability))
    let count = binomialOfSmaller(distribution)
    return probability > 0.5 ? trials - count : count
  }

  private mutating func binomialOfSmaller(_ distribution: Binomial) -> Int {
    let n = Double(distribution.trials)
    let p = distribution.probability
    if n * p < 10 {
      let odds = p / (1 - p)
      return inverted(first: exp(n * log1p(-p)), last: distribution.trials) {
        (n - Double($0) + 1) / Double($0) * odds
      }
    }
    let deviation = (n * p * (1 - p)).squareRoot()
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let alpha = (2.83 + 5.1 / b) * deviation
    let atMode = distribution.logPDF(Int((n + 1) * p))
    return rejected(a: a, b: b, shift: n * p + 0.5, last: distribution.trials, accepted: 0.92 - 4.2 / b) {
      k, v, hat in log(v * alpha / hat) <= distribution.logPDF(k) - atMode
    }
  }

  /// Inversion by adding up probabilities from 0; `ratio(k)` is P(k)/P(k − 1).
  private mutating func inverted(first: Double, last: Int, ratio: (Int) -> Double) -> Int {
    var rest = uniform()
    var mass = first
    var k = 0
    while rest >= mass, k < last {
      rest -= mass
      k += 1
      mass *= ratio(k)
    }
    return k
  }

  /// Transformed rejection: proposes counts until one lies under the probability.
  private mutating func rejected(
    a: Double, b: Double, shift: Double, last: Int, accepted: Double,
    under: (_ count: Int, _ v: Double, _ hat: Double) -> Bool
  ) -> Int {
    while true {
      let u = openUniform() - 0.5
      let v = openUniform()
      let width = 0.5 - abs(u)
      let proposal = ((2 * a / width + b) * u + shift).rounded(.down)
      guard proposal >= 0, proposal <= Double(last) else { continue }
      let count = Int(proposal)
      if width >= 0.07, v <= accepted { return count }
      if under(count, v, a / (width * width) + b) { return count }
    }
  }
}
