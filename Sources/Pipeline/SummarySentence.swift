import Indicators
import Interchange
import Wording

/// Says what was understood of a file.
enum SummarySentence {
  static func sentence(_ summary: ReadingSummary, _ language: Language) -> String {
    var roles: [(header: String, role: String)] = []
    var dropped: [String] = []
    // Years in headers are told once, however many there are.
    let spread = summary.columns.filter { if case .figuresOf = $0.use { true } else { false } }
    for column in summary.columns {
      if spread.count > 2, case .figuresOf = column.use {
        if column.name == spread[0].name {
          roles.append(("\(spread[0].name) … \(spread[spread.count - 1].name)", "period"))
        }
        continue
      }
      switch column.use {
      case .dropped: dropped.append(column.name)
      case let use: roles.append((column.name, role(use)))
      }
    }
    return Wording.readingSummary(
      roles: roles, unit: summary.unit, dropped: dropped,
      skipped: summary.skipped.map { ($0.diagnostic.rawValue, $0.count) }, language: language)
  }

  private static func role(_ use: ReadingSummary.Use) -> String {
    switch use {
    case .zone: "zone"
    case .zoneName: "zone-name"
    case .zoneText: "zone-text"
    case .period: "period"
    case .value: "value"
    case .numerator: "numerator"
    case .denominator: "denominator"
    case .indicator, .figuresOfIndicator: "indicator"
    case .measure: "measure"
    case .status: "status"
    case .sex: "sex"
    case .age: "age"
    case .stratum: "split"
    case .figuresOf(let period): period.description
    case .dropped: "dropped"
    }
  }
}
