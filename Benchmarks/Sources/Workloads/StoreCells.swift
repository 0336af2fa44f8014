import ExampleData

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
