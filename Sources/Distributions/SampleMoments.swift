/// The mean and standard deviation of a sample, to the last digits the data hold.
///
///     let moments = try SampleMoments([10_000_001, 10_000_003, 10_000_002])
///     moments.mean                  // 10000002
///     moments.standardDeviation     // 1
///
/// The mean is a compensated sum over n. The variance is the two-pass form Σd² − (Σd)²/n over n − 1, with d the
/// deviations from the rounded mean, so a large mean does not swallow a small spread.
/// Reference: Chan, Golub and LeVeque (1983) The American Statistician 37:242.
public struct SampleMoments: Sendable, Equatable {
  /// Number of values; at least 1.
  public let count: Int
  /// Σx/n.
  public let mean: Double
  /// Σ(x − mean)²/(n − 1), or nothing for one value.
  public let variance: Double?

  /// √(Σ(x − mean)²/(n − 1)), or nothing for one value; it holds where the variance would underflow.
  public let standardDeviation: Double?

  /// Takes the moments of `values`.
  ///
  /// - Throws: ``DistributionError/tooFewValues(needed:given:)`` for an empty sample,
  ///   ``DistributionError/notFinite(index:)`` and, where the variance itself is beyond `Double`,
  ///   ``DistributionError/overflow``.
  public init(_ values: [Double]) throws(DistributionError) {
    guard !values.isEmpty else { throw .tooFewValues(needed: 1, given: 0) }
    if let index = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(index: index) }
    let largest = values.reduce(0) { max($0, abs($1)) }
    // Scaling by a power of two is exact and keeps the sums and squares of huge and tiny values in range.
    let unit =
      largest > 0 ? Double(sign: .plus, exponent: max(-1022, largest.exponent), significand: 1) : 1
    let n = Double(values.count)
    var sum = CompensatedSum()
    for value in values { sum.add(value / unit) }
    let centre = sum.value / n
    var deviations = CompensatedSum()
    var squares = CompensatedSum()
    for value in values {
      let deviation = value / unit - centre
      deviations.add(deviation)
      squares.add(deviation * deviation)
    }
    count = values.count
    mean = centre * unit
    guard values.count > 1 else {
      variance = nil
      standardDeviation = nil
      return
    }
    let scaled = max(0, squares.value - deviations.value * deviations.value / n) / (n - 1)
    let result = scaled * unit * unit
    guard result.isFinite else { throw .overflow }
    variance = result
    standardDeviation = scaled.squareRoot() * unit
  }
}

/// A running sum with what rounding took kept beside it (Neumaier 1974, ZAMM 54:39).
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ value: Double) {
    let next = sum + value
    lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
