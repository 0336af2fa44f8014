import Estimates
import Indicators
import Scheduler

/// Values with intervals of many cells at once, laid out like the panel they come from.
///
///     let columns = try IntervalColumns.wilson(panel)
///     columns.lower[panel.index(zone: 3, period: 0)]
///
/// - Unit: that of the panel: x/n times its multiplier.
/// - A cell without an answer holds NaN in all three columns, and its outcome says why; nothing stops the others.
/// - One pass over the columns and no allocation in it; the same bytes for any number of threads.
public struct IntervalColumns: Sendable {
  /// Why a cell has no answer.
  public enum Outcome: UInt8, Sendable {
    /// It has one.
    case estimated = 0
    /// The cell has no figure.
    case missing = 1
    /// The cell cannot have a figure.
    case notApplicable = 2
    /// The cell is hidden.
    case suppressed = 3
    /// The denominator is not above 0.
    case emptyDenominator = 4
    /// The numerator is negative.
    case negativeCount = 5
    /// The numerator is larger than the denominator.
    case numeratorExceedsDenominator = 6

    /// The reason; `nil` where there is an answer.
    public var reason: Reason? {
      switch self {
      case .estimated: nil
      case .missing: .missing
      case .notApplicable: .notApplicable
      case .suppressed: .suppressed
      case .emptyDenominator: .emptyDenominator
      case .negativeCount: Reason("negative-count")
      case .numeratorExceedsDenominator: Reason("share-above-one")
      }
    }
  }

  /// x/n · multiplier.
  public private(set) var values: [Double]
  /// The lower ends.
  public private(set) var lower: [Double]
  /// The upper ends.
  public private(set) var upper: [Double]
  /// What became of each cell.
  public private(set) var outcomes: [Outcome]
  /// The level of the intervals.
  public let level: ConfidenceInterval.Level

  /// Wilson intervals of all cells of a panel of shares; the same numbers as ``Proportion/wilson(level:)``.
  ///
  /// - Returns: The columns; `nil` where the panel has no numerators and denominators.
  public static func wilson(
    _ panel: Panel, level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) -> IntervalColumns? {
    let z = level.normalQuantile
    return IntervalColumns(panel, level: level, isShare: true, threads: threads) { x, n in
      Proportion.wilsonBounds(x, n, z: z)
    }
  }

  /// Intervals of all cells of a panel of rates; the same numbers as ``Rate/estimate(_:level:)``.
  ///
  /// - Returns: The columns; `nil` where the panel has no numerators and denominators.
  public static func rates(
    _ panel: Panel, _ interval: CountInterval = .standard, level: ConfidenceInterval.Level = .p95,
    threads: ThreadLimit = .cores
  ) -> IntervalColumns? {
    let z = level.normalQuantile
    return IntervalColumns(panel, level: level, isShare: false, threads: threads) { x, n in
      let bounds = interval.bounds(of: x, level: level, z: z)
      return (bounds.lower / n, bounds.upper / n)
    }
  }

  private init?(
    _ panel: Panel, level: ConfidenceInterval.Level, isShare: Bool, threads: ThreadLimit,
    bounds: @Sendable (Double, Double) -> (lower: Double, upper: Double)
  ) {
    guard let numerators = panel.numerators, let denominators = panel.denominators else { return nil }
    let count = numerators.count
    let statuses = panel.statuses
    let factor = panel.multiplier
    self.level = level
    values = [Double](repeating: .nan, count: count)
    lower = values
    upper = values
    outcomes = [Outcome](repeating: .estimated, count: count)
    values.withUnsafeMutableBufferPointer { values in
      lower.withUnsafeMutableBufferPointer { lower in
        upper.withUnsafeMutableBufferPointer { upper in
          outcomes.withUnsafeMutableBufferPointer { outcomes in
            // Ranges are disjoint and within 0..<count, the length of all four columns: each cell has one writer.
            nonisolated(unsafe) let (values, lower, upper, outcomes) = (values, lower, upper, outcomes)
            parallelFor(count, grain: 4096, threads: threads) { range in
              for cell in range {
                let (x, n) = (numerators[cell], denominators[cell])
                let outcome = Self.outcome(statuses[cell], x, n, isShare: isShare)
                outcomes[cell] = outcome
                guard outcome == .estimated else { continue }
                let found = bounds(x, n)
                values[cell] = factor * (x / n)
                lower[cell] = factor * found.lower
                upper[cell] = factor * found.upper
              }
            }
          }
        }
      }
    }
  }

  private static func outcome(_ status: CellStatus, _ x: Double, _ n: Double, isShare: Bool) -> Outcome {
    guard status.isObserved else {
      return status.isSuppressed ? .suppressed : status.kind == .notApplicable ? .notApplicable : .missing
    }
    if !(n > 0) { return .emptyDenominator }
    if !(x >= 0) { return .negativeCount }
    return isShare && x > n ? .numeratorExceedsDenominator : .estimated
  }
}
