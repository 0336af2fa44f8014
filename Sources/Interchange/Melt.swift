import Indicators

/// How the figure columns of a table stand beside each other: as measures, as periods, or as indicators.
struct Melt {
  /// One group of figure columns that shares a period and an indicator; a row of the table gives a record for each group.
  struct Group {
    var period = 0
    var indicator = 0
    /// The column of every measure; nil where the group has none.
    var figures: [Int?]
  }

  /// The groups. Empty without figures.
  private(set) var columns: [Group] = []
  /// Names of the measures.
  private(set) var measures: [String] = []
  /// The periods in the headers, where there are any.
  private(set) var periods: [Period]?
  /// The indicators in the headers, where they were asked for.
  private(set) var indicators: [String]?

  init(_ assignment: ColumnAssignment, _ table: Table, _ options: ReadingOptions) {
    let values = assignment.values
    guard !values.isEmpty else {
      if assignment.numerator != nil || assignment.denominator != nil { columns = [Group(figures: [])] }
      return
    }
    let names = values.map { index -> String in
      guard let header = assignment.periodHeaders[index] else { return table.columns[index].name }
      return header.rest.isEmpty ? "value" : header.rest
    }
    var distinct: [String] = []
    for name in names where !distinct.contains(name) { distinct.append(name) }
    let hasPeriods = !assignment.periodHeaders.isEmpty
    if hasPeriods {
      periods = Set(values.compactMap { assignment.periodHeaders[$0]?.period }).sorted()
    }
    if options.indicatorsAreColumns {
      indicators = distinct
      measures = ["value"]
    } else {
      measures = distinct
    }
    if !hasPeriods, !options.indicatorsAreColumns {
      columns = [Group(figures: values.map { $0 })]
      return
    }
    var positions: [[Int]: Int] = [:]
    for (index, name) in zip(values, names) {
      let period =
        assignment.periodHeaders[index].flatMap { header in periods?.firstIndex(of: header.period) } ?? 0
      let place = distinct.firstIndex(of: name) ?? 0
      let indicator = options.indicatorsAreColumns ? place : 0
      let measure = options.indicatorsAreColumns ? 0 : place
      if let known = positions[[period, indicator]] {
        columns[known].figures[measure] = index
      } else {
        positions[[period, indicator]] = columns.count
        var group = Group(
          period: period, indicator: indicator, figures: [Int?](repeating: nil, count: measures.count))
        group.figures[measure] = index
        columns.append(group)
      }
    }
  }
}
