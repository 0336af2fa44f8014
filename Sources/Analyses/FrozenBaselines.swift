import Estimates
import Indicators

extension Diagnostic {
  /// The figures of a frozen baseline have been revised since; the frozen numbers stand.
  public static let baselineRevised = Diagnostic("baseline-revised")
  /// A baseline of the zone is frozen, of another window than the one shown.
  public static let baselineWindowChanged = Diagnostic("baseline-window-changed")
}

/// The rows of a frozen baseline, found by what they are about.
struct FrozenBaselines {
  private let table: ResultTable
  private let keys: [String]
  private let rows: [[String]: Int]
  private let zones: Set<[String]>

  init(_ table: ResultTable, keys: [String]) {
    self.table = table
    self.keys = keys.map { Schemas.baseline.key(ofDimension: $0) }
    let names = ["indicator", "zone"] + self.keys
    var rows: [[String]: Int] = [:]
    var zones: Set<[String]> = []
    for row in 0..<table.count {
      let zone = names.map { table[row, $0].string ?? "" }
      zones.insert(zone)
      rows[zone + [table[row, "window"].string ?? ""]] = row
    }
    self.rows = rows
    self.zones = zones
  }

  /// The one window of all rows; `nil` where there are several or it cannot be read.
  static func window(of table: ResultTable) -> PeriodRange? {
    let all = Set((0..<table.count).compactMap { table[$0, "window"].string })
    return all.count == 1 ? all.first.flatMap { PeriodRange($0) } : nil
  }

  /// Puts the frozen numbers on a row whose figures are no longer those they rest on.
  ///
  /// A row that is hidden now gets none: what was shown once need not be shown again.
  func standBeside(_ cells: inout ResultCells) {
    let zone = (["indicator", "zone"] + keys).map { cells[$0]?.string ?? "" }
    guard let row = rows[zone + [cells["window"]?.string ?? ""]] else {
      if zones.contains(zone) { cells.add([.baselineWindowChanged]) }
      return
    }
    guard let old = table[row, "data_hash"].string, old != cells["data_hash"]?.string,
      table[row, "estimate"].double != nil
    else { return }
    cells.add([.baselineRevised])
    if cells["estimate"]?.reason == .suppressed {
      for key in ["frozen_estimate", "frozen_lower", "frozen_upper"] {
        cells[key] = ResultValue.none(.suppressed)
      }
      return
    }
    for (key, source) in [
      ("frozen_estimate", "estimate"), ("frozen_lower", "lower"), ("frozen_upper", "upper"),
      ("frozen_version", "frozen_version"),
    ] { cells[key] = table[row, source] }
    cells["frozen_hash"] = .text(old)
  }
}
