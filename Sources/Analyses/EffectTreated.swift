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

  /// Understands zones and start.
  ///
  /// - Throws: ``AnalysisError/needsZone``, ``AnalysisError/needsStart``, ``AnalysisError/severalStarts(_:)``,
  ///   ``AnalysisError/zoneNamedTwice(_:and:)`` and those of names.
  init(_ question: EffectQuestion, zones: [String], programme: Programme?, of dataset: Dataset)
    throws(AnalysisError)
  {
    let choice = ZoneChoice(dataset)
    let treated = programme?.treated ?? []
    let words = zones.isEmpty ? treated.map(\.zone) : zones
    guard !words.isEmpty else { throw .needsZone }
    var codes: [(word: String, code: String)] = []
    for word in words {
      let code = try choice.code(word, in: dataset.panels)
      if let twin = codes.first(where: { choice.overlap($0.code, code) }) {
        throw .zoneNamedTwice(word, and: twin.word)
      }
      codes.append((word, code))
    }
    self.codes = codes.map(\.code)
    // A programme may name zones that these figures have not.
    var mine: [TreatedZone] = []
    var others: [String] = []
    for zone in treated {
      let code = (try? choice.code(zone.zone, in: dataset.panels)) ?? zone.zone
      if codes.contains(where: { choice.overlap($0.code, code) }) {
        mine.append(zone)
      } else {
        others.append(code)
      }
    }
    self.others = others
    let declared = mine.isEmpty ? treated : mine
    if let start = question.start {
      self.start = start
    } else {
      let starts = Set(declared.map(\.start)).sorted()
      guard let first = starts.first else { throw .needsStart }
      guard starts.count == 1, let period = Period(year: first) else {
        throw .severalStarts(declared.map { "\($0.zone) \($0.start)" })
      }
      self.start = period
    }
    if let stop = question.stop {
      self.stop = stop
    } else {
      let stops = Set(mine.map(\.stop))
      stop =
        question.start == nil && stops.count == 1
        ? stops.first?.flatMap { $0 }.flatMap { Period(year: $0) } : nil
    }
    if let stop, stop.days.upperBound <= start.days.lowerBound {
      throw .stopBeforeStart(start: "\(start)", stop: "\(stop)")
    }
  }
}

extension ZoneChoice {
  /// Whether two codes share ground, as far as the zone list and the groups say.
  func overlap(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    return leaves(of: one).contains { a in
      leaves(of: other).contains { b in
        a == b || system?.ancestors(of: a).contains(b) == true || system?.ancestors(of: b).contains(a) == true
      }
    }
  }
}
