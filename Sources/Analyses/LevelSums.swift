import Indicators
import Synchronization

/// Sums over all zones of a level of one panel, each made once though every zone asks for it.
final class LevelSums: Sendable {
  private let made = Mutex<[ZoneLevel: Result<DerivedSeries, RefusedArithmetic>]>([:])

  /// The sum over the zones of a level, or why there is none: a level of one zone has no others.
  func sum(of level: ZoneLevel, in panel: Panel) -> Result<DerivedSeries, RefusedArithmetic> {
    made.withLock { made in
      if let known = made[level] { return known }
      let same = panel.zones.indices.filter { panel.zones[$0].level == level }
      let sum: Result<DerivedSeries, RefusedArithmetic> =
        same.count > 1
        ? panel.union(of: same, as: Zone(code: "all", level: .group))
        : .failure(RefusedArithmetic(reason: .zoneNotInData))
      made[level] = sum
      return sum
    }
  }
}
