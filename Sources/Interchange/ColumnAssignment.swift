import Indicators

/// Which column of a table is what, by the rules for foreign data: what the caller says, then what a header means and
/// its cells confirm.
struct ColumnAssignment {
  /// A dimension other than zone and time.
  struct Split: Equatable {
    var column: Int
    var role: Cube.Role
  }

  var zone: Int?
  var zoneName: Int?
  var period: Int?
  var periodTexts: PeriodTexts?
  var status: Int?
  var splits: [Split] = []
  var values: [Int] = []
  var numerator: Int?
  var denominator: Int?
  /// Columns that say one thing of each zone.
  var zoneColumns: [Int] = []
  /// For figure columns with a period in the header.
  var periodHeaders: [Int: PeriodHeader] = [:]
  /// Columns that may be needed to tell rows apart, in the order in which to try them.
  var spare: [Int] = []
  var dropped: [Int: ReadingSummary.Dropped] = [:]

  private let table: Table
  private let options: ReadingOptions
  private let path: String
  private var meanings: [HeaderMeaning?]
  private var isTaken: [Bool]
  private var labelCache: [Int: LabelColumn] = [:]
  private var numericCache: [Int: Bool] = [:]

  init(_ table: Table, options: ReadingOptions, path: String) throws(InterchangeError) {
    self.table = table
    self.options = options
    self.path = path
    meanings = table.columns.map { HeaderMeaning($0.name) }
    isTaken = [Bool](repeating: false, count: table.columns.count)
    try takeDeclared()
    dropEmpty()
    takePeriod()
    takeZone()
    takeByMeaning()
    takeFigures()
    takeSplits()
    try keepMeasure()
  }

  // MARK: Looking at columns

  mutating func labels(_ index: Int) -> LabelColumn {
    if let known = labelCache[index] { return known }
    let column = LabelColumn(table.columns[index].cells)
    labelCache[index] = column
    return column
  }

  private mutating func isNumeric(_ index: Int) -> Bool {
    if let known = numericCache[index] { return known }
    let result = FigureColumn.isNumeric(
      table.columns[index].cells, promised: meanings[index]?.promisesFigures == true)
    numericCache[index] = result
    return result
  }

  private func name(_ index: Int) -> String { table.columns[index].name }

  private var free: [Int] { isTaken.indices.filter { !isTaken[$0] } }

  private mutating func take(_ index: Int) { isTaken[index] = true }

  private mutating func drop(_ index: Int, _ reason: ReadingSummary.Dropped) {
    isTaken[index] = true
    dropped[index] = reason
  }

  // MARK: Declared

  private mutating func takeDeclared() throws(InterchangeError) {
    for role in ReadingOptions.Role.allCases {
      guard let wanted = options.columns[role] else { continue }
      let index = try find(wanted)
      guard !isTaken[index] else {
        throw .invalidOption(option: "columns", value: "\(role.rawValue)=\(wanted)")
      }
      take(index)
      switch role {
      case .zone: zone = index
      case .name: zoneName = index
      case .period:
        period = index
        periodTexts = PeriodTexts(labels(index).labels, header: name(index))
      case .value: values.append(index)
      case .numerator: numerator = index
      case .denominator: denominator = index
      case .indicator: splits.append(Split(column: index, role: .indicator))
      case .measure: splits.append(Split(column: index, role: .measure))
      case .status: status = index
      case .sex: splits.append(Split(column: index, role: .sex))
      case .age: splits.append(Split(column: index, role: .age))
      case .group: splits.append(Split(column: index, role: .other))
      }
    }
    for wanted in options.zoneColumns {
      let index = try find(wanted)
      guard !isTaken[index] else { throw .invalidOption(option: "columns", value: wanted) }
      take(index)
      zoneColumns.append(index)
    }
  }

  /// What the columns of zones say, by header as asked for and by the zone's code.
  ///
  /// - Throws: ``InterchangeError/variesWithinZone(_:zone:first:found:)`` with the first row that contradicts an earlier one.
  mutating func zoneTexts() throws(InterchangeError) -> [String: [String: String]] {
    guard let zone, !zoneColumns.isEmpty else { return [:] }
    let zones = labels(zone)
    let codes = zones.labels.map { ZoneText($0).code }
    var result: [String: [String: String]] = [:]
    for (wanted, index) in zip(options.zoneColumns, zoneColumns) {
      let column = labels(index)
      let texts = column.labels.map { $0.trimmingSpaces }
      var known: [String: String] = [:]
      for row in 0..<table.rowCount {
        let code = codes[Int(zones.codes[row])]
        guard !code.isEmpty else { continue }
        let text = texts[Int(column.codes[row])]
        if let first = known[code], first != text {
          throw .variesWithinZone(
            Place(file: path == "-" ? nil : path, row: table.rowNumbers[row], column: name(index)),
            zone: code, first: first, found: text)
        }
        known[code] = text
      }
      result[wanted] = known
    }
    return result
  }

  /// The column a person means by `wanted`: its header, whatever the case, or one slip away.
  private func find(_ wanted: String) throws(InterchangeError) -> Int {
    if let exact = table.columns.firstIndex(where: { $0.name == wanted }) { return exact }
    let lower = wanted.lowercased()
    let same = table.columns.indices.filter { name($0).lowercased() == lower }
    if let only = same.first, same.count == 1 { return only }
    let text = HeaderText(wanted)
    let near = table.columns.indices.filter {
      let header = HeaderText(name($0))
      return header.base == text.base && header.qualifier == text.qualifier
    }
    if let only = near.first, near.count == 1 { return only }
    throw .noSuchColumn(path: path, name: wanted, candidates: table.columns.map(\.name))
  }

  private mutating func dropEmpty() {
    for index in free {
      switch table.columns[index].cells {
      case .text(let text):
        if text.labels.allSatisfy(\.isEmpty) { drop(index, .empty) }
      case .numbers(let numbers):
        if numbers.marks.allSatisfy({ $0 == NumberMark.empty.rawValue }) { drop(index, .empty) }
      }
      // The number of the row, as R and pandas write it in front.
      let plain = name(index).lowercased()
      if !isTaken[index], index == 0, plain.isEmpty || plain == "unnamed: 0" || plain == "index" {
        drop(index, .order)
      }
    }
  }

  // MARK: Periods

  private mutating func takePeriod() {
    var candidates: [(index: Int, texts: PeriodTexts)] = []
    for index in free where meanings[index] == .period {
      let texts = PeriodTexts(labels(index).labels, header: name(index))
      if texts.share >= 0.5 { candidates.append((index, texts)) }
    }
    if period == nil, !options.periodsAreColumns,
      let best = candidates.max(by: { Self.weight($0) < Self.weight($1) })
    {
      period = best.index
      periodTexts = best.texts
      take(best.index)
    }
    guard let period else { return }
    let winner = labels(period)
    for candidate in candidates where candidate.index != period {
      if labels(candidate.index).follows(from: winner) {
        drop(candidate.index, .otherPeriod(kept: name(period)))
      }
    }
  }

  /// Windows win over single periods, the first column over later ones.
  private static func weight(_ candidate: (index: Int, texts: PeriodTexts)) -> (Int, Int, Int) {
    let found = candidate.texts.periods.compactMap { $0 }
    let windows = found.contains { $0.isWindow } ? 1 : 0
    let school = found.contains { $0.unit == .schoolYear } ? 1 : 0
    return (windows, school, -candidate.index)
  }

  // MARK: Zones

  private mutating func takeZone() {
    struct Candidate {
      var index: Int
      var rank: Int?
      var isCode: Bool
      var isName: Bool
      var distinct: Int
    }
    var candidates: [Candidate] = []
    for index in free {
      guard case .zone(let rank, let saysCode, let isName) = meanings[index] else { continue }
      let column = labels(index)
      let filled = column.labels.filter { !$0.isEmpty }
      let coded = filled.filter { ZoneText($0).hasCode }.count
      let isCode = !isName && (saysCode || filled.count > 0 && coded * 10 >= filled.count * 9)
      candidates.append(
        Candidate(index: index, rank: rank, isCode: isCode, isName: isName, distinct: filled.count))
    }
    let names = free.filter { meanings[$0] == .name }
    if zone == nil {
      func finest(_ list: [Candidate]) -> Candidate? {
        list.max { ($0.distinct, -$0.index) < ($1.distinct, -$1.index) }
      }
      var chosen = finest(candidates.filter(\.isCode)) ?? finest(candidates)
      if let code = chosen, code.isCode, let rank = code.rank,
        let finer = finest(
          candidates.filter { !$0.isCode && ($0.rank ?? -1) > rank && $0.distinct > code.distinct })
      {
        chosen = finer
      }
      if let chosen {
        zone = chosen.index
        take(chosen.index)
      } else if let only = names.first {
        zone = only
        take(only)
      }
    }
    guard let zone else { return }
    let zoneRank = candidates.first { $0.index == zone }?.rank
    if zoneName == nil {
      let fitting = candidates.filter { !isTaken[$0.index] && !$0.isCode }
      let name =
        fitting.first { $0.isName && $0.rank == zoneRank && zoneRank != nil }?.index
        ?? names.first { !isTaken[$0] } ?? fitting.first { $0.isName && $0.rank == nil }?.index
        ?? fitting.first { $0.rank == nil || $0.rank == zoneRank }?.index
      if let name {
        zoneName = name
        take(name)
      }
    }
    let main = labels(zone)
    for candidate in candidates where !isTaken[candidate.index] {
      drop(candidate.index, .otherZone(kept: name(zone)))
      if !labels(candidate.index).follows(from: main) { spare.append(candidate.index) }
    }
    for index in names where !isTaken[index] { drop(index, .followsFrom(name(zone))) }
  }

  // MARK: Everything with a meaning of its own

  private mutating func takeByMeaning() {
    for index in free {
      switch meanings[index] {
      case .numerator where numerator == nil && isNumeric(index):
        numerator = index
        take(index)
      case .denominator where denominator == nil && isNumeric(index):
        denominator = index
        take(index)
      case .status where status == nil:
        status = index
        take(index)
      case .sex where !splits.contains { $0.role == .sex }:
        splits.append(Split(column: index, role: .sex))
        take(index)
      case .age where !splits.contains { $0.role == .age }:
        splits.append(Split(column: index, role: .age))
        take(index)
      case .indicator where !splits.contains { $0.role == .indicator }:
        splits.append(Split(column: index, role: .indicator))
        take(index)
      case .measureLabel:
        let column = labels(index)
        if column.labels.count == 1 {
          drop(index, .constant(text: column.labels[0]))
        } else if !splits.contains(where: { $0.role == .measure }), !isNumeric(index) {
          splits.append(Split(column: index, role: .measure))
          take(index)
        }
      default: break
      }
    }
  }

  // MARK: Figures

  private mutating func takeFigures() {
    let open = free
    // `Variabel` beside `Verdi` says which variable; alone it is the value.
    for index in open where meanings[index] == .value && !isNumeric(index) {
      if HeaderText(name(index)).means("variabel"), !splits.contains(where: { $0.role == .measure }) {
        splits.append(Split(column: index, role: .measure))
        take(index)
      }
    }
    let mayHavePeriods = options.periodsAreColumns || period == nil && options.period == nil
    if mayHavePeriods {
      let found = PeriodHeader.find(in: table.columns.map(\.name))
      for index in free {
        guard let header = found[index] else { continue }
        if isNumeric(index) {
          periodHeaders[index] = header
          values.append(index)
          take(index)
        } else {
          drop(index, .note)
        }
      }
      // Notes to a period often come in a column of their own, empty in most rows: `2017-18.Andel sluttet.Brudd`.
      for index in table.columns.indices where found[index] != nil && dropped[index] == .empty {
        dropped[index] = .note
      }
    }
    guard periodHeaders.isEmpty, options.columns[.value] == nil else { return }
    var unnamed: [Int] = []
    var groups: [Int] = []
    for index in free where isNumeric(index) {
      switch meanings[index] {
      case .group where isFewWholeNumbers(index): groups.append(index)
      case .group: unnamed.append(index)
      case .value:
        values.append(index)
        take(index)
      case .sortKey: drop(index, .order)
      case nil: unnamed.append(index)
      default: break
      }
    }
    // A figure nobody has a word for is a measure, unless it only repeats a dimension beside measures with names.
    for index in unnamed {
      if !values.isEmpty || numerator != nil, let source = source(of: index) {
        drop(index, .followsFrom(name(source)))
      } else {
        values.append(index)
        take(index)
      }
    }
    // Numbered groups split the figures; where there are no other figures they are the figures.
    if values.isEmpty, numerator == nil {
      for index in groups {
        values.append(index)
        take(index)
      }
    }
    values.sort()
  }

  /// Groups numbered `1` to `5`, or coded with at most twenty whole numbers.
  private mutating func isFewWholeNumbers(_ index: Int) -> Bool {
    let found = labels(index).labels.filter { !$0.isEmpty }
    return found.count <= 20 && found.allSatisfy { Int($0) != nil }
  }

  /// The dimension column that a column follows from, if there are fewer labels in it than rows.
  private mutating func source(of index: Int) -> Int? {
    let own = labels(index)
    guard own.labels.count > 1 else { return nil }
    let dimensions = [zone, period].compactMap { $0 } + splits.map(\.column)
    for dimension in dimensions {
      let column = labels(dimension)
      if column.labels.count > 1, column.labels.count * 2 <= table.rowCount, own.follows(from: column) {
        return dimension
      }
    }
    return nil
  }

  // MARK: Strata

  private mutating func takeSplits() {
    for index in free {
      let text = HeaderText(name(index)).base
      if meanings[index] == .sortKey {
        drop(index, .order)
      } else if ["merknad", "kommentar", "note", "notes", "comment", "fotnote", "brudd"].contains(text) {
        drop(index, .note)
        spare.append(index)
      } else if options.columns[.value] != nil, isNumeric(index),
        meanings[index] != .group || !isFewWholeNumbers(index)
      {
        drop(index, .otherMeasure)
        spare.append(index)
      } else if let source = source(of: index) {
        drop(index, .followsFrom(name(source)))
      } else {
        splits.append(Split(column: index, role: .other))
        take(index)
      }
    }
    splits.sort { $0.column < $1.column }
  }

  /// Makes a dropped column a dimension, because rows cannot be told apart without it.
  mutating func promote(_ index: Int) {
    dropped[index] = nil
    values.removeAll { $0 == index }
    splits.append(Split(column: index, role: .other))
    splits.sort { $0.column < $1.column }
  }

  // MARK: The chosen measure

  private mutating func keepMeasure() throws(InterchangeError) {
    guard let wanted = options.measure else { return }
    func isMeant(_ name: String) -> Bool {
      name == wanted || name.lowercased() == wanted.lowercased()
        || HeaderText(name).base == HeaderText(wanted).base
          && HeaderText(name).qualifier == HeaderText(wanted).qualifier
    }
    let byHeader = values.filter { isMeant(name($0)) || periodHeaders[$0].map { isMeant($0.rest) } == true }
    if !byHeader.isEmpty {
      for index in values where !byHeader.contains(index) { dropped[index] = .otherMeasure }
      values = byHeader
      return
    }
    var known = values.map { periodHeaders[$0]?.rest ?? name($0) }
    for split in splits where split.role == .measure || split.role == .indicator {
      let categories = labels(split.column).labels
      if categories.contains(where: isMeant) { return }
      known += categories
    }
    if options.indicatorsAreColumns { return }
    var seen: Set<String> = []
    throw .noSuchColumn(path: path, name: wanted, candidates: known.filter { seen.insert($0).inserted })
  }
}

extension String {
  /// Without spaces around it.
  fileprivate var trimmingSpaces: String {
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
