import Estimates
import Indicators
import Wording

/// What there is to say about one indicator in one treated zone, picked from the rows.
struct IndicatorDigest {
  /// One figure of a series.
  struct Point {
    let period: Period
    let value: Double?
    let lower: Double?
    let upper: Double?
    /// `observed`, `suppressed`, … with flags behind.
    let status: String
    let reason: Reason?

    var figure: SeriesFigure { SeriesFigure(period: period.description, value: value, reason: reason) }
  }

  let indicator: Indicator
  let treated: TreatedZone
  let format: ValueFormat
  /// The treated zone's name.
  let zoneName: String
  /// The comparator's name; `nil` where nothing is compared.
  let comparatorName: String?
  /// The latest comparison.
  let latest: ResultRow?
  /// The latest level row, where nothing is compared.
  let latestLevel: ResultRow?
  let trend: ResultRow?
  let baseline: ResultRow?
  let zone: [Point]
  let comparator: [Point]
  let context: [[Point]]
  let confidence: Double?
  let isConstructed: Bool
}

/// The rows of a report's results, by indicator and zone.
struct DigestIndex {
  private let content: OverviewContent
  private var level: [String: [ResultRow]] = [:]
  private var compare: [String: [ResultRow]] = [:]
  private var trend: [String: ResultRow] = [:]
  private var baseline: [String: ResultRow] = [:]
  private let sourcesByID: [String: DataSource]

  init(_ content: OverviewContent) {
    self.content = content
    sourcesByID = Dictionary(content.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in content.level.value.rows.entries { level[DigestIndex.key(row), default: []].append(row) }
    for row in content.compare.value.rows.entries { compare[DigestIndex.key(row), default: []].append(row) }
    for row in content.trend?.value.rows.entries ?? [] {
      let key = DigestIndex.key(row)
      if trend[key] == nil { trend[key] = row }
    }
    for row in content.baseline?.value.rows.entries ?? [] {
      let key = DigestIndex.key(row)
      if baseline[key] == nil { baseline[key] = row }
    }
  }

  private static func key(_ row: ResultRow) -> String {
    key(row.text("indicator") ?? "", row.text("zone") ?? "")
  }
  // A separator no id or code holds.
  private static func key(_ indicator: String, _ zone: String) -> String { "\(indicator)\u{1F}\(zone)" }

  /// The sources of an indicator, numerator first.
  func sources(of indicator: Indicator) -> [DataSource] {
    var seen: Set<String> = []
    return [indicator.numerator, indicator.denominator].compactMap { $0?.source }
      .filter { seen.insert($0).inserted }
      .map { sourcesByID[$0] ?? DataSource(id: $0, kind: .folder) }
  }

  /// The digests of an indicator, one for each treated zone that has any row.
  func digests(_ indicator: Indicator) -> [IndicatorDigest] {
    content.programme.treated.compactMap { digest(indicator, $0) }
  }

  private func digest(_ indicator: Indicator, _ treated: TreatedZone) -> IndicatorDigest? {
    let key = DigestIndex.key(indicator.id, treated.zone)
    let zoneRows = level[key] ?? []
    let against = content.programme.against
    let allComparisons = compare[key] ?? []
    let wanted = allComparisons.filter { $0.text("against") == against }
    let chosen = wanted.first ?? allComparisons.first
    let comparisons =
      wanted.isEmpty
      ? allComparisons.filter { $0.text("against") == chosen?.text("against") } : wanted
    guard !zoneRows.isEmpty || !comparisons.isEmpty else { return nil }
    // A period for which only other zones have a figure yet is not the latest of this one; a hidden figure is a figure.
    func latest(_ rows: [ResultRow]) -> ResultRow? {
      let dated = rows.compactMap { row in row.text("period").flatMap { Period($0) }.map { (row, $0) } }
      let known = dated.filter { row, _ in
        row.number("value") ?? row.number("estimate") != nil
          || row.text("reason") == Reason.suppressed.rawValue
      }
      return (known.isEmpty ? dated : known).max { $0.1 < $1.1 }?.0
    }
    let zone =
      zoneRows.isEmpty
      ? points(comparisons, "value", "value_lower", "value_upper")
      : points(zoneRows, "estimate", "lower", "upper")
    let own = level[DigestIndex.key(indicator.id, chosen?.text("against") ?? against)] ?? []
    let comparator =
      own.isEmpty
      ? points(comparisons, "comparator_value", "comparator_lower", "comparator_upper")
      : points(own, "estimate", "lower", "upper")
    let context = content.contextZones
      .filter { $0 != treated.zone && $0 != against }
      .compactMap { level[DigestIndex.key(indicator.id, $0)] }
      .map { points($0, "estimate", "lower", "upper") }
    let samples = (zone + comparator).compactMap(\.value)
    let unit =
      indicator.unit == .unknown
      ? (zoneRows.first ?? chosen)?.text("unit").map { Unit(rawValue: $0) } ?? .unknown : indicator.unit
    let rows = zoneRows + comparisons
    return IndicatorDigest(
      indicator: indicator, treated: treated,
      format: ValueFormat(unit: unit, kind: indicator.kind, language: content.language, samples: samples),
      zoneName: groupName(treated.zone) ?? rows.lazy.compactMap { $0.text("zone_name") }.first
        ?? treated.zone,
      comparatorName: chosen.map { row in
        let against = row.text("against") ?? against
        return groupName(against)
          ?? Wording.comparator(against, name: row.text("against_name"), language: content.language)
      },
      latest: latest(comparisons), latestLevel: latest(zoneRows), trend: trend[key], baseline: baseline[key],
      zone: zone, comparator: comparator, context: context,
      confidence: rows.lazy.compactMap { $0.number("confidence") }.first,
      isConstructed: indicator.isConstructed || sources(of: indicator).contains { $0.isConstructed })
  }

  private func groupName(_ id: String) -> String? {
    content.programme.groups.first { $0.id == id }.map { $0.name(content.language) }
  }

  /// Rows as points in order of time; of two for one period the first counts.
  private func points(_ rows: [ResultRow], _ value: String, _ lower: String, _ upper: String)
    -> [IndicatorDigest.Point]
  {
    var seen: Set<Period> = []
    return rows.compactMap { row in
      guard let period = row.text("period").flatMap({ Period($0) }), seen.insert(period).inserted else {
        return nil
      }
      let number = row.number(value)
      let reason = number == nil ? row.reason(value) ?? row.rowReason ?? .missing : nil
      return IndicatorDigest.Point(
        period: period, value: number, lower: number == nil ? nil : row.number(lower),
        upper: number == nil ? nil : row.number(upper), status: row.text("status") ?? "observed",
        reason: reason)
    }.sorted { $0.period < $1.period }
  }
}

/// A goal with what is under it, in the order of the files.
struct GoalSection {
  let id: String
  let name: String
  let digests: [IndicatorDigest]

  /// The goals of a programme that have figures, key indicators first, and last the indicators that hang on none.
  static func all(_ content: OverviewContent) -> [GoalSection] {
    let index = DigestIndex(content)
    var rest = content.catalogue.indicators
    var sections: [GoalSection] = []
    for goal in content.programme.goals {
      let own = rest.filter { $0.goal == goal.id || goal.keyIndicators.contains($0.id) }
      rest.removeAll { indicator in own.contains { $0.id == indicator.id } }
      let key = goal.keyIndicators.compactMap { id in own.first { $0.id == id } }
      let ordered = key + own.filter { !goal.keyIndicators.contains($0.id) }
      let digests = ordered.flatMap { index.digests($0) }
      if !digests.isEmpty {
        sections.append(GoalSection(id: goal.id, name: goal.name(content.language), digests: digests))
      }
    }
    let others = rest.flatMap { index.digests($0) }
    if !others.isEmpty {
      sections.append(
        GoalSection(id: "", name: PageWords(content.language).otherIndicators, digests: others))
    }
    return sections
  }
}
