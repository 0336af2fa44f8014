extension Panel {
  /// Panels of the same indicator and stratum, as one: the zones and periods of all, each cell from the panel that has a
  /// figure for it.
  ///
  /// Several files often hold a few years each. A cell that no panel has a figure for takes the status of the first that
  /// says more than *missing*.
  ///
  /// - Precondition: There is at least one panel, and all have the same indicator and stratum.
  /// - Throws: ``IndicatorsError/duplicateKey(zone:period:stratum:rows:)`` where two panels have different figures for a
  ///   cell, and ``IndicatorsError/axesDiffer(indicator:)`` where units, kinds or parts differ.
  public static func merging(_ panels: [Panel]) throws(IndicatorsError) -> Panel {
    let first = panels[0]
    guard panels.count > 1 else { return first }
    var zones: [Zone] = []
    var rows: [String: Int] = [:]
    for zone in panels.flatMap(\.zones) where rows[zone.code] == nil {
      rows[zone.code] = zones.count
      zones.append(zone)
    }
    let periods = Set(panels.flatMap(\.periods)).sorted()
    let columns = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    let count = zones.count * periods.count
    let none = [Double](repeating: .nan, count: count)
    var values = none
    var numerators = first.numerators == nil ? nil : none
    var denominators = first.denominators == nil ? nil : none
    var statuses = [CellStatus](repeating: .missing, count: count)
    var bounds: [Int: ClosedRange<Double>] = [:]
    for panel in panels {
      guard panel.unit == first.unit, panel.kind == first.kind, panel.multiplier == first.multiplier,
        (panel.numerators == nil) == (first.numerators == nil),
        (panel.denominators == nil) == (first.denominators == nil)
      else { throw .axesDiffer(indicator: panel.indicator) }
      for (zone, code) in panel.zones.map(\.code).enumerated() {
        for (column, period) in panel.periods.enumerated() {
          guard let row = rows[code], let place = columns[period] else { continue }
          let cell = panel.index(zone: zone, period: column)
          let target = row * periods.count + place
          guard statuses[target].kind == .missing || panel.statuses[cell].isObserved else { continue }
          if statuses[target].isObserved {
            // A share of 1 in 10 is not the figure 10 in 100, though the values are equal.
            let sameParts =
              numerators?[target] == panel.numerators?[cell]
              && denominators?[target] == panel.denominators?[cell]
            guard values[target] == panel.values[cell], sameParts else {
              throw .duplicateKey(
                zone: code, period: period.description, stratum: panel.stratum.description,
                rows: "\(values[target]) / \(panel.values[cell])")
            }
            continue
          }
          values[target] = panel.values[cell]
          if let parts = panel.numerators { numerators?[target] = parts[cell] }
          if let parts = panel.denominators { denominators?[target] = parts[cell] }
          statuses[target] = panel.statuses[cell]
          bounds[target] = panel.bounds[cell]
        }
      }
    }
    return try Panel(
      indicator: first.indicator, stratum: first.stratum, kind: first.kind, unit: first.unit,
      multiplier: first.multiplier, zones: zones, periods: periods, values: values, numerators: numerators,
      denominators: denominators, statuses: statuses, bounds: bounds)
  }

  /// The panel with provisional figures left out: they become missing.
  public func withoutProvisional() throws(IndicatorsError) -> Panel {
    var hidden: [Int: CellStatus.Kind] = [:]
    for (cell, status) in statuses.enumerated() where status.isObserved && status.flags.contains(.provisional)
    {
      hidden[cell] = .missing
    }
    return hidden.isEmpty ? self : try hiding(hidden)
  }
}
