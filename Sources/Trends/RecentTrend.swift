import Distributions
import Estimates
import Foundation
import Indicators

/// The recent-trend rule of England's public health profiles (Fingertips), on the last five yearly points.
///
///     let trend = try RecentTrend(counts: [994, 1023, 1199, 1332, 1367], of: [40299, 41527, 42811, 44064, 44701])
///     trend.chiSquared      // 47.90
///     trend.verdict         // .increasing
///
/// Shares: Cochran and Armitage's test for trend, with counts r of n at t = 1, 2, …,
///
///     χ² = N (N Σrt − R Σnt)² / [R (N − R) (N Σnt² − (Σnt)²)]
///
/// Other figures: weighted least squares with w = 1/se², b/SE(b) squared, SE²(b) = Σw/(Σw Σwt² − (Σwt)²): the
/// standard errors are taken as known. There is a trend where χ² exceeds χ²₁(0.998) = 9.5495 **and** the slope keeps
/// its sign when any one point is left out (shares: the unweighted slope of the logits); else one odd year has made
/// it, and the verdict is no change.
///
/// - Shape: one number a yearly point, in order, without holes; the rule is for five. Zero counts: half an event is
///   added on both sides of every point's logit, which the rule as published does not do, and fails. A count that
///   equals its denominator has no logit and is refused, as the rule says.
/// - References: Fingertips technical guidance, "Recent trends"; Armitage (1955) Biometrics 11:375.
public struct RecentTrend: Sendable, Equatable {
  /// What the rule says.
  public enum Verdict: Sendable, Equatable {
    /// No clear change.
    case noChange
    /// Rising.
    case increasing
    /// Falling.
    case decreasing
  }

  /// χ²₁(0.998): what the statistic must exceed.
  public static let criticalValue = 9.54953570608324
  /// The points the rule looks at.
  public static let pointsOfRule = 5

  /// The statistic, with one degree of freedom.
  public let chiSquared: Double
  /// Change for each step, in the unit of the values (of counts: as a share).
  public let slope: Double
  /// Its standard error under no trend.
  public let slopeStandardError: Double
  /// Whether the slope keeps its sign whichever point is left out.
  public let keepsSign: Bool
  /// How many points there were.
  public let points: Int
  /// Which of the two tests.
  public let method: Method

  /// The trend of shares.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than three points, counts below 0 or above their denominator,
  ///   and ``Estimates/StatisticsError/shareOfOne`` where one equals it.
  public init(counts: [Double], of denominators: [Double]) throws(StatisticsError) {
    guard counts.count == denominators.count else {
      throw .unequalLengths("denominators", counts.count, denominators.count)
    }
    guard counts.count >= 3 else { throw .tooFewObservations(needed: 3, found: counts.count) }
    for (count, all) in zip(counts, denominators) {
      guard count.isFinite, all.isFinite else { throw .notFinite(what: "count") }
      guard all > 0 else { throw .emptyDenominator(all) }
      guard count >= 0 else { throw .negativeCount(count) }
      guard count <= all else { throw .numeratorExceedsDenominator(numerator: count, denominator: all) }
      guard count < all else { throw .shareOfOne }
    }
    // Σn(t − t̄)² and Σ(r − n p̄)(t − t̄), which are the terms of the formula over N, without their cancellation.
    let total = denominators.reduce(0, +)
    let share = counts.reduce(0, +) / total
    let times = counts.indices.map { Double($0 + 1) }
    let mean = zip(denominators, times).reduce(0) { $0 + $1.0 * $1.1 } / total
    var (spread, product) = (0.0, 0.0)
    for i in times.indices {
      spread += denominators[i] * (times[i] - mean) * (times[i] - mean)
      product += (counts[i] - denominators[i] * share) * (times[i] - mean)
    }
    slope = product / spread
    slopeStandardError = (share * (1 - share) / spread).squareRoot()
    chiSquared = share > 0 ? product * product / (share * (1 - share) * spread) : 0
    let half = counts.contains(0) ? 0.5 : 0
    let logits = zip(counts, denominators).map { log(($0 + half) / ($1 - $0 + half)) }
    keepsSign = Self.signStays(logits, times, [Double](repeating: 1, count: logits.count))
    points = counts.count
    method = .recentTrendOfShares
  }

  /// The trend of values with known standard errors.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than three points or a standard error that is not positive.
  public init(values: [Double], standardErrors: [Double]) throws(StatisticsError) {
    guard values.count == standardErrors.count else {
      throw .unequalLengths("standard errors", values.count, standardErrors.count)
    }
    guard values.count >= 3 else { throw .tooFewObservations(needed: 3, found: values.count) }
    for value in values where !value.isFinite { throw .notFinite(what: "value") }
    for error in standardErrors where !(error > 0 && error.isFinite) {
      throw .parameter(name: "standard error", value: error)
    }
    let weights = standardErrors.map { 1 / ($0 * $0) }
    let times = values.indices.map { Double($0 + 1) }
    let fit = Self.line(values, times, weights)
    slope = fit.slope
    slopeStandardError = (1 / fit.spread).squareRoot()
    chiSquared = fit.slope * fit.slope * fit.spread
    keepsSign = Self.signStays(values, times, weights)
    points = values.count
    method = .recentTrend
  }

  /// What the rule says.
  public var verdict: Verdict {
    guard chiSquared > Self.criticalValue, keepsSign else { return .noChange }
    return slope > 0 ? .increasing : .decreasing
  }

  /// The probability of a statistic as large without a trend.
  public var pValue: Double {
    (try? ChiSquared(degreesOfFreedom: 1))?.survival(chiSquared) ?? 1
  }

  /// The slope with a normal interval; `single-point-trend` where leaving one point out turns it.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let reach = slopeStandardError * level.normalQuantile
    return Estimate(
      slope, interval: ConfidenceInterval(lower: slope - reach, upper: slope + reach, level: level),
      standardError: slopeStandardError, method: method, n: Double(points),
      diagnostics: chiSquared > Self.criticalValue && !keepsSign ? [.singlePointTrend] : [])
  }

  private static func line(
    _ values: [Double], _ times: [Double], _ weights: [Double]
  ) -> (slope: Double, spread: Double) {
    let total = weights.reduce(0, +)
    let mean = zip(weights, times).reduce(0) { $0 + $1.0 * $1.1 } / total
    let centre = zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 - values[0]) } / total + values[0]
    var (spread, product) = (0.0, 0.0)
    for i in times.indices {
      spread += weights[i] * (times[i] - mean) * (times[i] - mean)
      product += weights[i] * (times[i] - mean) * (values[i] - centre)
    }
    return (product / spread, spread)
  }

  /// Whether the slope has one sign, not 0, with all points and without any one of them; times stay as they are.
  private static func signStays(_ values: [Double], _ times: [Double], _ weights: [Double]) -> Bool {
    let sign = line(values, times, weights).slope
    guard sign != 0 else { return false }
    return values.indices.allSatisfy { left in
      let kept = values.indices.filter { $0 != left }
      return line(kept.map { values[$0] }, kept.map { times[$0] }, kept.map { weights[$0] }).slope * sign > 0
    }
  }
}

extension Method {
  /// The recent-trend rule for shares.
  public static let recentTrendOfShares = Method("trend.recent-shares")
  /// The recent-trend rule for values with standard errors.
  public static let recentTrend = Method("trend.recent")
}

extension Diagnostic {
  /// The change hangs on one point: without it the slope turns.
  public static let singlePointTrend = Diagnostic("single-point-trend")
}
