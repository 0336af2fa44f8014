import Analyses
import Comparisons
import ExampleData
import Indicators

/// A country's figures for one indicator at a time, with municipalities as the sums of their zones.
public struct NationalDataset: Sendable {
  private static let municipalities = 350

  private let plan: NationalPanel
  private let system: ZoneSystem

  /// A country of so many zones.
  public init(zones: Int = 14_000) throws {
    plan = NationalPanel(zones: zones)
    var all = (0..<Self.municipalities).map {
      Zone(code: String(1000 + $0), name: "Kommune \($0 + 1)", level: .municipality)
    }
    for zone in 0..<zones {
      all.append(
        Zone(
          code: plan.code(zone), name: "Sone \(zone + 1)", level: .livingConditionsZone,
          parent: String(1000 + zone % Self.municipalities)))
    }
    system = try ZoneSystem(id: "constructed", zones: all)
  }

  /// The municipality without the zone, for each zone; nothing for the municipalities.
  public var rests: [ContrastColumns.Comparator] {
    [ContrastColumns.Comparator](repeating: .none, count: Self.municipalities)
      + (0..<plan.zones).map { .rest(of: $0 % Self.municipalities) }
  }

  /// The dataset of an indicator: shares in per cent, 25 years.
  public func dataset(indicator: Int) throws -> Dataset {
    let years = plan.years
    let counts = plan.counts(indicator: indicator)
    let offset = Self.municipalities * years
    var numerators = [Double](repeating: 0, count: offset) + counts.numerators
    var denominators = [Double](repeating: 0, count: offset) + counts.denominators
    for zone in 0..<plan.zones {
      let whole = zone % Self.municipalities * years
      for year in 0..<years {
        numerators[whole + year] += counts.numerators[zone * years + year]
        denominators[whole + year] += counts.denominators[zone * years + year]
      }
    }
    let panel = try Panel(
      indicator: "constructed-\(indicator + 1)", kind: .proportion, unit: Unit(rawValue: "per cent"),
      multiplier: 100, zones: system.zones,
      periods: (0..<years).compactMap { Period(year: plan.firstYear + $0) },
      values: zip(numerators, denominators).map { 100 * $0 / $1 }, numerators: numerators,
      denominators: denominators, statuses: [CellStatus](repeating: .observed, count: numerators.count))
    return Dataset(panels: [panel], system: system)
  }
}
