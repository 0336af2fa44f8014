import Evaluation
import Foundation
import TestSupport

/// Log teen employment of 500 counties in 2003–2007, some of whose states raised the minimum wage in 2004, 2006 or 2007: the
/// design that most published figures of staggered starts are about.
///
/// Callaway and Sant'Anna (2021) J Econom 225:200; read by path, never copied.
enum CountyEmployment {
  static let path = "reference/mpdta.csv"
  static let isThere = ReferenceData.has(path)

  /// 500 counties over five years, with the log of the population in 1000s where asked for.
  static func table(population: Bool = false) throws -> CohortTable {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    var rows: [CohortTable.Row] = []
    var covariate: [String: Double] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",")
      guard cells.count == 6, let year = Int(cells[0]), let start = Int(cells[4]) else { continue }
      let county = String(cells[1])
      covariate[county] = Double(cells[2])
      rows.append(
        CohortTable.Row(
          unit: county, period: year, value: Double(cells[3]), start: start == 0 ? nil : start))
    }
    return try CohortTable(rows, covariates: population ? [covariate] : [])
  }

  static func design(population: Bool = false) throws -> CohortDesign {
    try table(population: population).design
  }
}
