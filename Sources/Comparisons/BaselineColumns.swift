import Estimates
import Indicators
import Rates
import Scheduler

/// The windows of all zones of a panel at once: Σ numerator / Σ denominator with its interval, one a zone.
///
///     let baselines = try BaselineColumns(panel, periods: 0..<5)
///     baselines.values[3], baselines.lower[3]
///
/// Shares by Wilson's interval on the sums, rates by the count interval on Σ events, counts as their mean a period: the same
/// bits as ``BaselineWindow/estimate(level:)``, zone by zone.
///
/// - Unit: that of the panel.
/// - A hidden period refuses the zone's window (`suppressed`); a missing one is left out of numerator and denominator alike and
///   counted in ``periodsUsed``; none at all is `missing`.
/// - A zone without an answer holds NaN, and its outcome says why.
/// - No allocation per zone; the same bytes for any number of threads.
/// - Errors, of all zones together: overlapping periods, and kinds that have no sums (means, medians, indices, bare shares).
public struct BaselineColumns: Sendable {
  /// multiplier · numerator / denominator.
  public private(set) var values: [Double]
  /// The lower ends.
  public private(set) var lower: [Double]
  /// The upper ends.
  public private(set) var upper: [Double]
  /// Σ numerator.
  public private(set) var numerators: [Double]
  /// Σ denominator; of counts the number of periods.
  public private(set) var denominators: [Double]
  /// Periods with a figure.
  public private(set) var periodsUsed: [Int]
  /// What became of each zone.
  public private(set) var outcomes: [ContrastColumns.Outcome]
  /// The level of the intervals.
  public let level: ConfidenceInterval.Level

  /// The windows of all zones.
  ///
  /// - Throws: ``Rates/FigureRefusal`` where no zone could have one.
  public init(
    _ panel: Panel, periods: some Sequence<Int>, level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) throws(FigureRefusal) {
    let chosen = Array(periods)
    guard chosen.allSatisfy(panel.periods.indices.contains) else { throw FigureRefusal(.periodNotInData) }
    guard !chosen.map({ panel.periods[$0] }).anyOverlap else { throw FigureRefusal(.overlappingPeriods) }
    guard let kind = panel.kind else { throw FigureRefusal(.unknownKind) }
    guard kind == .proportion || kind == .rate || kind == .count else {
      throw FigureRefusal(panel.additionRefusal ?? .noIntervalForKind)
    }
    guard kind == .count || panel.hasParts else {
      throw FigureRefusal(panel.additionRefusal ?? .needsNumeratorAndDenominator)
    }
    let isShare = kind == .proportion
    let tops = panel.numerators ?? panel.values
    let bottoms = kind == .count ? nil : panel.denominators
    let (statuses, factor) = (panel.statuses, panel.multiplier)
    let (zones, width) = (panel.zones.count, panel.periods.count)
    let z = level.normalQuantile
    let table = CountBoundsTable(.standard, level: level)
    self.level = level
    values = [Double](repeating: .nan, count: zones)
    lower = values
    upper = values
    numerators = values
    denominators = values
    periodsUsed = [Int](repeating: 0, count: zones)
    outcomes = [ContrastColumns.Outcome](repeating: .missing, count: zones)
    values.withUnsafeMutableBufferPointer { values in
      lower.withUnsafeMutableBufferPointer { lower in
        upper.withUnsafeMutableBufferPointer { upper in
          numerators.withUnsafeMutableBufferPointer { numerators in
            denominators.withUnsafeMutableBufferPointer { denominators in
              periodsUsed.withUnsafeMutableBufferPointer { used in
                outcomes.withUnsafeMutableBufferPointer { outcomes in
                  // Each zone writes its own place of all seven columns.
                  nonisolated(unsafe) let (values, lower, upper) = (values, lower, upper)
                  nonisolated(unsafe) let (numerators, denominators) = (numerators, denominators)
                  nonisolated(unsafe) let (used, outcomes) = (used, outcomes)
                  parallelFor(zones, grain: max(1, 4096 / max(1, chosen.count)), threads: threads) { range in
                    for zone in range {
                      var (x, n, seen, isHidden) = (0.0, 0.0, 0, false)
                      for period in chosen {
                        let cell = zone * width + period
                        if statuses[cell].isSuppressed { isHidden = true }
                        guard statuses[cell].isObserved else { continue }
                        x += tops[cell]
                        n += bottoms.map { $0[cell] } ?? 1
                        seen += 1
                      }
                      used[zone] = seen
                      let outcome = Self.outcome(x, n, seen: seen, isHidden: isHidden, isShare: isShare)
                      outcomes[zone] = outcome
                      guard outcome == .estimated else { continue }
                      numerators[zone] = x
                      denominators[zone] = n
                      values[zone] = x / n * factor
                      var ends = (lower: 0.0, upper: 0.0)
                      if isShare {
                        ends = Proportion.wilsonBounds(x, n, z: z)
                      } else {
                        let bounds = table.bounds(of: x)
                        ends = (bounds.lower / n, bounds.upper / n)
                      }
                      let (a, b) = (ends.lower * factor, ends.upper * factor)
                      lower[zone] = min(a, b)
                      upper[zone] = max(a, b)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func outcome(
    _ x: Double, _ n: Double, seen: Int, isHidden: Bool, isShare: Bool
  ) -> ContrastColumns.Outcome {
    if isHidden { return .suppressed }
    if seen == 0 { return .missing }
    if !(n > 0) { return .emptyDenominator }
    if !(x >= 0) { return .negativeCount }
    return isShare && x > n ? .numeratorExceedsDenominator : .estimated
  }
}
