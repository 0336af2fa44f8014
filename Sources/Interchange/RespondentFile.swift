import Indicators

extension Diagnostic {
  /// What was understood of a file of respondents.
  public static let respondentsRead = Diagnostic("respondents-read")
  /// Respondents without a zone or a period; they are in no row.
  public static let respondentsUnplaced = Diagnostic("respondents-unplaced")
}

/// Reads a survey with one respondent a row.
///
///     var roles = RespondentFile.Roles()
///     roles.answers = ["trust"]
///     let respondents = try RespondentFile.read("survey.csv", roles)
///
/// Zone and period are found by their headers as in other files, a weight by `weight` or `vekt`, the answer by `answer` or
/// `svar`; what is named in the roles wins. Every other column of text, or of at most fifty whole numbers, is a variable. An
/// answer `ja`, `yes` is 1 and `nei`, `no` is 0; one that is empty, a sign or no number is no answer. A weight that is not there leaves the respondent out.
public enum RespondentFile {
  /// Which column is what; `nil` and empty are found by header.
  public struct Roles: Sendable, Equatable {
    /// The zones.
    public var zone: String?
    /// The periods.
    public var period: String?
    /// The answers, each a question of its own.
    public var answers: [String] = []
    /// The weights.
    public var weight: String?

    /// Everything by header.
    public init() {}
  }

  /// The most categories of a variable of numbers.
  private static let mostNumbers = 50

  /// Reads the file at a path, or standard input for `-`.
  ///
  /// - Throws: ``InterchangeError`` for what is no table, and ``InterchangeError/noSuchColumn(path:name:candidates:)`` where
  ///   a column is not there: of answers, or of periods where `options.period` does not say the period of all.
  public static func read(_ path: String, _ roles: Roles, options: ReadingOptions = ReadingOptions())
    throws(InterchangeError) -> Respondents
  {
    try read(ByteSource(contentsOf: path, threads: options.threads), roles, options: options)
  }

  /// Reads bytes that are already at hand.
  public static func read(_ source: ByteSource, _ roles: Roles, options: ReadingOptions = ReadingOptions())
    throws(InterchangeError) -> Respondents
  {
    var options = options
    if let zone = roles.zone { options.columns[.zone] = zone }
    if let period = roles.period { options.columns[.period] = period }
    let text = try DelimitedTable.read(source, options: options)
    let path = source.path
    let columns = text.table.columns
    let headers = columns.map(\.name)
    func column(_ name: String?, _ words: [String], _ isMeant: (HeaderMeaning) -> Bool)
      throws(InterchangeError) -> TableColumn?
    {
      if let name {
        guard let found = columns.first(where: { $0.name.lowercased() == name.lowercased() }) else {
          throw .noSuchColumn(path: path, name: name, candidates: headers)
        }
        return found
      }
      return columns.first { words.contains($0.name.lowercased()) }
        ?? columns.first { HeaderMeaning($0.name).map(isMeant) ?? false }
    }
    let zone = try column(roles.zone ?? options.columns[.zone], []) {
      if case .zone = $0 { true } else { false }
    }
    let period = try column(roles.period ?? options.columns[.period], []) { $0 == .period }
    let weight = try column(roles.weight, ["weight", "vekt", "weights", "vekter"]) { _ in false }
    var answers: [TableColumn] = []
    for name in roles.answers {
      if let found = try column(name, [], { _ in false }) { answers.append(found) }
    }
    if answers.isEmpty, let found = try column(nil, ["answer", "svar"], { $0 == .value }) {
      answers = [found]
    }
    guard !answers.isEmpty else { throw .noSuchColumn(path: path, name: "answer", candidates: headers) }
    // Nobody answered with a number, or with yes or no: words, which have no share and no mean.
    guard answers.contains(where: { $0.answers.contains { !$0.isNaN } }) else {
      throw .noMeasure(path: path, candidates: answers.map(\.name))
    }
    let rows = text.table.rowCount
    let zones: (labels: [String], codes: [Int32]) =
      zone?.categories ?? (labels: [""], codes: [Int32](repeating: 0, count: rows))
    var periods = try Self.periods(period, rows: rows, fixed: options.period, path: path, headers: headers)
    let used = Set(([zone, period, weight].compactMap { $0 } + answers).map(\.number))
    let variables = columns.filter { !used.contains($0.number) }.compactMap { column in
      column.variable(most: mostNumbers)
    }
    var findings = text.findings
    var zoneCodes = zones.codes
    for row in zoneCodes.indices where zones.labels.isEmpty || Int(zoneCodes[row]) >= zones.labels.count {
      zoneCodes[row] = -1
    }
    let unplaced = (0..<rows).count { zoneCodes[$0] < 0 || periods.codes[$0] < 0 }
    if unplaced > 0 {
      findings.append(Finding(.respondentsUnplaced, place: Place(file: path), count: unplaced))
    }
    let order = periods.values.indices.sorted { periods.values[$0] < periods.values[$1] }
    var place = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = Int32(clamping: new) }
    periods.codes = periods.codes.map { $0 < 0 ? -1 : place[Int($0)] }
    findings.append(
      Finding(
        .respondentsRead, severity: .note,
        arguments: [
          "rows": "\(rows)", "answers": answers.map(\.name).joined(separator: ", "),
          "zone": zone?.name ?? "–", "period": period?.name ?? options.period?.description ?? "–",
          "weight": weight?.name ?? "–", "variables": variables.map(\.name).joined(separator: ", "),
        ]))
    do throws(IndicatorsError) {
      return try Respondents(
        zones: zones.labels.map { Zone(code: $0.isEmpty ? "all" : $0) }, zone: zoneCodes,
        periods: order.map { periods.values[$0] }, period: periods.codes,
        questions: answers.map { Respondents.Question(name: $0.name, answers: $0.answers) },
        weights: weight.map { $0.figures.map { $0.isNaN ? 0 : $0 } }, variables: variables, findings: findings
      )
    } catch {
      throw .inconsistent(path: path, error)
    }
  }

  /// The periods in order of first appearance, and each row's.
  private static func periods(
    _ column: TableColumn?, rows: Int, fixed: Period?, path: String, headers: [String]
  ) throws(InterchangeError) -> (values: [Period], codes: [Int32]) {
    guard let column else {
      guard let fixed else { throw .noSuchColumn(path: path, name: "period", candidates: headers) }
      return ([fixed], [Int32](repeating: 0, count: rows))
    }
    let (labels, codes) = column.categories
    var values: [Period] = []
    var place: [Int32] = []
    for label in labels {
      guard let period = Period(label) else {
        place.append(-1)
        continue
      }
      if let known = values.firstIndex(of: period) {
        place.append(Int32(clamping: known))
      } else {
        place.append(Int32(clamping: values.count))
        values.append(period)
      }
    }
    return (values, codes.map { $0 < 0 ? -1 : place[Int($0)] })
  }
}

/// Reads the margins of a population: columns `variable`, `category`, `total`, and `zone` where they are of zones.
public enum MarginFile {
  /// Reads the file at a path.
  ///
  /// - Throws: ``InterchangeError`` for what is no table, and ``InterchangeError/noSuchColumn(path:name:candidates:)`` where
  ///   a column is not there.
  public static func read(_ path: String) throws(InterchangeError) -> [MarginTotal] {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads bytes that are already at hand.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> [MarginTotal] {
    let text = try DelimitedTable.read(source)
    let columns = text.table.columns
    func column(_ names: [String]) -> TableColumn? {
      columns.first { names.contains($0.name.lowercased()) }
    }
    func needed(_ names: [String]) throws(InterchangeError) -> TableColumn {
      guard let found = column(names) else {
        throw .noSuchColumn(path: source.path, name: names[0], candidates: columns.map(\.name))
      }
      return found
    }
    let variable = try needed(["variable", "variabel"]).categories
    let category = try needed(["category", "kategori"]).categories
    let totals = try needed(["total", "antall", "count", "persons", "personer", "andel", "share"]).figures
    let zone = column(["zone", "sone"])?.categories
    return (0..<text.table.rowCount).compactMap { row in
      guard variable.codes[row] >= 0, category.codes[row] >= 0 else { return nil }
      return MarginTotal(
        zone: zone.flatMap { $0.codes[row] < 0 ? nil : $0.labels[Int($0.codes[row])] },
        variable: variable.labels[Int(variable.codes[row])],
        category: category.labels[Int(category.codes[row])], total: totals[row])
    }
  }
}

/// Reads a standard life table: columns `age` and `expectancy`.
public enum StandardExpectancyFile {
  /// The ages and expectancies, in the order of the file.
  ///
  /// - Throws: ``InterchangeError`` for what is no table, and ``InterchangeError/noSuchColumn(path:name:candidates:)`` where
  ///   a column is not there.
  public static func read(_ path: String) throws(InterchangeError) -> [(age: Double, expectancy: Double)] {
    let source = try ByteSource(contentsOf: path)
    let columns = try DelimitedTable.read(source).table.columns
    func figures(_ names: [String]) throws(InterchangeError) -> [Double] {
      guard let found = columns.first(where: { names.contains($0.name.lowercased()) }) else {
        throw .noSuchColumn(path: source.path, name: names[0], candidates: columns.map(\.name))
      }
      return found.figures
    }
    let ages = try figures(["age", "alder"])
    let years = try figures(["expectancy", "levealder", "years", "år"])
    return zip(ages, years).map { (age: $0, expectancy: $1) }
  }
}
