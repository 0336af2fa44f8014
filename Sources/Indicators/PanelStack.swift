/// Panels of several strata that share zones and periods, one contiguous block: [stratum][zone][period].
///
/// Standardisation over ages is then one multiply-add of whole panels for each age.
public struct PanelStack: Sendable {
  /// The panels, one a stratum, in order.
  public let panels: [Panel]
  /// The numerators of all strata, [stratum][zone][period]; empty where some panel has none.
  public let numerators: [Double]
  /// The denominators of all strata, [stratum][zone][period]; empty where some panel has none.
  public let denominators: [Double]

  /// A stack.
  ///
  /// - Throws: ``IndicatorsError/axesDiffer(indicator:)`` unless all panels share zones, periods, indicator, kind,
  ///   unit and multiplier, and
  ///   ``IndicatorsError/duplicateAxisValue(axis:value:)`` where a stratum comes twice.
  public init(_ panels: [Panel]) throws(IndicatorsError) {
    var seen: Set<Stratum> = []
    for panel in panels {
      guard panel.zones == panels[0].zones, panel.periods == panels[0].periods,
        panel.indicator == panels[0].indicator, panel.kind == panels[0].kind,
        panel.unit == panels[0].unit, panel.multiplier == panels[0].multiplier
      else { throw .axesDiffer(indicator: panel.indicator) }
      guard seen.insert(panel.stratum).inserted else {
        throw .duplicateAxisValue(axis: "stratum", value: panel.stratum.description)
      }
    }
    self.panels = panels
    self.numerators = panels.allSatisfy { $0.numerators != nil } ? panels.flatMap { $0.numerators ?? [] } : []
    self.denominators =
      panels.allSatisfy { $0.denominators != nil } ? panels.flatMap { $0.denominators ?? [] } : []
  }

  /// The zones all panels share.
  public var zones: [Zone] { panels.first?.zones ?? [] }

  /// The periods all panels share.
  public var periods: [Period] { panels.first?.periods ?? [] }

  /// The strata, in order.
  public var strata: [Stratum] { panels.map(\.stratum) }
}
