import Distributions
import Estimates
import Foundation
import Indicators

/// The average annual change over a window: slopes of the segments in it, weighted by how long each lasts.
///
///     let change = try joinpoint.averageAnnualChange(from: 2000, to: 2009)
///     change.percent()              // AAPC with its interval
///
///     AAPC = 100(exp(Σ w_s b_s/Σ w_s) − 1),   w_s = the length of segment s within the window
///
/// The interval is exp(b̄ ± z SE) with SE² = Σ w_s² SE(b_s)²/(Σ w_s)², as published; where the window lies in one segment it is
/// that segment's own, by Student's t. Neighbouring slopes are negatively correlated, since they share a join, so this SE is
/// most often larger than the one with ``Covariance/full``, which is exact for known joins.
///
/// - Reference: Clegg, Hankey, Tiwari, Feuer and Edwards (2009) Stat Med 28:3670.
public struct AverageAnnualChange: Sendable, Hashable {
  /// What of the slopes' covariance goes into the standard error.
  public enum Covariance: Sendable, Hashable {
    /// The variances alone, as published and as in NCI's program.
    case variances
    /// Variances and covariances.
    case full
  }

  /// Where the window starts.
  public let start: Double
  /// Where it ends.
  public let end: Double
  /// b̄: the average change of log y for each unit of time.
  public let slope: Double
  /// SE(b̄).
  public let slopeStandardError: Double
  /// The segments that lie in the window or reach into it.
  public let segments: Int
  /// Degrees of freedom of the one segment; `nil` where there are several, and the normal distribution serves.
  public let degreesOfFreedom: Int?
  let method: Method
  let points: Int

  /// b̄/SE; `nil` where both are 0.
  public var statistic: Double? {
    let ratio = slope / slopeStandardError
    return ratio.isNaN ? nil : ratio
  }

  /// The two-sided p-value of no change; `nil` where nothing varies.
  public var pValue: Double? {
    guard let statistic else { return nil }
    guard let degreesOfFreedom else { return min(1, 2 * Normal.standard.survival(abs(statistic))) }
    return (try? StudentT(degreesOfFreedom: Double(degreesOfFreedom))).map {
      min(1, 2 * $0.survival(abs(statistic)))
    }
  }

  /// b̄ with its interval.
  public func slopeEstimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let quantile =
      degreesOfFreedom.map { level.studentQuantile(degreesOfFreedom: Double($0)) ?? .infinity }
      ?? level.normalQuantile
    let margin = slopeStandardError == 0 ? 0 : quantile * slopeStandardError
    return Estimate(
      slope, interval: ConfidenceInterval(lower: slope - margin, upper: slope + margin, level: level),
      standardError: slopeStandardError, method: method, n: Double(points),
      diagnostics: slopeStandardError == 0 ? [Diagnostic("exact-fit")] : [])
  }

  /// AAPC in per cent, with its interval.
  public func percent(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let slope = slopeEstimate(level: level)
    return Estimate(
      100 * expm1(slope.value),
      interval: slope.interval.flatMap {
        ConfidenceInterval(lower: 100 * expm1($0.lower), upper: 100 * expm1($0.upper), level: level)
      }, method: method, n: slope.n, diagnostics: slope.diagnostics)
  }
}

extension JoinpointFit {
  /// The average annual change over a window; over all times unless told otherwise.
  ///
  /// - Throws: ``Estimates/StatisticsError/parameter(name:value:)`` where the window is empty or reaches beyond the series.
  public func averageAnnualChange(
    from start: Double? = nil, to end: Double? = nil,
    covariance: AverageAnnualChange.Covariance = .variances
  ) throws(StatisticsError) -> AverageAnnualChange {
    guard let first = segments.first, let last = segments.last else { throw .noVariationInTime }
    let (start, end) = (start ?? first.start, end ?? last.end)
    guard start >= first.start, start < end else { throw .parameter(name: "from", value: start) }
    guard end <= last.end else { throw .parameter(name: "to", value: end) }
    let lengths = segments.map { max(0, min($0.end, end) - max($0.start, start)) }
    let total = lengths.reduce(0, +)
    let inside = segments.indices.filter { lengths[$0] > 0 }
    var slope = 0.0
    var variance = 0.0
    for s in inside {
      slope += lengths[s] * segments[s].slope
      for r in inside where r == s || covariance == .full {
        variance += lengths[s] * lengths[r] * slopeCovariance[s * segments.count + r]
      }
    }
    return AverageAnnualChange(
      start: start, end: end, slope: slope / total,
      slopeStandardError: max(0, variance).squareRoot() / total, segments: inside.count,
      degreesOfFreedom: inside.count == 1 ? residualDegreesOfFreedom : nil, method: first.method,
      points: first.points)
  }
}
