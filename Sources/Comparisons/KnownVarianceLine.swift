import Distributions
import Estimates
import Indicators

/// A straight line through values whose standard errors are known, with the χ² that says whether they wobble about it more
/// than those errors allow.
///
///     let line = try KnownVarianceLine(times: [2019, 2020, 2021], values: gaps, errors: standardErrors)
///     line.slope()                  // per unit of time
///     line.heterogeneityPValue
///     line.predicted(at: 2028)
///
/// With wᵢ = 1/sᵢ², t̄ = Σwᵢtᵢ/Σwᵢ, S = Σwᵢ(tᵢ − t̄)²:
///
///     b = Σ wᵢ(tᵢ − t̄)yᵢ / S,   Var(b) = φ/S,   Q = Σ wᵢ(yᵢ − ŷᵢ)² ~ χ²(k − 2),   φ = max(1, Q/(k − 2))
///
/// - Shape: k ≥ 2 values; of two the line goes through both, and Q has no degrees of freedom. Unit: that of the values, per
///   unit of time.
/// - The factor φ widens intervals where the values are further from the line than their errors explain; it never narrows
///   them. With few values φ is itself uncertain, so at strong heterogeneity and k below about six the interval still
///   covers somewhat less than its level.
/// - Suppressed values have no error and never reach this type.
/// - Errors: fewer than two values, unlike lengths, numbers that are not finite, an error not above 0, all at one time.
/// - References: Cochran (1954) Biometrics 10:101 for Q; Birge (1932) Phys Rev 40:207 for φ.
public struct KnownVarianceLine: Sendable, Hashable {
  /// k.
  public let count: Int
  /// t̄, the weighted mean of the times.
  public let centre: Double
  /// ŷ at t̄, the weighted mean of the values.
  public let level: Double
  /// b.
  public let slopeValue: Double
  /// Σw.
  public let weight: Double
  /// S.
  public let spread: Double
  /// Q.
  public let heterogeneity: Double
  /// The harmonic mean of the variances, for a value that is still to come.
  public let typicalVariance: Double

  /// Fits the line.
  public init(times: [Double], values: [Double], errors: [Double]) throws(StatisticsError) {
    guard times.count == values.count else { throw .unequalLengths("values", times.count, values.count) }
    guard times.count == errors.count else { throw .unequalLengths("errors", times.count, errors.count) }
    guard times.count >= 2 else { throw .tooFewObservations(needed: 2, found: times.count) }
    for number in times + values where !number.isFinite { throw .notFinite(what: "value") }
    for error in errors where !(error > 0 && error.isFinite && (1 / (error * error)).isFinite) {
      throw .parameter(name: "standard-error", value: error)
    }
    let weights = errors.map { 1 / ($0 * $0) }
    let total = weights.reduce(0, +)
    // From the first time and value on, so that years near 2020 lose no digits.
    let (origin, base) = (times[0], values[0])
    let centre = zip(weights, times).reduce(0) { $0 + $1.0 * ($1.1 - origin) } / total
    let mean = zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 - base) } / total
    var (spread, product) = (0.0, 0.0)
    for index in times.indices {
      let t = times[index] - origin - centre
      spread += weights[index] * t * t
      product += weights[index] * t * (values[index] - base - mean)
    }
    guard spread > 0 else { throw .noVariationInTime }
    let slope = product / spread
    var misfit = 0.0
    for index in times.indices {
      let residual = values[index] - base - mean - slope * (times[index] - origin - centre)
      misfit += weights[index] * residual * residual
    }
    guard slope.isFinite, misfit.isFinite else { throw .notFinite(what: "slope") }
    count = times.count
    self.centre = origin + centre
    level = base + mean
    slopeValue = slope
    weight = total
    self.spread = spread
    heterogeneity = times.count > 2 ? misfit : 0
    typicalVariance = Double(times.count) / total
  }

  /// φ = max(1, Q/(k − 2)); 1 for two values.
  public var inflation: Double { count > 2 ? max(1, heterogeneity / Double(count - 2)) : 1 }

  /// P(χ²(k − 2) ≥ Q); `nil` for two values.
  public var heterogeneityPValue: Double? {
    count > 2 ? (try? ChiSquared(degreesOfFreedom: Double(count - 2)))?.survival(heterogeneity) : nil
  }

  /// √(φ/S), the standard error of the slope.
  public var slopeError: Double { (inflation / spread).squareRoot() }

  /// The two-sided p-value of no slope.
  public var pValue: Double { min(1, 2 * Normal.standard.survival(abs(slopeValue) / slopeError)) }

  /// The slope with its interval, b ± z√(φ/S).
  public func slope(level: ConfidenceInterval.Level = .p95) -> Estimate {
    estimate(slopeValue, error: slopeError, level)
  }

  /// The slope times a stretch of time: what the line changes from `first` to `last`.
  public func change(from first: Double, to last: Double, level: ConfidenceInterval.Level = .p95) -> Estimate
  {
    slope(level: level).scaled(by: last - first)
  }

  /// The height of the line at a time, with the interval of the line.
  public func fitted(at time: Double, level: ConfidenceInterval.Level = .p95) -> Estimate {
    estimate(height(time), error: lineError(time), level)
  }

  /// The value to be seen at a time, if the line goes on: the interval holds the line's uncertainty and that of one more
  /// value of typical precision.
  public func predicted(at time: Double, level: ConfidenceInterval.Level = .p95) -> Estimate {
    let line = lineError(time)
    return estimate(height(time), error: (line * line + inflation * typicalVariance).squareRoot(), level)
  }

  private func height(_ time: Double) -> Double { self.level + slopeValue * (time - centre) }

  private func lineError(_ time: Double) -> Double {
    let distance = time - centre
    return (inflation * (1 / weight + distance * distance / spread)).squareRoot()
  }

  private func estimate(_ value: Double, error: Double, _ level: ConfidenceInterval.Level) -> Estimate {
    let reach = level.normalQuantile * error
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - reach, upper: value + reach, level: level),
      standardError: error, method: .knownVarianceLine, n: Double(count),
      diagnostics: (heterogeneityPValue ?? 1) < 0.05 ? [.heterogeneousSeries] : [])
  }
}

extension Method {
  /// A line through values of known precision.
  public static let knownVarianceLine = Method("line.known-variance")
}

extension Diagnostic {
  /// The values are further from the line than their own uncertainty explains; the interval is widened for it.
  public static let heterogeneousSeries = Diagnostic("heterogeneous-series")
}
