import Estimates
import Indicators
import Rates

/// The counts of one measure of participation, by stratum, and their sums.
struct ParticipationFigures {
  /// A zone of the rows.
  struct Row {
    let code: String
    let name: String
    let refusal: Reason?
  }

  /// A sum over cells.
  struct Sum {
    var value = 0.0
    var count = 0
    var status = CellStatus.missing
    var isIncomplete = false
    /// The value, where there is one.
    var observed: Double? { status.isObserved ? value : nil }
  }

  private let prepared: [Prepared]
  let rows: [Row]
  let periods: [Period]
  /// The categories that get rows, totals left out, in order of appearance.
  let categories: [Stratum.Choice]
  /// The dimensions that have a total of their own.
  private let withTotals: Set<String>

  /// A panel for what all have in common.
  var panel: Panel { prepared[0].panel }

  /// - Returns: `nil` where there are no panels.
  init?(_ panels: [Panel], of dataset: Dataset, zones: [String], findings: inout [Finding])
    throws(AnalysisError)
  {
    guard !panels.isEmpty else { return nil }
    var prepared: [Prepared] = []
    for panel in panels { prepared.append(try Prepared(panel, of: dataset, zones: zones)) }
    self.prepared = prepared
    for one in prepared { findings += one.grouped.findings }
    var rows: [Row] = []
    for one in prepared {
      for row in one.rows where !rows.contains(where: { $0.code == row.code }) {
        var refusal: Reason?
        if case .failure(let refused) = row.position,
          prepared.allSatisfy({ $0.grouped.index[row.code] == nil })
        {
          refusal = refused.reason
        }
        rows.append(Row(code: row.code, name: one.name(row), refusal: refusal))
      }
    }
    self.rows = rows
    periods = Set(panels.flatMap(\.periods)).sorted()
    let choices = panels.flatMap(\.stratum.choices)
    withTotals = Set(choices.filter { StratumTotal.isTotal($0) }.map(\.dimension))
    var categories: [Stratum.Choice] = []
    for choice in choices where !StratumTotal.isTotal(choice) && !categories.contains(choice) {
      categories.append(choice)
    }
    let dimensions = categories.reduce(into: [String]()) {
      if !$0.contains($1.dimension) { $0.append($1.dimension) }
    }
    self.categories = dimensions.flatMap { dimension in categories.filter { $0.dimension == dimension } }
  }

  /// Whether there are figures of a category.
  func has(_ choice: Stratum.Choice) -> Bool { categories.contains { Self.same($0, choice) } }

  private static func same(_ one: Stratum.Choice, _ other: Stratum.Choice) -> Bool {
    one.dimension.lowercased() == other.dimension.lowercased()
      && one.label.lowercased() == other.label.lowercased()
  }

  /// The sum of a zone and period: of everything, or of one category. A dimension's own total stands for its categories.
  func sum(_ code: String, _ period: Period, in category: Stratum.Choice? = nil) -> Sum {
    sum(code, period) { choice in
      if let category, choice.dimension.lowercased() == category.dimension.lowercased() {
        return Self.same(choice, category)
      }
      return !withTotals.contains(choice.dimension) || StratumTotal.isTotal(choice)
    }
  }

  private func sum(_ code: String, _ period: Period, where isWanted: (Stratum.Choice) -> Bool) -> Sum {
    var sum = Sum()
    for one in prepared where one.panel.stratum.choices.allSatisfy(isWanted) {
      guard let zone = one.grouped.index[code], let column = one.panel.position(of: period) else { continue }
      let cell = one.panel[zone: zone, period: column]
      if cell.status.isSuppressed { return Sum(status: cell.status) }
      guard cell.status.isObserved, let value = cell.numerator ?? cell.value else {
        sum.isIncomplete = true
        continue
      }
      sum.value += value
      sum.count += 1
      sum.status = sum.count == 1 ? cell.status : sum.status.combined(with: cell.status)
    }
    return sum
  }

  /// The category of the first dimension that is neither age nor sex with the largest count.
  func largest(_ code: String, _ period: Period) -> (label: String, value: Double)? {
    guard let first = categories.first(where: { $0.role == .other }) else { return nil }
    var best: (label: String, value: Double)?
    for category in categories where category.dimension == first.dimension {
      let sum = sum(code, period, in: category)
      // A hidden activity may be the largest.
      if sum.status.isSuppressed { return nil }
      guard let value = sum.observed else { continue }
      if value > best?.value ?? -1 { best = (category.label, value) }
    }
    return best
  }

  /// Participants below an age and all of known age; `nil` where there are no ages.
  func young(_ code: String, _ period: Period, in category: Stratum.Choice?, below limit: Int)
    -> Result<(young: Double, all: Double), Reason>?
  {
    let ages = categories.filter { $0.role == .age }
    guard !ages.isEmpty else { return nil }
    var (young, all) = (0.0, 0.0)
    var found = false
    for age in ages {
      guard let band = AgeBand(age) else { continue }
      let isBelow = band.end.map { $0 <= limit } ?? false
      guard isBelow || band.lower >= limit else { return .failure(.ageStraddlesLimit) }
      let sum = sum(code, period) { choice in
        if choice.role == .age { return Self.same(choice, age) }
        if let category, choice.dimension == category.dimension { return Self.same(choice, category) }
        return !withTotals.contains(choice.dimension) || StratumTotal.isTotal(choice)
      }
      if sum.status.isSuppressed { return .failure(.suppressed) }
      guard let value = sum.observed else { continue }
      found = true
      all += value
      if isBelow { young += value }
    }
    return found && all > 0 ? .success((young, all)) : .failure(.missing)
  }
}
