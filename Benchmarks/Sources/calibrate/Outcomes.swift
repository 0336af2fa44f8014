import Levekar

/// The counts that can come out, each with its probability.
///
/// Whole sample spaces where they are small; of large ones the counts between the quantiles of `tail`, whose
/// probabilities add up to 1 within twice that.
struct Outcomes {
  /// What may be left out at each end.
  static let tail = 1e-8

  let counts: [Int]
  let probabilities: [Double]

  static func binomial(trials: Int, probability: Double) throws -> Outcomes {
    let distribution = try Binomial(trials: trials, probability: probability)
    return Outcomes(
      try distribution.quantile(tail)...(try distribution.upperQuantile(tail)), distribution.logPDF)
  }

  static func poisson(mean: Double) throws -> Outcomes {
    let distribution = try Poisson(mean: mean)
    return Outcomes(
      try distribution.quantile(tail)...(try distribution.upperQuantile(tail)), distribution.logPDF)
  }

  init(_ counts: ClosedRange<Int>, _ logProbability: (Int) -> Double) {
    self.counts = Array(counts)
    probabilities = counts.map { exponential(logProbability($0)) }
  }

  /// The expectation of `judge` over all counts.
  func expectation(_ judge: (Int) -> SIMD8<Double>) -> SIMD8<Double> {
    var sum = SIMD8<Double>.zero
    for (count, probability) in zip(counts, probabilities) { sum += judge(count) * probability }
    return sum
  }

  /// The expectation of `judge` over all pairs of this count and an independent other.
  ///
  /// Sums are formed for each count of the first and added in their order, so that threads change nothing.
  func expectation(
    with other: Outcomes, threads: ThreadLimit, _ judge: @Sendable (Int, Int) -> SIMD8<Double>
  ) -> SIMD8<Double> {
    var parts = [SIMD8<Double>](repeating: .zero, count: counts.count)
    parts.withUnsafeMutableBufferPointer { parts in
      // Ranges are disjoint and within the buffer, which has a place for each count.
      nonisolated(unsafe) let parts = parts
      parallelFor(counts.count, threads: threads) { range in
        for index in range {
          parts[index] = other.expectation { judge(counts[index], $0) } * probabilities[index]
        }
      }
    }
    return parts.reduce(.zero, +)
  }
}
