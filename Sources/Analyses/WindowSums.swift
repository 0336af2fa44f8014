import Indicators

extension Panel {
  /// Rolling windows of `years` yearly figures: Σ numerator, Σ denominator and the value that follows, never a mean of
  /// rates. Counts are summed.
  ///
  /// A window is observed where every one of its years is. One hidden year hides the window, since the other years may be
  /// known; a missing year leaves it missing. Consecutive windows overlap, so they are for showing, not for trend tests.
  ///
  /// - Returns: The windowed panel, or the reason why these figures may not be summed.
  public func windows(ofYears years: Int) throws(IndicatorsError) -> Result<Panel, RefusedArithmetic> {
    guard years > 1 else { return .success(self) }
    if let reason = additionRefusal { return .failure(RefusedArithmetic(reason: reason)) }
    var columns: [(window: Period, positions: [Int])] = []
    for period in periods where period.unit == .year && !period.isWindow {
      let lastYear = period.year + years - 1
      guard let window = Period(unit: .year, year: period.year, length: years) else { continue }
      let members = (period.year...lastYear).map { year in Period(year: year).flatMap { position(of: $0) } }
      let found = members.compactMap { $0 }
      if found.count == years { columns.append((window, found)) }
    }
    var values: [Double] = []
    var tops: [Double]? = numerators == nil ? nil : []
    var bottoms: [Double]? = denominators == nil ? nil : []
    var statuses: [CellStatus] = []
    for zone in zones.indices {
      for column in columns {
        let cells = column.positions.map { index(zone: zone, period: $0) }
        var status = CellStatus.combining(cells.map { self.statuses[$0] })
        let total = cells.reduce(0) { $0 + (numerators?[$1] ?? self.values[$1]) }
        let base = denominators.map { column in cells.reduce(0) { $0 + column[$1] } }
        var value = total
        if kind != .count, let base { value = base > 0 ? multiplier * total / base : .nan }
        if status.isObserved, !value.isFinite { status = CellStatus(.notApplicable, flags: status.flags) }
        let shown = status.isObserved
        values.append(shown ? value : .nan)
        tops?.append(shown ? total : .nan)
        bottoms?.append(shown ? base ?? .nan : .nan)
        statuses.append(status)
      }
    }
    return .success(
      try Panel(
        indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
        periods: columns.map(\.window), values: values, numerators: tops, denominators: bottoms,
        statuses: statuses))
  }
}
