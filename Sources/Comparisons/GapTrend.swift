import Estimates
import Foundation
import Indicators
import Rates

/// The gap between a zone and its comparator at one time, with its precision.
public struct GapPoint: Sendable, Hashable {
  /// The time, in years.
  public let time: Double
  /// The difference, in the unit asked for.
  public let difference: Double
  /// Its standard error: a quarter of the 95 % interval, roughly, which is never 0.
  public let differenceError: Double
  /// The logarithm of the ratio; `nil` where the ratio is 0 or there is none.
  public let logRatio: Double?
  /// Its standard error.
  public let logRatioError: Double?

  /// A gap whose numbers are known.
  public init(
    time: Double, difference: Double, differenceError: Double, logRatio: Double? = nil,
    logRatioError: Double? = nil
  ) {
    self.time = time
    self.difference = difference
    self.differenceError = differenceError
    self.logRatio = logRatio
    self.logRatioError = logRatioError
  }

  /// The gap of a contrast.
  ///
  /// The errors are (upper − lower)/(2 · 1.96) of the 95 % intervals, whatever the level asked for later, so that a count of
  /// 0 does not look certain and weights do not depend on the level.
  /// - Parameter factor: What the difference is multiplied with, such as 100 for percentage points.
  public init(time: Double, _ contrast: Contrast, factor: Double = 1) {
    let z = ConfidenceInterval.Level.p95.normalQuantile
    let gap = contrast.difference().scaled(by: factor)
    let error = gap.interval.map { ($0.upper - $0.lower) / (2 * z) } ?? 0
    var logs: (value: Double, error: Double)?
    if let ratio = try? contrast.ratio(), ratio.value > 0, let ends = ratio.interval, ends.lower > 0,
      ends.upper.isFinite
    {
      logs = (log(ratio.value), log(ends.upper / ends.lower) / (2 * z))
    }
    self.init(
      time: time, difference: gap.value, differenceError: error, logRatio: logs?.value,
      logRatioError: logs?.error)
  }
}

/// How a gap changed over all periods: a weighted line through the gaps, on the scale of differences and of ratios.
///
///     let trend = try GapTrend(points)           // GapPoint(time:, contrast) a period
///     trend.changePerYear()                      // in the unit of the differences
///     try trend.relativeChangePerYear()          // a factor: 0.98 is two per cent nearer … a year
///     trend.verdict()                            // narrowed, widened, reversed, no-clear-change
///
/// Each gap weighs by 1/s², see ``KnownVarianceLine``; its slope is the interaction of zone and time, and its χ² says whether
/// the gaps are further from the line than chance explains, in which case intervals are widened.
///
/// - Shape: three gaps or more of disjoint periods. Unit: that of the differences, a year.
/// - The ratio scale is refused with `no-ratio-at-zero` where any period has a share or rate of 0: leaving that period out
///   would hide the most extreme gap.
/// - A gap of a hidden figure does not exist; the caller refuses the series.
/// - The verdict looks at the fitted gap at the first and the last time, see ``GapVerdict``.
/// - References: Breslow and Day (1987) *Statistical Methods in Cancer Research* II, ch. 3, for trends in a ratio;
///   Cochran (1954) Biometrics 10:101.
public struct GapTrend: Sendable, Hashable {
  /// The line through the differences.
  public let absolute: KnownVarianceLine
  /// The line through the logarithms of the ratios; `nil` where a period has none.
  public let relative: KnownVarianceLine?
  /// The first time.
  public let first: Double
  /// The last time.
  public let last: Double

  /// Fits both lines.
  ///
  /// - Throws: ``Estimates/StatisticsError/tooFewObservations(needed:found:)`` below three, and what
  ///   ``KnownVarianceLine/init(times:values:errors:)`` throws.
  public init(_ points: [GapPoint]) throws(StatisticsError) {
    guard points.count >= 3 else { throw .tooFewObservations(needed: 3, found: points.count) }
    let times = points.map(\.time)
    absolute = try KnownVarianceLine(
      times: times, values: points.map(\.difference), errors: points.map(\.differenceError))
    let logs = points.compactMap(\.logRatio)
    let errors = points.compactMap(\.logRatioError)
    relative =
      logs.count == points.count && errors.count == points.count
      ? try? KnownVarianceLine(times: times, values: logs, errors: errors) : nil
    first = times.min() ?? 0
    last = times.max() ?? 0
  }

  /// The change of the gap a year.
  public func changePerYear(level: ConfidenceInterval.Level = .p95) -> Estimate {
    named(absolute.slope(level: level))
  }

  /// The change of the fitted gap from the first to the last period.
  public func change(level: ConfidenceInterval.Level = .p95) -> Estimate {
    named(absolute.change(from: first, to: last, level: level))
  }

  /// The fitted gaps at the first and the last time.
  public func gaps(level: ConfidenceInterval.Level = .p95) -> (first: Estimate, last: Estimate) {
    (named(absolute.fitted(at: first, level: level)), named(absolute.fitted(at: last, level: level)))
  }

  /// The factor by which the ratio changes a year.
  ///
  /// - Throws: ``Rates/FigureRefusal`` with `no-ratio-at-zero`.
  public func relativeChangePerYear(level: ConfidenceInterval.Level = .p95) throws(FigureRefusal) -> Estimate
  {
    guard let relative else { throw FigureRefusal(.noRatioAtZero) }
    return exponential(relative.slope(level: level))
  }

  /// The factor by which the fitted ratio changes from the first to the last period.
  ///
  /// - Throws: ``Rates/FigureRefusal`` with `no-ratio-at-zero`.
  public func relativeChange(level: ConfidenceInterval.Level = .p95) throws(FigureRefusal) -> Estimate {
    guard let relative else { throw FigureRefusal(.noRatioAtZero) }
    return exponential(relative.change(from: first, to: last, level: level))
  }

  /// The two-sided p-value of a gap that does not change.
  public var pValue: Double { absolute.pValue }

  /// What became of the gap.
  public func verdict(level: ConfidenceInterval.Level = .p95) -> GapVerdict {
    let (one, other) = gaps(level: level)
    // The sum of the fitted gaps is twice the line at the middle of the two times.
    let middle = absolute.fitted(at: first + (last - first) / 2, level: level).scaled(by: 2)
    return GapVerdict(
      first: one.value, last: other.value, change: changePerYear(level: level).interval,
      sum: middle.interval)
  }

  private var crossing: [Diagnostic] {
    let ends = [first, last].map { absolute.level + absolute.slopeValue * ($0 - absolute.centre) }
    return GapVerdict.crosses(ends[0], ends[1]) ? [.gapCrossedZero] : []
  }

  private func named(_ estimate: Estimate) -> Estimate {
    Estimate(
      estimate.value, interval: estimate.interval, standardError: estimate.standardError, method: .gapLine,
      n: estimate.n, diagnostics: estimate.diagnostics.merged(crossing))
  }

  private func exponential(_ estimate: Estimate) -> Estimate {
    let ends = estimate.interval.flatMap {
      ConfidenceInterval(lower: exp($0.lower), upper: exp($0.upper), level: $0.level)
    }
    return Estimate(
      exp(estimate.value), interval: ends, method: .gapLine, n: estimate.n, diagnostics: estimate.diagnostics)
  }
}

extension Method {
  /// A weighted line through the gaps of all periods.
  public static let gapLine = Method("gap.line")
}
