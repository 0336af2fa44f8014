import Comparisons
import Estimates
import Indicators

/// One stratum of `composite`: the components' panels, the zones they share, and the rows that come of them.
struct CompositeWork {
  let dataset: Dataset
  let prepared: [Prepared]
  let better: [String: Direction]
  let composite: CompositeOptions
  let options: AnalysisOptions

  /// For each index the period of each component, as positions in its panel.
  func periods() -> [[Int]] {
    let panels = prepared.map(\.panel)
    guard let first = panels.first else { return [] }
    let common = first.periods.map { period in panels.compactMap { $0.position(of: period) } }
      .filter { $0.count == panels.count }
    func isUsable(_ columns: [Int]) -> Bool {
      zip(panels, columns).allSatisfy { panel, column in
        panel.zones.indices.contains { panel.statuses[panel.index(zone: $0, period: column)].isObserved }
      }
    }
    let usable = common.filter(isUsable)
    if !composite.latestOnly, !usable.isEmpty { return usable }
    if let last = usable.last { return [last] }
    let latest = panels.map { panel in
      panel.periods.indices.last { column in
        panel.zones.indices.contains { panel.statuses[panel.index(zone: $0, period: column)].isObserved }
      }
    }
    let found = latest.compactMap { $0 }
    return found.count == panels.count ? [found] : []
  }

  /// Adds the rows of one index.
  func answer(_ columns: [Int], _ rows: inout ResultTable, _ parts: inout ResultTable) throws(AnalysisError) {
    let panels = prepared.map(\.panel)
    let level = LevelOfZones.largest(of: panels)
    var zones: [Zone] = []
    var seen: Set<String> = []
    for panel in panels {
      for zone in panel.zones where zone.level == level && seen.insert(zone.code).inserted {
        zones.append(zone)
      }
    }
    let cells = zip(panels, columns).map { panel, column in
      zones.map { zone in
        panel.position(ofZone: zone.code).map { panel[zone: $0, period: column] }
          ?? Cell(value: nil, status: .missing)
      }
    }
    // A zone without any figure in any component is no zone of this index.
    let outcome = Result { () throws(CompositeRefusal) in try compute(zones, cells) }
    let periods = zip(panels, columns).map { $0.periods[$1] }
    for row in shownRows(zones) {
      let statuses = row.zone.map { zone in cells.map { $0[zone].status } } ?? []
      if options.zones.isEmpty, statuses.allSatisfy({ $0.kind == .missing }) { continue }
      var values = frame(row.code, row.name, periods, statuses)
      guard let zone = row.zone else {
        values.refuse(row.reason ?? .zoneNotInData)
        rows.append(values)
        continue
      }
      switch outcome {
      case .failure(let refusal): values.refuse(refusal.reason)
      case .success(let found): fill(&values, found, zone, statuses)
      }
      rows.append(values)
      add(&parts, outcome, row, zone, cells, periods)
    }
  }

  private typealias Found = (index: CompositeIndex, ranks: CompositeRanks, samples: Bool)

  private func compute(_ zones: [Zone], _ cells: [[Cell]]) throws(CompositeRefusal) -> Found {
    var components: [CompositeComponent] = []
    for (one, column) in zip(prepared, cells) {
      let panel = one.panel
      do {
        components.append(
          try CompositeComponent(
            id: panel.indicator, better: better[panel.indicator] ?? .neutral, kind: panel.kind,
            values: column.map(\.value),
            counts: column.map { cell in
              guard let x = cell.numerator, let n = cell.denominator else { return nil }
              return (x, n)
            }))
      } catch {
        throw CompositeRefusal(error.reason)
      }
    }
    var recipe = composite.recipe
    if !composite.weights.isEmpty {
      recipe.weighting = .given(components.map { composite.weights[$0.id] ?? 0 })
    }
    let order = zones.indices.sorted { zones[$0].code < zones[$1].code }
    var keys = [Int](repeating: 0, count: zones.count)
    for (key, zone) in order.enumerated() { keys[zone] = key }
    let index = try CompositeIndex(components, recipe: recipe, allowsMissing: composite.allowsMissing)
    let ranks = try CompositeRanks(
      components, recipe: recipe, allowsMissing: composite.allowsMissing, keys: keys, draws: composite.draws,
      seed: options.seed, level: options.level, threads: options.threads)
    return (index, ranks, components.allSatisfy(\.hasSamplingError))
  }

  /// The zones that get rows: those asked for, or all.
  private func shownRows(_ zones: [Zone]) -> [(code: String, name: String, zone: Int?, reason: Reason?)] {
    guard !options.zones.isEmpty, let first = prepared.first else {
      return zones.enumerated().map { ($1.code, $1.name, $0, nil) }
    }
    return first.rows.map { row in
      guard let code = LevelOfZones.single(row.code, in: first.choice) else {
        return (row.code, first.name(row), nil, .notOneZone)
      }
      let place = zones.firstIndex { $0.code == code }
      return (row.code, first.name(row), place, place == nil ? .zoneNotInData : nil)
    }
  }

  private func frame(_ code: String, _ name: String, _ periods: [Period], _ statuses: [CellStatus])
    -> ResultCells
  {
    var cells = ResultCells(
      Schemas.composite.split(by: options.keys),
      [
        "indicator": .text("composite"), "zone": .text(code), "zone_name": .text(name),
        "unit": .text("index"), "confidence": .number(options.level.value),
        "period": .text(periods.max()?.description ?? ""), "method": .text(Method.composite.rawValue),
        "n": .number(Double(statuses.count { $0.isObserved })),
      ])
    for key in options.keys {
      cells[Schemas.composite.key(ofDimension: key)] =
        prepared.first?.panel.stratum.category(of: key).map { .text($0.label) } ?? .none(.notApplicable)
    }
    var diagnostics: [Diagnostic] = []
    if prepared.contains(where: { dataset.catalogue[$0.panel.indicator]?.isConstructed == true }) {
      diagnostics.append(.constructedFigures)
    }
    let flags = statuses.reduce(into: CellStatus.Flags()) { $0.formUnion($1.flags) }
    if flags.contains(.provisional) { diagnostics.append(.provisionalFigures) }
    if flags.contains(.estimated) { diagnostics.append(.estimatedFigures) }
    if Set(periods).count > 1 { diagnostics.append(.mixedPeriods) }
    cells["diagnostics"] = .texts(diagnostics.map(\.rawValue))
    return cells
  }

  private func fill(
    _ cells: inout ResultCells, _ found: Found, _ zone: Int, _ statuses: [CellStatus]
  ) {
    cells.add(found.index.diagnostics)
    guard let value = found.index.values[zone] else {
      return cells.refuse(CellStatus.combining(statuses).reason ?? .missing)
    }
    if found.index.isReweighted[zone] { cells.add([.reweighted]) }
    if !found.samples { cells.add([.samplingErrorUnknown]) }
    cells["estimate"] = .number(value)
    cells["lower"] = ResultValue.none(.intervalIsOfTheRank)
    cells["upper"] = ResultValue.none(.intervalIsOfTheRank)
    cells["rank"] = .number(found.index.ranks[zone], or: .missing)
    cells["zones"] = .integer(found.index.ranks.count { $0 != nil })
    guard let rank = found.ranks.zones[zone] else { return }
    cells["rank_lower"] = .number(rank.interval.lower)
    cells["rank_upper"] = .number(rank.interval.upper)
    cells["worst_decile_share"] = .number(rank.worstDecileShare)
    cells["worst_fifth_share"] = .number(rank.worstFifthShare)
    cells["worst_decile_probability"] = .number(rank.worstDecileProbability)
    cells["choice_share"] = .number(rank.choiceShare)
    cells["choices"] = .integer(found.ranks.choices)
  }

  private func add(
    _ parts: inout ResultTable, _ outcome: Result<Found, CompositeRefusal>,
    _ row: (code: String, name: String, zone: Int?, reason: Reason?), _ zone: Int, _ cells: [[Cell]],
    _ periods: [Period]
  ) {
    for (place, one) in prepared.enumerated() {
      let cell = cells[place][zone]
      var part = ResultCells(
        Schemas.compositeComponents.split(by: options.keys),
        [
          "zone": .text(row.code), "zone_name": .text(row.name),
          "period": .text(periods.max()?.description ?? ""), "component": .text(one.panel.indicator),
          "component_period": .text(periods[place].description),
          "value": .number(cell.value, or: cell.status.reason ?? .missing),
        ])
      for key in options.keys {
        part[Schemas.compositeComponents.key(ofDimension: key)] =
          one.panel.stratum.category(of: key).map { .text($0.label) } ?? .none(.notApplicable)
      }
      switch outcome {
      case .failure(let refusal): part["reason"] = .text(refusal.reason.rawValue)
      case .success(let found):
        part["weight"] = .number(found.index.weights[place])
        let reason =
          cell.status.reason ?? CellStatus.combining(cells.map { $0[zone].status }).reason ?? .missing
        part["score"] = .number(found.index.scores[place][zone], or: reason)
        if found.index.scores[place][zone] == nil { part["reason"] = .text(reason.rawValue) }
      }
      parts.append(part)
    }
  }
}

extension Reason {
  /// The index itself has no interval; its rank has.
  public static let intervalIsOfTheRank = Reason("interval-is-of-the-rank")
}
