import Indicators

extension Diagnostic {
  /// An indicator of the catalogue has no figures.
  public static let indicatorWithoutFigures = Diagnostic("indicator-without-figures")
  /// Figures came from more than one file for the same stratum; the first counts.
  public static let repeatedStratum = Diagnostic("repeated-stratum")
}

/// Makes the panels of a catalogue from the columns of its sources.
public enum IndicatorDerivation {
  /// The panels of one indicator, one a stratum: value = multiplier · numerator / denominator, counts the numerator itself,
  /// and a value column where the catalogue names no denominator.
  ///
  /// A denominator is looked up by zone and period; yearly denominators are summed over a windowed numerator's years. A
  /// cell for which either is hidden or missing has that status.
  ///
  /// - Returns: The panels, and a finding where the sources have nothing for the indicator.
  /// - Throws: ``Indicators/IndicatorsError`` of the source's figures.
  public static func panels(of indicator: Indicator, from figures: SourceFigures) throws(IndicatorsError)
    -> (panels: [Panel], findings: [Finding])
  {
    guard let reference = indicator.numerator, figures.has(source: reference.source) else {
      return ([], [withoutFigures(indicator)])
    }
    let numerators = try stratified(population(reference, figures.panels(reference)), indicator)
    var denominators: [Panel] = []
    if let reference = indicator.denominator {
      guard figures.has(source: reference.source) else { return ([], [withoutFigures(indicator)]) }
      denominators = try stratified(population(reference, figures.panels(reference)), indicator)
    }
    guard !numerators.isEmpty, indicator.denominator == nil || !denominators.isEmpty else {
      return ([], [withoutFigures(indicator)])
    }
    var result: [Panel] = []
    var findings: [Finding] = []
    var seen: Set<Stratum> = []
    for numerator in numerators {
      guard seen.insert(numerator.stratum).inserted else {
        findings.append(Finding(.repeatedStratum, arguments: ["indicator": indicator.id]))
        continue
      }
      if indicator.denominator == nil {
        result.append(
          try numerator.declared(
            as: indicator.id, kind: indicator.kind, unit: indicator.unit, multiplier: indicator.multiplier))
        continue
      }
      let denominator = denominators.first { $0.stratum == numerator.stratum } ?? denominators[0]
      result.append(try quotient(indicator, numerator, denominator))
    }
    if indicator.isConstructed {
      result = try result.map { panel throws(IndicatorsError) in try panel.flagged(.constructed) }
    }
    return (result, findings)
  }

  /// The panels with only those dimensions in their strata that the catalogue declares, or that tell them apart: a column
  /// that says the same in every row is no breakdown.
  private static func stratified(_ panels: [Panel], _ indicator: Indicator) throws(IndicatorsError) -> [Panel]
  {
    var categories: [String: Set<String>] = [:]
    for choice in panels.flatMap(\.stratum.choices) {
      categories[choice.dimension, default: []].insert(choice.category)
    }
    return try panels.map { panel throws(IndicatorsError) in
      try panel.restratified(
        Stratum(
          panel.stratum.choices.filter {
            categories[$0.dimension].map { $0.count > 1 } == true || indicator.strata.contains($0.dimension)
          }))
    }
  }

  private static func withoutFigures(_ indicator: Indicator) -> Finding {
    Finding(.indicatorWithoutFigures, severity: .warning, arguments: ["indicator": indicator.id])
  }

  private static func quotient(_ indicator: Indicator, _ top: Panel, _ bottom: Panel) throws(IndicatorsError)
    -> Panel
  {
    var rows: [String: Int] = [:]
    for (index, zone) in bottom.zones.enumerated() { rows[zone.code] = index }
    let columns = top.periods.map { period in
      bottom.position(of: period).map { [$0] }
        ?? period.parts.map { part in bottom.position(of: part) }.reduce(into: [Int]?.some([])) { all, next in
          all = all.flatMap { all in next.map { all + [$0] } }
        }
    }
    let count = top.values.count
    var values = [Double](repeating: .nan, count: count)
    var numerators = values
    var denominators = values
    var statuses = [CellStatus](repeating: .missing, count: count)
    for (zone, code) in top.zones.map(\.code).enumerated() {
      for period in top.periods.indices {
        let cell = top.index(zone: zone, period: period)
        guard let row = rows[code], let parts = columns[period] else {
          statuses[cell] = top.statuses[cell].isObserved ? .missing : top.statuses[cell]
          continue
        }
        let below = parts.map { bottom.index(zone: row, period: $0) }
        let status = top.statuses[cell].combined(with: .combining(below.map { bottom.statuses[$0] }))
        statuses[cell] = status
        guard status.isObserved else { continue }
        let base = below.reduce(0) { $0 + bottom.values[$1] }
        guard base != 0 else {
          statuses[cell] = CellStatus(.notApplicable, flags: status.flags)
          continue
        }
        numerators[cell] = top.values[cell]
        denominators[cell] = base
        values[cell] = indicator.multiplier * top.values[cell] / base
      }
    }
    return try Panel(
      indicator: indicator.id, stratum: top.stratum, kind: indicator.kind, unit: indicator.unit,
      multiplier: indicator.multiplier, zones: top.zones, periods: top.periods, values: values,
      numerators: numerators, denominators: denominators, statuses: statuses)
  }

  /// `midyear`: the mean of the counts of 1 January of the year and the next, marked as estimated; the last year has none.
  private static func population(_ reference: FigureReference, _ panels: [Panel]) throws(IndicatorsError)
    -> [Panel]
  {
    guard reference.population == "midyear" else { return panels }
    var result: [Panel] = []
    for panel in panels {
      var values = panel.values
      var statuses = panel.statuses
      for zone in panel.zones.indices {
        for (column, period) in panel.periods.enumerated() {
          let cell = panel.index(zone: zone, period: column)
          guard period.unit == .year, !period.isWindow, let next = Period(year: period.year + 1),
            let later = panel.position(of: next)
          else {
            statuses[cell] = .missing
            values[cell] = .nan
            continue
          }
          let other = panel.index(zone: zone, period: later)
          let status = panel.statuses[cell].combined(with: panel.statuses[other])
          statuses[cell] = status.isObserved ? status.adding(.estimated) : status
          values[cell] = status.isObserved ? (panel.values[cell] + panel.values[other]) / 2 : .nan
        }
      }
      result.append(
        try Panel(
          indicator: panel.indicator, stratum: panel.stratum, unit: panel.unit, zones: panel.zones,
          periods: panel.periods, values: values, statuses: statuses))
    }
    return result
  }
}
