import GRDB
import Indicators

/// The published figures as one long table, `figure`, for readers of SQL.
enum FigureTable {
  /// Writes every cell of panels; hidden and missing cells have no numbers and say why in `status`.
  static func insert(_ db: Database, version: Int, _ panels: [Panel]) throws {
    let add = try db.makeStatement(
      sql: """
        INSERT INTO figure (version, indicator, stratum, zone, period, value, numerator, denominator, status,
          provisional, estimated, constructed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for panel in panels {
      let indicator = try StorableText.checked(panel.indicator, "indicator")
      let stratum = try StorableText.checked(panel.stratum.description, "stratum")
      let periods = panel.periods.map(\.description)
      for (row, zone) in panel.zones.enumerated() {
        let code = try StorableText.checked(zone.code, "zone")
        for (column, period) in periods.enumerated() {
          let cell = panel[zone: row, period: column]
          let flags = cell.status.flags
          try add.execute(arguments: [
            version, indicator, stratum, code, period, cell.value, cell.numerator, cell.denominator,
            word(cell.status.kind), flags.contains(.provisional), flags.contains(.estimated),
            flags.contains(.constructed),
          ])
        }
      }
    }
  }

  private static func word(_ kind: CellStatus.Kind) -> String {
    switch kind {
    case .observed: "observed"
    case .missing: "missing"
    case .notApplicable: "not-applicable"
    case .suppressedPrimary: "suppressed-primary"
    case .suppressedSecondary: "suppressed-secondary"
    case .suppressedSeries: "suppressed-series"
    case .suppressedCoverage: "suppressed-coverage"
    case .suppressedUnspecified: "suppressed"
    }
  }
}
