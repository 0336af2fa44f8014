import Indicators

/// Events and persons by age of the rows and periods of a family, summed over windows.
struct AgeCells {
  /// One row's figures in one column.
  struct Cell {
    /// A number an age; NaN where it is hidden or missing.
    var events: [Double]
    /// A number an age; NaN where it is unknown.
    var persons: [Double]
    /// The joint status of the ages.
    var status: CellStatus
    /// Events of all ages, where the data have a total that is observed.
    var total: Double?
    /// How many periods are summed.
    var periods: Int
    /// Periods left out because some age has no figure.
    var skipped: Int
  }

  /// A row: a zone or a group, and why it has none of the figures.
  struct Row {
    let code: String
    let name: String
    let refusal: Reason?
  }

  /// A period, or several that are summed.
  struct Column {
    let label: String
    let periods: [Period]
  }

  let rows: [Row]
  let columns: [Column]
  let findings: [Finding]
  private let prepared: [Prepared]
  private let total: Prepared?

  /// - Parameter window: The periods to sum; `nil` for every period by itself.
  init(_ family: AgeFamily, of dataset: Dataset, zones: [String], window: PeriodRange?) throws(AnalysisError)
  {
    var prepared: [Prepared] = []
    for age in family.ages { prepared.append(try Prepared(age.panel, of: dataset, zones: zones)) }
    total = try family.total.map { panel throws(AnalysisError) in
      try Prepared(panel, of: dataset, zones: zones)
    }
    if prepared.isEmpty { prepared = [try Prepared(family.first, of: dataset, zones: zones)] }
    self.prepared = prepared
    var rows: [Row] = []
    var seen: Set<String> = []
    for one in prepared {
      for row in one.rows where seen.insert(row.code).inserted {
        var refusal: Reason?
        for other in prepared {
          if case .failure(let found) = other.grouped.position(row.code) { refusal = refusal ?? found.reason }
        }
        rows.append(Row(code: row.code, name: one.name(row), refusal: refusal))
      }
    }
    self.rows = rows
    findings = prepared.first?.grouped.findings ?? []
    let periods = Set(prepared.flatMap(\.panel.periods)).sorted()
    guard let window else {
      columns = periods.map { Column(label: $0.description, periods: [$0]) }
      return
    }
    let chosen = periods.filter { window.contains($0) }
    let ends = [chosen.first, chosen.last].compactMap { $0?.description }
    columns =
      chosen.isEmpty
      ? [] : [Column(label: chosen.count == 1 ? ends[0] : ends.joined(separator: ".."), periods: chosen)]
  }

  /// The figures of a zone or group in a column.
  ///
  /// A period in which some age is missing is left out for all ages, so that every age rests on the same years; a hidden
  /// age hides the whole, since the sum without it is a sum of something else. Its persons may still be known.
  func cell(_ code: String, _ column: Column) -> Cell {
    let count = prepared.count
    var cell = Cell(
      events: [Double](repeating: 0, count: count), persons: [Double](repeating: 0, count: count),
      status: .observed, total: total == nil ? nil : 0, periods: 0, skipped: 0)
    for period in column.periods {
      let found = prepared.map { Self.figures($0, code, period) }
      let joint = CellStatus.combining(found.map(\.status))
      guard joint.isObserved || joint.isSuppressed else {
        cell.skipped += 1
        continue
      }
      cell.periods += 1
      cell.status = cell.status.combined(with: joint)
      for (age, figures) in found.enumerated() {
        cell.events[age] += figures.events
        cell.persons[age] += figures.persons
      }
      if let total {
        let all = Self.figures(total, code, period)
        cell.total = cell.total.flatMap { all.status.isObserved ? $0 + all.events : nil }
      }
    }
    guard cell.periods == 0 else { return cell }
    cell.status = .missing
    cell.events = [Double](repeating: .nan, count: count)
    cell.persons = cell.events
    cell.total = nil
    return cell
  }

  private static func figures(_ prepared: Prepared, _ code: String, _ period: Period) -> (
    events: Double, persons: Double, status: CellStatus
  ) {
    let panel = prepared.panel
    guard let zone = panel.position(ofZone: code), let column = panel.position(of: period) else {
      return (.nan, .nan, .missing)
    }
    let place = panel.index(zone: zone, period: column)
    let status = panel.statuses[place]
    // Without a numerator or denominator there is nothing to standardise, whatever the value.
    guard let x = panel.numerators?[place], let n = panel.denominators?[place] else {
      return (.nan, .nan, .missing)
    }
    return (status.isObserved ? x : .nan, n, status)
  }
}
