import Indicators

/// Puts the columns of a table together as a listed cube.
struct CubeBuilder {
  private let table: Table
  private let options: ReadingOptions
  private let path: String
  private let format: ReadingSummary.Format
  private var findings: [Finding]
  private var skipped: [ReadingSummary.Skipped] = []

  private var dimensions: [Cube.Dimension] = []
  private var coordinates: [[Int32]] = []
  private var measures: [Cube.Measure] = []
  /// Row of the table for every record.
  private var records: [Int] = []
  private var hasZoneCodes = false
  /// Records whose key an earlier one has: how many, and the rows and labels of the first pair.
  private(set) var duplicates: (count: Int, first: Int, second: Int, key: [String])?

  init(
    _ table: Table, options: ReadingOptions, path: String, format: ReadingSummary.Format, findings: [Finding]
  ) {
    self.table = table
    self.options = options
    self.path = path
    self.format = format
    self.findings = findings
  }

  private func place(_ row: Int, _ column: Int? = nil) -> Place {
    Place(file: path, row: table.rowNumbers[row], column: column.map { table.columns[$0].name })
  }

  // MARK: Building

  mutating func build(_ assignment: inout ColumnAssignment) {
    let zone = assignment.zone.map { ZoneAxis(assignment.labels($0), name: nil) }
    let time = timeAxis(assignment)
    let rows = keptRows(assignment, zone, time)
    // Figure columns side by side, each a melt of its own: one for every period or indicator in the headers.
    let melt = Melt(assignment, table, options)
    let width = melt.columns.count
    records = width <= 1 ? rows : rows.flatMap { row in repeatElement(row, count: width) }

    if let column = assignment.zone {
      var axis = ZoneAxis(assignment.labels(column), name: assignment.zoneName.map { assignment.labels($0) })
      axis.id = table.columns[column].name
      hasZoneCodes = axis.hasCodes
      addZone(axis, column, assignment)
      coordinates.append(spread(assignment.labels(column).codes.map { axis.position[Int($0)] }, rows, width))
    }
    addTime(assignment, time, melt, rows, width)
    if let indicators = melt.indicators {
      dimensions.append(
        Cube.Dimension(
          id: "indicator", role: .indicator, categories: indicators.map { Cube.Category(code: $0) }))
      coordinates.append(rows.flatMap { _ in melt.columns.map { Int32(truncatingIfNeeded: $0.indicator) } })
    }
    for split in assignment.splits {
      let labels = assignment.labels(split.column)
      let name = table.columns[split.column].name
      dimensions.append(
        Cube.Dimension(id: name, role: split.role, categories: labels.labels.map { Cube.Category(code: $0) }))
      coordinates.append(spread(labels.codes.map { Int32(truncatingIfNeeded: $0) }, rows, width))
    }
    addMeasures(&assignment, melt, rows)
    duplicates = findDuplicates()
  }

  /// `codes` of the kept rows, each `width` times.
  private func spread(_ codes: [Int32], _ rows: [Int], _ width: Int) -> [Int32] {
    if width <= 1 { return rows.count == codes.count ? codes : rows.map { codes[$0] } }
    return rows.flatMap { repeatElement(codes[$0], count: width) }
  }

  /// Positions of the distinct periods of the period column, by label; −1 for none.
  private struct TimeAxis {
    var periods: [Period] = []
    var position: [Int32] = []
  }

  private func timeAxis(_ assignment: ColumnAssignment) -> TimeAxis? {
    guard let texts = assignment.periodTexts else { return nil }
    var axis = TimeAxis()
    var known: [Period: Int32] = [:]
    for period in texts.periods {
      guard let period else {
        axis.position.append(-1)
        continue
      }
      if let position = known[period] {
        axis.position.append(position)
      } else {
        let position = Int32(truncatingIfNeeded: axis.periods.count)
        known[period] = position
        axis.periods.append(period)
        axis.position.append(position)
      }
    }
    return axis
  }

  /// Rows that have a zone and a period, if there are columns for them. The others are counted.
  private mutating func keptRows(
    _ assignment: ColumnAssignment, _ zone: ZoneAxis?, _ time: TimeAxis?
  ) -> [Int] {
    var assignment = assignment
    var bad = [Diagnostic?](repeating: nil, count: 0)
    func refuse(_ column: Int, _ isBad: (Int) -> Bool, _ diagnostic: Diagnostic) {
      let labels = assignment.labels(column)
      let badLabels = labels.labels.indices.map(isBad)
      guard badLabels.contains(true) else { return }
      if bad.isEmpty { bad = [Diagnostic?](repeating: nil, count: table.rowCount) }
      for (row, code) in labels.codes.enumerated() where badLabels[Int(code)] && bad[row] == nil {
        bad[row] = diagnostic
      }
    }
    if let column = assignment.zone, let zone { refuse(column, { zone.position[$0] < 0 }, .missingZone) }
    if let column = assignment.period, let time {
      refuse(column, { time.position[$0] < 0 }, .missingPeriod)
    }
    if bad.isEmpty { return Array(0..<table.rowCount) }
    for (diagnostic, column) in [
      (Diagnostic.missingZone, assignment.zone), (.missingPeriod, assignment.period),
    ] {
      let rows = bad.indices.filter { bad[$0] == diagnostic }
      guard let first = rows.first, let column else { continue }
      skipped.append(
        .init(diagnostic: diagnostic, count: rows.count, firstRow: table.rowNumbers[first]))
      findings.append(
        Finding(
          diagnostic, place: place(first, column),
          arguments: ["text": String(assignment.labels(column)[first].prefix(80))], count: rows.count))
    }
    return bad.indices.filter { bad[$0] == nil }
  }

  private mutating func addZone(_ axis: ZoneAxis, _ column: Int, _ assignment: ColumnAssignment) {
    dimensions.append(Cube.Dimension(id: axis.id, role: .zone, categories: axis.categories))
    let destroyed = axis.categories.filter { $0.label.unicodeScalars.contains("\u{FFFD}") }
    if let first = destroyed.first {
      findings.append(
        Finding(
          .destroyedName, severity: axis.hasCodes ? .note : .warning,
          place: Place(file: path, column: table.columns[column].name),
          arguments: ["zone": first.code, "name": first.label], count: destroyed.count))
    }
  }

  private mutating func addTime(
    _ assignment: ColumnAssignment, _ time: TimeAxis?, _ melt: Melt, _ rows: [Int], _ width: Int
  ) {
    func category(_ period: Period) -> Cube.Category {
      Cube.Category(code: period.description, period: period)
    }
    if let column = assignment.period, let time {
      var assignment = assignment
      dimensions.append(
        Cube.Dimension(id: table.columns[column].name, role: .time, categories: time.periods.map(category)))
      coordinates.append(spread(assignment.labels(column).codes.map { time.position[Int($0)] }, rows, width))
    } else if let periods = melt.periods {
      dimensions.append(Cube.Dimension(id: "period", role: .time, categories: periods.map(category)))
      coordinates.append(rows.flatMap { _ in melt.columns.map { Int32(truncatingIfNeeded: $0.period) } })
    } else if let given = options.period {
      dimensions.append(Cube.Dimension(id: "period", role: .time, categories: [category(given)]))
      coordinates.append([Int32](repeating: 0, count: rows.count * max(1, width)))
    }
  }

  // MARK: Figures

  private mutating func addMeasures(_ assignment: inout ColumnAssignment, _ melt: Melt, _ rows: [Int]) {
    let statuses = assignment.status.map { StatusTexts(assignment.labels($0)) }
    let unit = options.unit ?? .unknown
    for (index, name) in melt.measures.enumerated() {
      if melt.columns.count == 1, let column = melt.columns[0].figures[index] {
        let figures = figures(column, rows, statuses)
        measures.append(
          Cube.Measure(name: name, unit: unit, values: figures.values, statuses: figures.statuses))
        continue
      }
      let width = melt.columns.count
      var values = [Double](repeating: .nan, count: rows.count * width)
      var marks = [CellStatus](repeating: .missing, count: values.count)
      for (offset, group) in melt.columns.enumerated() {
        guard let column = group.figures[index] else { continue }
        let figures = figures(column, rows, statuses)
        for row in rows.indices {
          values[row * width + offset] = figures.values[row]
          marks[row * width + offset] = figures.statuses[row]
        }
      }
      measures.append(Cube.Measure(name: name, unit: unit, values: values, statuses: marks))
    }
    let parts: [(Cube.Measure.Role, Int?)] = [
      (.numerator, assignment.numerator), (.denominator, assignment.denominator),
    ]
    for (role, column) in parts {
      guard let column, melt.columns.count <= 1 else { continue }
      let figures = figures(column, rows, statuses)
      measures.append(
        Cube.Measure(
          name: table.columns[column].name, role: role, values: figures.values, statuses: figures.statuses))
    }
  }

  /// The figures of a column for the kept rows, and findings about its cells.
  private mutating func figures(
    _ column: Int, _ rows: [Int], _ statuses: StatusTexts?
  ) -> (values: [Double], statuses: [CellStatus]) {
    let cells = table.columns[column].cells
    var figures = FigureColumn(cells, decimal: options.decimal, dashIsZero: false)
    if figures.dashes.count > 0, isFromStatisticsNorway, figures.looksLikeCounts,
      !Self.isShare(table.columns[column].name)
    {
      figures = FigureColumn(cells, decimal: options.decimal, dashIsZero: true)
    }
    note(figures.dashes, .dashIsMissing, column)
    note(figures.stars, .starIsHidden, column)
    note(figures.unreadable, .unreadableCell, column)
    if let statuses { statuses.apply(&figures.values, &figures.statuses) }
    if rows.count == table.rowCount { return (figures.values, figures.statuses) }
    return (rows.map { figures.values[$0] }, rows.map { figures.statuses[$0] })
  }

  private mutating func note(_ cells: FigureColumn.Occurrences, _ diagnostic: Diagnostic, _ column: Int) {
    guard let first = cells.firstRow else { return }
    findings.append(
      Finding(
        diagnostic, severity: diagnostic == .unreadableCell ? .warning : .note, place: place(first, column),
        arguments: cells.text.map { ["text": $0] } ?? [:], count: cells.count))
  }

  private var isFromStatisticsNorway: Bool {
    if let origin = options.origin { return origin == .statisticsNorway }
    guard case .delimited(let dialect) = format, let title = dialect.titles.first else { return false }
    let bytes = Array(title.utf8)
    return bytes.count > 6 && bytes.prefix(5).allSatisfy { (0x30...0x39).contains($0) } && bytes[5] == 0x3A
  }

  private static func isShare(_ header: String) -> Bool {
    let words = HeaderText(header).base.split(separator: " ").map(String.init)
    return words.contains { ["andel", "prosent", "percent", "share", "rate", "per"].contains($0) }
  }

  // MARK: Keys

  /// Whether a column of figures could split the rows instead: few whole numbers.
  func couldSplit(_ column: Int, _ assignment: ColumnAssignment) -> Bool {
    guard assignment.values.count > 1 || assignment.numerator != nil,
      HeaderMeaning(table.columns[column].name) == nil
    else { return false }
    let labels = LabelColumn(table.columns[column].cells)
    return labels.labels.count <= 200 && labels.labels.allSatisfy { Int($0) != nil }
  }

  private func findDuplicates() -> (count: Int, first: Int, second: Int, key: [String])? {
    guard !coordinates.isEmpty, dimensions.contains(where: { $0.role == .zone }) else { return nil }
    var keys = KeySet(sizes: dimensions.map(\.categories.count), count: records.count)
    var count = 0
    var pair: (Int, Int)?
    for record in records.indices {
      var key: UInt64 = 0
      for (axis, column) in coordinates.enumerated() { key = keys.key(key, axis, column[record]) }
      if let earlier = keys.insert(key, record), coordinates.allSatisfy({ $0[earlier] == $0[record] }) {
        if pair == nil { pair = (earlier, record) }
        count += 1
      }
    }
    guard let (first, second) = pair else { return nil }
    let labels = zip(dimensions, coordinates).map { $0.categories[Int($1[first])].label }
    return (count, records[first], records[second], labels)
  }

  // MARK: The end

  mutating func finish(_ assignment: inout ColumnAssignment) throws(InterchangeError) -> (
    Cube, ReadingSummary
  ) {
    if let duplicates {
      findings.append(
        Finding(
          .duplicateKey, severity: .error, place: place(duplicates.second),
          arguments: [
            "key": duplicates.key.joined(separator: ", "),
            "rows": "\(table.rowNumbers[duplicates.first]), \(table.rowNumbers[duplicates.second])",
          ],
          count: duplicates.count))
    }
    var cube: Cube
    do throws(IndicatorsError) {
      cube = try Cube(
        dimensions: dimensions, layout: .listed(coordinates), measures: measures,
        rows: measures.isEmpty && dimensions.isEmpty
          ? nil : records.map { UInt32(clamping: table.rowNumbers[$0]) },
        file: path == "-" ? nil : path, findings: findings)
    } catch {
      throw .inconsistent(path: path, error)
    }
    cube.zoneTexts = try assignment.zoneTexts()
    if case .delimited(let dialect) = format { cube.title = dialect.titles.first }
    var summary = ReadingSummary(format: format)
    summary.columns = table.columns.indices.map { index in
      ReadingSummary.Column(
        name: table.columns[index].name, number: table.columns[index].number, use: use(index, assignment))
    }
    summary.givenPeriod = assignment.period == nil && assignment.periodHeaders.isEmpty ? options.period : nil
    summary.unit = options.unit ?? .unknown
    summary.rowCount = table.rowCount
    summary.skipped = skipped
    for finding in findings where finding.diagnostic == .raggedRow {
      summary.rowCount += finding.count
      summary.skipped.append(
        .init(diagnostic: .raggedRow, count: finding.count, firstRow: finding.place?.row))
    }
    return (cube, summary)
  }

  private func use(_ index: Int, _ assignment: ColumnAssignment) -> ReadingSummary.Use {
    if let reason = assignment.dropped[index] { return .dropped(reason) }
    if index == assignment.zone { return .zone(hasCodes: hasZoneCodes) }
    if index == assignment.zoneName { return .zoneName }
    if assignment.zoneColumns.contains(index) { return .zoneText }
    if index == assignment.period { return .period }
    if index == assignment.numerator { return .numerator }
    if index == assignment.denominator { return .denominator }
    if index == assignment.status { return .status }
    if let header = assignment.periodHeaders[index] { return .figuresOf(period: header.period) }
    if assignment.values.contains(index) {
      return options.indicatorsAreColumns ? .figuresOfIndicator : .value
    }
    switch assignment.splits.first(where: { $0.column == index })?.role {
    case .sex: return .sex
    case .age: return .age
    case .indicator: return .indicator
    case .measure: return .measure
    default: return .stratum
    }
  }
}
