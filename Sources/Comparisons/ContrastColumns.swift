import Estimates
import Indicators
import Rates
import Scheduler

/// The difference between every cell of a panel and its comparator at once, laid out like the panel.
///
///     let wholes = zones.map { ContrastColumns.Comparator.rest(of: municipality[$0]) }
///     let gaps = ContrastColumns.differences(panel, comparators: wholes)
///     gaps?.lower[panel.index(zone: 3, period: 0)]
///
/// Shares by Newcombe's interval, rates by square-and-add: the same bits as ``Contrast/difference(level:)`` times the panel's
/// multiplier, cell by cell. The rest of a whole is N_whole − N_zone over D_whole − D_zone.
///
/// - Unit: that of the panel.
/// - A cell without an answer holds NaN in all three columns, and its outcome says why. A hidden cell of the zone, of the
///   comparator or of the whole gives `suppressed`; nothing is ever taken for zero.
/// - A whole that does not hold its part (a negative rest) gives `negativeRemainder`.
/// - No allocation per cell; the same bytes for any number of threads.
/// - References: those of ``ProportionDifference`` and ``RateDifference``.
public struct ContrastColumns: Sendable {
  /// What a zone is compared with.
  public enum Comparator: Sendable, Hashable {
    /// Nothing.
    case none
    /// Another zone of the panel, disjoint from it.
    case zone(Int)
    /// The rest of a zone of the panel that holds it.
    case rest(of: Int)
  }

  /// Why a cell has no answer.
  public enum Outcome: UInt8, Sendable {
    /// It has one.
    case estimated = 0
    /// The zone or its comparator has no figure.
    case missing
    /// The zone or its comparator cannot have a figure.
    case notApplicable
    /// The zone or its comparator is hidden.
    case suppressed
    /// A denominator is not above 0.
    case emptyDenominator
    /// A numerator is negative.
    case negativeCount
    /// A numerator is larger than its denominator.
    case numeratorExceedsDenominator
    /// There is no comparator.
    case noComparator
    /// The zone is its own comparator.
    case sameZone
    /// The whole is smaller than its part.
    case negativeRemainder

    /// The reason; `nil` where there is an answer.
    public var reason: Reason? {
      switch self {
      case .estimated: nil
      case .missing: .missing
      case .notApplicable: .notApplicable
      case .suppressed: .suppressed
      case .emptyDenominator: .emptyDenominator
      case .negativeCount: StatisticsError.negativeCount(0).reason
      case .numeratorExceedsDenominator:
        StatisticsError.numeratorExceedsDenominator(numerator: 0, denominator: 0).reason
      case .noComparator: .zoneNotInData
      case .sameZone: .sameZone
      case .negativeRemainder: .partExceedsWhole
      }
    }
  }

  /// Zone minus comparator, in the panel's unit.
  public private(set) var values: [Double]
  /// The lower ends.
  public private(set) var lower: [Double]
  /// The upper ends.
  public private(set) var upper: [Double]
  /// What became of each cell.
  public private(set) var outcomes: [Outcome]
  /// The level of the intervals.
  public let level: ConfidenceInterval.Level

  /// The differences of a panel of shares or rates.
  ///
  /// - Parameter comparators: One a zone; zones beyond them, or comparators outside the panel, have none.
  /// - Returns: The columns; `nil` where the panel is neither of shares nor of rates, or has no numerators and denominators.
  public static func differences(
    _ panel: Panel, comparators: [Comparator], level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) -> ContrastColumns? {
    switch panel.kind {
    case .proportion?:
      let z = level.normalQuantile
      return ContrastColumns(panel, comparators, level, isShare: true, threads) { x1, n1, x2, n2 in
        let (p1, p2) = (x1 / n1, x2 / n2)
        let (one, other) = (
          Proportion.wilsonBounds(x1, n1, z: z), Proportion.wilsonBounds(x2, n2, z: z)
        )
        let d = p1 - p2
        let ends = squareAndAddEnds(d, (p1, one.lower, one.upper), (p2, other.lower, other.upper))
        return (d, max(ends.lower, -1), min(ends.upper, 1))
      }
    case .rate?:
      let table = CountBoundsTable(.standard, level: level)
      return ContrastColumns(panel, comparators, level, isShare: false, threads) { x1, n1, x2, n2 in
        let (r1, r2) = (x1 / n1, x2 / n2)
        let (one, other) = (table.bounds(of: x1), table.bounds(of: x2))
        let d = r1 - r2
        let ends = squareAndAddEnds(
          d, (r1, one.lower / n1, one.upper / n1), (r2, other.lower / n2, other.upper / n2))
        return (d, ends.lower, ends.upper)
      }
    default: return nil
    }
  }

  private init?(
    _ panel: Panel, _ comparators: [Comparator], _ level: ConfidenceInterval.Level, isShare: Bool,
    _ threads: ThreadLimit,
    kernel: @Sendable (Double, Double, Double, Double) -> (value: Double, lower: Double, upper: Double)
  ) {
    guard let numerators = panel.numerators, let denominators = panel.denominators else { return nil }
    let statuses = panel.statuses
    let (zones, periods, factor) = (panel.zones.count, panel.periods.count, panel.multiplier)
    let count = zones * periods
    self.level = level
    values = [Double](repeating: .nan, count: count)
    lower = values
    upper = values
    outcomes = [Outcome](repeating: .noComparator, count: count)
    values.withUnsafeMutableBufferPointer { values in
      lower.withUnsafeMutableBufferPointer { lower in
        upper.withUnsafeMutableBufferPointer { upper in
          outcomes.withUnsafeMutableBufferPointer { outcomes in
            // Each zone writes its own row of all four columns, which are zones · periods long.
            nonisolated(unsafe) let (values, lower, upper, outcomes) = (values, lower, upper, outcomes)
            parallelFor(zones, grain: max(1, 4096 / max(1, periods)), threads: threads) { range in
              for zone in range {
                let comparator = zone < comparators.count ? comparators[zone] : .none
                let (other, isRest) = Self.position(comparator)
                guard other >= 0, other < zones else { continue }
                for period in 0..<periods {
                  let (cell, base) = (zone * periods + period, other * periods + period)
                  let (x1, n1) = (numerators[cell], denominators[cell])
                  var (x2, n2) = (numerators[base], denominators[base])
                  if isRest { (x2, n2) = (x2 - x1, n2 - n1) }
                  let outcome = Self.outcome(
                    statuses[cell], statuses[base], x1, n1, x2, n2, isShare: isShare, isRest: isRest,
                    isSame: other == zone)
                  outcomes[cell] = outcome
                  guard outcome == .estimated else { continue }
                  let found = kernel(x1, n1, x2, n2)
                  values[cell] = found.value * factor
                  let (a, b) = (found.lower * factor, found.upper * factor)
                  lower[cell] = min(a, b)
                  upper[cell] = max(a, b)
                }
              }
            }
          }
        }
      }
    }
  }

  private static func position(_ comparator: Comparator) -> (position: Int, isRest: Bool) {
    switch comparator {
    case .none: (-1, false)
    case .zone(let position): (position, false)
    case .rest(let position): (position, true)
    }
  }

  @inline(__always)
  private static func outcome(
    _ one: CellStatus, _ other: CellStatus, _ x1: Double, _ n1: Double, _ x2: Double, _ n2: Double,
    isShare: Bool, isRest: Bool, isSame: Bool
  ) -> Outcome {
    if isSame { return .sameZone }
    guard one.isObserved, other.isObserved else {
      if one.isSuppressed || other.isSuppressed { return .suppressed }
      return one.kind == .notApplicable || other.kind == .notApplicable ? .notApplicable : .missing
    }
    if isRest, x2 < 0 || n2 < 0 { return .negativeRemainder }
    if !(n1 > 0 && n2 > 0) { return .emptyDenominator }
    if !(x1 >= 0 && x2 >= 0) { return .negativeCount }
    return isShare && (x1 > n1 || x2 > n2) ? .numeratorExceedsDenominator : .estimated
  }
}
