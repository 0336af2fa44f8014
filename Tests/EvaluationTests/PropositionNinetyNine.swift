import Evaluation
import Foundation
import TestSupport

/// Cigarette packs sold a head in California and 38 other states, 1970–2000: the design most published vectors are about.
///
/// Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493; read by path, never copied.
enum PropositionNinetyNine {
  static let path = "reference/california_prop99.csv"
  static let isThere = ReferenceData.has(path)

  /// The states in the order of the rows: the donors by name, California last.
  static func states() throws -> [String] { try read().states }

  /// 38 donors, 19 years before 1989 and 12 from it on.
  static func design() throws -> EffectDesign {
    let (states, outcomes) = try read()
    return try EffectDesign(outcomes: outcomes, donors: states.count - 1, prePeriods: 19)
  }

  private static func read() throws -> (states: [String], outcomes: [Double]) {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    var rows: [String: [(year: Int, packs: Double)]] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ";")
      guard cells.count >= 3, let year = Int(cells[1]), let packs = Double(cells[2]) else { continue }
      rows[String(cells[0]), default: []].append((year, packs))
    }
    let states = rows.keys.filter { $0 != "California" }.sorted() + ["California"]
    return (states, states.flatMap { rows[$0, default: []].sorted { $0.year < $1.year }.map(\.packs) })
  }
}
