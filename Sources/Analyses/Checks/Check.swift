import Estimates
import Indicators

/// The quality gate: every rule over every panel.
public enum Check {
  /// The rules, in the order their findings are listed.
  public static let rules: [any CheckRule] = [
    NegativeCountCheck(), ShareAboveOneCheck(), ValidRangeCheck(), SumToWholeCheck(), OutlierCheck(),
  ]

  /// Every violation as a row. The rows hold figures, so the result goes through disclosure control like any other.
  public static func run(_ dataset: Dataset) -> ResultSet {
    var table = ResultTable(Schemas.check)
    for panel in dataset.panels {
      for rule in rules {
        for violation in rule.violations(in: panel, of: dataset) {
          let name = panel.zones.first { $0.code == violation.zone }?.name ?? ""
          table.append([
            "indicator": .text(panel.indicator), "zone": .text(violation.zone), "zone_name": .text(name),
            "stratum": .text(panel.stratum.description),
            "period": violation.period.map { .text($0.description) } ?? .none(.notApplicable),
            "rule": .text(rule.id.rawValue), "severity": .text(violation.severity.rawValue),
            "found": .number(violation.found, or: .notApplicable),
            "place": place(of: violation, panel, dataset).map { .text($0.description) }
              ?? .none(.notApplicable),
            "expected": .number(violation.expected, or: .notApplicable), "unit": .text(panel.unit.rawValue),
          ])
        }
      }
    }
    for finding in dataset.findings where finding.severity >= .warning {
      table.append(
        [
          "rule": .text(finding.diagnostic.rawValue), "severity": .text(finding.severity.rawValue),
          "found": .number(Double(finding.count)),
          "zone": finding.arguments["zone"].map { .text($0) } ?? .none(.notApplicable),
          "indicator": finding.arguments["indicator"].map { .text($0) } ?? .none(.notApplicable),
          "place": finding.place.map { .text($0.description) } ?? .none(.notApplicable),
        ])
    }
    return ResultSet(verb: "check", tables: [table], findings: dataset.findings)
  }

  private static func place(of violation: CheckViolation, _ panel: Panel, _ dataset: Dataset) -> Place? {
    guard let period = violation.period else { return nil }
    return dataset.origins.lazy.compactMap {
      $0.place(zone: violation.zone, period: period, indicator: panel.indicator, stratum: panel.stratum)
    }.first
  }

  /// Whether a result of ``run(_:)`` holds errors or warnings, rather than notes only.
  public static func foundProblems(_ result: ResultSet) -> Bool {
    let rows = result.rows
    return (0..<rows.count).contains { rows[$0, "severity"].string != Severity.note.rawValue }
  }
}

extension Question {
  /// The quality gate.
  public static let check = Question { dataset, asking in
    Check.run(try asking.chosen(from: dataset).dataset)
  }
}
