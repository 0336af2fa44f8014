import Estimates
import Indicators
import Regression
import Trends

/// `trend`: direction and size of change per zone.
public enum Trend {
  /// Two rows a series: Theil–Sen's slope with Mann–Kendall's test, and least squares.
  ///
  /// Windowed indicators are tested on the single-period figures behind them where there are any; overlapping periods are
  /// refused. A zone with hidden cells is refused. Direction is *no clear change* unless the two-sided p-value is at most
  /// 1 − level; what is better follows the indicator's direction.
  ///
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous.
  public static func run(_ dataset: Dataset, options: AnalysisOptions) throws(AnalysisError) -> ResultSet {
    var senRows: [[String: ResultValue]] = []
    var lineRows: [[String: ResultValue]] = []
    var findings = dataset.findings
    for shown in dataset.panels {
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let prepared = try Prepared(panel, of: dataset, zones: options.zones)
      findings += prepared.grouped.findings
      let monotonic = Result { () throws(StatisticsError) in
        try MonotonicTrend.fit(prepared.panel, level: options.level, threads: options.threads)
      }
      let lines = Result { () throws(RegressionError) in
        try LineFits(
          values: prepared.panel.values, times: prepared.panel.periods.map(\.time), threads: options.threads)
      }
      for row in prepared.rows {
        var cells = frame(dataset, prepared, row.code, row.position, options)
        switch row.position {
        case .failure(let refusal):
          refuse(&cells, refusal.reason)
          senRows.append(cells.with("method", Method.theilSen))
          lineRows.append(cells.with("method", Method.straightLine))
        case .success(let position):
          let better = dataset.direction(of: panel, options: options)
          senRows.append(sen(cells, monotonic, position, better, options))
          lineRows.append(line(cells, prepared.panel, lines, position, better, options))
        }
      }
    }
    adjust(&senRows)
    adjust(&lineRows)
    var table = ResultTable(Schemas.trend.split(by: options.keys))
    for (sen, line) in zip(senRows, lineRows) {
      table.append(sen)
      table.append(line)
    }
    return ResultSet(verb: "trend", tables: [table], findings: findings)
  }

  private static func frame(
    _ dataset: Dataset, _ prepared: Prepared, _ code: String, _ position: Result<Int, RefusedArithmetic>,
    _ options: AnalysisOptions
  ) -> [String: ResultValue] {
    let panel = prepared.panel
    let cellRange = (try? position.get()).map { panel.series($0) } ?? 0..<0
    var cells = dataset.commonCells(
      panel, code: code, name: prepared.name((code, position)), options: options, schema: Schemas.trend,
      statuses: panel.statuses[cellRange])
    let observed = cellRange.filter { panel.statuses[$0].isObserved }.map {
      panel.periods[$0 - cellRange.lowerBound]
    }
    cells["first_period"] = observed.first.map { .text($0.description) } ?? .none(.missing)
    cells["last_period"] = observed.last.map { .text($0.description) } ?? .none(.missing)
    cells["n"] = .number(Double(observed.count))
    return cells
  }

  private static func refuse(_ cells: inout [String: ResultValue], _ reason: Reason) {
    cells.refuse(reason)
    cells["direction"] = .text("not-computable")
  }

  private static func sen(
    _ frame: [String: ResultValue],
    _ fits: Result<[Result<MonotonicTrend, StatisticsError>], StatisticsError>, _ position: Int,
    _ better: Direction?, _ options: AnalysisOptions
  ) -> [String: ResultValue] {
    var cells = frame
    cells["method"] = .text(Method.theilSen.rawValue)
    switch fits.flatMap({ $0[position] }) {
    case .failure(let error):
      refuse(&cells, error.reason)
    case .success(let trend):
      let slope = trend.theilSen.estimate
      cells.setHeadline(slope)
      cells.set(slope, "slope", "slope_lower", "slope_upper")
      cells["statistic"] = .number(trend.mannKendall.z, or: .notApplicable)
      cells["s"] = .number(Double(trend.mannKendall.s))
      cells["var_s"] = .number(trend.mannKendall.varianceOfS, or: .notApplicable)
      cells["tau"] = .number(trend.mannKendall.tauB, or: .notApplicable)
      judge(&cells, p: trend.mannKendall.pValue, sign: Double(trend.mannKendall.s), better, options)
    }
    return cells
  }

  private static func line(
    _ frame: [String: ResultValue], _ panel: Panel, _ fits: Result<LineFits, RegressionError>,
    _ position: Int,
    _ better: Direction?, _ options: AnalysisOptions
  ) -> [String: ResultValue] {
    var cells = frame
    cells["method"] = .text(Method.straightLine.rawValue)
    if panel.statuses[panel.series(position)].contains(where: \.isSuppressed) {
      refuse(&cells, .suppressed)
      return cells
    }
    if panel.periods.anyOverlap {
      refuse(&cells, .overlappingPeriods)
      return cells
    }
    guard let fit = (try? fits.get())?[position] else {
      refuse(&cells, (try? fits.get())?.status(position).reason ?? .tooFewPoints)
      return cells
    }
    let slope = fit.slopeEstimate(level: options.level)
    cells.setHeadline(slope)
    cells.set(slope, "slope", "slope_lower", "slope_upper")
    cells["statistic"] = .number(fit.tStatistic, or: .notApplicable)
    if let p = fit.pValue {
      judge(&cells, p: p, sign: slope.value, better, options)
    } else {
      cells["direction"] = .text("not-computable")
    }
    return cells
  }

  /// Sets p-value, direction and what it means.
  private static func judge(
    _ cells: inout [String: ResultValue], p: Double, sign: Double, _ better: Direction?,
    _ options: AnalysisOptions
  ) {
    cells["p_value"] = .number(p)
    guard p <= 1 - options.level.value, sign != 0 else {
      cells["direction"] = .text("no-clear-change")
      return
    }
    cells["direction"] = .text(sign > 0 ? "increasing" : "decreasing")
    switch better {
    case .higherIsBetter: cells["better"] = .text(sign > 0 ? "better" : "worse")
    case .lowerIsBetter: cells["better"] = .text(sign < 0 ? "better" : "worse")
    case .neutral: cells["better"] = .text("neutral")
    case nil: break
    }
  }

  /// Benjamini–Hochberg over the rows of one method.
  private static func adjust(_ rows: inout [[String: ResultValue]]) {
    let adjusted = MultipleTesting.benjaminiHochberg(rows.map { $0["p_value"]?.double })
    for (index, p) in adjusted.enumerated() {
      if let p { rows[index]["p_adjusted"] = .number(p) }
    }
  }
}

extension [String: ResultValue] {
  /// A copy with one more text.
  fileprivate func with(_ key: String, _ method: Method) -> [String: ResultValue] {
    var copy = self
    copy[key] = .text(method.rawValue)
    return copy
  }
}
