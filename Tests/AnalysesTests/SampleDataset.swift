import Estimates
import Indicators

@testable import Analyses

/// Datasets made of plain arrays: a kommune K of the zones A and B, with persons outside both.
enum SampleDataset {
  static func system() throws -> ZoneSystem {
    try ZoneSystem(
      id: "test",
      zones: [
        Zone(code: "0", name: "Norge", level: .country),
        Zone(code: "K", name: "Larvik", level: .municipality, parent: "0"),
        Zone(code: "A", name: "Torstrand", level: .livingConditionsZone, parent: "K"),
        Zone(code: "B", name: "Sentrum", level: .livingConditionsZone, parent: "K"),
      ])
  }

  static func years(_ first: Int, _ count: Int) -> [Period] {
    (first..<first + count).compactMap { Period(year: $0) }
  }

  /// Shares in per cent of the zones K, A and B; a pair a period, `nil` hidden.
  static func shares(
    _ pairs: [[(Double, Double)?]], codes: [String] = ["K", "A", "B"], first: Int = 2024,
    stratum: Stratum = .all, kind: IndicatorKind? = .proportion
  ) throws -> Panel {
    let system = try system()
    let cells = pairs.flatMap { $0 }
    return try Panel(
      indicator: "share", stratum: stratum, kind: kind, unit: .perCent, multiplier: 100,
      zones: codes.compactMap { system.zone($0) }, periods: years(first, pairs.first?.count ?? 0),
      values: cells.map { $0.map { 100 * $0.0 / $0.1 } ?? .nan }, numerators: cells.map { $0?.0 ?? .nan },
      denominators: cells.map { $0?.1 ?? .nan },
      statuses: cells.map { $0 == nil ? .suppressed : .observed })
  }

  static func dataset(_ panels: [Panel], direction: Direction = .lowerIsBetter, constructed: Bool = false)
    throws
    -> Dataset
  {
    Dataset(
      panels: panels, system: try system(),
      groups: [
        ZoneGroup(id: "larvik", definition: .union(["K"])),
        ZoneGroup(id: "torstrand", definition: .union(["A"])),
        ZoneGroup(id: "resten", definition: .difference(whole: "larvik", minus: "torstrand")),
      ],
      catalogue: IndicatorCatalogue([
        Indicator(
          id: "share", name: LocalisedText(nb: "Andel"), kind: .proportion, unit: .perCent, multiplier: 100,
          direction: direction, isConstructed: constructed)
      ]))
  }
}

extension ResultTable {
  /// The rows whose cells have these texts.
  func rows(where wanted: [String: String]) -> [Int] {
    (0..<count).filter { row in wanted.allSatisfy { self[row, $0.key].string == $0.value } }
  }

  /// Whether no two rows share the key of the contract.
  var hasUniqueKeys: Bool {
    let keys = ["indicator", "zone", "sex", "period", "window", "first_period", "method", "against"]
    return Set((0..<count).map { row in keys.map { self[row, $0].string ?? "" } }).count == count
  }
}

/// Whether two numbers agree within a bound that the test states.
func agree(_ value: Double?, _ expected: Double, within bound: Double) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= bound
}
