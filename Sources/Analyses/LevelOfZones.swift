import Indicators

/// Which zones are of one kind, so that they may be pooled or ranked together: those of one level.
struct LevelOfZones {
  /// The zones of a panel that are no areas of their own level.
  private static let others: Set<ZoneLevel> = [.group, .unplaced]

  /// The level with the most zones that have figures, the first in the panel's order where several have as many; `nil` where
  /// there is none.
  static func largest(of panels: [Panel]) -> ZoneLevel? {
    var order: [ZoneLevel] = []
    var codes: [ZoneLevel: Set<String>] = [:]
    for panel in panels {
      for (position, zone) in panel.zones.enumerated() where !others.contains(zone.level) {
        guard panel.statuses[panel.series(position)].contains(where: { $0.kind != .missing }) else {
          continue
        }
        if codes[zone.level] == nil { order.append(zone.level) }
        codes[zone.level, default: []].insert(zone.code)
      }
    }
    let most = codes.values.map(\.count).max() ?? 0
    return order.first { codes[$0]?.count == most }
  }

  /// The positions of the zones of a level.
  static func positions(_ level: ZoneLevel, in panel: Panel) -> [Int] {
    panel.zones.indices.filter { panel.zones[$0].level == level }
  }

  /// The zone a code or group stands for: a group of one zone is that zone; other groups are no zone of a level.
  static func single(_ code: String, in choice: ZoneChoice) -> String? {
    var code = code
    for _ in 0..<20 {
      guard let group = choice.groups[code] else { return code }
      guard case .union(let members) = group.definition, members.count == 1 else { return nil }
      code = members[0]
    }
    return nil
  }
}

extension Reason {
  /// The zone is a group of several zones, and is neither of their level nor comparable with them.
  public static let notOneZone = Reason("not-one-zone")
}
