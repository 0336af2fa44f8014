import Estimates
import Indicators
import Regression
import Trends

extension TrendMethod {
  /// A straight line by least squares.
  public static let straightLine = TrendMethod("line", .straightLine) { StraightLineRows($0) }

  /// The fewest points a trend by lines is made from: a line through fewer says more of chance than of change.
  static let fewestPoints = 5
}

/// Least-squares lines of a panel.
private struct StraightLineRows: FittedTrends {
  let context: TrendContext
  let fits: LineFits?
  let bounds: [Result<LineBounds, StatisticsError>]?
  let neighbours: NeighbourCorrelation
  let detectable: DetectableChange

  init(_ context: TrendContext) {
    self.context = context
    let (panel, threads) = (context.panel, context.options.threads)
    let fits = try? LineFits(values: panel.values, times: panel.periods.map(\.time), threads: threads)
    self.fits = fits
    bounds =
      panel.bounds.isEmpty ? nil : try? LineBounds.fit(panel, level: context.options.level, threads: threads)
    neighbours = NeighbourCorrelation(
      panel, slopes: panel.zones.indices.map { fits?[$0]?.slope }, threads: threads)
    detectable = DetectableChange(context)
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    if let reason = context.refusal(zone: zone) {
      if reason == .suppressed, case .success(let bounds) = bounds?[zone] { return fill(&cells, bounds) }
      return cells.refuseTrend(reason)
    }
    guard let fit = fits?[zone], fit.points >= TrendMethod.fewestPoints else {
      return cells.refuseTrend(fits?.status(zone).reason ?? .tooFewPoints)
    }
    let slope = fit.slopeEstimate(level: context.options.level)
    cells.setHeadline(slope)
    cells.set(slope, "slope", "slope_lower", "slope_upper")
    cells["statistic"] = .number(fit.tStatistic, or: .notApplicable)
    neighbours.fill(&cells, zone: zone, points: fit.points)
    detectable.fill(&cells, zone: zone, test: .line)
    if let p = fit.pValue {
      context.judge(&cells, p: p, sign: slope.value)
    } else {
      cells["direction"] = .text("not-computable")
    }
  }

  /// What a series with hidden cells could be; a direction only where all admissible answers agree.
  private func fill(_ cells: inout ResultCells, _ bounds: LineBounds) {
    guard bounds.points >= TrendMethod.fewestPoints else { return cells.refuseTrend(.tooFewPoints) }
    cells.setBounds(slope: bounds.slope, p: bounds.pValue, points: bounds.points)
    context.judge(&cells, agreed: bounds.direction)
  }
}
