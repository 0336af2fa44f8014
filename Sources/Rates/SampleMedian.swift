import Distributions
import Estimates
import Indicators

/// A median of independent observations, with an interval made of order statistics.
///
///     let median = try SampleMedian(of: incomes)
///     median.estimate().interval     // two of the observations themselves
///
/// With the observations in order, x₍₁₎ ≤ … ≤ x₍ₙ₎, the interval is x₍ⱼ₎ … x₍ₙ₊₁₋ⱼ₎ with the largest j for which
///
///     P(B < j) ≤ α/2,   B binomial with n draws of ½
///
/// It covers at least its level whatever the distribution of the observations.
///
/// - Shape: observations. Unit: that of the observations.
/// - Of few observations not even the extremes are far enough apart: below six at 95 % there is no interval, reason
///   `too-few-points`.
/// - A published median without its observations has no interval; it never reaches this type.
/// - References: Conover (1999) *Practical Nonparametric Statistics*, 3rd ed., 143; Thompson (1936) Ann Math Stat 7:122.
public struct SampleMedian: Sendable, Hashable {
  /// The observations in order.
  public let ordered: [Double]

  /// The median of observations.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for no observations, or one that is not finite.
  public init(of values: [Double]) throws(StatisticsError) {
    guard !values.isEmpty else { throw .tooFewObservations(needed: 1, found: 0) }
    for value in values where !value.isFinite { throw .notFinite(what: "value") }
    ordered = values.sorted()
  }

  /// The middle observation, or the mean of the middle two.
  public var value: Double {
    let middle = ordered.count / 2
    guard ordered.count.isMultiple(of: 2) else { return ordered[middle] }
    // Halved first: the sum of two finite numbers may overflow.
    return ordered[middle - 1] / 2 + ordered[middle] / 2
  }

  /// The rank of the lower end, from 1; `nil` where no two observations are far enough apart.
  static func lowerRank(of count: Int, tail: Double) -> Int? {
    guard let binomial = try? Binomial(trials: count, probability: 0.5) else { return nil }
    var (low, high) = (0, count / 2 + 1)
    // P(B ≤ j − 1) grows with j: the largest j that is allowed lies in low..<high.
    while high - low > 1 {
      let middle = (low + high) / 2
      if binomial.cdf(middle - 1) <= tail { low = middle } else { high = middle }
    }
    return low > 0 ? low : nil
  }

  /// The median with its interval.
  public func estimate(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let count = Double(ordered.count)
    guard let rank = Self.lowerRank(of: ordered.count, tail: level.tail) else {
      return Estimate(value, intervalReason: .tooFewPoints, method: .orderStatisticMedian, n: count)
    }
    return Estimate(
      value,
      interval: ConfidenceInterval(
        lower: ordered[rank - 1], upper: ordered[ordered.count - rank], level: level),
      method: .orderStatisticMedian, n: count)
  }
}

extension Method {
  /// A median with an interval of order statistics.
  public static let orderStatisticMedian = Method("median.order-statistics")
}
