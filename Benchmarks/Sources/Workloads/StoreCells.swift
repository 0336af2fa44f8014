import ExampleData
import Indicators

/// The cells of the store benchmarks: 40 indicators of 10 000 zones × 25 years, ten million cells.
public struct StoreCells: Sendable {
  /// How many indicators.
  public static let indicators = 40
  /// Zones and years.
  public static let plan = NationalPanel(zones: 10_000)

  /// Percentages, indicator by indicator, zone by zone.
  public private(set) var values: [Double] = []
  /// Whole numbers.
  public private(set) var numerators: [Double] = []
  /// Whole numbers.
  public private(set) var denominators: [Double] = []

  /// Makes the cells.
  public init() {
    for indicator in 0..<Self.indicators {
      let (top, bottom) = Self.plan.counts(indicator: indicator)
      numerators += top
      denominators += bottom
      values += zip(top, bottom).map { 100 * $0 / $1 }
    }
  }
}

extension StoreCells {
  /// The cells as panels, one an indicator.
  public func panels() throws -> [Panel] {
    let plan = Self.plan
    let zones = (0..<plan.zones).map { Zone(code: plan.code($0)) }
    let periods = (0..<plan.years).compactMap { Period(year: plan.firstYear + $0) }
    let size = plan.zones * plan.years
    return try (0..<Self.indicators).map { indicator in
      let cells = indicator * size..<(indicator + 1) * size
      return try Panel(
        indicator: "constructed-\(indicator + 1)", kind: .proportion, unit: .perCent, multiplier: 100,
        zones: zones,
        periods: periods, values: Array(values[cells]), numerators: Array(numerators[cells]),
        denominators: Array(denominators[cells]), statuses: [CellStatus](repeating: .observed, count: size))
    }
  }
}
