import CSeriesKernels
import Estimates
import Indicators

/// Sen's slope: the median of the slopes between all pairs of points, with the interval that Mann–Kendall's test gives.
///
///     let trend = try TheilSen(of: [12.1, 11.8, 12.9, 13.4, 13.2, 14.0], at: [2015, 2016, 2017, 2018, 2020, 2021])
///     trend.slope            // change a year
///     trend.estimate.interval
///
/// With N = n(n − 1)/2 slopes (x_j − x_i)/(t_j − t_i) in order and C = z√Var S, the bounds are the slopes of rank
/// r from below and from above, r = (N − C)/2 rounded to the nearest rank. The median of an even number of slopes is
/// the mean of the middle two. r < 1 means that no slope is extreme enough for this level at this n: the bounds are
/// then the smallest and the largest slope, ``isBounded`` is false and the estimate says `interval-unbounded`.
///
/// - Shape: one value and one time a point, at least three; times strictly increasing, spaced as they are.
/// - Unit: value per unit of time; per year for ``Indicators/Period/time``.
/// - A missing value (NaN) is left out together with its time. Hidden values are refused before they get here.
/// - The intercept is Conover's: median(x) − slope · median(t).
/// - References: Sen (1968) J Am Stat Assoc 63:1379; Conover (1980) *Practical Nonparametric Statistics*.
public struct TheilSen: Sendable, Equatable {
  /// The median slope.
  public let slope: Double
  /// The lower bound.
  public let lower: Double
  /// The upper bound.
  public let upper: Double
  /// The level of the bounds.
  public let level: ConfidenceInterval.Level
  /// The rank of the lower bound among the slopes, from 1; 0 where the interval is not bounded.
  public let lowerRank: Int
  /// The median of the values.
  public let medianValue: Double
  /// The median of their times.
  public let medianTime: Double
  /// How many values were there.
  public let points: Int
  /// Whether any two values differ.
  public let hasVariation: Bool

  init(_ fit: cseries_trend, level: ConfidenceInterval.Level) {
    slope = fit.slope
    lower = fit.lower
    upper = fit.upper
    self.level = level
    lowerRank = Int(fit.lower_rank)
    medianValue = fit.median_value
    medianTime = fit.median_time
    points = Int(fit.points)
    hasVariation = fit.mann_kendall.tied_pairs < Int64(fit.points) * Int64(fit.points - 1) / 2
  }

  /// The slope of values at times; NaN is a missing value.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than three values, an infinite one, times that do not increase,
  ///   columns of unequal length, or more than 3000 places.
  public init(of values: [Double], at times: [Double], level: ConfidenceInterval.Level = .p95)
    throws(StatisticsError)
  {
    self = try MonotonicTrend(of: values, at: times, level: level).theilSen
  }

  /// Whether the series is long enough for bounds at this level.
  public var isBounded: Bool { lowerRank > 0 }

  /// median(x) − slope · median(t): the line's value at time 0.
  public var intercept: Double { medianValue - slope * medianTime }

  /// The line's value at a time.
  public func value(at time: Double) -> Double { medianValue + slope * (time - medianTime) }

  /// The slope with its interval.
  public var estimate: Estimate {
    var diagnostics: [Diagnostic] = []
    if !isBounded { diagnostics.append(.intervalUnbounded) }
    if !hasVariation { diagnostics.append(.noVariation) }
    return Estimate(
      slope, interval: ConfidenceInterval(lower: lower, upper: upper, level: level), method: .theilSen,
      n: Double(points), diagnostics: diagnostics)
  }
}

extension Method {
  /// Sen's slope with the interval of Mann–Kendall's test.
  public static let theilSen = Method("trend.theil-sen")
}

extension Diagnostic {
  /// The series is too short for an interval of this level; the bounds shown are the most extreme slopes.
  public static let intervalUnbounded = Diagnostic("interval-unbounded")
}
