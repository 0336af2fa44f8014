import Estimates
import Indicators
import Rates

extension Method {
  /// The figure as the source gives it.
  public static let asReported = Method("value.as-reported")
}

/// `level`: the value with its interval, per zone and period.
public enum Level {
  /// One row a zone and period of every panel.
  ///
  /// Which interval a row gets follows from the declared kind (``Rates/Figure``). A figure without one keeps its value, and
  /// the row says why. A count that the catalogue calls context, such as residents or dwellings, is complete and gets no
  /// interval. A cell without a figure is a row without an estimate.
  ///
  /// - Parameter shares: The interval of shares.
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous.
  public static func run(
    _ dataset: Dataset, shares: ShareOptions = ShareOptions(), options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    var table = ResultTable(Schemas.level.split(by: options.keys))
    var findings = dataset.findings
    for shown in dataset.panels {
      let prepared = try Prepared(shown, of: dataset, zones: options.zones)
      findings += prepared.grouped.findings
      let panel = prepared.panel
      for row in prepared.rows {
        let name = prepared.name(row)
        guard case .success(let position) = row.position else {
          var cells = dataset.commonCells(
            panel, code: row.code, name: name, options: options, schema: Schemas.level, statuses: [])
          if case .failure(let refusal) = row.position { cells.refuse(refusal.reason) }
          table.append(cells)
          continue
        }
        for (column, period) in panel.periods.enumerated() {
          let cell = panel[zone: position, period: column]
          var cells = dataset.commonCells(
            panel, code: row.code, name: name, options: options, schema: Schemas.level,
            statuses: [cell.status])
          cells["period"] = .text(period.description)
          cells["status"] = .text(LevelStatus.word(cell.status))
          if let reason = cell.status.reason {
            cells.refuse(reason)
          } else {
            cells.setHeadline(estimate(cell, of: panel, in: dataset, shares: shares, level: options.level))
            cells["numerator"] = .number(cell.numerator, or: .needsNumeratorAndDenominator)
            cells["denominator"] = .number(cell.denominator, or: .needsNumeratorAndDenominator)
            cells.add(doubts(cell, of: panel))
          }
          table.append(cells)
        }
      }
    }
    return ResultSet(verb: "level", tables: [table], findings: findings)
  }

  /// What makes a cell doubtful that no declared kind judges: a count below zero.
  private static func doubts(_ cell: Cell, of panel: Panel) -> [Diagnostic] {
    guard panel.kind == nil else { return [] }
    return [cell.numerator, cell.denominator].contains { ($0 ?? 0) < 0 } ? [.negativeCount] : []
  }

  /// The estimate of an observed cell, in the panel's unit.
  static func estimate(
    _ cell: Cell, of panel: Panel, in dataset: Dataset, shares: ShareOptions = ShareOptions(),
    level: ConfidenceInterval.Level
  ) -> Estimate {
    var reason = Reason.unknownKind
    if dataset.countsEverybody(panel) {
      reason = .completeCount
    } else {
      do {
        let factor = panel.kind == .count ? 1 : panel.multiplier
        let figure = try Figure(cell, kind: panel.kind)
        guard case .proportion(let share) = figure else {
          return figure.estimate(level: level).scaled(by: factor)
        }
        return try shares.estimate(share, level: level).scaled(by: factor)
      } catch {
        reason = error.reason
      }
    }
    return Estimate(cell.value ?? 0, intervalReason: reason, method: .asReported, n: cell.denominator)
  }
}

extension Dataset {
  /// Whether a panel counts everybody there is, such as residents or dwellings: a count that the catalogue calls context.
  func countsEverybody(_ panel: Panel) -> Bool {
    panel.kind == .count && catalogue[panel.indicator]?.role == .context
  }
}

/// How a status is written in results.
enum LevelStatus {
  static func word(_ status: CellStatus) -> String {
    var word =
      switch status.kind {
      case .observed: "observed"
      case .missing: "missing"
      case .notApplicable: "not-applicable"
      default: "suppressed"
      }
    if status.flags.contains(.provisional) { word += "-provisional" }
    if status.flags.contains(.estimated) { word += "-estimated" }
    return word
  }
}

extension Question {
  /// The value with its interval.
  public static var level: Question { Question.level(shares: ShareOptions()) }

  /// The value with its interval, that of shares as asked for.
  public static func level(shares: ShareOptions) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      return try Level.run(figures, shares: shares, options: options)
    }
  }
}
