/// A dated set of zones: who exists when, and what is part of what.
public struct ZoneSystem: Sendable, Equatable {
  /// The id, such as `levekarssoner-2026`.
  public let id: String
  /// All zone versions, in the order of the list they came from.
  public let zones: [Zone]
  private let byCode: [String: [Int]]
  private let byParent: [String: [Int]]

  /// A validated set of zones.
  ///
  /// - Throws: ``IndicatorsError/emptyZoneCode(position:)``, ``IndicatorsError/duplicateZone(code:validFrom:)`` where two
  ///   versions of a code share a day, ``IndicatorsError/unknownParent(zone:parent:)``,
  ///   ``IndicatorsError/circularZones(code:)`` where a zone is inside itself.
  public init(id: String, zones: [Zone]) throws(IndicatorsError) {
    var byCode: [String: [Int]] = [:]
    var byParent: [String: [Int]] = [:]
    for (index, zone) in zones.enumerated() {
      guard !zone.code.isEmpty else { throw .emptyZoneCode(position: index + 1) }
      for other in byCode[zone.code, default: []] where zones[other].validity.overlaps(zone.validity) {
        throw .duplicateZone(code: zone.code, validFrom: zone.validity.from?.description)
      }
      byCode[zone.code, default: []].append(index)
      if let parent = zone.parent { byParent[parent, default: []].append(index) }
    }
    for zone in zones {
      if let parent = zone.parent, byCode[parent] == nil {
        throw .unknownParent(zone: zone.code, parent: parent)
      }
    }
    if let code = ZoneSystem.codeInsideItself(zones, byCode) { throw .circularZones(code: code) }
    self.id = id
    self.zones = zones
    self.byCode = byCode
    self.byParent = byParent
  }

  /// The code of a zone that is part of itself, if any: a loop of versions, each valid together with the next.
  private static func codeInsideItself(_ zones: [Zone], _ byCode: [String: [Int]]) -> String? {
    func parents(_ index: Int) -> [Int] {
      guard let parent = zones[index].parent else { return [] }
      return byCode[parent, default: []].filter { zones[$0].validity.overlaps(zones[index].validity) }
    }
    var isDone = [Bool](repeating: false, count: zones.count)
    var isOnPath = isDone
    for start in zones.indices where !isDone[start] {
      // A stack of its own: a chain of parents may be as long as the list.
      var path = [(zone: start, parents: parents(start))]
      isOnPath[start] = true
      while let (zone, rest) = path.last {
        guard let next = rest.last else {
          isOnPath[zone] = false
          isDone[zone] = true
          path.removeLast()
          continue
        }
        path[path.count - 1].parents.removeLast()
        if isOnPath[next] { return zones[next].code }
        if !isDone[next] {
          isOnPath[next] = true
          path.append((next, parents(next)))
        }
      }
    }
    return nil
  }

  /// Every version of a code, in list order; empty where the code is unknown.
  public func versions(of code: String) -> [Zone] {
    byCode[code, default: []].map { zones[$0] }
  }

  /// The version of a code that is valid on a day; without a day the latest version.
  public func zone(_ code: String, on day: CalendarDay? = nil) -> Zone? {
    guard let positions = byCode[code] else { return nil }
    if positions.count == 1 {
      let only = zones[positions[0]]
      return day.map { only.validity.contains($0) } ?? true ? only : nil
    }
    let versions = positions.map { zones[$0] }
    if let day { return versions.first { $0.validity.contains(day) } }
    return versions.max { left, right in
      guard let one = left.validity.from else { return right.validity.from != nil }
      return right.validity.from.map { one < $0 } ?? false
    }
  }

  /// Whether the code is known at all.
  public func contains(_ code: String) -> Bool { byCode[code] != nil }

  /// Whether some version of the code is in use on the first day of the period. Figures for a period outside a code's
  /// life are not applicable rather than zero.
  public func isInUse(_ code: String, in period: Period) -> Bool {
    let first = period.days.lowerBound
    return versions(of: code).contains { $0.validity.contains(first) }
  }

  /// The zones directly below a code, in list order.
  public func children(of code: String) -> [Zone] {
    byParent[code, default: []].map { zones[$0] }
  }

  /// The codes a zone is part of, nearest first.
  public func ancestors(of code: String) -> [String] {
    var result: [String] = []
    var seen: Set<String> = [code]
    var current = zone(code)?.parent
    while let parent = current, seen.insert(parent).inserted {
      result.append(parent)
      current = zone(parent)?.parent
    }
    return result
  }

  /// The municipality a zone is, or lies in; `nil` where the list has none.
  public func municipality(of code: String) -> Zone? {
    var current = zone(code)
    // Versions of different times may name each other as parents; no chain is longer than the list.
    for _ in zones.indices {
      guard let found = current, found.level != .municipality else { return current }
      current = found.parent.flatMap { zone($0) }
    }
    return nil
  }

  /// Every zone whose name is this, whatever the case of letters.
  public func zones(named name: String) -> [Zone] {
    let wanted = name.lowercased()
    return zones.filter { $0.name.lowercased() == wanted }
  }
}
