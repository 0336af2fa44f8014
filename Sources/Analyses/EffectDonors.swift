import Indicators

/// Which zones of a panel may be compared with the treated, before anybody looks at their figures.
struct EffectDonors {
  private let making: EffectStudyMaking
  private let prepared: Prepared
  private let own: [Int]
  private let panel: Panel
  private let choice: ZoneChoice

  init(_ making: EffectStudyMaking, _ prepared: Prepared, _ own: [Int]) {
    self.making = making
    self.prepared = prepared
    self.own = own
    panel = prepared.panel
    choice = prepared.choice
  }

  /// The positions of the zones that may, in the panel's order; the others go to `excluded`, each with its first reason.
  ///
  /// - Throws: ``AnalysisError/treatedDonor(_:)`` for a zone that is asked for and is treated, and those of names.
  func candidates(excluded: inout [ExcludedZone]) throws(AnalysisError) -> [Int] {
    let question = making.question
    let words = making.programme?.donors.exclude ?? []
    // The programme's list may name zones that these figures have not.
    var banned = Set(words.map { (try? choice.code($0, in: making.dataset.panels)) ?? $0 })
    for word in question.excluded { banned.insert(try choice.code(word, in: making.dataset.panels)) }
    let named = try self.named()
    let zones = named ?? panel.zones.indices.filter { panel.zones[$0].level != .group }
    let near = neighbours()
    let levels = Set(making.treated.codes.flatMap { choice.leaves(of: $0) }.compactMap(level))
    let homes = Set(making.treated.codes.map { choice.municipality(of: $0) ?? "" })
    let wholes = named == nil && levels.isSubset(of: [.unknown]) ? self.wholes() : []
    let periods = Array(panel.periods.indices)
    let outcomes = EffectOutcomes(panel: panel, scale: .natural)
    let sizes = own.compactMap { outcomes.population($0, periods) }
    let mine = sizes.count == own.count ? sizes.reduce(0, +) / Double(Swift.max(1, own.count)) : nil
    var kept: [Int] = []
    for zone in zones {
      let code = panel.zones[zone].code
      // Zones without any record here are no part of the figures.
      guard !own.contains(zone), hasRecord(zone) || named != nil else { continue }
      let reason: Reason? =
        if making.treated.codes.contains(where: { choice.overlap($0, code) }) {
          .overlapsTreated
        } else if making.treated.others.contains(where: { choice.overlap($0, code) }) {
          .treatedToo
        } else if isUnplaced(panel.zones[zone]) {
          .unplacedPersons
        } else if banned.contains(where: { $0 == code || choice.leaves(of: $0).contains(code) }) {
          .excludedByRule
        } else if named == nil, let level = level(code), !levels.contains(level) {
          .otherLevel
        } else if wholes.contains(zone) {
          .wholeOfZones
        } else if named == nil, isSameMunicipalityOnly, !homes.contains(choice.municipality(of: code) ?? "") {
          .otherMunicipality
        } else if choice.leaves(of: code).contains(where: near.contains) {
          .neighbourOfTreated
        } else if let band = question.populationBand,
          !isWithin(band, outcomes.population(zone, periods), mine)
        {
          .outsideSizeBand
        } else {
          nil
        }
      if let reason {
        if named != nil, reason == .overlapsTreated || reason == .treatedToo {
          throw .treatedDonor(panel.zones[zone].label)
        }
        excluded.append(ExcludedZone(zone: panel.zones[zone], reason: reason))
      } else {
        kept.append(zone)
      }
    }
    return kept
  }

  private var isSameMunicipalityOnly: Bool {
    switch making.question.donors {
    case .sameMunicipality: true
    case .programme: making.programme.map { $0.donors.from == "same-municipality" } ?? false
    case .all, .named: false
    }
  }

  /// The zones asked for by name, each once; `nil` where a rule chooses.
  private func named() throws(AnalysisError) -> [Int]? {
    guard case .named(let words) = making.question.donors else {
      if case .sameMunicipality = making.question.donors, choice.system == nil {
        throw .needsZoneSystem("same-municipality")
      }
      return nil
    }
    var positions: [Int] = []
    for word in words {
      let code = try choice.code(word, in: making.dataset.panels)
      if making.treated.codes.contains(where: { choice.overlap($0, code) }) { throw .treatedDonor(word) }
      if case .success(let position) = prepared.grouped.position(code), !positions.contains(position) {
        positions.append(position)
      }
    }
    return positions
  }

  private func hasRecord(_ zone: Int) -> Bool {
    panel.statuses[panel.series(zone)].contains { $0.kind != .missing }
  }

  private func level(_ code: String) -> ZoneLevel? {
    panel.position(ofZone: code).map { panel.zones[$0].level } ?? choice.system?.zone(code)?.level
  }

  /// Persons without a known zone: by the zone list, else by name or by a code of nines.
  private func isUnplaced(_ zone: Zone) -> Bool {
    if zone.level == .unplaced { return true }
    let name = zone.name.lowercased()
    if ["uoppgitt", "uplassert", "unspecified", "not stated"].contains(where: {
      name.contains($0) || zone.code.lowercased() == $0
    }) {
      return true
    }
    let isNumber = zone.code.allSatisfy(\.isNumber)
    return isNumber && (zone.code == "99" || (zone.code.count >= 4 && zone.code.hasSuffix("9999")))
  }

  /// Where nothing is known of levels: zones named as a total, or as large as all the others together.
  private func wholes() -> Set<Int> {
    let indices = panel.zones.indices.filter { panel.zones[$0].level != .group && hasRecord($0) }
    var result = Set(indices.filter { StratumTotal.isTotal(panel.zones[$0]) })
    let outcomes = EffectOutcomes(panel: panel, scale: .natural)
    let periods = Array(panel.periods.indices)
    let sizes = indices.map { outcomes.population($0, periods) }
    let total = sizes.reduce(0) { $0 + ($1 ?? 0) }
    // With three zones or fewer the largest may well be as large as the others.
    guard indices.count > 3 else { return result }
    for (index, size) in zip(indices, sizes) {
      if let size, size > 0, size >= (total - size) * 0.98 { result.insert(index) }
    }
    return result
  }

  private func neighbours() -> Set<String> {
    let own = Set(making.treated.codes.flatMap { choice.leaves(of: $0) })
    return making.question.neighbours.reduce(into: []) { result, pair in
      if own.contains(pair.one) { result.insert(pair.other) }
      if own.contains(pair.other) { result.insert(pair.one) }
    }
  }

  private func isWithin(_ band: ClosedRange<Double>, _ size: Double?, _ mine: Double?) -> Bool {
    guard let size, let mine, mine > 0 else { return false }
    return band.contains(size / mine)
  }
}

extension StratumTotal {
  /// Whether a zone is named as the total of all.
  static func isTotal(_ zone: Zone) -> Bool {
    let choice = Stratum.Choice(dimension: "zone", category: zone.code, label: zone.name)
    return isTotal(choice) || zone.name.lowercased().hasPrefix("hele ")
  }
}

extension Reason {
  /// The zone contains, is part of, or is the treated.
  public static let overlapsTreated = Reason("overlaps-treated")
  /// The programme treats the zone too.
  public static let treatedToo = Reason("treated-too")
  /// Persons who belong to no zone.
  public static let unplacedPersons = Reason("unplaced-persons")
  /// A rule of the programme or the request takes the zone out.
  public static let excludedByRule = Reason("excluded-by-rule")
  /// The zone is not of the treated zone's level.
  public static let otherLevel = Reason("other-level")
  /// The zone is the whole of the others.
  public static let wholeOfZones = Reason("whole-of-zones")
  /// The zone lies in another municipality.
  public static let otherMunicipality = Reason("other-municipality")
  /// The zone is a neighbour of the treated.
  public static let neighbourOfTreated = Reason("neighbour-of-treated")
  /// The zone is much larger or smaller than the treated.
  public static let outsideSizeBand = Reason("outside-size-band")
}
