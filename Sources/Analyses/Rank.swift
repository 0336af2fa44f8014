import Comparisons
import Estimates
import Indicators
import Rates

extension Diagnostic {
  /// Equal values straddle a border between groups.
  public static let tiedValues = Diagnostic("tied-values")
  /// The zones differ by more than chance.
  public static let zonesOverdispersed = Diagnostic("zones-overdispersed")
  /// Some zones of the level have no figure that may be shown; they could stand anywhere in the order.
  public static let zonesNotRanked = Diagnostic("zones-not-ranked")
}

extension Method {
  /// Ranks of values as reported, without intervals.
  public static let plainRank = Method("rank.as-reported")
}

/// `rank`: the zones of one level in order, with how sure the order is.
public enum Rank {
  /// What is asked beside the figures.
  public struct Choice: Sendable, Hashable {
    /// The level whose zones are ranked; `nil` for that of the zones asked for, else the one with most zones.
    public var level: ZoneLevel?
    /// The number of groups of equal size.
    public var groups: Int
    /// How many times the figures are drawn anew for the probabilities.
    public var draws: Int
    /// Whether only the last period is ranked in which any zone has a figure.
    public var latestOnly: Bool

    /// A choice; by default fifths, 2000 draws, the latest period.
    public init(level: ZoneLevel? = nil, groups: Int = 5, draws: Int = 2000, latestOnly: Bool = true) {
      self.level = level
      self.groups = groups
      self.draws = draws
      self.latestOnly = latestOnly
    }
  }

  /// One row a zone of the level, indicator and period.
  ///
  /// Zones are ranked among all of their level, whichever of them are asked for; groups and the wholes above them never are.
  /// Rank 1 is the worst by the indicator's direction. Hidden and missing zones have no rank and keep their row. Counts are
  /// refused, since larger areas have more of everything; figures without counts get rank and group by value alone.
  ///
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous, or no zone has the level.
  public static func run(_ dataset: Dataset, _ choice: Choice = Choice(), options: AnalysisOptions)
    throws(AnalysisError) -> ResultSet
  {
    if let level = choice.level {
      let known = Set(dataset.panels.flatMap { $0.zones.map(\.level) })
      guard known.contains(level) else {
        throw .unknownChoice(option: "--level", name: level.rawValue, known: known.map(\.rawValue).sorted())
      }
    }
    var table = ResultTable(Schemas.rank.split(by: options.keys))
    var curve = ResultTable(Schemas.funnel.split(by: options.keys))
    for panel in dataset.panels {
      let names = ZoneChoice(dataset)
      var wanted: [(position: Int, code: String, name: String)] = []
      for word in options.zones {
        let code = try names.code(word, in: dataset.panels)
        // A group of one zone is that zone, under the group's name.
        let leaves = names.leaves(of: code)
        guard let position = panel.position(ofZone: leaves.count == 1 ? leaves[0] : code) else { continue }
        wanted.append((position, code, names.groups[code]?.name.nb ?? panel.zones[position].name))
      }
      let level =
        choice.level ?? wanted.first.map { panel.zones[$0.position].level } ?? LevelOfZones.largest(of: [
          panel
        ])
        ?? .unknown
      // A file of several breakdowns makes panels in which most zones have no record at all: those are not ranked.
      let members = panel.zones.indices.filter { zone in
        panel.zones[zone].level == level
          && panel.statuses[panel.series(zone)].contains { $0.kind != .missing }
      }
      let rows =
        options.zones.isEmpty
        ? members.map { ($0, panel.zones[$0].code, panel.zones[$0].name) } : wanted
      let observed = panel.periods.indices.filter { period in
        members.contains { panel.statuses[panel.index(zone: $0, period: period)].isObserved }
      }
      let latest = observed.last ?? panel.periods.indices.last
      for period in panel.periods.indices where !choice.latestOnly || period == latest {
        let ranking = Ranking(dataset, panel, members, period, choice, options)
        for (zone, code, name) in rows {
          let status = panel.statuses[panel.index(zone: zone, period: period)]
          var cells = dataset.commonCells(
            panel, code: code, name: name, options: options,
            schema: Schemas.rank, statuses: [status])
          cells["period"] = .text(panel.periods[period].description)
          cells["level"] = .text(level.rawValue)
          ranking.fill(&cells, zone: zone)
          table.append(cells)
        }
        for point in ranking.curve() {
          var cells = point
          for key in options.keys {
            cells[Schemas.funnel.key(ofDimension: key)] =
              panel.stratum.category(of: key).map { .text($0.label) } ?? .none(.notApplicable)
          }
          cells["level"] = .text(level.rawValue)
          curve.append(cells)
        }
      }
    }
    return ResultSet(verb: "rank", tables: [table, curve], findings: dataset.findings)
  }
}

/// The zones of one level in one period, ranked.
private struct Ranking {
  let dataset: Dataset
  let panel: Panel
  let period: Int
  let options: AnalysisOptions
  let places: [Int: Int]
  let figures: [Figure?]
  let plain: QuantileGroups?
  let refusal: Reason?
  let pairwise: PairwiseRanks
  let simulated: SimulatedRanks
  let average: Double?
  let spread: Overdispersion?
  let hasHidden: Bool

  init(
    _ dataset: Dataset, _ panel: Panel, _ members: [Int], _ period: Int, _ choice: Rank.Choice,
    _ options: AnalysisOptions
  ) {
    self.dataset = dataset
    self.panel = panel
    self.period = period
    self.options = options
    places = Dictionary(members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let order: QuantileGroups.Order =
      dataset.direction(of: panel, options: options) == .higherIsBetter ? .lowestFirst : .highestFirst
    let cells = members.map { panel[zone: $0, period: period] }
    let isCount = panel.kind == .count
    let figures = cells.map { isCount ? nil : try? Figure($0, kind: panel.kind) }
    self.figures = figures
    hasHidden = cells.contains { $0.status.isSuppressed || $0.status.kind == .missing }
    let values = cells.map { $0.status.isObserved ? $0.value : nil }
    do throws(StatisticsError) {
      plain = try QuantileGroups(values, groups: choice.groups, order: order)
      refusal = isCount ? .needsNumeratorAndDenominator : nil
    } catch {
      plain = nil
      refusal = isCount ? .needsNumeratorAndDenominator : error.reason
    }
    pairwise = PairwiseRanks(figures, order: order, level: options.level, threads: options.threads)
    simulated = SimulatedRanks(
      figures, keys: members.map { SimulatedRanks.key(panel.zones[$0].code) }, order: order,
      draws: choice.draws, seed: options.seed, threads: options.threads)
    let sums = figures.reduce(into: (x: 0.0, n: 0.0)) { sums, figure in
      switch figure {
      case .proportion(let share):
        sums.x += share.numerator
        sums.n += share.denominator
      case .rate(let rate):
        sums.x += rate.events
        sums.n += rate.denominator
      default: break
      }
    }
    let mean = sums.n > 0 ? sums.x / sums.n : nil
    average = mean
    spread = mean.flatMap { mean in
      let known = figures.compactMap(\.self)
      let errors = known.map { Ranking.error($0, around: mean) }
      return try? Overdispersion(values: known.map { $0.estimate().value }, errors: errors, average: mean)
    }
  }

  /// The standard error of a zone's value if the zone were average.
  private static func error(_ figure: Figure, around mean: Double) -> Double {
    switch figure {
    case .proportion(let share): (mean * (1 - mean) / share.denominator).squareRoot()
    case .rate(let rate): (mean / rate.denominator).squareRoot()
    default: 0
    }
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    let cell = panel[zone: zone, period: period]
    guard let place = places[zone] else { return cells.refuse(.notApplicable) }
    if let reason = cell.status.reason {
      cells["value"] = ResultValue.none(reason)
      return cells.refuse(reason)
    }
    cells.set(
      Level.estimate(cell, of: panel, in: dataset, level: options.level), "value", "value_lower",
      "value_upper"
    )
    if panel.kind == .count { return cells.refuse(.needsNumeratorAndDenominator) }
    if hasHidden { cells.add([.zonesNotRanked]) }
    if plain?.tiesAtBorders == true { cells.add([.tiedValues]) }
    cells["quantile"] = .integer(plain?.groups[place], or: refusal ?? .tooFewPoints)
    guard let figure = figures[place], let found = pairwise[place] else {
      // A value without counts has a place in the order, and nobody can say how sure.
      guard let rank = plain?.ranks[place], let plain else {
        return cells.refuse(refusal ?? .noIntervalForKind)
      }
      cells.setHeadline(
        Estimate(
          Double(rank), intervalReason: .noIntervalForKind, method: .plainRank, n: Double(plain.count)))
      cells["rank"] = .integer(rank)
      return
    }
    cells["method"] = .text(Method.pairwiseRanks.rawValue)
    cells["n"] = .number(Double(pairwise.count))
    for (key, number) in [("estimate", found.rank), ("lower", found.lower), ("upper", found.upper)] {
      cells[key] = .number(Double(number))
    }
    cells["rank"] = .integer(found.rank)
    cells["rank_lower"] = .integer(found.lower)
    cells["rank_upper"] = .integer(found.upper)
    for (key, share) in [("p_worst_fifth", 5), ("p_worst_tenth", 10)] {
      let count = pairwise.count
      // As many as the first of so many groups holds.
      let first = (1...max(1, count)).last {
        QuantileGroups.group(rank: $0, of: max(1, count), groups: share) == 1
      }
      let value = count >= share ? first.flatMap { simulated.probability(zone: place, amongFirst: $0) } : nil
      cells[key] = .number(value, or: .tooFewPoints)
    }
    funnel(&cells, figure)
  }

  /// The limits for a zone of a size, in shares or events per unit of the denominator.
  private func limits(_ denominator: Double) -> FunnelLimits? {
    guard let average else { return nil }
    return switch panel.kind {
    case .proportion: FunnelLimits(share: average, denominator: denominator)
    case .rate: FunnelLimits(rate: average, denominator: denominator)
    default: nil
    }
  }

  /// The limits over the sizes of the zones, of all that has an average.
  func curve() -> [ResultCells] {
    let sizes = figures.compactMap { $0.flatMap(Ranking.size) }
    guard let smallest = sizes.min(), let largest = sizes.max(), sizes.count > 1 else { return [] }
    return FunnelGrid.sizes(from: smallest, to: largest).compactMap { size in
      guard let limits = limits(size) else { return nil }
      var cells = ResultCells(Schemas.funnel.split(by: options.keys))
      cells["indicator"] = .text(panel.indicator)
      cells["period"] = .text(panel.periods[period].description)
      cells["denominator"] = .number(size)
      cells["unit"] = .text(panel.unit.rawValue)
      Ranking.set(&cells, limits, factor: panel.multiplier)
      return cells
    }
  }

  private static func size(_ figure: Figure) -> Double? {
    switch figure {
    case .proportion(let share): share.denominator
    case .rate(let rate): rate.denominator
    default: nil
    }
  }

  private static func set(_ cells: inout ResultCells, _ limits: FunnelLimits, factor: Double) {
    cells["average"] = .number(limits.average * factor)
    cells["funnel_lower"] = .number(limits.p95.lower * factor)
    cells["funnel_upper"] = .number(limits.p95.upper * factor)
    cells["funnel_lower_outer"] = .number(limits.p998.lower * factor)
    cells["funnel_upper_outer"] = .number(limits.p998.upper * factor)
  }

  private func funnel(_ cells: inout ResultCells, _ figure: Figure) {
    guard let average, let size = Ranking.size(figure), let limits = limits(size) else { return }
    let factor = panel.multiplier
    let largest = panel.kind == .proportion ? 1 : Double.infinity
    let value = figure.estimate().value
    Ranking.set(&cells, limits, factor: factor)
    cells["funnel_label"] = .text(limits.label(of: value).rawValue)
    guard let spread else {
      cells["overdispersion"] = ResultValue.none(.tooFewPoints)
      return
    }
    cells["overdispersion"] = .number(spread.dispersion)
    cells["between_deviation"] = .number(spread.betweenVariance.squareRoot() * factor)
    let error = Ranking.error(figure, around: average)
    if let wide = limits.widened(by: spread.additiveWidening(error: error), largest: largest) {
      cells["funnel_label_adjusted"] = .text(wide.label(of: value).rawValue)
    }
    if spread.pValue < 0.05 { cells.add([.zonesOverdispersed]) }
  }
}

extension Question {
  /// The zones of one level in order; in the latest period where no periods are asked for.
  public static func rank(_ choice: Rank.Choice = Rank.Choice()) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      var choice = choice
      choice.latestOnly = asking.range == PeriodRange()
      return try Rank.run(figures, choice, options: options)
    }
  }
}
