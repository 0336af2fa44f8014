import Evaluation
import Foundation

/// Published figures that works are run on, read by path and never copied: `LEVEKAR_REFERENCE_DATA`, or `shared/data` beside the
/// package.
enum ReferenceFigures {
  static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["LEVEKAR_REFERENCE_DATA"], !path.isEmpty { return path }
    return FileManager.default.currentDirectoryPath + "/../../shared/data"
  }()

  /// Whether the folder is there.
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/reference/mpdta.csv") }

  /// Cigarette packs a head in 38 states and California, 1970–2000 (Abadie, Diamond and Hainmueller 2010).
  static func propositionNinetyNine() throws -> EffectDesign {
    var rows: [String: [(year: Int, packs: Double)]] = [:]
    for cells in try lines("california_prop99.csv", ";") {
      guard cells.count >= 3, let year = Int(cells[1]), let packs = Double(cells[2]) else { continue }
      rows[cells[0], default: []].append((year, packs))
    }
    let states = rows.keys.filter { $0 != "California" }.sorted() + ["California"]
    let outcomes = states.flatMap { rows[$0, default: []].sorted { $0.year < $1.year }.map(\.packs) }
    return try EffectDesign(outcomes: outcomes, donors: states.count - 1, prePeriods: 19)
  }

  /// Teen employment in 500 counties over five years (Callaway and Sant'Anna 2021).
  static func countyEmployment() throws -> CohortDesign {
    var rows: [CohortTable.Row] = []
    for cells in try lines("mpdta.csv", ",") {
      guard cells.count == 6, let year = Int(cells[0]), let start = Int(cells[4]) else { continue }
      rows.append(
        CohortTable.Row(
          unit: cells[1], period: year, value: Double(cells[3]), start: start == 0 ? nil : start))
    }
    return try CohortTable(rows).design
  }

  private static func lines(_ name: String, _ separator: Character) throws -> [[String]] {
    let path = "\(folder)/reference/\(name)"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw RequestError.unreadable(path)
    }
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: separator).map(String.init)
    }
  }
}
