import Indicators

/// Places the zones of an indicator's panels in the programme's zone system.
enum HarmoniseStage {
  /// The panel with names, levels and validity from the zone list, and what was found, said of its indicator.
  ///
  /// A zero outside a code's life becomes not applicable; zones that the list does not know are left out. Without a zone
  /// list nothing changes.
  static func place(_ panel: Panel, in system: ZoneSystem?) throws(IndicatorsError) -> (
    panel: Panel, findings: [Finding]
  ) {
    guard let system else { return (panel, []) }
    let placed = try panel.placed(in: system)
    let findings = placed.findings.map { finding in
      var copy = finding
      copy.arguments["indicator"] = panel.indicator
      return copy
    }
    return (placed.panel, findings)
  }
}
