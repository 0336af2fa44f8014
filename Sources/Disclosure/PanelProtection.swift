import Indicators

extension Diagnostic {
  /// Cells were hidden by the indicator's own rule.
  public static let primarySuppression = Diagnostic("primary-suppression")
  /// Cells were hidden because a hidden one could be computed from them.
  public static let secondarySuppression = Diagnostic("secondary-suppression")
  /// Whole series were hidden because too much of them was hidden or weak.
  public static let seriesSuppression = Diagnostic("series-suppression")
}

/// Hides what must not be shown, before anything is computed.
///
/// Estimators never see a hidden figure, so no slope, sum or difference can carry one out. For each panel, period by
/// period:
///
/// 1. **Primary**: a cell its indicator's rule hides.
/// 2. **Series**: a zone's whole series where the rule's shares of hidden or weak cells are exceeded.
/// 3. **Secondary**, for every zone that is the whole of others in the panel and is itself shown. The parts that are
///    hidden must be at least two, and together too large for the rule to hide, else the smallest part that is shown is
///    hidden as well. A part is hidden, too, where the whole without it is a figure the rule hides, since anybody can
///    subtract.
///
/// Persons without a zone make the subtraction inexact but not safe, so they do not count as protection. Strata that sum to
/// a total, overlapping windows and earlier releases are not yet considered.
public enum PanelProtection {
  /// Protects panels, each by its indicator's rule.
  ///
  /// - Parameters:
  ///   - panels: The figures.
  ///   - system: What is part of what; without it only the primary and series rules apply.
  ///   - rule: The rule of a panel's indicator.
  /// - Returns: The panels with cells hidden, and a finding for each indicator and kind of hiding, with the number of cells.
  public static func protect(
    _ panels: [Panel], in system: ZoneSystem?, rule: (Panel) -> SuppressionRule
  ) throws(IndicatorsError) -> (panels: Protected<[Panel]>, findings: [Finding]) {
    var result: [Panel] = []
    var findings: [Finding] = []
    for panel in panels {
      let hidden = hiddenCells(panel, rule: rule(panel), system: system)
      result.append(hidden.isEmpty ? panel : try panel.hiding(hidden))
      for (diagnostic, kind) in [
        (Diagnostic.primarySuppression, CellStatus.Kind.suppressedPrimary),
        (.seriesSuppression, .suppressedSeries), (.secondarySuppression, .suppressedSecondary),
      ] {
        let count = hidden.values.count { $0 == kind }
        if count > 0 {
          findings.append(
            Finding(diagnostic, severity: .note, arguments: ["indicator": panel.indicator], count: count))
        }
      }
    }
    return (Protected(result), findings)
  }

  /// The cells to hide, with the kind of hiding.
  static func hiddenCells(_ panel: Panel, rule: SuppressionRule, system: ZoneSystem?)
    -> [Int: CellStatus.Kind]
  {
    guard rule.hidesAnything else { return [:] }
    var hidden: [Int: CellStatus.Kind] = [:]
    for cell in panel.values.indices where panel.statuses[cell].isObserved {
      if hides(panel, [cell], rule) { hidden[cell] = .suppressedPrimary }
    }
    hideSeries(panel, rule, &hidden)
    guard let system else { return hidden }
    let families = families(panel, system)
    for period in panel.periods.indices {
      for family in families { protect(family, panel, period, rule, &hidden) }
    }
    return hidden
  }

  /// A zone and its parts, as positions in the panel.
  private struct Family {
    let whole: Int
    let parts: [Int]
  }

  /// Every zone of the panel with the zones of the panel whose nearest ancestor in the panel it is, a level at a time:
  /// parts of different levels may overlap and never make up one sum.
  private static func families(_ panel: Panel, _ system: ZoneSystem) -> [Family] {
    var positions: [String: Int] = [:]
    for (index, zone) in panel.zones.enumerated() { positions[zone.code] = index }
    struct Key: Hashable {
      let whole: Int
      let level: ZoneLevel
    }
    var parts: [Key: [Int]] = [:]
    for (index, zone) in panel.zones.enumerated() {
      guard let whole = system.ancestors(of: zone.code).lazy.compactMap({ positions[$0] }).first else {
        continue
      }
      parts[Key(whole: whole, level: zone.level), default: []].append(index)
    }
    return parts.sorted { ($0.key.whole, $0.key.level.rawValue) < ($1.key.whole, $1.key.level.rawValue) }
      .map { Family(whole: $0.key.whole, parts: $0.value) }
  }

  private static func protect(
    _ family: Family, _ panel: Panel, _ period: Int, _ rule: SuppressionRule,
    _ hidden: inout [Int: CellStatus.Kind]
  ) {
    let whole = panel.index(zone: family.whole, period: period)
    guard panel.statuses[whole].isObserved, hidden[whole] == nil else { return }
    let parts = family.parts.map { panel.index(zone: $0, period: period) }
    for part in parts where panel.statuses[part].isObserved && hidden[part] == nil {
      if hides(panel, [whole], minus: part, rule) { hidden[part] = .suppressedSecondary }
    }
    while true {
      let own = parts.filter { hidden[$0] != nil }
      let bySource = parts.filter { panel.statuses[$0].isSuppressed }
      guard !(own.isEmpty && bySource.isEmpty) else { return }
      // The sum of cells the source hid is unknown here: two of them at least, and our own must be large enough.
      let enough = own.count + bySource.count >= 2
      let large = own.isEmpty || !bySource.isEmpty || !hides(panel, own, rule)
      if enough && large { return }
      let shown = parts.filter { panel.statuses[$0].isObserved && hidden[$0] == nil }
      guard let next = shown.min(by: { (size(panel, $0), $0) < (size(panel, $1), $1) }) else { return }
      hidden[next] = .suppressedSecondary
    }
  }

  /// Hides whole series by the rule's shares.
  private static func hideSeries(
    _ panel: Panel, _ rule: SuppressionRule, _ hidden: inout [Int: CellStatus.Kind]
  ) {
    guard rule.seriesHiddenShare != nil || rule.seriesWeakShare != nil else { return }
    for zone in panel.zones.indices {
      let cells = panel.series(zone).filter { panel.statuses[$0].isObserved }
      guard !cells.isEmpty else { continue }
      let hiddenShare = Double(cells.count { hidden[$0] != nil }) / Double(cells.count)
      let weakShare =
        Double(cells.count { size(panel, $0) < Double(rule.seriesWeakBelow) }) / Double(cells.count)
      let exceeds =
        (rule.seriesHiddenShare.map { hiddenShare > $0 } ?? false)
        || (rule.seriesWeakShare.map { weakShare > $0 } ?? false)
      guard exceeds else { continue }
      for cell in cells where hidden[cell] == nil { hidden[cell] = .suppressedSeries }
    }
  }

  /// Whether the rule hides the sum of cells, less one.
  private static func hides(_ panel: Panel, _ cells: [Int], minus part: Int? = nil, _ rule: SuppressionRule)
    -> Bool
  {
    func total(_ column: [Double]) -> Double {
      cells.reduce(0) { $0 + column[$1] } - (part.map { column[$0] } ?? 0)
    }
    let numerator = panel.numerators.map(total) ?? (panel.isCount ? total(panel.values) : nil)
    return rule.hides(numerator: numerator, denominator: panel.denominators.map(total))
  }

  /// The number of cases in a cell.
  private static func size(_ panel: Panel, _ cell: Int) -> Double {
    panel.numerators?[cell] ?? (panel.isCount ? panel.values[cell] : panel.denominators?[cell] ?? 0)
  }
}
