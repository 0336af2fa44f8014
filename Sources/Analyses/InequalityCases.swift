import Estimates
import Indicators
import Inequality

/// One whole in one period: the start of its rows, and its units or why there are none.
struct InequalityCase: Sendable {
  var cells: ResultCells
  var panel: Panel
  var units: Result<InequalityUnits, Reason>
  /// How many groups or zones there are.
  var count: Int
  /// Whether it is for measures of segregation.
  var isSpatial: Bool
}

/// What `inequality` is asked beside what all verbs are.
public struct InequalityOptions: Sendable {
  /// The measures; empty for the usual ones.
  public var measures: [InequalityMeasure] = []
  /// The dimension whose categories are the groups; `nil` where the zones are the units.
  public var groups: String?
  /// The categories from the lowest rank to the highest, by code or label; those left out are left out.
  public var order: [String] = []
  /// The indicator the zones are ranked by, lowest first.
  public var rankBy: String?
  /// The scale of the slope index.
  public var link = SlopeIndex.Link.identity
  /// Whether groups without known sizes count alike.
  public var countAlike = false
  /// Random tables for segregation.
  public var replicates = 999

  /// The usual options.
  public init() {}

  /// Sets the scale of the slope index by its name; `false` where there is no such scale.
  public mutating func setLink(_ name: String) -> Bool {
    guard let scale = SlopeIndex.Link(rawValue: name) else { return false }
    link = scale
    return true
  }
}

extension Dataset {
  /// Zones as units: a case for each whole and period of every panel.
  func zoneCases(_ asked: InequalityOptions, _ options: AnalysisOptions) throws(AnalysisError) -> (
    cases: [InequalityCase], findings: [Finding]
  ) {
    var ranking: Dataset?
    if let name = asked.rankBy { ranking = try choosing(indicators: [name]) }
    let rankName = ranking?.panels.first?.indicator
    var cases: [InequalityCase] = []
    var leftOut = 0
    for panel in panels where panel.indicator != rankName {
      let rankPanel = ranking?.panels.first { $0.stratum == panel.stratum } ?? ranking?.panels.first
      let wholes = try wholes(of: panel, named: options.zones)
      leftOut += wholes.leftOut
      // A whole none of whose zones is in use gets no row, unless the panel would get none at all.
      var rowsMade = 0
      for whole in wholes.found {
        for (column, period) in panel.periods.enumerated() {
          // A code outside its life is no zone of the period.
          let used = whole.zones.filter { zone in
            panel[zone: zone, period: column].status.kind != .notApplicable
              && system.map {
                !$0.contains(panel.zones[zone].code) || $0.isInUse(panel.zones[zone].code, in: period)
              } ?? true
          }
          let isLast = whole.code == wholes.found.last?.code && column == panel.periods.count - 1
          if used.isEmpty, rowsMade > 0 || !isLast { continue }
          rowsMade += 1
          let statuses = used.map { panel.statuses[panel.index(zone: $0, period: column)] }
          var cells = commonCells(
            panel, code: whole.code, name: whole.name, options: options, schema: Schemas.inequality,
            statuses: statuses)
          cells["period"] = .text(period.description)
          let units: Result<InequalityUnits, Reason>
          do throws(Reason) {
            guard used.count >= 2 else { throw .tooFewGroups }
            var ranks: (values: [Double], isOfPeriod: Bool)?
            if let rankPanel {
              ranks = try self.ranks(of: used.map { panel.zones[$0].code }, in: rankPanel, period: period)
            }
            var made = try InequalityUnits(
              used.map { panel[zone: $0, period: column] }, of: panel, ranks: ranks?.values, countAlike: true)
            if ranks?.isOfPeriod == false { made.diagnostics.append(Diagnostic.rankedByAnotherPeriod) }
            units = .success(made)
          } catch {
            units = .failure(error)
          }
          cases.append(
            InequalityCase(cells: cells, panel: panel, units: units, count: used.count, isSpatial: false))
        }
      }
    }
    let findings =
      leftOut > 0 ? [Finding(.wholeLeftOut, severity: .note, arguments: [:], count: leftOut)] : []
    return (cases, findings)
  }

  private func ranks(of codes: [String], in panel: Panel, period: Period) throws(Reason) -> (
    values: [Double], isOfPeriod: Bool
  ) {
    guard let column = panel.position(of: period) ?? panel.periods.indices.last else {
      throw .periodNotInData
    }
    var result: [Double] = []
    for code in codes {
      guard let zone = panel.position(ofZone: code) else { throw .zoneNotInData }
      let cell = panel[zone: zone, period: column]
      if let reason = cell.status.reason { throw reason }
      guard let value = cell.value else { throw .missing }
      result.append(value)
    }
    return (result, panel.periods[column] == period)
  }

  /// The wholes of a panel's zones: their parents where a zone list knows them, else all together.
  private func wholes(of panel: Panel, named words: [String]) throws(AnalysisError) -> (
    found: [(code: String, name: String, zones: [Int])], leftOut: Int
  ) {
    let choice = ZoneChoice(self)
    var wanted: [String] = []
    for word in words { wanted.append(try choice.code(word, in: panels)) }
    let present = panel.zones.indices.filter { zone in
      panel.zones[zone].level != .unplaced && panel.zones[zone].level != .group
        && panel.statuses[panel.series(zone)].contains { $0.kind != .missing }
    }
    var order: [String] = []
    var parts: [String: [Int]] = [:]
    if let system {
      for zone in present {
        guard let parent = panel.zones[zone].parent ?? system.zone(panel.zones[zone].code)?.parent else {
          continue
        }
        if parts[parent] == nil { order.append(parent) }
        parts[parent, default: []].append(zone)
      }
    }
    let known = order.filter { wanted.isEmpty || wanted.contains($0) }
    let found = known.compactMap { code -> (code: String, name: String, zones: [Int])? in
      // Parts of several levels would count people twice: those of the most numerous level stand.
      let levels = Dictionary(grouping: parts[code] ?? []) { panel.zones[$0].level.rawValue }
      let best = levels.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? []
      return best.count >= 2 ? (code, system?.zone(code)?.name ?? "", best) : nil
    }
    if !found.isEmpty { return (found, 0) }
    if !wanted.isEmpty {
      return ([("all", "", wanted.compactMap { panel.position(ofZone: $0) })], 0)
    }
    let single = present.filter { !Self.isWhole(panel.zones[$0]) }
    return ([("all", "", single)], present.count - single.count)
  }

  /// Whether a zone of a foreign file stands for all others by its name.
  private static func isWhole(_ zone: Zone) -> Bool {
    let words = ["hele landet", "landet", "norge", "norway", "fylket", "kommunen", "whole country"]
    return words.contains(zone.label.lowercased())
      || StratumTotal.isTotal(.init(dimension: "zone", category: zone.label, label: zone.label))
  }

  /// Categories as units: a case for each zone and period, and one over all zones for segregation.
  func groupCases(_ asked: InequalityOptions, dimension: String, _ options: AnalysisOptions)
    throws(AnalysisError) -> (cases: [InequalityCase], findings: [Finding])
  {
    var order: [Stratum.Choice] = []
    for panel in panels {
      guard let choice = panel.stratum.category(of: dimension), !StratumTotal.isTotal(choice) else {
        continue
      }
      if !order.contains(where: { $0.category == choice.category }) { order.append(choice) }
    }
    if !asked.order.isEmpty {
      var named: [Stratum.Choice] = []
      for word in asked.order {
        let match = order.first {
          [$0.category.lowercased(), $0.label.lowercased()].contains(word.lowercased())
        }
        guard let match else { throw .unknownCategory(word, known: order.map(\.label)) }
        named.append(match)
      }
      order = named
    }
    struct Key: Hashable {
      let indicator: String
      let rest: [Stratum.Choice]
    }
    var keys: [Key] = []
    var sets: [Key: [String: Panel]] = [:]
    for panel in panels {
      guard let own = panel.stratum.category(of: dimension) else { continue }
      let key = Key(
        indicator: panel.indicator, rest: panel.stratum.choices.filter { $0.dimension != own.dimension })
      if sets[key] == nil { keys.append(key) }
      sets[key, default: [:]][own.category] = panel
    }
    var cases: [InequalityCase] = []
    var findings: [Finding] = []
    for key in keys {
      let members = order.map { sets[key]?[$0.category] }
      guard let first = members.compactMap(\.self).first else { continue }
      var prepared: [Prepared?] = []
      for panel in members {
        if let panel {
          prepared.append(try Prepared(panel, of: self, zones: options.zones))
        } else {
          prepared.append(nil)
        }
      }
      guard let lead = prepared.compactMap(\.self).first else { continue }
      findings += lead.grouped.findings
      for row in lead.rows {
        for period in lead.panel.periods {
          var found: [Cell] = []
          var missing: Reason?
          for one in prepared {
            guard let one, let column = one.panel.position(of: period) else {
              missing = missing ?? .missing
              continue
            }
            switch one.grouped.position(row.code) {
            case .success(let zone): found.append(one.panel[zone: zone, period: column])
            case .failure(let refusal): missing = missing ?? refusal.reason
            }
          }
          var cells = commonCells(
            lead.panel, code: row.code, name: lead.name(row), options: options, schema: Schemas.inequality,
            statuses: found.map(\.status))
          cells["period"] = .text(period.description)
          let units: Result<InequalityUnits, Reason>
          do throws(Reason) {
            if let missing { throw missing }
            var made = try InequalityUnits(
              found, of: lead.panel, ranks: found.indices.map(Double.init), countAlike: asked.countAlike)
            if asked.order.isEmpty { made.diagnostics.append(.orderAsInFile) }
            units = .success(made)
          } catch {
            units = .failure(error)
          }
          cases.append(
            InequalityCase(
              cells: cells, panel: lead.panel, units: units, count: order.count, isSpatial: false))
        }
      }
      let spatial = try spatialCases(members, first, options)
      cases += spatial
    }
    return (cases, findings)
  }

  /// Persons of the groups over the zones of each whole.
  private func spatialCases(_ members: [Panel?], _ first: Panel, _ options: AnalysisOptions)
    throws(AnalysisError) -> [InequalityCase]
  {
    var cases: [InequalityCase] = []
    for whole in try wholes(of: first, named: options.zones).found {
      for period in first.periods {
        var table: [[Double]] = []
        var reason: Reason?
        for member in members {
          var counts: [Double] = []
          for zone in whole.zones {
            guard let member, let place = member.position(ofZone: first.zones[zone].code),
              let column = member.position(of: period)
            else {
              reason = reason ?? .missing
              continue
            }
            let cell = member[zone: place, period: column]
            if cell.status.isSuppressed { reason = .suppressed }
            reason = reason ?? cell.status.reason
            let count = member.kind == .count ? cell.numerator ?? cell.value : cell.numerator
            if let count { counts.append(count) } else { reason = reason ?? .needsNumeratorAndDenominator }
          }
          table.append(counts)
        }
        var cells = commonCells(
          first, code: whole.code, name: whole.name, options: options, schema: Schemas.inequality,
          statuses: [])
        cells["period"] = .text(period.description)
        cases.append(
          InequalityCase(
            cells: cells, panel: first,
            units: reason.map { .failure($0) } ?? .success(InequalityUnits(table: table)),
            count: whole.zones.count, isSpatial: true))
      }
    }
    return cases
  }
}
