import Indicators

/// A column of statuses: FHI's flags `0`…`3`, standard signs, or the words this package writes.
struct StatusTexts {
  private let codes: [UInt32]
  private let statuses: [CellStatus?]

  init(_ column: LabelColumn) {
    codes = column.codes
    statuses = column.labels.map(Self.status)
  }

  private static func status(_ text: String) -> CellStatus? {
    switch text.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " }).joined(
      separator: "-")
    {
    case "0", "ok", "observed", "a": .observed
    case "1", "..", "...", "missing": .missing
    case "2", ".", "not-applicable", "notapplicable": .notApplicable
    case "3", ":", "suppressed", "c": .suppressed
    case "suppressed-primary": CellStatus(.suppressedPrimary)
    case "suppressed-secondary": CellStatus(.suppressedSecondary)
    case "suppressed-series": CellStatus(.suppressedSeries)
    case "suppressed-coverage": CellStatus(.suppressedCoverage)
    case "provisional", "p", "*": CellStatus(.observed, flags: .provisional)
    case "estimated", "e": CellStatus(.observed, flags: .estimated)
    default: nil
    }
  }

  /// Lets the status of a row decide: no figure where it says there is none, its flags where there is one. A row whose
  /// status is unknown keeps what its cell says.
  func apply(_ values: inout [Double], _ cells: inout [CellStatus]) {
    for (row, code) in codes.enumerated() {
      guard let status = statuses[Int(code)] else { continue }
      if status.isObserved {
        cells[row] = cells[row].adding(status.flags)
      } else {
        values[row] = .nan
        cells[row] = CellStatus(status.kind, flags: cells[row].flags)
      }
    }
  }
}
