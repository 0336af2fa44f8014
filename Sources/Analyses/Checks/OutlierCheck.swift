import Indicators

extension Diagnostic {
  /// A figure changed far more from one period to the next than others do.
  public static let unusualChange = Diagnostic("unusual-change")
}

/// A change from one period to the next that lies far outside the changes of all zones.
///
/// The fences are Tukey's outer ones, q₁ − 3·IQR and q₃ + 3·IQR, of the relative changes (of rates and means) between
/// neighbouring observed periods of all zones in the panel. With fewer than 20 changes, or no spread, there is no judgement.
/// A note only: small zones jump for no reason.
///
/// - Reference: Tukey (1977) Exploratory Data Analysis, section 2C.
struct OutlierCheck: CheckRule {
  let id = Diagnostic.unusualChange

  func violations(in panel: Panel, of dataset: Dataset) -> [CheckViolation] {
    var changes: [(zone: Int, period: Int, change: Double)] = []
    for zone in panel.zones.indices {
      for period in panel.periods.indices.dropFirst() {
        let (one, two) = (
          panel.index(zone: zone, period: period - 1), panel.index(zone: zone, period: period)
        )
        guard panel.statuses[one].isObserved, panel.statuses[two].isObserved else { continue }
        let (before, after) = (panel.values[one], panel.values[two])
        guard before > 0, after >= 0 else { continue }
        changes.append((zone, period, after / before - 1))
      }
    }
    guard changes.count >= 20 else { return [] }
    let sorted = changes.map(\.change).sorted()
    let low = quantile(sorted, 0.25)
    let high = quantile(sorted, 0.75)
    let fence = 3 * (high - low)
    guard fence > 0 else { return [] }
    return changes.compactMap { zone, period, change in
      guard change < low - fence || change > high + fence else { return nil }
      return CheckViolation(
        severity: .note, zone: panel.zones[zone].code, period: panel.periods[period], found: change,
        expected: change > 0 ? high + fence : low - fence)
    }
  }

  /// Linear interpolation of order statistics (Hyndman and Fan's type 7).
  private func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
