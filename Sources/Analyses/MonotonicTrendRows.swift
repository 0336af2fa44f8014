import Estimates
import Indicators
import Trends

extension TrendMethod {
  /// Theil–Sen's slope with Mann–Kendall's test.
  public static let theilSen = TrendMethod("theil-sen", .theilSen) { MonotonicTrendRows($0) }
}

/// Theil–Sen's slopes and Mann–Kendall's tests of a panel.
private struct MonotonicTrendRows: FittedTrends {
  let context: TrendContext
  let fits: Result<[Result<MonotonicTrend, StatisticsError>], StatisticsError>

  init(_ context: TrendContext) {
    self.context = context
    fits = Result { () throws(StatisticsError) in
      try MonotonicTrend.fit(
        context.panel, level: context.options.level, threads: context.options.threads)
    }
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    switch fits.flatMap({ $0[zone] }) {
    case .failure(let error): cells.refuseTrend(error.reason)
    case .success(let trend):
      let slope = trend.theilSen.estimate
      cells.setHeadline(slope)
      cells.set(slope, "slope", "slope_lower", "slope_upper")
      cells["statistic"] = .number(trend.mannKendall.z, or: .notApplicable)
      cells["s"] = .number(Double(trend.mannKendall.s))
      cells["var_s"] = .number(trend.mannKendall.varianceOfS, or: .notApplicable)
      cells["tau"] = .number(trend.mannKendall.tauB, or: .notApplicable)
      context.judge(&cells, p: trend.mannKendall.pValue, sign: Double(trend.mannKendall.s))
    }
  }
}
