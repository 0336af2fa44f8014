import Estimates
import Indicators

/// How effects by group and period are brought together.
///
/// With N the units of a comparison's group that are still in the programme, observed or not:
///
/// - `simple`: all ATT(g, t) from the start on, weighted by N.
/// - `group`: for each group the mean over its periods; overall weighted by the size of the groups.
/// - `dynamic`: for each number of periods since the start, weighted by N; overall the mean from 0 on.
/// - `calendar`: for each period, weighted by N; overall the mean over periods.
/// - `afterEnd`: for each number of periods since the end, weighted by N; overall the mean.
public enum StaggeredAggregation: Sendable, Hashable {
  /// All together.
  case simple
  /// By period of start.
  case group
  /// By periods since the start, within `window`, and, where `balanced` is given, only groups that are seen for at least that
  /// many periods after the start, so that every time since the start from 0 to `balanced` is of the same groups.
  case dynamic(window: ClosedRange<Int>? = nil, balanced: Int? = nil)
  /// By period.
  case calendar
  /// By periods since the end of the programme.
  case afterEnd

  /// The stable name.
  public var name: String {
    switch self {
    case .simple: "simple"
    case .group: "group"
    case .dynamic: "dynamic"
    case .calendar: "calendar"
    case .afterEnd: "after-end"
    }
  }
}

/// One number made of several comparisons.
public struct StaggeredPart: Sendable, Equatable {
  /// The period of start, the periods since the start or the end, or the period; `nil` for the overall effect.
  public let key: Int?
  /// The effect, in the unit of the outcome.
  public let effect: Double
  /// The standard error; `nil` where ``errorReason`` says why.
  public let standardError: Double?
  /// Why there is no standard error.
  public let errorReason: Reason?
  /// How many treated units there are in it.
  public let treated: Int
  /// The comparisons in it, by their place in ``StaggeredEffects/cells`` followed by ``StaggeredEffects/afterEnd``, and their
  /// weights, which sum to one.
  public let weights: [Int: Double]

  /// The effect with a normal interval where there is an error, and the reason where there is none.
  public func estimate(
    level: ConfidenceInterval.Level = .p95, method: Method = .callawaySantAnna, diagnostics: [Diagnostic] = []
  ) -> Estimate {
    let interval = standardError.flatMap { error in
      let half = level.normalQuantile * error
      return ConfidenceInterval(lower: effect - half, upper: effect + half, level: level)
    }
    return Estimate(
      effect, interval: interval, intervalReason: errorReason, standardError: standardError, method: method,
      n: Double(treated), diagnostics: diagnostics)
  }
}

/// The effects brought together one way.
public struct StaggeredAggregate: Sendable {
  /// How.
  public let aggregation: StaggeredAggregation
  /// One number for all.
  public let overall: StaggeredPart
  /// By key, ascending; empty for `simple`.
  public let parts: [StaggeredPart]
  /// Comparisons that belong here and could not be made.
  public let leftOut: Int
  /// φ of the overall effect, one a unit.
  let overallContributions: [Double]
  /// φ of each part.
  let partContributions: [[Double]]
  let clusters: [Int]?

  /// What each unit contributes to the overall effect: the variance is the sum of squares.
  public var contributions: [Double] { overallContributions }
}

extension StaggeredEffects {
  /// The effects brought together.
  ///
  /// Standard errors hold the estimation of the weights, where weights are estimated (not of `dynamic` and `calendar` overall,
  /// nor within a group). An aggregate with a comparison of a single treated unit has none.
  ///
  /// - Throws: ``EffectError/noPostPeriods`` where no comparison that belongs here could be made, and
  ///   ``EffectError/parameter(name:value:)`` for a negative `balanced`.
  public func aggregated(_ aggregation: StaggeredAggregation) throws(EffectError) -> StaggeredAggregate {
    let (keyed, leftOut) = try sorted(aggregation)
    guard !keyed.isEmpty else { throw .noPostPeriods }
    if case .simple = aggregation {
      let sum = weighted(keyed.map(\.place), key: nil)
      return StaggeredAggregate(
        aggregation: aggregation, overall: sum.part, parts: [], leftOut: leftOut,
        overallContributions: sum.contributions, partContributions: [], clusters: design.clusters)
    }
    let groups = Dictionary(grouping: keyed, by: \.key).sorted { $0.key < $1.key }
    let sums = groups.map { key, cells in
      let places = cells.map(\.place)
      return aggregation == .group ? averaged(places, key: key) : weighted(places, key: key)
    }
    let overall: AggregatedSum
    if aggregation == .group {
      overall = overGroups(sums)
    } else {
      var counted = sums
      if case .dynamic = aggregation { counted = sums.filter { ($0.part.key ?? 0) >= 0 } }
      guard !counted.isEmpty else { throw .noPostPeriods }
      overall = mean(counted)
    }
    return StaggeredAggregate(
      aggregation: aggregation, overall: overall.part, parts: sums.map(\.part), leftOut: leftOut,
      overallContributions: overall.contributions, partContributions: sums.map(\.contributions),
      clusters: design.clusters)
  }

  /// The comparisons of an aggregation with their keys, and how many of them have no answer.
  private func sorted(
    _ aggregation: StaggeredAggregation
  ) throws(EffectError) -> (keyed: [(key: Int, place: Int)], leftOut: Int) {
    if case .dynamic(_, let balanced?) = aggregation, balanced < 0 {
      throw .parameter(name: "balanced", value: Double(balanced))
    }
    var keyed: [(key: Int, place: Int)] = []
    var leftOut = 0
    for (place, cell) in (cells + afterEnd).enumerated() {
      guard let key = Self.key(of: cell, aggregation, periods: design.periods) else { continue }
      if cell.effect == nil { leftOut += 1 } else { keyed.append((key, place)) }
    }
    return (keyed, leftOut)
  }

  /// The key of a comparison; `nil` where it does not belong.
  private static func key(
    of cell: GroupTimeEffect, _ aggregation: StaggeredAggregation, periods: Int
  ) -> Int? {
    if case .afterEnd = aggregation { return cell.stop.map { cell.period - $0 } }
    guard cell.stop == nil else { return nil }
    let time = cell.eventTime
    switch aggregation {
    case .simple: return time >= 0 ? 0 : nil
    case .group: return time >= 0 ? cell.start : nil
    case .calendar: return time >= 0 ? cell.period : nil
    case .afterEnd: return nil
    case .dynamic(let window, let balanced):
      if let window, !window.contains(time) { return nil }
      if let balanced, periods - 1 - cell.start < balanced || time > balanced { return nil }
      return time
    }
  }
}
