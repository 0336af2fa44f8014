import Estimates
import Indicators
import Rates
import Trends

extension TrendMethod {
  /// Fingertips' rule on the last five yearly points.
  public static let recent = TrendMethod("recent", .recentTrend) { RecentTrendRows($0) }
}

/// The recent-trend rule for each series of a panel.
private struct RecentTrendRows: FittedTrends {
  let context: TrendContext

  init(_ context: TrendContext) { self.context = context }

  func fill(_ cells: inout ResultCells, zone: Int) {
    switch answer(zone) {
    case .failure(let reason): cells.refuseTrend(reason)
    case .success(let (trend, used)):
      let level = context.options.level
      let factor = trend.method == .recentTrendOfShares ? context.panel.multiplier : 1
      let slope = trend.estimate(level: level).scaled(by: factor)
      cells.setHeadline(slope)
      cells.set(slope, "slope", "slope_lower", "slope_upper")
      cells["statistic"] = .number(trend.chiSquared, or: .notApplicable)
      if let first = used.first, let last = used.last {
        cells["first_period"] = .text(first.description)
        cells["last_period"] = .text(last.description)
      }
      // The rule has a level of its own, 0.002, whatever level the intervals have.
      let isClear = trend.verdict != .noChange
      context.judge(&cells, p: isClear ? 0 : 1, sign: trend.slope)
      cells["p_value"] = .number(trend.pValue)
    }
  }

  /// The last five years with figures, in a row and with nothing hidden among them.
  private func answer(_ zone: Int) -> Result<(RecentTrend, [Period]), Reason> {
    let panel = context.panel
    if panel.periods.anyOverlap { return .failure(.overlappingPeriods) }
    let cells = panel.series(zone)
    guard let end = cells.last(where: { panel.statuses[$0].kind != .missing }) else {
      return .failure(.tooFewPoints)
    }
    let count = RecentTrend.pointsOfRule
    guard end - count + 1 >= cells.lowerBound else { return .failure(.tooFewPoints) }
    let last = Array(end - count + 1...end)
    let periods = last.map { panel.periods[$0 - cells.lowerBound] }
    guard periods.allSatisfy({ $0.unit.isYearly && !$0.isWindow }) else { return .failure(.notYearly) }
    if last.contains(where: { panel.statuses[$0].isSuppressed }) { return .failure(.suppressed) }
    guard last.allSatisfy({ panel.statuses[$0].isObserved }),
      zip(periods, periods.dropFirst()).allSatisfy({ $1.year == $0.year + 1 })
    else { return .failure(.tooFewPoints) }
    do throws(StatisticsError) {
      if panel.kind == .proportion, let tops = panel.numerators, let bottoms = panel.denominators {
        return .success(
          (try RecentTrend(counts: last.map { tops[$0] }, of: last.map { bottoms[$0] }), periods))
      }
      guard panel.kind != nil else { return .failure(.unknownKind) }
      var errors: [Double] = []
      for cell in last {
        // The rule: a quarter of the 95 % interval's width, nearly: its 3.92 is kept.
        guard let interval = interval(cell, zone) else { return .failure(.noIntervalForKind) }
        errors.append((interval.upper - interval.lower) / 3.92)
      }
      return .success(
        (try RecentTrend(values: last.map { panel.values[$0] }, standardErrors: errors), periods))
    } catch {
      return .failure(error.reason)
    }
  }

  private func interval(_ cell: Int, _ zone: Int) -> ConfidenceInterval? {
    let panel = context.panel
    let figure = panel[zone: zone, period: cell - panel.series(zone).lowerBound]
    let factor = panel.kind == .count ? 1 : panel.multiplier
    return try? Figure(figure, kind: panel.kind).estimate(level: .p95).scaled(by: factor).interval
  }
}

extension Period.Unit {
  /// Whether a single period is a year long.
  fileprivate var isYearly: Bool { self == .year || self == .schoolYear }
}

extension Reason {
  /// The rule is for yearly figures.
  public static let notYearly = Reason("not-yearly")
}
