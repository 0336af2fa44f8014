import Foundation
import Estimates
import Indicators

/// The absolute range of units, highest minus lowest, or the relative range, highest over lowest.
///
/// - The extremes are picked because they are extreme, so their difference is too large by chance and has no interval; the
///   difference between the ends of a ranking has one: ``EndsOfRanking``.
/// - The relative range needs a lowest value above 0.
public struct GroupRange: InequalityIndex, Hashable {
  /// Whether it is a ratio.
  public let isRelative: Bool
  /// Why the index has no interval where it has none.
  public let intervalReason = Reason.extremesChosen

  /// A range.
  public init(relative: Bool = false) { isRelative = relative }

  /// The id its rows carry.
  public var method: Method { isRelative ? .relativeRange : .absoluteRange }
  /// The values that are possible.
  public var limits: ClosedRange<Double> { (isRelative ? 1 : 0)...Double.infinity }

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    guard let low = units.values.first, let high = units.values.last else { throw .tooFewGroups }
    guard isRelative else { return high - low }
    guard low > 0 else { throw .figureNotPositive }
    return high / low
  }
}

/// The last group of a ranking against the first: a difference or a ratio, with the interval of two independent figures.
///
///     EndsOfRanking(groups).difference()
///
/// The difference is y_k − y₁ ± z√(SE₁² + SE_k²); the ratio's interval is that on the log scale. Which groups are the ends
/// was settled before the figures were seen, so the intervals hold. Groups in between count nothing: a slope index uses
/// them all.
public struct EndsOfRanking: Sendable, Hashable {
  private let low: Double
  private let high: Double
  private let groups: RankedUnits
  private let first: Int
  private let last: Int

  /// The ends of ranked groups.
  public init(_ groups: RankedUnits) throws(Reason) {
    guard let first = groups.ridits.indices.min(by: { groups.ridits[$0] < groups.ridits[$1] }),
      let last = groups.ridits.indices.max(by: { groups.ridits[$0] < groups.ridits[$1] }), first != last
    else { throw .tooFewGroups }
    self.groups = groups
    (self.first, self.last) = (first, last)
    (low, high) = (groups.values[first], groups.values[last])
  }

  /// One end minus the other.
  public func difference(
    _ contrast: SlopeIndex.Contrast = .topMinusBottom, level: ConfidenceInterval.Level = .p95
  ) -> Estimate {
    let value = contrast == .topMinusBottom ? high - low : low - high
    let error = groups.standardErrors().map { ($0[first] * $0[first] + $0[last] * $0[last]).squareRoot() }
    let interval = error.flatMap {
      ConfidenceInterval(
        lower: value - level.normalQuantile * $0, upper: value + level.normalQuantile * $0, level: level)
    }
    return Estimate(
      value, interval: interval, intervalReason: .noIntervalForKind, standardError: error,
      method: .endsDifference, n: groups.population)
  }

  /// One end over the other.
  ///
  /// - Throws: ``Indicators/Reason/figureNotPositive`` where an end is not positive.
  public func ratio(
    _ contrast: SlopeIndex.Contrast = .topMinusBottom, level: ConfidenceInterval.Level = .p95
  ) throws(Reason) -> Estimate {
    guard low > 0, high > 0 else { throw .figureNotPositive }
    let value = contrast == .topMinusBottom ? high / low : low / high
    let error = groups.standardErrors({ log($0) }).map {
      ($0[first] * $0[first] + $0[last] * $0[last]).squareRoot()
    }
    let interval = error.flatMap { error in
      let reach = exp(level.normalQuantile * error)
      return ConfidenceInterval(lower: value / reach, upper: value * reach, level: level)
    }
    return Estimate(
      value, interval: interval, intervalReason: .noIntervalForKind, method: .endsRatio, n: groups.population)
  }
}

extension Method {
  /// Highest minus lowest.
  public static let absoluteRange = Method("inequality.range")
  /// Highest over lowest.
  public static let relativeRange = Method("inequality.relative-range")
  /// The last of a ranking minus the first.
  public static let endsDifference = Method("inequality.ends-difference")
  /// The last of a ranking over the first.
  public static let endsRatio = Method("inequality.ends-ratio")
}
