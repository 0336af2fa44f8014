import Comparisons
import Estimates
import Indicators
import Rates

/// Makes the rows of `life-expectancy` of one indicator and stratum.
struct LifeExpectancyRows {
  let dataset: Dataset
  let asked: LifeExpectancy.Options
  let options: AnalysisOptions
  /// Any of the panels: indicator and stratum are alike in all.
  let panel: Panel

  /// A window: what stands in the row, and the periods summed.
  private struct Window {
    let name: String
    let periods: [Period]
  }

  /// A zone of the rows and its counts over a window.
  private struct Place {
    let code: String
    let name: String
    let window: Window
    var own: AgeStack.Sums
    var other: AgeStack.Sums?
    var ill: AgeStack.Sums?
    var against: Comparator?
    /// Why there is no comparator.
    var noComparator: Reason?
    var refusal: Reason?
  }

  func rows(_ panels: [Panel], health: [Panel]?, findings: inout [Finding]) throws(AnalysisError)
    -> [ResultCells]
  {
    guard panels.allSatisfy(\.hasParts) else { return try refusedRows(panels[0], .publishedExpectancy) }
    guard var ages = AgePanels(panels, findings: &findings) else {
      return try refusedRows(panels[0], .needsAges)
    }
    let schedule: LifeTableSchedule
    do throws(LifeTableRefusal) {
      schedule = try LifeTableSchedule(
        ages.bands, fractions: asked.fractions, closedEnd: asked.closedEnd)
      if asked.populationIsJanuary { ages = try ages.withPersonYears(findings: &findings) }
    } catch {
      findings.append(
        Finding(
          .ageBands, severity: .error,
          arguments: [
            "indicator": panel.indicator, "reason": error.reason.rawValue,
            "bands": error.bands.map(\.description).joined(separator: ", "),
          ]))
      return try refusedRows(panels[0], error.reason)
    }
    let stack = try AgeStack(ages, of: dataset, zones: options.zones, findings: &findings)
    var ill: AgeStack?
    if let asked = health.flatMap({ AgePanels($0, findings: &findings) }), asked.bands == ages.bands {
      ill = try AgeStack(asked, of: dataset, zones: options.zones, findings: &findings)
    }
    let places = try self.places(stack, ill)
    return try rows(places, schedule)
  }

  /// Every zone asked for (or with a figure) times every window, with the sums.
  private func places(_ stack: AgeStack, _ ill: AgeStack?) throws(AnalysisError) -> [Place] {
    let lead = stack.lead
    var places: [Place] = []
    let none = AgeStack.Sums(deaths: [], population: [], status: .missing)
    for row in try zoneRows(stack) {
      let positions = stack.positions(row.code)
      let name = lead.name(row)
      for window in windows(lead.panel.periods) {
        var place = Place(code: row.code, name: name, window: window, own: none)
        if window.periods.anyOverlap { place.refusal = .overlappingPeriods }
        if window.periods.contains(where: { $0.unit != .year }) { place.refusal = .needsYears }
        if case .failure(let refusal) = row.position { place.refusal = refusal.reason }
        if place.refusal == nil {
          place.own = stack.sums(
            zip(stack.prepared, positions).map { one, zone in zone.map { (one.panel, $0) } },
            over: window.periods, mayHaveHoles: asked.pools)
          if let ill {
            place.ill = ill.sums(
              zip(ill.prepared, ill.positions(row.code)).map { one, zone in zone.map { (one.panel, $0) } },
              over: window.periods, mayHaveHoles: true)
          }
          if let against = asked.against {
            try compare(&place, with: against, stack, positions)
          }
        }
        places.append(place)
      }
    }
    return places
  }

  /// The zones that get rows: those asked for, else those with a figure in some band.
  private func zoneRows(_ stack: AgeStack) throws(AnalysisError) -> [(
    code: String, position: Result<Int, RefusedArithmetic>
  )] {
    guard options.zones.isEmpty else { return stack.lead.rows }
    let known = Set(stack.prepared.flatMap { $0.rows.map(\.code) })
    return stack.lead.panel.zones.enumerated().filter { known.contains($1.code) }.map {
      ($1.code, .success($0))
    }
  }

  private func windows(_ periods: [Period]) -> [Window] {
    if asked.pools {
      guard let first = periods.first, let last = periods.last else { return [] }
      let name = first == last ? "\(first)" : Self.span(first, last)
      return [Window(name: name, periods: periods)]
    }
    guard asked.years > 1 else { return periods.map { Window(name: "\($0)", periods: [$0]) } }
    let years = periods.filter { $0.unit == .year && !$0.isWindow }
    return years.compactMap { first in
      guard let window = Period(unit: .year, year: first.year, length: asked.years) else { return nil }
      let known = window.parts.filter { years.contains($0) }
      return known.count == asked.years ? Window(name: "\(window)", periods: known) : nil
    }
  }

  private static func span(_ first: Period, _ last: Period) -> String {
    guard first.unit == .year, last.unit == .year, !first.isWindow, !last.isWindow,
      let window = Period(years: first.year...last.year)
    else { return "\(first)..\(last)" }
    return "\(window)"
  }

  /// Adds the comparator's sums: of the comparator without the zone where it contains it.
  private func compare(_ place: inout Place, with against: Against, _ stack: AgeStack, _ positions: [Int?])
    throws(AnalysisError)
  {
    var panels: [(panel: Panel, zone: Int)?] = []
    for (one, zone) in zip(stack.prepared, positions) {
      guard let zone else {
        panels.append(nil)
        continue
      }
      switch try one.choice.comparator(against, of: zone, in: one.grouped) {
      case .failure(let refusal):
        place.noComparator = refusal.reason
        panels.append(nil)
      case .success(let found):
        place.against = place.against ?? found
        panels.append((found.panel, found.remainder ?? found.position))
      }
    }
    guard place.against != nil else { return }
    place.other = stack.sums(panels, over: place.window.periods, mayHaveHoles: asked.pools)
  }

  // MARK: Rows

  private func rows(_ places: [Place], _ schedule: LifeTableSchedule) throws(AnalysisError) -> [ResultCells] {
    let known = asked.ages.filter { schedule.position(ofAge: $0) != nil }
    let own: LifeExpectancies
    let others: LifeExpectancies
    var healthy: HealthyLifeExpectancies?
    do throws(LifeTableRefusal) {
      let counts = counts(places.map(\.own), schedule)
      own = try LifeExpectancies(
        counts, schedule, ages: known, level: options.level, threads: options.threads)
      others = try LifeExpectancies(
        self.counts(places.map { $0.other ?? missing }, schedule), schedule, ages: known,
        level: options.level,
        threads: options.threads)
      if asked.health != nil {
        let sums = self.counts(places.map { $0.ill ?? missing }, schedule)
        healthy = try HealthyLifeExpectancy.all(
          counts,
          HealthCounts(
            bands: sums.bands, cells: sums.cells, ill: sums.deaths, asked: sums.population,
            statuses: sums.statuses),
          schedule, ages: known, withMortality: asked.healthCountsMortality, level: options.level,
          threads: options.threads)
      }
    } catch {
      return places.map { refused($0, error.reason, age: nil) }
    }
    var rows: [ResultCells] = []
    for (cell, place) in places.enumerated() {
      for age in asked.ages {
        if let reason = place.refusal ?? (known.contains(age) ? nil : .noSuchAge) {
          rows.append(refused(place, reason, age: age))
          continue
        }
        rows.append(row(place, cell, age, own, others))
        if let healthy { rows.append(healthRow(place, cell, age, healthy)) }
      }
      guard asked.yearsLostBefore != nil || asked.standard != nil else { continue }
      rows += lostRows(place, schedule)
    }
    return rows
  }

  private var missing: AgeStack.Sums { AgeStack.Sums(deaths: [], population: [], status: .missing) }

  private func counts(_ sums: [AgeStack.Sums], _ schedule: LifeTableSchedule) -> MortalityCounts {
    let bands = schedule.bands.count
    var deaths = [Double](repeating: .nan, count: bands * sums.count)
    var population = deaths
    var statuses = [CellStatus](repeating: .missing, count: deaths.count)
    for (cell, one) in sums.enumerated() {
      for band in 0..<bands {
        let place = band * sums.count + cell
        statuses[place] = one.status
        guard one.status.isObserved else { continue }
        deaths[place] = one.deaths[band]
        population[place] = one.population[band]
      }
    }
    return MortalityCounts(
      bands: bands, cells: sums.count, deaths: deaths, population: population, statuses: statuses)
  }

  private func frame(_ place: Place, age: Int?) -> ResultCells {
    var cells = dataset.commonCells(
      panel, code: place.code, name: place.name, options: options, schema: Schemas.lifeExpectancy,
      statuses: [place.own.status])
    cells["unit"] = .text("years")
    cells["period"] = .text(place.window.name)
    if let age { cells["age"] = .integer(age) }
    if place.own.used > 0 { cells["periods_used"] = .integer(place.own.used) }
    if place.own.status.isObserved, place.own.used < place.window.periods.count {
      cells.add([.incompleteWindow])
    }
    return cells
  }

  private func refused(_ place: Place, _ reason: Reason, age: Int?) -> ResultCells {
    var cells = frame(place, age: age)
    cells["method"] = .text(Method.lifeExpectancy.rawValue)
    cells.refuse(reason)
    return cells
  }

  /// Rows for all zones of a panel that makes no life table.
  private func refusedRows(_ panel: Panel, _ reason: Reason) throws(AnalysisError) -> [ResultCells] {
    let prepared = try Prepared(panel, of: dataset, zones: options.zones)
    return prepared.rows.flatMap { row in
      windows(panel.periods).map { window in
        let place = Place(
          code: row.code, name: prepared.name(row), window: window,
          own: AgeStack.Sums(deaths: [], population: [], status: .missing))
        return refused(place, reason, age: asked.ages.first)
      }
    }
  }

  private func row(
    _ place: Place, _ cell: Int, _ age: Int, _ own: LifeExpectancies, _ others: LifeExpectancies
  )
    -> ResultCells
  {
    var cells = frame(place, age: age)
    let result = own.result(cell: cell, age: age)
    fill(&cells, result, own.interval(cell: cell, age: age), method: .lifeExpectancy)
    if place.own.status.isObserved { cells["person_years"] = .number(place.own.population.reduce(0, +)) }
    guard let against = asked.against else { return cells }
    cells["against"] = .text(place.against?.code ?? against.word)
    if let name = place.against?.name, !name.isEmpty { cells["against_name"] = .text(name) }
    if place.against?.remainder != nil { cells.add([.comparatorWithoutZone]) }
    guard case .success(let zone) = result else { return cells }
    switch others.result(cell: cell, age: age) {
    case .failure(let reason):
      let refusal = place.against == nil ? place.noComparator ?? .zoneNotInData : reason
      cells["comparator_expectancy"] = ResultValue.none(refusal)
      cells["reason"] = .text(refusal.rawValue)
    case .success(let other):
      cells["comparator_expectancy"] = .number(other.value)
      if let gap = LifeExpectancyDifference(of: zone, against: other, level: options.level) {
        cells.set(gap.estimate, "difference", "difference_lower", "difference_upper")
        cells["p_value"] = .number(gap.pValue)
      }
    }
    return cells
  }

  private func healthRow(_ place: Place, _ cell: Int, _ age: Int, _ all: HealthyLifeExpectancies)
    -> ResultCells
  {
    var cells = frame(place, age: age)
    fill(
      &cells, all.result(cell: cell, age: age), all.interval(cell: cell, age: age),
      method: asked.healthCountsMortality ? .healthyLifeExpectancy : .healthyLifeExpectancySurveyOnly)
    return cells
  }

  private func fill(
    _ cells: inout ResultCells, _ result: Result<Estimate, Reason>, _ interval: ConfidenceInterval?,
    method: Method
  ) {
    cells["method"] = .text(method.rawValue)
    switch result {
    case .failure(let reason):
      cells.refuse(reason)
      // Too wide for a value, but it still says how little is known.
      cells["lower"] = .number(interval?.lower, or: reason)
      cells["upper"] = .number(interval?.upper, or: reason)
      cells["expectancy"] = ResultValue.none(reason)
    case .success(let estimate):
      cells.setHeadline(estimate)
      cells["expectancy"] = .number(estimate.value)
      cells["standard_error"] = .number(estimate.standardError, or: .notApplicable)
      cells["deaths"] = .number(estimate.n, or: .notApplicable)
    }
  }

  private func lostRows(_ place: Place, _ schedule: LifeTableSchedule) -> [ResultCells] {
    var all: [(Method, () throws(LifeTableRefusal) -> YearsOfLifeLost)] = []
    if let limit = asked.yearsLostBefore {
      all.append(
        (
          .yearsLostBeforeAge,
          { () throws(LifeTableRefusal) in
            try YearsOfLifeLost(
              deaths: place.own.deaths, population: place.own.population, schedule, before: limit)
          }
        ))
    }
    if let standard = asked.standard {
      all.append(
        (
          .yearsLostAgainstStandard,
          { () throws(LifeTableRefusal) in
            try YearsOfLifeLost(
              deaths: place.own.deaths, population: place.own.population, schedule, standard: standard)
          }
        ))
    }
    return all.map { method, make in
      var cells = frame(place, age: nil)
      cells["method"] = .text(method.rawValue)
      if let reason = place.refusal ?? place.own.status.reason {
        cells.refuse(reason)
        return cells
      }
      do throws(LifeTableRefusal) {
        let lost = try make()
        let years = lost.years(level: options.level)
        cells.setHeadline(years)
        cells["standard_error"] = .number(years.standardError, or: .notApplicable)
        cells["deaths"] = .number(lost.deaths)
        cells["person_years"] = .number(lost.personYears)
        cells.set(lost.rate(per: 1000, level: options.level), "rate", "rate_lower", "rate_upper")
      } catch {
        cells.refuse(error.reason)
      }
      return cells
    }
  }
}
