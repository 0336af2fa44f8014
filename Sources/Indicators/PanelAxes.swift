/// Zones and periods of a panel, found to be fit for one: each once, periods in order.
///
/// Panels of one source share their axes; a check for each would hash every zone's code again and again.
package struct PanelAxes: Sendable {
  /// The zones, each code once.
  package let zones: [Zone]
  /// The periods, each once, in order.
  package let periods: [Period]

  /// Axes that were checked.
  ///
  /// - Throws: ``IndicatorsError/duplicateAxisValue(axis:value:)``, and
  ///   ``IndicatorsError/unorderedPeriods(earlier:later:)`` where the periods are not in order.
  package init(zones: [Zone], periods: [Period]) throws(IndicatorsError) {
    var seenZones = Set<String>(minimumCapacity: zones.count)
    for zone in zones where !seenZones.insert(zone.code).inserted {
      throw .duplicateAxisValue(axis: "zone", value: zone.code)
    }
    var seenPeriods = Set<Period>(minimumCapacity: periods.count)
    for period in periods where !seenPeriods.insert(period).inserted {
      throw .duplicateAxisValue(axis: "period", value: period.description)
    }
    for (one, next) in zip(periods, periods.dropFirst()) where next < one {
      throw .unorderedPeriods(earlier: next.description, later: one.description)
    }
    self.zones = zones
    self.periods = periods
  }

  private init(checkedZones: [Zone], checkedPeriods: [Period]) {
    zones = checkedZones
    periods = checkedPeriods
  }

  /// The same periods with one zone. One zone cannot come twice, so there is nothing to check.
  package func with(zone: Zone) -> PanelAxes { PanelAxes(checkedZones: [zone], checkedPeriods: periods) }

  /// The same periods with other zones. Only the zones are checked, and a few at most.
  ///
  /// - Throws: ``IndicatorsError/duplicateAxisValue(axis:value:)``.
  package func with(zones: [Zone]) throws(IndicatorsError) -> PanelAxes {
    for (index, zone) in zones.enumerated() where zones[..<index].contains(where: { $0.code == zone.code }) {
      throw .duplicateAxisValue(axis: "zone", value: zone.code)
    }
    return PanelAxes(checkedZones: zones, checkedPeriods: periods)
  }

  /// Axes of a panel, which were checked when it was made.
  init(of panel: Panel) { self.init(checkedZones: panel.zones, checkedPeriods: panel.periods) }
}
