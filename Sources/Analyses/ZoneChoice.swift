import Indicators

/// Finds the zones a user means, and makes groups into zones of a panel.
struct ZoneChoice: Sendable {
  let system: ZoneSystem?
  let groups: [String: ZoneGroup]
  private let order: [String]

  init(_ dataset: Dataset) {
    system = dataset.system
    groups = Dictionary(dataset.groups.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    order = dataset.groups.map(\.id)
  }

  /// The code or group id a word means: a group's id, a code of the data, a code of the system, else a name.
  ///
  /// - Throws: ``AnalysisError/ambiguousZone(_:candidates:)`` and ``AnalysisError/unknownZone(_:known:)``.
  func code(_ word: String, in panels: [Panel]) throws(AnalysisError) -> String {
    let wanted = word.lowercased()
    if let group = groups[word] ?? groups[wanted] { return group.id }
    let zones = panels.flatMap(\.zones)
    if let zone = zones.first(where: { $0.code == word }) { return zone.code }
    if let system, system.contains(word) { return word }
    for prefix in ["k-", "k"] where wanted.hasPrefix(prefix) {
      let bare = String(word.dropFirst(prefix.count))
      if bare.allSatisfy(\.isNumber), let zone = zones.first(where: { $0.code == bare }) { return zone.code }
    }
    var candidates: [Zone] = []
    for zone in zones + (system?.zones ?? []) where !candidates.contains(where: { $0.code == zone.code }) {
      if matches(zone, wanted) { candidates.append(zone) }
    }
    let named = groups.values.filter {
      $0.name.nb.lowercased() == wanted || $0.name.en?.lowercased() == wanted
    }
    if named.count == 1, candidates.isEmpty { return named[0].id }
    if candidates.count == 1, named.isEmpty { return candidates[0].code }
    if candidates.isEmpty && named.isEmpty {
      var known: [String] = order
      for word in zones.flatMap({ [$0.code, $0.label] }) where !known.contains(word) { known.append(word) }
      throw .unknownZone(word, known: known)
    }
    throw .ambiguousZone(
      word,
      candidates: (named.map(\.id) + candidates.map { $0.name.isEmpty ? $0.code : "\($0.code) (\($0.name))" })
        .sorted())
  }

  /// A name matches whatever the case, and with or without a leading code (`0709 Larvik`).
  private func matches(_ zone: Zone, _ wanted: String) -> Bool {
    let name = zone.name.lowercased()
    if name == wanted || "\(zone.code) \(name)" == wanted || zone.code.lowercased() == wanted { return true }
    guard let space = name.firstIndex(of: " ") else { return false }
    return name[..<space].allSatisfy(\.isNumber) && name[name.index(after: space)...] == wanted
  }

  /// The panel with every group added that its zones allow, and the reason for each that they do not.
  func adding(_ panel: Panel) throws(IndicatorsError) -> Grouped {
    var result = Grouped(panel)
    for id in order where result.index[id] == nil { _ = try evaluate(id, &result, path: []) }
    return result
  }

  /// A panel with its groups, and why some could not be made.
  struct Grouped {
    private(set) var panel: Panel
    /// Where each zone and group is.
    private(set) var index: [String: Int]
    /// Sums over all zones of a level, made when first asked for.
    let sums = LevelSums()
    var refused: [String: Reason] = [:]
    var findings: [Finding] = []

    init(_ panel: Panel) {
      self.panel = panel
      index = Dictionary(
        panel.zones.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds a made series, and gives its position.
    mutating func add(_ series: DerivedSeries) throws(IndicatorsError) -> Int {
      panel = try panel.appending([series])
      index[series.zone.code] = panel.zones.count - 1
      return panel.zones.count - 1
    }

    /// The position of a zone or group, or the reason there is none.
    func position(_ code: String) -> Result<Int, RefusedArithmetic> {
      if let found = index[code] { return .success(found) }
      return .failure(RefusedArithmetic(reason: refused[code] ?? .zoneNotInData))
    }
  }

  private func evaluate(_ id: String, _ grouped: inout Grouped, path: [String]) throws(IndicatorsError)
    -> Result<Int, RefusedArithmetic>
  {
    if let known = grouped.index[id] { return .success(known) }
    if let reason = grouped.refused[id] { return .failure(RefusedArithmetic(reason: reason)) }
    guard let group = groups[id] else { return .failure(RefusedArithmetic(reason: .zoneNotInData)) }
    guard !path.contains(id) else { throw .circularGroup(id: id) }
    let zone = Zone(code: id, name: group.name.nb, level: .group)
    var outcome: Result<DerivedSeries, RefusedArithmetic>
    switch group.definition {
    case .union(let members):
      var positions: [Int] = []
      for member in members {
        switch try evaluate(member, &grouped, path: path + [id]) {
        case .success(let position): positions.append(position)
        case .failure(let refusal):
          grouped.refused[id] = refusal.reason
          return .failure(refusal)
        }
      }
      outcome =
        positions.count == 1
        ? .success(grouped.panel.copy(of: positions[0], as: zone))
        : grouped.panel.union(of: positions, as: zone)
    case .difference(let whole, let part):
      switch (
        try evaluate(whole, &grouped, path: path + [id]), try evaluate(part, &grouped, path: path + [id])
      ) {
      case (.success(let whole), .success(let part)):
        outcome = grouped.panel.whole(whole, minus: part, as: zone)
      case (.failure(let refusal), _), (_, .failure(let refusal)): outcome = .failure(refusal)
      }
    }
    switch outcome {
    case .failure(let refusal):
      grouped.refused[id] = refusal.reason
      return .failure(refusal)
    case .success(let series):
      grouped.findings += series.findings
      return .success(try grouped.add(series))
    }
  }
}
