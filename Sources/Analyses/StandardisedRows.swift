import Comparisons
import Estimates
import Indicators
import Rates

/// The rows of one family.
struct StandardisedRows {
  private(set) var rows: [ResultCells] = []

  private let dataset: Dataset
  private let family: AgeFamily
  private let cells: AgeCells
  private let how: Standardisation
  private let resolved: Standardisation.Resolved
  private let options: AnalysisOptions
  private let per: Double
  private let unit: Unit

  init(
    _ dataset: Dataset, _ family: AgeFamily, _ cells: AgeCells, _ how: Standardisation,
    _ resolved: Standardisation.Resolved, _ options: AnalysisOptions
  ) {
    (self.dataset, self.family, self.cells) = (dataset, family, cells)
    (self.how, self.resolved, self.options) = (how, resolved, options)
    let panel = family.first
    let own = panel.multiplier > 1 ? panel.multiplier : nil
    per = how.per ?? own ?? 100_000
    let isWhole = per == per.rounded() && per < 1e15
    let named = Unit(rawValue: isWhole ? "per \(Int(per))" : "per \(per)")
    unit = per == panel.multiplier && panel.unit != .unknown ? panel.unit : named
  }

  // MARK: Rows

  private func head(_ row: AgeCells.Row, _ column: AgeCells.Column, _ cell: AgeCells.Cell?) -> ResultCells {
    var cells = dataset.commonCells(
      family.first, code: row.code, name: row.name, options: options, schema: Schemas.standardise,
      statuses: cell.map { [$0.status] } ?? [])
    cells["unit"] = .text(unit.rawValue)
    cells["period"] = .text(column.label)
    cells["type"] = .text(resolved.kind.rawValue)
    cells["standard"] = .text(standardName)
    return cells
  }

  private var standardName: String {
    switch resolved {
    case .direct(let standard): standard.id
    case .indirect(.zone(let word)): word
    case .indirect(.population(let reference)): reference.id
    }
  }

  /// Every row without a number, for one reason.
  mutating func refuseAll(_ reason: Reason) {
    rows = []
    for row in cells.rows {
      for column in cells.columns {
        var cells = head(row, column, nil)
        cells.refuse(row.refusal ?? reason)
        rows.append(cells)
      }
    }
  }

  /// The rows.
  mutating func fill() throws(Standardise.Stop) {
    if let reason = family.first.additionRefusal
      ?? (family.first.kind == .count ? .needsNumeratorAndDenominator : nil)
    {
      throw .refused(reason, arguments: [:])
    }
    guard !family.ages.isEmpty else { throw .refused(.noAgeDimension, arguments: [:]) }
    switch resolved {
    case .direct(let standard): try fillDirect(standard)
    case .indirect(let reference): try fillIndirect(reference)
    }
  }

  /// What all estimated rows have: the sums and the crude rate.
  private func fillSums(
    _ cells: inout ResultCells, _ cell: AgeCells.Cell, bands: Int, observed: Double
  ) {
    let persons = cell.persons.reduce(0, +)
    cells["observed"] = .number(observed, or: .suppressed)
    cells["population"] = .number(persons, or: .missing)
    cells["crude_rate"] = .number(persons > 0 ? per * observed / persons : nil, or: .emptyDenominator)
    cells["age_bands"] = .integer(bands)
    if cell.skipped > 0 { cells.add([.incompleteWindow]) }
  }

  // MARK: Direct

  private mutating func fillDirect(_ standard: StandardPopulation) throws(Standardise.Stop) {
    let (match, weights) = try meeting { () throws(AgeMatch.Problem) in
      try standard.weights(for: family.ages.map(\.band))
    }
    let found = cells.rows.map { row in cells.columns.map { cells.cell(row.code, $0) } }
    let flat = found.flatMap { $0 }
    let rates: DirectRates
    do {
      rates = try DirectRates(
        events: match.groups.flatMap { group in flat.map { Self.sum($0.events, group.members) } },
        populations: match.groups.flatMap { group in flat.map { Self.sum($0.persons, group.members) } },
        weights: weights, cells: flat.count, interval: how.interval, level: options.level,
        threads: options.threads
      ) { flat[$0].status }
    } catch { throw .analysis(.statistics(error)) }
    for (place, cell) in flat.enumerated() {
      let row = cells.rows[place / cells.columns.count]
      var line = head(row, cells.columns[place % cells.columns.count], cell)
      line["periods_used"] = .integer(cell.periods)
      switch (row.refusal, rates[place]) {
      case (let reason?, _), (nil, .failure(let reason)): line.refuse(reason)
      case (nil, .success(let estimate)):
        let shown = estimate.scaled(by: per)
        line.setHeadline(shown)
        line["rate"] = .number(shown.value, or: .notApplicable)
        fillSums(&line, cell, bands: match.groups.count, observed: cell.events.reduce(0, +))
        if match.isTruncated { line.add([.truncatedStandard]) }
      }
      rows.append(line)
    }
  }

  // MARK: Indirect

  private mutating func fillIndirect(_ reference: Standardisation.Reference) throws(Standardise.Stop) {
    let bands = family.ages.map(\.band)
    let source: AgeMatch
    var code: String?
    switch reference {
    case .zone(let word):
      code = try referenceCode(word)
      source = try meeting { () throws(AgeMatch.Problem) in try AgeMatch(of: bands, with: bands) }
    case .population(let population):
      source = try meeting { () throws(AgeMatch.Problem) in try AgeMatch(of: bands, with: population.bands) }
    }
    let country = how.setsCountryTo100 ? code ?? countryCode : nil
    if how.setsCountryTo100, country == nil { throw .refused(.noCountry, arguments: [:]) }
    var columns: [Result<(rates: ReferenceRates, country: IndirectRatio?), Reason>] = []
    for column in cells.columns {
      columns.append(
        attempt { () throws(StatisticsError) in
          let rates = try referenceRates(reference, code, column, source)
          return (
            rates,
            try country.map { code throws(StatisticsError) in try ratio(code, column, rates, source).ratio }
          )
        })
    }
    for row in cells.rows {
      for (column, found) in zip(cells.columns, columns) {
        let cell = cells.cell(row.code, column)
        var line = head(row, column, cell)
        line["periods_used"] = .integer(cell.periods)
        let answer = attempt { () throws(StatisticsError) in try made(row.code, column, found, source) }
        switch (row.refusal, found, answer) {
        case (let reason?, _, _), (nil, .failure(let reason), _), (nil, .success, .failure(let reason)):
          line.refuse(reason)
        case (nil, .success, .success(let made?)): fill(&line, cell, made, bands: source)
        case (nil, .success, .success(nil)): line.refuse(.missing)
        }
        rows.append(line)
      }
    }
  }

  /// A ratio and whether its events are the published total.
  private typealias Made = (ratio: IndirectRatio, usesTotal: Bool)

  private func made(
    _ code: String, _ column: AgeCells.Column,
    _ found: Result<(rates: ReferenceRates, country: IndirectRatio?), Reason>, _ source: AgeMatch
  ) throws(StatisticsError) -> Made? {
    guard case .success(let reference) = found else { return nil }
    let own = try ratio(code, column, reference.rates, source)
    guard let country = reference.country else { return own }
    return (try own.ratio.calibrated(to: country), own.usesTotal)
  }

  private func fill(_ line: inout ResultCells, _ cell: AgeCells.Cell, _ made: Made, bands: AgeMatch) {
    let interval: CountInterval = how.interval == .exact ? .exact : .standard
    let rate = made.ratio.rate(interval, level: options.level).scaled(by: per)
    line.setHeadline(rate)
    line["rate"] = .number(rate.value, or: .notApplicable)
    line.set(
      made.ratio.estimate(interval, level: options.level).scaled(by: 100), "smr", "smr_lower", "smr_upper")
    line["expected"] = .number(made.ratio.expected, or: .notApplicable)
    fillSums(&line, cell, bands: bands.groups.count, observed: made.ratio.observed)
    if made.usesTotal { line.add([.observedTotal]) }
    if bands.isTruncated { line.add([.truncatedStandard]) }
    if how.setsCountryTo100 { line.add([.countryIs100]) }
  }

  /// The ratio of a zone. Its events are the sum of the ages; the published total where an age is hidden, or where the
  /// country is set to 100 and events of unknown age are to count on both sides.
  private func ratio(
    _ code: String, _ column: AgeCells.Column, _ rates: ReferenceRates, _ match: AgeMatch
  ) throws(StatisticsError) -> Made {
    let cell = cells.cell(code, column)
    let persons = match.groups.map { Self.sum(cell.persons, $0.members) }
    let isHidden = !cell.status.isObserved
    if let total = cell.total, isHidden || how.setsCountryTo100, persons.allSatisfy({ $0.isFinite }) {
      return (try IndirectRatio(observed: total, populations: persons, reference: rates), true)
    }
    if cell.status.isSuppressed { throw .suppressedInput(count: 1) }
    let events = match.groups.map { Self.sum(cell.events, $0.members) }
    return (try IndirectRatio(events: events, populations: persons, reference: rates), false)
  }

  private func referenceRates(
    _ reference: Standardisation.Reference, _ code: String?, _ column: AgeCells.Column, _ match: AgeMatch
  ) throws(StatisticsError) -> ReferenceRates {
    switch reference {
    case .population(let population):
      return try ReferenceRates(
        events: match.groups.map { Self.sum(population.events, $0.sources) },
        populations: match.groups.map { Self.sum(population.persons, $0.sources) })
    case .zone:
      let cell = cells.cell(code ?? "", column)
      if cell.status.isSuppressed { throw .suppressedInput(count: 1) }
      return try ReferenceRates(
        events: match.groups.map { Self.sum(cell.events, $0.members) },
        populations: match.groups.map { Self.sum(cell.persons, $0.members) })
    }
  }

  /// The code of the reference; the country by any of its usual names.
  private func referenceCode(_ word: String) throws(Standardise.Stop) -> String {
    if ["norway", "norge", "country", "landet", "land"].contains(word.lowercased()), let country = countryCode
    {
      return country
    }
    do {
      return try ZoneChoice(dataset).code(word, in: dataset.panels)
    } catch { throw .analysis(error) }
  }

  /// The zone of the data that is a country.
  private var countryCode: String? {
    let zones = family.first.zones
    if let known = zones.first(where: { $0.level == .country }) { return known.code }
    return zones.first { dataset.system?.zone($0.code)?.level == .country }?.code
  }

  // MARK: Small parts

  private static func sum(_ numbers: [Double], _ positions: [Int]) -> Double {
    positions.reduce(0) { $0 + numbers[$1] }
  }

  private func attempt<Value>(_ work: () throws(StatisticsError) -> Value) -> Result<Value, Reason> {
    do {
      return .success(try work())
    } catch {
      // A number that is not finite is a figure that is missing.
      if case .notFinite = error { return .failure(.missing) }
      return .failure(error.reason)
    }
  }

  private func meeting<Value>(_ work: () throws(AgeMatch.Problem) -> Value) throws(Standardise.Stop) -> Value
  {
    do {
      return try work()
    } catch { throw .refused(error.reason, arguments: error.arguments) }
  }
}
