import Estimates
import Indicators

/// `trend`: direction and size of change per zone.
public enum Trend {
  /// One row a series and method.
  ///
  /// Windowed indicators are tested on the single-period figures behind them where there are any; overlapping periods are
  /// refused. A zone with hidden cells is refused. Direction is *no clear change* unless the two-sided p-value is at most
  /// 1 − level; what is better follows the indicator's direction.
  ///
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous.
  public static func run(
    _ dataset: Dataset, methods: [TrendMethod] = TrendMethod.standard, options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    var rows = [[ResultCells]](repeating: [], count: methods.count)
    var extras: [TrendExtras] = []
    var findings = dataset.findings
    for shown in dataset.panels {
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let prepared = try Prepared(panel, of: dataset, zones: options.zones)
      findings += prepared.grouped.findings
      let context = TrendContext(
        panel: prepared.panel, indicator: dataset.catalogue[panel.indicator],
        better: dataset.direction(of: panel, options: options), options: options)
      let fits = methods.map { $0.fit(context) }
      for row in prepared.rows {
        let frame = frame(dataset, prepared, row.code, row.position, options)
        for (index, method) in methods.enumerated() {
          var cells = frame
          cells["method"] = .text(method.method.rawValue)
          switch row.position {
          case .failure(let refusal): cells.refuseTrend(refusal.reason)
          case .success(let position):
            fits[index].fill(&cells, zone: position)
            for extra in fits[index].extras(zone: position) {
              extras.append(extra.naming(cells, keys: ["indicator", "zone", "zone_name"] + options.keys))
            }
          }
          rows[index].append(cells)
        }
      }
    }
    for index in rows.indices { adjust(&rows[index], dataset, options) }
    var table = ResultTable(Schemas.trend.split(by: options.keys))
    for row in rows.first?.indices ?? 0..<0 {
      for method in rows.indices { table.append(rows[method][row]) }
    }
    return ResultSet(
      verb: "trend", tables: [table] + TrendExtras.tables(extras, keys: options.keys), findings: findings)
  }

  private static func frame(
    _ dataset: Dataset, _ prepared: Prepared, _ code: String, _ position: Result<Int, RefusedArithmetic>,
    _ options: AnalysisOptions
  ) -> ResultCells {
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

  /// Adjusts p-values over the rows of one method.
  private static func adjust(
    _ rows: inout [ResultCells], _ dataset: Dataset, _ options: AnalysisOptions
  ) {
    let adjusted = dataset.adjusted(rows, by: options.adjustment)
    for (index, p) in adjusted.enumerated() {
      if let p { rows[index]["p_adjusted"] = .number(p) }
    }
  }
}

extension Question {
  /// Direction and size of change.
  public static let trend = trend(methods: TrendMethod.standard)

  /// Direction and size of change by the methods named.
  public static func trend(methods: [TrendMethod]) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      return try Trend.run(figures, methods: methods, options: options)
    }
  }
}
