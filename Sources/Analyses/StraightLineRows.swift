import Estimates
import Indicators
import Regression

extension TrendMethod {
  /// A straight line by least squares.
  public static let straightLine = TrendMethod("line", .straightLine) { StraightLineRows($0) }
}

/// Least-squares lines of a panel.
private struct StraightLineRows: FittedTrends {
  let context: TrendContext
  let fits: LineFits?

  init(_ context: TrendContext) {
    self.context = context
    fits = try? LineFits(
      values: context.panel.values, times: context.panel.periods.map(\.time), threads: context.options.threads
    )
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    if let reason = context.refusal(zone: zone) { return cells.refuseTrend(reason) }
    guard let fit = fits?[zone] else {
      return cells.refuseTrend(fits?.status(zone).reason ?? .tooFewPoints)
    }
    let slope = fit.slopeEstimate(level: context.options.level)
    cells.setHeadline(slope)
    cells.set(slope, "slope", "slope_lower", "slope_upper")
    cells["statistic"] = .number(fit.tStatistic, or: .notApplicable)
    if let p = fit.pValue {
      context.judge(&cells, p: p, sign: slope.value)
    } else {
      cells["direction"] = .text("not-computable")
    }
  }
}
