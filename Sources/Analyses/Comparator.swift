import Indicators

/// What a zone is compared with.
public enum Against: Sendable, Hashable {
  /// The municipality without the zone: two disjoint areas.
  case rest
  /// All zones of the zone's level together, the zone included.
  case all
  /// The area the zone is directly part of, the zone included.
  case parent
  /// Another zone, or a group, by code or id.
  case named(String)

  /// `rest`, `all`, `parent`, or a name.
  public init(_ word: String) {
    switch word {
    case "rest": self = .rest
    case "all": self = .all
    case "parent": self = .parent
    default: self = .named(word)
    }
  }

  /// The word.
  public var word: String {
    switch self {
    case .rest: "rest"
    case .all: "all"
    case .parent: "parent"
    case .named(let name): name
    }
  }
}

/// A comparator made ready beside its zone, and how it relates to it.
struct Comparator {
  /// The series at hand: the zone, the comparator, and the remainder where there is one. A panel of its own, since a
  /// country's panel would be copied for each of its zones.
  let panel: Panel
  /// The zone's position.
  let zone: Int
  /// The comparator's position.
  let position: Int
  /// The code or word for the row.
  let code: String
  /// The name for the row: of `rest` the whole's name.
  let name: String
  /// Where the zone is part of the comparator, the position of the comparator without the zone.
  let remainder: Int?
}

extension ZoneChoice {
  /// The comparator of a zone, or the reason there is none.
  ///
  /// Where the comparator contains the zone (`all`, `parent`, or a named whole), the remainder is made as well, since only
  /// the zone and the remainder are independent.
  func comparator(_ against: Against, of zone: Int, in grouped: Grouped) throws(AnalysisError)
    -> Result<Comparator, RefusedArithmetic>
  {
    let panel = grouped.panel
    let code = panel.zones[zone].code
    switch against {
    case .rest:
      if let reason = panel.additionRefusal { return .failure(RefusedArithmetic(reason: reason)) }
      guard system != nil else { throw .needsZoneSystem(against.word) }
      guard let whole = municipality(of: code), let position = grouped.index[whole] else {
        return .failure(RefusedArithmetic(reason: .zoneNotInData))
      }
      let name = panel.zones[position].label
      return try made(
        panel, zone, panel.whole(position, minus: zone, as: Zone(code: "rest", name: name, level: .group)),
        code: "rest", name: name)
    case .all:
      // A group has the level of the zones it is made of.
      let leaf = leaves(of: code).lazy.compactMap { grouped.index[$0] }.first ?? zone
      let level = panel.zones[leaf].level
      switch grouped.sums.sum(of: level, in: panel) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let sum):
        let wider: Panel
        do {
          wider = try panel.together([zone], with: [sum])
        } catch {
          throw .indicators(error)
        }
        return try within(1, 0, wider, code: "all")
      }
    case .parent:
      guard let system else { throw .needsZoneSystem(against.word) }
      let members = leaves(of: code)
      guard let first = members.first, let parent = system.zone(first)?.parent,
        let position = grouped.index[parent]
      else { return .failure(RefusedArithmetic(reason: .zoneNotInData)) }
      return try within(position, zone, panel, code: parent)
    case .named(let word):
      let other = try self.code(word, in: [panel])
      guard other != code else { return .failure(RefusedArithmetic(reason: .sameZone)) }
      switch grouped.position(other) {
      case .failure(let refusal): return .failure(refusal)
      case .success(let position):
        if contains(other, code) { return try within(position, zone, panel, code: other) }
        return try beside(panel, zone, position, code: other)
      }
    }
  }

  /// A zone of the panel that contains the zone.
  private func within(_ whole: Int, _ zone: Int, _ panel: Panel, code: String) throws(AnalysisError)
    -> Result<Comparator, RefusedArithmetic>
  {
    guard panel.additionRefusal == nil else {
      return try beside(panel, zone, whole, code: code, isRemainder: true)
    }
    return try made(
      panel, zone, panel.whole(whole, minus: zone, as: Zone(code: "remainder", level: .group)), code: code,
      name: panel.zones[whole].name, whole: whole)
  }

  /// Another zone of the panel.
  private func beside(_ panel: Panel, _ zone: Int, _ other: Int, code: String, isRemainder: Bool = false)
    throws(AnalysisError) -> Result<Comparator, RefusedArithmetic>
  {
    do throws(IndicatorsError) {
      let pair = try panel.together([zone, other], with: [])
      return .success(
        Comparator(
          panel: pair, zone: 0, position: 1, code: code, name: panel.zones[other].name,
          remainder: isRemainder ? 1 : nil))
    } catch {
      throw .indicators(error)
    }
  }

  /// A made series: the comparator itself, or the remainder beside the whole it is part of.
  private func made(
    _ panel: Panel, _ zone: Int, _ series: Result<DerivedSeries, RefusedArithmetic>, code: String,
    name: String, whole: Int? = nil
  ) throws(AnalysisError) -> Result<Comparator, RefusedArithmetic> {
    switch series {
    case .failure(let refusal): return .failure(refusal)
    case .success(let series):
      do throws(IndicatorsError) {
        let few = try panel.together([zone] + (whole.map { [$0] } ?? []), with: [series])
        return .success(
          Comparator(
            panel: few, zone: 0, position: 1, code: code, name: name, remainder: whole == nil ? nil : 2))
      } catch {
        throw .indicators(error)
      }
    }
  }

  /// The zones a code stands for: itself, or the members of a group, through unions.
  func leaves(of code: String) -> [String] {
    guard let group = groups[code] else { return [code] }
    switch group.definition {
    case .union(let members): return members.filter { $0 != code }.flatMap { leaves(of: $0) }
    case .difference(let whole, _): return leaves(of: whole)
    }
  }

  /// The municipality that all zones of a code lie in; `nil` where they lie in several, or the code is one itself.
  func municipality(of code: String) -> String? {
    guard let system else { return nil }
    let found = Set(leaves(of: code).map { system.municipality(of: $0)?.code })
    guard found.count == 1, let only = found.first, let municipality = only, municipality != code else {
      return nil
    }
    return municipality
  }

  /// Whether one code's area holds the other's, as far as the zone list and the groups say.
  func contains(_ outer: String, _ inner: String) -> Bool {
    if let group = groups[outer], case .difference(_, let part) = group.definition {
      let without = Set(leaves(of: part))
      if leaves(of: inner).allSatisfy({ leaf in without.contains(leaf) || isInside(leaf, without) }) {
        return false
      }
    }
    let outside = Set(leaves(of: outer))
    return leaves(of: inner).allSatisfy { outside.contains($0) || isInside($0, outside) }
  }

  private func isInside(_ code: String, _ outer: Set<String>) -> Bool {
    system?.ancestors(of: code).contains { outer.contains($0) } ?? false
  }
}
