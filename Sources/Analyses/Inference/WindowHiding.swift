import Indicators

extension Panel {
  /// The panel without what a panel of sums of the same figures hides.
  ///
  /// A figure shown as a sum over several years may be hidden there, because others of its municipality are, though each of its
  /// years may be shown by itself. Whoever has all of the years has the sum, so the years are hidden as well. A window that is
  /// hidden because one of its years is says nothing more about the others, and they stay.
  ///
  /// - Parameter shown: The panel that readers see.
  func hiding(windowsHiddenIn shown: Panel) throws(IndicatorsError) -> Panel {
    guard shown.periods != periods else { return self }
    var rows: [String: Int] = [:]
    for (row, zone) in zones.enumerated() { rows[zone.code] = row }
    let parts = shown.periods.map { window in
      periods.indices.filter {
        periods[$0].days.lowerBound >= window.days.lowerBound
          && periods[$0].days.upperBound <= window.days.upperBound
      }
    }
    var hidden: [Int: CellStatus.Kind] = [:]
    for (place, zone) in shown.zones.enumerated() {
      guard let row = rows[zone.code] else { continue }
      for window in shown.periods.indices {
        let status = shown.statuses[shown.index(zone: place, period: window)]
        guard status.isSuppressed else { continue }
        let cells = parts[window].map { index(zone: row, period: $0) }
        guard cells.allSatisfy({ statuses[$0].isObserved }) else { continue }
        for cell in cells { hidden[cell] = status.kind }
      }
    }
    return hidden.isEmpty ? self : try hiding(hidden)
  }
}
