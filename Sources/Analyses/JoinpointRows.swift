import Estimates
import Foundation
import Indicators
import Trends

extension TrendMethod {
  /// Straight parts on the logarithmic scale, joins by permutation tests.
  public static let joinpoint = TrendMethod("joinpoint", .joinpoint) {
    JoinpointRows($0, model: .logarithmic)
  }
  /// Straight parts of a Poisson trend, joins by BIC.
  public static let joinpointPoisson = TrendMethod("joinpoint-poisson", .poissonJoinpoint) {
    JoinpointRows($0, model: .poisson)
  }
}

/// Trends with joins of a panel.
private struct JoinpointRows: FittedTrends {
  let context: TrendContext
  let model: Joinpoints.Model
  let trends: Result<[Result<Joinpoint, StatisticsError>], StatisticsError>

  init(_ context: TrendContext, model: Joinpoints.Model) {
    self.context = context
    self.model = model
    let options = context.options
    // Poisson models of three joins cost a fit for each of thousands of designs; two are enough for series of 30 years.
    let rules = model == .poisson ? JoinpointRules(maximumJoins: 2) : JoinpointRules()
    let selection: JoinpointSelection =
      model == .poisson
      ? .bic : .permutation(replicates: 4499, alpha: 1 - options.level.value, seed: options.seed)
    trends = Result { () throws(StatisticsError) in
      try Joinpoints.fit(
        context.panel, model: model, rules: rules, selection: selection, threads: options.threads)
    }
  }

  private var method: Method { model == .poisson ? .poissonJoinpoint : .joinpoint }

  func fill(_ cells: inout ResultCells, zone: Int) {
    if let reason = context.refusal(zone: zone) { return cells.refuseTrend(reason) }
    if model == .poisson, let reason = context.refusalOfCounts(isShare: false) {
      return cells.refuseTrend(reason)
    }
    switch trends.flatMap({ $0[zone] }) {
    case .failure(let error): cells.refuseTrend(error.reason)
    case .success(let trend):
      guard let average = try? trend.fit.averageAnnualChange() else {
        return cells.refuseTrend(.tooFewPoints)
      }
      let level = context.options.level
      let change = average.slopeEstimate(level: level).scaled(by: meanLevel(zone))
      cells.setHeadline(change)
      cells.add(trend.diagnostics)
      cells.set(change, "slope", "slope_lower", "slope_upper")
      cells.set(
        average.percent(level: level), "percent_per_year", "percent_per_year_lower",
        "percent_per_year_upper")
      cells["statistic"] = .number(average.statistic, or: .notApplicable)
      if let p = average.pValue {
        context.judge(&cells, p: p, sign: average.slope)
      } else {
        cells["direction"] = .text("not-computable")
      }
    }
  }

  /// The level that per cent are taken of: all counts over all persons where they are known, else the mean of the figures.
  private func meanLevel(_ zone: Int) -> Double {
    let panel = context.panel
    let places = panel.series(zone).filter { panel.statuses[$0].isObserved }
    if let tops = panel.numerators, let bottoms = panel.denominators {
      let below = places.reduce(0) { $0 + bottoms[$1] }
      if below > 0 { return panel.multiplier * places.reduce(0) { $0 + tops[$1] } / below }
    }
    return places.reduce(0) { $0 + panel.values[$1] } / Double(max(1, places.count))
  }

  func extras(zone: Int) -> [TrendExtras] {
    guard context.refusal(zone: zone) == nil,
      model != .poisson || context.refusalOfCounts(isShare: false) == nil,
      case .success(let trend) = trends.flatMap({ $0[zone] })
    else { return [] }
    let level = context.options.level
    func name(_ time: Double) -> ResultValue {
      context.panel.periods.first { $0.time == time }.map { .text($0.description) } ?? .none(.missing)
    }
    var rows: [TrendExtras] = []
    for (index, segment) in trend.fit.segments.enumerated() {
      let change = segment.annualPercentChange(level: level)
      rows.append(
        TrendExtras(
          Schemas.trendSegments,
          [
            "method": .text(method.rawValue), "segment": .integer(index + 1), "start": name(segment.start),
            "end": name(segment.end), "apc": .number(change.value, or: .notFinite),
            "lower": .number(change.interval?.lower, or: .notFinite),
            "upper": .number(change.interval?.upper, or: .notFinite), "confidence": .number(level.value),
            "p_value": .number(segment.pValue, or: .notApplicable),
          ]))
    }
    for (joins, fit) in trend.fits.enumerated() {
      rows.append(
        TrendExtras(
          Schemas.trendJoins,
          [
            "method": .text(method.rawValue), "joins": .integer(joins),
            "periods": .texts(fit.joins.compactMap { name($0).string }),
            "sse": .number(fit.sumOfSquares, or: .notFinite), "bic": .number(fit.bic, or: .notFinite),
            "chosen": .boolean(joins == trend.joins),
          ]))
    }
    for test in trend.tests {
      rows.append(
        TrendExtras(
          Schemas.trendJoinTests,
          [
            "method": .text(method.rawValue), "joins": .integer(test.joins),
            "against_joins": .integer(test.against), "statistic": .number(test.statistic, or: .notFinite),
            "p_value": .number(test.pValue), "test_level": .number(test.level),
            "permutations": .integer(test.permutations),
          ]))
    }
    return rows
  }
}
