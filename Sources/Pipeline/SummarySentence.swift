import Indicators
import Interchange
import Wording

/// Says what was understood of a file.
enum SummarySentence {
  static func sentence(_ summary: ReadingSummary, _ language: Language) -> String {
    var roles: [(header: String, role: String)] = []
    var dropped: [String] = []
    for column in summary.columns {
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
