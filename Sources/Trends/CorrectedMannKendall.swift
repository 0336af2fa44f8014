import Distributions
import Estimates
import Indicators

/// Mann–Kendall's test with a variance of S that allows for years that resemble each other.
///
///     let test = try CorrectedMannKendall.hamedRao(values, at: years)
///     test.rawFactor      // what the formula gives: 2.1429 for the Nile
///     test.pValue
///
/// Z = (S − sgn S)/√(f Var S). The formulas for f can give less than 1, even less than 0, from nothing but chance;
/// then the test would be bolder than the plain one. ``factor`` is therefore held at 1 or more, ``isHeld`` says so,
/// and ``rawFactor`` keeps what the formula gave.
public struct CorrectedMannKendall: Sendable, Equatable {
  /// S, its variance without correction, and tau.
  public let mannKendall: MannKendall
  /// Sen's slope, with bounds from the corrected variance.
  public let theilSen: TheilSen
  /// The correlation between neighbours that was used or seen: r₁ of what the formula takes.
  public let lagOne: Double
  /// The factor of the formula.
  public let rawFactor: Double
  /// How it was found.
  public let method: Method

  /// The factor used: the formula's, but at least 1.
  public var factor: Double { rawFactor > 1 ? rawFactor : 1 }

  /// Whether the formula gave less than 1.
  public var isHeld: Bool { !(rawFactor >= 1) }

  /// f Var S.
  public var varianceOfS: Double { mannKendall.varianceOfS * factor }

  /// (S − sgn S)/√(f Var S); 0 where S is 0.
  public var z: Double { z(factor: factor) }

  /// The two-sided p-value by the normal distribution.
  public var pValue: Double { 2 * Normal.standard.survival(abs(z)) }

  /// Z with another factor; not a number where that is not positive, as the peers give it.
  func z(factor: Double) -> Double {
    let s = mannKendall.s
    return s == 0 ? 0 : Double(s - s.signum()) / (mannKendall.varianceOfS * factor).squareRoot()
  }

  /// The slope with its interval.
  public var estimate: Estimate {
    let slope = theilSen.estimate
    return Estimate(
      slope.value, interval: slope.interval, intervalReason: slope.intervalReason, method: method, n: slope.n,
      diagnostics: slope.diagnostics + (isHeld ? [.correctionHeld] : []))
  }

  /// The fewest points: below, correlations are nothing but chance.
  public static let minimumPoints = SerialCorrelation.minimumPoints

  /// A test whose factor follows from the series without its slope.
  static func fit(
    _ series: ObservedSeries, level: ConfidenceInterval.Level, method: Method,
    _ factor: (_ residuals: [Double]) -> (raw: Double, lagOne: Double)
  ) throws(StatisticsError) -> CorrectedMannKendall {
    try series.requireEqualSpacing()
    let plain = try MonotonicTrend(of: series.values, at: series.times, level: level)
    let residuals = zip(series.values, series.times).map {
      $0 - plain.theilSen.slope * ($1 - series.times[0])
    }
    let found = factor(residuals)
    let wide = try MonotonicTrend(
      of: series.values, at: series.times, level: level, widening: max(1, found.raw).squareRoot())
    return CorrectedMannKendall(
      mannKendall: plain.mannKendall, theilSen: wide.theilSen, lagOne: found.lagOne, rawFactor: found.raw,
      method: method)
  }
}

extension Diagnostic {
  /// The formula would have made the test bolder; the plain variance was kept.
  public static let correctionHeld = Diagnostic("correction-held")
}
