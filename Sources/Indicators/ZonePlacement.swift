extension Diagnostic {
  /// Zones of the file that the zone list does not know were left out.
  public static let unknownZone = Diagnostic("unknown-zone")
  /// Figures for periods outside a code's life were set aside.
  public static let codeNotInUse = Diagnostic("code-not-in-use")
}

extension Panel {
  /// The panel with its zones placed in a system: names, levels, parents and validity from the list.
  ///
  /// A zero, or no figure, for a period outside a code's life becomes *not applicable*: sources write 0 for a code that
  /// is not in use. A figure other than zero there, or a hidden one, is kept, with a finding. Zones the system does not
  /// know are left out, with a finding, unless `keepsUnknown`.
  public func placed(in system: ZoneSystem, keepsUnknown: Bool = false) throws(IndicatorsError)
    -> (panel: Panel, findings: [Finding])
  {
    var findings: [Finding] = []
    let known = zones.indices.filter { system.contains(zones[$0].code) }
    let unknown = zones.indices.filter { !system.contains(zones[$0].code) }
    if let first = unknown.first {
      findings.append(
        Finding(
          .unknownZone, severity: keepsUnknown ? .note : .warning,
          arguments: ["zone": zones[first].label, "kept": keepsUnknown ? "yes" : "no"], count: unknown.count))
    }
    let kept = keepsUnknown ? Array(zones.indices) : known
    let panel = try cut(zones: kept)
    var values = panel.values
    var statuses = panel.statuses
    var numerators = panel.numerators
    var denominators = panel.denominators
    var contradicted = 0
    for (row, zone) in panel.zones.enumerated() where system.contains(zone.code) {
      for (column, period) in periods.enumerated() where !system.isInUse(zone.code, in: period) {
        let cell = panel.index(zone: row, period: column)
        if statuses[cell].isSuppressed || (statuses[cell].isObserved && values[cell] != 0) {
          contradicted += 1
        } else {
          values[cell] = .nan
          numerators?[cell] = .nan
          denominators?[cell] = .nan
          statuses[cell] = CellStatus(.notApplicable, flags: statuses[cell].flags)
        }
      }
    }
    if contradicted > 0 {
      findings.append(Finding(.codeNotInUse, severity: .note, count: contradicted))
    }
    let placed = try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier,
      zones: panel.zones.map { system.zone($0.code) ?? $0 }, periods: periods, values: values,
      numerators: numerators, denominators: denominators, statuses: statuses, bounds: panel.bounds)
    return (placed, findings)
  }
}
