extension Panel {
  /// The same figures under another name, kind or unit, as a catalogue declares them.
  ///
  /// A `multiplier` only changes how numerators and denominators become values: with parts known, values are computed
  /// anew; without, they stay as the source gave them.
  public func declared(
    as indicator: String? = nil, kind: IndicatorKind?, unit: Unit, multiplier: Double? = nil
  ) throws(IndicatorsError) -> Panel {
    let factor = multiplier ?? self.multiplier
    var values = self.values
    if factor != self.multiplier, let numerators, let denominators {
      for cell in values.indices where statuses[cell].isObserved {
        values[cell] = factor * numerators[cell] / denominators[cell]
      }
    }
    return try Panel(
      indicator: indicator ?? self.indicator, stratum: stratum, kind: kind, unit: unit, multiplier: factor,
      zones: zones, periods: periods, values: values, numerators: numerators, denominators: denominators,
      statuses: statuses, bounds: bounds)
  }

  /// The panel of some zones and periods, by position, in the order given.
  ///
  /// - Precondition: positions are of this panel, each once.
  public func cut(zones zonePositions: [Int]? = nil, periods periodPositions: [Int]? = nil)
    throws(IndicatorsError) -> Panel
  {
    let rows = zonePositions ?? Array(zones.indices)
    let columns = periodPositions ?? Array(periods.indices)
    var cells: [Int] = []
    cells.reserveCapacity(rows.count * columns.count)
    for row in rows { for column in columns { cells.append(index(zone: row, period: column)) } }
    var kept: [Int: ClosedRange<Double>] = [:]
    if !bounds.isEmpty {
      for (position, cell) in cells.enumerated() { kept[position] = bounds[cell] }
    }
    return try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier,
      zones: rows.map { zones[$0] }, periods: columns.map { periods[$0] }, values: cells.map { values[$0] },
      numerators: numerators.map { all in cells.map { all[$0] } },
      denominators: denominators.map { all in cells.map { all[$0] } },
      statuses: cells.map { statuses[$0] }, bounds: kept)
  }

  /// The panel of the periods within a range.
  public func within(_ range: PeriodRange) throws(IndicatorsError) -> Panel {
    try cut(periods: periods.indices.filter { range.contains(periods[$0]) })
  }

  /// The panel with flags added to every observed cell.
  public func flagged(_ flags: CellStatus.Flags) throws(IndicatorsError) -> Panel {
    try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
      periods: periods, values: values, numerators: numerators, denominators: denominators,
      statuses: statuses.map { $0.isObserved ? $0.adding(flags) : $0 }, bounds: bounds)
  }

  /// The panel with other statuses: cells that become hidden lose their numbers.
  ///
  /// Used by disclosure control. A cell that has no number cannot become observed.
  public func hiding(_ hidden: [Int: CellStatus.Kind]) throws(IndicatorsError) -> Panel {
    var values = self.values
    var numerators = self.numerators
    var denominators = self.denominators
    var statuses = self.statuses
    for (cell, status) in hidden where statuses.indices.contains(cell) && statuses[cell].isObserved {
      values[cell] = .nan
      numerators?[cell] = .nan
      denominators?[cell] = .nan
      statuses[cell] = CellStatus(status, flags: statuses[cell].flags)
    }
    return try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
      periods: periods, values: values, numerators: numerators, denominators: denominators,
      statuses: statuses, bounds: bounds)
  }
}
