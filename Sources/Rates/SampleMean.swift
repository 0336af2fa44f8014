import Estimates
import Indicators

/// A mean of independent observations, with Student's interval.
///
///     let mean = try SampleMean(of: [33.1, 48.4, 64.8, 68.0])
///     mean.estimate().interval
///
/// x̄ ± t_{n−1}(1 − α/2) · s/√n, with s² = Σ(x − x̄)²/(n − 1).
///
/// - Shape: observations, or their mean, standard deviation and number. Unit: that of the observations.
/// - Fewer than thirty observations give `few-observations`: the interval then leans on their being near normal.
/// - One observation has a mean but no interval: reason `too-few-points`.
/// - Reference: Student (1908) Biometrika 6:1.
public struct SampleMean: Sendable, Hashable {
  /// x̄.
  public let mean: Double
  /// s, 0 for a single observation.
  public let standardDeviation: Double
  /// n.
  public let count: Int

  /// The mean of observations.
  ///
  /// The mean is corrected by the mean of the deviations from it, and their sum is taken out of the sum of squares, so
  /// that neither suffers when the spread is small beside the mean.
  /// - Throws: ``Estimates/StatisticsError`` for no observations, or one that is not finite.
  public init(of values: [Double]) throws(StatisticsError) {
    guard !values.isEmpty else { throw .tooFewObservations(needed: 1, found: 0) }
    for value in values where !value.isFinite { throw .notFinite(what: "value") }
    let n = Double(values.count)
    // Divided first: the sum of finite values may overflow, the mean cannot.
    let first = values.reduce(0) { $0 + $1 / n }
    var deviations = 0.0
    var squares = 0.0
    for value in values {
      let deviation = value - first
      deviations += deviation
      squares += deviation * deviation
    }
    let variance = values.count > 1 ? max(0, squares - deviations * deviations / n) / (n - 1) : 0
    try self.init(mean: first + deviations / n, standardDeviation: variance.squareRoot(), count: values.count)
  }

  /// A mean whose moments are known.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than one observation, or numbers that are not finite or negative
  ///   where they may not be.
  public init(mean: Double, standardDeviation: Double, count: Int) throws(StatisticsError) {
    guard count >= 1 else { throw .tooFewObservations(needed: 1, found: count) }
    guard mean.isFinite, standardDeviation.isFinite else { throw .notFinite(what: "mean") }
    guard standardDeviation >= 0 else {
      throw .parameter(name: "standard-deviation", value: standardDeviation)
    }
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.count = count
  }

  /// Below this many observations the interval is called short of them: of skewed ones it then misses twice as often as
  /// its level says, or more.
  static let fewObservations = 30

  /// s/√n; `nil` for a single observation.
  public var standardError: Double? {
    count > 1 ? standardDeviation / Double(count).squareRoot() : nil
  }

  /// The mean with Student's interval.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    guard let error = standardError, let t = level.studentQuantile(degreesOfFreedom: Double(count - 1)) else {
      return Estimate(mean, intervalReason: .tooFewPoints, method: .studentMean, n: Double(count))
    }
    return Estimate(
      mean, interval: ConfidenceInterval(lower: mean - t * error, upper: mean + t * error, level: level),
      standardError: error, method: .studentMean, n: Double(count),
      diagnostics: count < Self.fewObservations ? [.fewObservations] : [])
  }
}

extension Method {
  /// A mean with Student's t interval.
  public static let studentMean = Method("mean.t")
}

extension Diagnostic {
  /// Fewer than thirty observations: the interval leans on their being near normal, and is too narrow for skewed ones.
  public static let fewObservations = Diagnostic("few-observations")
}
