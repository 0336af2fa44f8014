import Comparisons
import Estimates
import Indicators
import Rates

/// `compare`: a zone against a comparator.
public enum Compare {
  /// One row a zone and period; `estimate` is the difference in the panel's unit.
  ///
  /// - Parameters:
  ///   - dataset: The figures.
  ///   - against: The comparator.
  ///   - latestOnly: Whether only the last period in which the zone has a figure is compared.
  ///   - options: Zones, level and direction.
  ///   - rule: By what a zone is called better or worse.
  ///   - gaps: Whether the change of the difference over time is asked for, which adds the table `gap` and the columns that
  ///     begin with `gap_`.
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous, or the comparator needs a zone list.
  public static func run(
    _ dataset: Dataset, against: Against, latestOnly: Bool, options: AnalysisOptions,
    rule: VerdictRule = .differenceInterval, gaps: GapQuestion? = nil
  ) throws(AnalysisError) -> ResultSet {
    var rows: [ResultCells] = []
    var findings = dataset.findings
    for shown in dataset.panels {
      let prepared = try Prepared(shown, of: dataset, zones: options.zones)
      findings += prepared.grouped.findings
      rows += try parallelRows(prepared.rows.count, threads: options.threads) {
        index throws(AnalysisError) in
        try compared(prepared.rows[index], prepared, dataset, against, latestOnly, options, rule)
      }.joined()
    }
    let adjusted = dataset.adjusted(rows, by: options.adjustment)
    var tables: [ResultTable] = []
    if let gaps {
      let found = try GapRows(
        dataset: dataset, against: against, question: gaps, options: options
      ).all()
      join(found, to: &rows, keys: options.keys)
      var table = ResultTable(Schemas.gap.split(by: options.keys))
      for row in found { table.append(row) }
      tables.append(table)
    }
    var table = ResultTable(Schemas.compare.split(by: options.keys))
    for (index, p) in adjusted.enumerated() {
      if let p { rows[index]["p_adjusted"] = .number(p) }
      table.append(rows[index])
    }
    return ResultSet(verb: "compare", tables: [table] + tables, findings: findings)
  }

  /// The rows of one zone.
  private static func compared(
    _ row: (code: String, position: Result<Int, RefusedArithmetic>), _ prepared: Prepared, _ dataset: Dataset,
    _ against: Against, _ latestOnly: Bool, _ options: AnalysisOptions, _ rule: VerdictRule
  ) throws(AnalysisError) -> [ResultCells] {
    var frame = dataset.commonCells(
      prepared.panel, code: row.code, name: prepared.name(row), options: options, schema: Schemas.compare,
      statuses: [])
    frame["against"] = .text(against.word)
    frame["verdict"] = .text("not-compared")
    frame["verdict_rule"] = .text(rule.word)
    let comparator: Comparator
    switch row.position {
    case .failure(let refusal):
      frame.refuse(refusal.reason)
      return [frame]
    case .success(let position):
      switch try prepared.choice.comparator(against, of: position, in: prepared.grouped) {
      case .failure(let refusal):
        // A comparator that is the zone itself is no row of a table over all zones.
        if options.zones.isEmpty, refusal.reason == .sameZone { return [] }
        frame.refuse(refusal.reason)
        return [frame]
      case .success(let found): comparator = found
      }
    }
    frame["against"] = .text(comparator.code)
    frame["against_name"] = comparator.name.isEmpty ? .none(.notApplicable) : .text(comparator.name)
    let panel = comparator.panel
    let observed = panel.periods.indices.filter {
      panel.statuses[panel.index(zone: comparator.zone, period: $0)].isObserved
    }
    let latest = observed.last ?? panel.periods.indices.last
    return panel.periods.indices.filter { !latestOnly || $0 == latest }
      .map { Self.row(frame, comparator, $0, dataset, options, rule) }
  }

  /// The gap's change a year and what became of it, on the rows of its zone.
  private static func join(
    _ gaps: [ResultCells], to rows: inout [ResultCells], keys: [String]
  ) {
    let names = ["indicator", "zone"] + keys.map { Schemas.compare.key(ofDimension: $0) }
    func key(_ row: ResultCells) -> [String] { names.map { row[$0]?.string ?? "" } }
    var known: [[String]: ResultCells] = [:]
    for gap in gaps where known[key(gap)] == nil { known[key(gap)] = gap }
    for index in rows.indices {
      guard let gap = known[key(rows[index])] else { continue }
      for (column, source) in [
        ("gap_change_per_year", "change_per_year"), ("gap_change_lower", "change_per_year_lower"),
        ("gap_change_upper", "change_per_year_upper"), ("gap_verdict", "verdict"),
      ] { rows[index][column] = gap[source] ?? gap["estimate"] }
    }
  }

  private static func row(
    _ frame: ResultCells, _ comparator: Comparator, _ period: Int, _ dataset: Dataset,
    _ options: AnalysisOptions, _ rule: VerdictRule
  ) -> ResultCells {
    var cells = frame
    let panel = comparator.panel
    cells["period"] = .text(panel.periods[period].description)
    let own = panel[zone: comparator.zone, period: period]
    let other = panel[zone: comparator.position, period: period]
    for (cell, keys) in [
      (own, ("value", "value_lower", "value_upper")),
      (other, ("comparator_value", "comparator_lower", "comparator_upper")),
    ] {
      if let reason = cell.status.reason {
        cells[keys.0] = ResultValue.none(reason)
      } else {
        cells.set(Level.estimate(cell, of: panel, in: dataset, level: options.level), keys.0, keys.1, keys.2)
      }
    }
    if let reason = own.status.reason ?? other.status.reason {
      cells.refuse(reason)
      return cells
    }
    let contrasted = comparator.remainder.map { panel[zone: $0, period: period] } ?? other
    do throws(FigureRefusal) {
      let share =
        comparator.remainder == nil ? nil : own.denominator.flatMap { n in other.denominator.map { n / $0 } }
      let (figure, base) = (try Figure(own, kind: panel.kind), try Figure(contrasted, kind: panel.kind))
      let contrast = try ZoneContrast(
        figure, base, share: share, multiplier: panel.multiplier, level: options.level)
      cells.setHeadline(contrast.difference)
      cells.add(contrast.diagnostics)
      cells["n"] = .number(own.denominator ?? own.numerator, or: .notApplicable)
      cells["p_value"] = .number(contrast.pValue)
      let direction = dataset.direction(of: panel, options: options)
      if rule == .differenceInterval {
        cells["verdict"] = .text(contrast.verdict(direction))
      } else {
        // The rules of other tables look at the comparator as it is, the zone within it or not.
        let found = rule.judge(figure, against: try Figure(other, kind: panel.kind), level: options.level)
        cells["verdict"] = .text(found.word(direction))
        cells["verdict_level"] = .number(found.level?.value, or: .notApplicable)
      }
      cells.setDetectable(
        figure, base, share: share, multiplier: panel.multiplier, level: options.level)
      switch contrast.ratio {
      case .success(let ratio): cells.set(ratio, "ratio", "ratio_lower", "ratio_upper")
      case .failure(let refusal): cells["ratio"] = ResultValue.none(refusal.reason)
      }
    } catch {
      // Figures without counts still differ by a number; how sure it is nobody can say. Counts of areas of unlike size differ
      // for that reason alone, so their difference is no figure.
      guard panel.kind != .count, let value = own.value, let base = other.value else {
        cells.refuse(error.reason)
        return cells
      }
      cells.setHeadline(Estimate(value - base, intervalReason: error.reason, method: .plainDifference))
      if base != 0 { cells["ratio"] = .number(value / base, or: .notApplicable) }
    }
    return cells
  }
}

extension Question {
  /// A zone against a comparator: in the latest period where no periods are asked for.
  ///
  /// With `gaps` the change of the difference is followed through the periods asked for; where none are, through all, and the
  /// rows show the latest.
  public static func compare(
    against: Against, rule: VerdictRule = .differenceInterval, gaps: GapQuestion? = nil
  ) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      return try Compare.run(
        figures, against: against, latestOnly: asking.range == PeriodRange(), options: options, rule: rule,
        gaps: gaps)
    }
  }
}

extension VerdictRule.Finding {
  /// Better, worse or similar by the direction; higher, lower or similar without one.
  func word(_ direction: Direction?) -> String {
    let isHigher = position == .higher
    guard isHigher || position == .lower else { return position.rawValue }
    return switch direction {
    case .higherIsBetter: isHigher ? "better" : "worse"
    case .lowerIsBetter: isHigher ? "worse" : "better"
    case .neutral, nil: position.rawValue
    }
  }
}
