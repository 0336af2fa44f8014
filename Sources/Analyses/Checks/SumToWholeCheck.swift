import Indicators

extension Diagnostic {
  /// The parts of a zone sum to more than the zone.
  public static let partsExceedWhole = Diagnostic("parts-exceed-whole")
}

/// The parts of a zone, at one level, sum to no more than the zone. Less is normal: some persons have no zone.
struct SumToWholeCheck: CheckRule {
  let id = Diagnostic.partsExceedWhole

  func violations(in panel: Panel, of dataset: Dataset) -> [CheckViolation] {
    guard let system = dataset.system, panel.additionRefusal == nil else { return [] }
    var positions: [String: Int] = [:]
    for (index, zone) in panel.zones.enumerated() { positions[zone.code] = index }
    var result: [CheckViolation] = []
    for (whole, zone) in panel.zones.enumerated() {
      let children = system.children(of: zone.code)
      for level in Set(children.map(\.level)).sorted(by: { $0.rawValue < $1.rawValue }) {
        let parts = children.filter { $0.level == level }.compactMap { positions[$0.code] }
        guard !parts.isEmpty else { continue }
        for column in [panel.numerators ?? panel.values, panel.denominators].compactMap({ $0 }) {
          result += exceeding(panel, column, whole: whole, parts: parts)
        }
      }
    }
    return result
  }

  private func exceeding(_ panel: Panel, _ column: [Double], whole: Int, parts: [Int]) -> [CheckViolation] {
    panel.periods.indices.compactMap { period in
      let total = panel.index(zone: whole, period: period)
      guard panel.statuses[total].isObserved, column[total].isFinite else { return nil }
      let sum = parts.map { panel.index(zone: $0, period: period) }
        .filter { panel.statuses[$0].isObserved && column[$0].isFinite }
        .reduce(0) { $0 + column[$1] }
      // Sums of whole numbers are exact; a part in a million allows for figures that were rounded.
      guard sum > column[total] + abs(column[total]) * 1e-6 else { return nil }
      return CheckViolation(
        severity: .error, zone: panel.zones[whole].code, period: panel.periods[period], found: sum,
        expected: column[total])
    }
  }
}
