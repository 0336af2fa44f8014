import Estimates
import Indicators
import Scheduler

/// Siegel's slope: the median over points of the median of the slopes from that point to all others.
///
///     try RepeatedMedians([1, 2, 30, 4, 5], at: [0, 1, 2, 3, 4]).slope     // 1
///
/// b = med_i med_{j ≠ i} (x_j − x_i)/(t_j − t_i). Half of the points may be wrong before it breaks; Sen's slope
/// bears 29 %.
/// - Shape: at least three values at strictly increasing times; NaN is a missing value and left out with its time.
/// - No interval is given.
/// - Reference: Siegel (1982) Biometrika 69:242.
public struct RepeatedMedians: Sendable, Equatable {
  /// The slope, per unit of time.
  public let slope: Double
  /// The median of x − b t.
  public let intercept: Double
  /// How many values were there.
  public let points: Int

  /// The slope of values at times.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for fewer than three values, an infinite one or times that do not
  ///   increase.
  public init(_ values: [Double], at times: [Double]) throws(StatisticsError) {
    self.init(try ObservedSeries(values, at: times, minimum: 3))
  }

  private init(_ series: ObservedSeries) {
    let (x, t) = (series.values, series.times)
    let slope = Self.median(
      x.indices.map { i in
        Self.median(x.indices.filter { $0 != i }.map { (x[$0] - x[i]) / (t[$0] - t[i]) })
      })
    self.slope = slope
    intercept = Self.median(zip(x, t).map { $0 - slope * $1 })
    points = x.count
  }

  /// The slope of each zone.
  ///
  /// - Returns: One result a zone, in order; a zone that has none holds its reason.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``.
  public static func fit(
    _ panel: Panel, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<RepeatedMedians, StatisticsError>] {
    try panel.fitEachSeries(minimum: 3, threads: threads) { RepeatedMedians($0) }
  }

  /// The slope as an estimate.
  public var estimate: Estimate {
    Estimate(
      slope, intervalReason: .noIntervalForRepeatedMedians, method: .repeatedMedians, n: Double(points))
  }

  /// The mean of the middle two of an even number; at least one value. Two infinite ones have a mean as well.
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 || sorted[middle - 1] == sorted[middle] { return sorted[middle] }
    return (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Method {
  /// Siegel's repeated medians.
  public static let repeatedMedians = Method("trend.siegel")
}

extension Reason {
  /// No interval is given for Siegel's slope; Theil–Sen's has one.
  public static let noIntervalForRepeatedMedians = Reason("no-interval-for-siegel")
}
