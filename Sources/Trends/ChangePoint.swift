import Estimates
import Indicators

/// Where a series steps from one level to another, and whether the step is more than chance.
///
/// Made by ``Pettitt``, ``StandardNormalHomogeneity`` and ``Buishand``. All three look for one step in an otherwise
/// level series: a steady trend is found as a step in its middle, and of two steps one is named. Points are taken in
/// order; their distance in time does not matter.
public struct ChangePoint: Sendable, Equatable {
  /// The statistic of the method.
  public let statistic: Double
  /// The two-sided p-value of no change, as the method finds it.
  public let pValue: Double
  /// How many points lie before the change: k of the method.
  public let pointsBefore: Int
  /// The place of the last value before the change, among the places given.
  public let lastBefore: Int
  /// The place of the first value after it.
  public let firstAfter: Int
  /// The mean of the values before.
  public let meanBefore: Double
  /// The mean of the values after.
  public let meanAfter: Double
  /// How many values were there.
  public let points: Int
  /// Whether any two values differ; where none do there is no change, and the p-value is 1.
  public let hasVariation: Bool
  /// How it was found.
  public let method: Method

  /// The fewest points of any of the tests.
  public static let minimumPoints = 5

  init(
    _ series: ObservedSeries, before k: Int, statistic: Double, pValue: Double, method: Method
  ) {
    func mean(_ values: ArraySlice<Double>) -> Double {
      guard let origin = values.first else { return 0 }
      return origin + values.reduce(0) { $0 + ($1 - origin) } / Double(values.count)
    }
    self.statistic = statistic
    self.pValue = pValue
    pointsBefore = k
    lastBefore = series.places[k - 1]
    firstAfter = series.places[k]
    meanBefore = mean(series.values[..<k])
    meanAfter = mean(series.values[k...])
    points = series.count
    hasVariation = series.values.contains { $0 != series.values[0] }
    self.method = method
  }

  /// The step: the mean after minus the mean before, without an interval, since the place was chosen by the same
  /// figures.
  public var step: Estimate {
    Estimate(
      meanAfter - meanBefore, intervalReason: .noIntervalForChosenPlace, method: method, n: Double(points),
      diagnostics: hasVariation ? [] : [.noVariation])
  }
}

extension Reason {
  /// The place of the change was chosen where the step is largest, so no plain interval of its size holds.
  public static let noIntervalForChosenPlace = Reason("no-interval-for-chosen-place")
}
