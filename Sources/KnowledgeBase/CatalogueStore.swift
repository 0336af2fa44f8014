import GRDB
import Indicators

/// Indicator catalogues: one row an indicator, the whole catalogue kept once under its digest.
enum CatalogueStore {
  /// The row of a catalogue, added where it is new.
  static func insert(_ db: Database, _ catalogue: IndicatorCatalogue) throws -> (id: Int64, digest: String) {
    let rows = try catalogue.indicators.map(row)
    var hash = SHA256()
    for row in rows {
      for value in row { hash.update(value.databaseValue.description) }
    }
    let digest = hash.finish()
    if let found = try Row.fetchOne(db, sql: "SELECT id FROM catalogue WHERE sha256 = ?", arguments: [digest])
    {
      return (Int64(try found.integer(0)), digest)
    }
    try db.execute(sql: "INSERT INTO catalogue (sha256) VALUES (?)", arguments: [digest])
    let id = db.lastInsertedRowID
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO indicator (catalogue, position, \(columns.joined(separator: ", ")))
        VALUES (?, ?, \(places))
        """)
    for (position, row) in rows.enumerated() {
      try add.execute(arguments: StatementArguments([id.databaseValue, position.databaseValue] + row))
    }
    return (id, digest)
  }

  private static let columns = [
    "id", "name_nb", "name_en", "theme", "goal", "role", "kind", "unit", "multiplier", "direction",
    "numerator", "denominator", "window_years", "windows_are_published", "strata", "standardise", "aggregate",
    "suppress_numerator_below", "suppress_complement_below", "suppress_denominator_below", "suppress_zeros",
    "suppress_series_hidden_share", "suppress_series_weak_share", "suppress_series_weak_below", "breaks",
    "valid_low", "valid_high", "about_nb", "about_en", "constructed",
  ]

  private static func row(_ indicator: Indicator) throws -> [DatabaseValue] {
    let rule = indicator.suppression
    let values: [(any DatabaseValueConvertible)?] = [
      try StorableText.checked(indicator.id, "indicator"), indicator.name.nb, indicator.name.en,
      indicator.theme?.rawValue, indicator.goal, indicator.role.rawValue, indicator.kind.rawValue,
      indicator.unit.rawValue, indicator.multiplier, indicator.direction.rawValue,
      try indicator.numerator.map { try StoredJSON.text(StoredReference($0)) },
      try indicator.denominator.map { try StoredJSON.text(StoredReference($0)) },
      indicator.windowYears, indicator.windowsArePublished, try StoredJSON.text(indicator.strata),
      indicator.standardise, indicator.aggregate.rawValue, rule.numeratorBelow, rule.complementBelow,
      rule.denominatorBelow, rule.hidesZeros, rule.seriesHiddenShare, rule.seriesWeakShare,
      rule.seriesWeakBelow, try StoredJSON.text(indicator.breaks.map(StoredBreak.init)),
      indicator.validRange?.lowerBound, indicator.validRange?.upperBound, indicator.about?.nb,
      indicator.about?.en, indicator.isConstructed,
    ]
    return values.map { $0?.databaseValue ?? .null }
  }

  /// The catalogue with an id.
  static func load(_ db: Database, _ id: Int64) throws -> IndicatorCatalogue {
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT \(columns.joined(separator: ", ")) FROM indicator WHERE catalogue = ? ORDER BY position",
      arguments: [id])
    return IndicatorCatalogue(try rows.map(indicator))
  }

  private static func indicator(_ row: Row) throws -> Indicator {
    guard let role = IndicatorRole(rawValue: try row.text(5)),
      let kind = IndicatorKind(rawValue: try row.text(6)),
      let direction = Direction(rawValue: try row.text(9)),
      let aggregate = AggregationRule(rawValue: try row.text(16))
    else { throw StoredValueError.unreadable }
    let theme = try row.optionalText(3).map { text in
      guard let theme = Theme(rawValue: text) else { throw StoredValueError.unreadable }
      return theme
    }
    var range: ClosedRange<Double>?
    if let low = try row.optionalReal(25), let high = try row.optionalReal(26) {
      guard low <= high else { throw StoredValueError.unreadable }
      range = low...high
    }
    func reference(_ column: Int) throws -> FigureReference? {
      try row.optionalText(column).map { try StoredJSON.value(StoredReference.self, $0).reference }
    }
    return Indicator(
      id: try row.text(0), name: LocalisedText(nb: try row.text(1), en: try row.optionalText(2)), kind: kind,
      theme: theme, goal: try row.optionalText(4), role: role,
      unit: Indicators.Unit(rawValue: try row.text(7)), multiplier: try row.optionalReal(8) ?? .nan,
      direction: direction,
      numerator: try reference(10), denominator: try reference(11), windowYears: try row.integer(12),
      windowsArePublished: try row.flag(13), strata: try StoredJSON.value([String].self, try row.text(14)),
      standardise: try row.text(15), aggregate: aggregate,
      suppression: SuppressionRule(
        numeratorBelow: try row.integer(17), complementBelow: try row.integer(18),
        denominatorBelow: try row.integer(19), hidesZeros: try row.flag(20),
        seriesHiddenShare: try row.optionalReal(21), seriesWeakShare: try row.optionalReal(22),
        seriesWeakBelow: try row.integer(23)),
      breaks: try StoredJSON.value([StoredBreak].self, try row.text(24)).map { try $0.seriesBreak() },
      validRange: range,
      about: try row.optionalText(27).map { LocalisedText(nb: $0, en: try row.optionalText(28)) },
      isConstructed: try row.flag(29))
  }
}

/// Where figures come from, as it is stored.
private struct StoredReference: Codable {
  let source: String
  let measure: String?
  let population: String?
  let filter: [String: String]

  init(_ reference: FigureReference) {
    source = reference.source
    measure = reference.measure
    population = reference.population
    filter = reference.filter
  }

  var reference: FigureReference {
    FigureReference(source: source, measure: measure, population: population, filter: filter)
  }
}

/// A break in a series, as it is stored.
private struct StoredBreak: Codable {
  let period: String
  let reason_nb: String?
  let reason_en: String?

  init(_ seriesBreak: SeriesBreak) throws {
    period = try StorableText.checked(seriesBreak.period)
    reason_nb = seriesBreak.reason?.nb
    reason_en = seriesBreak.reason?.en
  }

  func seriesBreak() throws -> SeriesBreak {
    guard let period = Period(period) else { throw StoredValueError.unreadable }
    return SeriesBreak(period: period, reason: reason_nb.map { LocalisedText(nb: $0, en: reason_en) })
  }
}
