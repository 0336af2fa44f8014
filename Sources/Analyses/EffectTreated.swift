import Indicators

/// Who is treated, and when: the zones asked for, or the programme's.
struct EffectTreated {
  /// Codes and group ids, each once; one pooled set.
  let codes: [String]
  /// The first period with the programme.
  let start: Period
  /// The last one; `nil` where it goes on.
  let stop: Period?
  /// The zones of the programme that are treated too and not among ``codes``.
  let others: [String]
  /// When each of ``codes`` began and ended, in their order.
  let starts: [ZoneStart]

  /// Whether the zones began, or ended, in different periods.
  var areStaggered: Bool { Set(starts.map { [$0.start, $0.stop] }).count > 1 }

  init(starts: [ZoneStart], start: Period, stop: Period?, others: [String]) {
    codes = starts.map(\.code)
    self.starts = starts
    self.start = start
    self.stop = stop
    self.others = others
  }

  /// Understands zones and starts. Starts come from the words (`A=2019..2022`), else from
  /// ``EffectQuestion/start``, else from the column named, else from the programme. Different starts need ``EffectQuestion/takesStaggeredStarts``.
  ///
  /// - Throws: ``AnalysisError/needsZone``, ``AnalysisError/needsStart``, ``AnalysisError/severalStarts(_:)``,
  ///   ``AnalysisError/zoneNamedTwice(_:and:)`` and those of names.
  init(_ question: EffectQuestion, zones: [String], programme: Programme?, of dataset: Dataset)
    throws(AnalysisError)
  {
    let choice = ZoneChoice(dataset)
    let hasColumn = question.cohorts != nil
    let declared: [ZoneStart]
    if let columns = question.cohorts {
      // A column names zones by the codes of its file, and some may not be in these figures.
      declared = try columns.starts(in: dataset).filter { start in
        dataset.panels.contains { $0.position(ofZone: start.code) != nil }
      }
    } else {
      declared = try Self.declared(programme, choice, dataset)
    }
    let words = zones.isEmpty ? declared.map(\.code) : zones
    guard !words.isEmpty else { throw .needsZone }
    var codes: [(word: String, code: String)] = []
    var said: [String: ZoneStart] = [:]
    for word in words {
      let parts = (try? choice.code(word, in: dataset.panels)) == nil ? ZoneStart.parts(of: word) : nil
      let code = try choice.code(parts?.zone ?? word, in: dataset.panels)
      if let twin = codes.first(where: { choice.overlap($0.code, code) }) {
        throw .zoneNamedTwice(word, and: twin.word)
      }
      codes.append((word, code))
      if let parts { said[code] = try ZoneStart(code: code, start: parts.start, stop: parts.stop) }
    }
    var mine: [ZoneStart] = []
    var others: [String] = []
    for zone in declared {
      if codes.contains(where: { choice.overlap($0.code, zone.code) }) {
        mine.append(zone)
      } else {
        others.append(zone.code)
      }
    }
    self.others = others
    let known = mine.isEmpty && !hasColumn ? declared : mine
    let common = Set(known.map(\.start)).count == 1 ? known.first?.start : nil
    var starts: [ZoneStart] = []
    for (word, code) in codes {
      let owns = mine.filter { choice.overlap($0.code, code) }
      guard Set(owns.map(\.start)).count < 2 || said[code] != nil || question.start != nil else {
        throw .severalStarts(owns.map { "\($0.code) \($0.start)" })
      }
      let own = owns.first
      // Parts of a group that end at different times have no one end.
      let end = Set(owns.map(\.stop)).count == 1 ? own?.stop : nil
      if let said = said[code] {
        starts.append(said)
      } else if let start = question.start {
        starts.append(try ZoneStart(code: code, start: start, stop: question.stop))
      } else if let own {
        starts.append(try ZoneStart(code: code, start: own.start, stop: question.stop ?? end))
      } else if hasColumn {
        throw .needsStart
      } else if let common {
        starts.append(try ZoneStart(code: code, start: common, stop: question.stop))
      } else if known.isEmpty {
        throw .needsStart
      } else {
        throw .severalStarts(known.map { "\(word == $0.code ? word : $0.code) \($0.start)" })
      }
    }
    if Set(starts.map(\.start)).count > 1, !question.takesStaggeredStarts {
      throw .severalStarts(starts.map { "\($0.code) \($0.start)" })
    }
    self.starts = starts
    self.codes = starts.map(\.code)
    guard let first = starts.map(\.start).min() else { throw .needsZone }
    start = first
    let stops = Set(starts.map(\.stop))
    // Where starts may differ the years after an end are answered for by themselves.
    stop = question.isStaggeredOnly ? nil : stops.count == 1 ? stops.first ?? nil : nil
  }

  /// What the programme says. It may name zones that these figures have not.
  private static func declared(
    _ programme: Programme?, _ choice: ZoneChoice, _ dataset: Dataset
  ) throws(AnalysisError) -> [ZoneStart] {
    var result: [ZoneStart] = []
    for zone in programme?.treated ?? [] {
      guard let start = Period(year: zone.start) else { continue }
      let code = (try? choice.code(zone.zone, in: dataset.panels)) ?? zone.zone
      result.append(
        try ZoneStart(code: code, start: start, stop: zone.stop.flatMap { Period(year: $0) }))
    }
    return result
  }

  /// The same zones as far as a panel can answer for them: where starts differ, zones that had begun before its first figure
  /// are treated too, but no part of the question.
  func seen(in panel: Panel) -> EffectTreated {
    guard areStaggered else { return self }
    let published = panel.periods.indices.first { period in
      panel.zones.indices.contains { panel.statuses[panel.index(zone: $0, period: period)].kind != .missing }
    }
    guard let first = published.map({ panel.periods[$0] }) else { return self }
    let kept = starts.filter { $0.start.days.lowerBound > first.days.lowerBound }
    guard let earliest = kept.map(\.start).min(), kept.count < starts.count else { return self }
    let early = starts.filter { $0.start.days.lowerBound <= first.days.lowerBound }
    return EffectTreated(
      starts: kept, start: earliest, stop: stop, others: others + early.map(\.code))
  }
}

extension ZoneChoice {
  /// Whether two codes share ground, as far as the zone list and the groups say.
  func overlap(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    if system == nil, groups.isEmpty { return false }
    return leaves(of: one).contains { a in
      leaves(of: other).contains { b in
        a == b || system?.ancestors(of: a).contains(b) == true || system?.ancestors(of: b).contains(a) == true
      }
    }
  }
}
