import GRDB
import Indicators

/// Programmes: the programme, its treated zones, groups, goals and targets as rows, kept once under their digest.
enum ProgrammeStore {
  /// The row of a programme, added where it is new.
  static func insert(_ db: Database, _ programme: Programme) throws -> (id: Int64, digest: String) {
    let rows = try Rows(programme)
    let digest = rows.digest
    if let found = try Row.fetchOne(db, sql: "SELECT id FROM programme WHERE sha256 = ?", arguments: [digest])
    {
      return (Int64(try found.integer(0)), digest)
    }
    try db.execute(
      sql: """
        INSERT INTO programme (sha256, name, name_nb, name_en, zone_system, against, baseline,
          freezes_baseline, midterm, final, alpha, donors_from, donors_exclude, donors_exclude_neighbours,
          publish_folder, languages, formats) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: StatementArguments([digest.databaseValue] + rows.programme))
    let id = db.lastInsertedRowID
    for (table, rows) in [
      ("treated_zone (programme, position, zone, start, stop)", rows.treated),
      ("zone_group (programme, position, id, name_nb, name_en, members, whole, minus)", rows.groups),
      ("goal (programme, position, id, name_nb, name_en, key_indicators)", rows.goals),
      ("target (programme, goal, position, indicator, zone, value, year)", rows.targets),
    ] {
      for row in rows {
        let places = [String](repeating: "?", count: row.count + 1).joined(separator: ", ")
        try db.execute(
          sql: "INSERT INTO \(table) VALUES (\(places))",
          arguments: StatementArguments([id.databaseValue] + row))
      }
    }
    return (id, digest)
  }

  /// A programme as rows, without its own key.
  private struct Rows {
    var programme: [DatabaseValue]
    var treated: [[DatabaseValue]]
    var groups: [[DatabaseValue]]
    var goals: [[DatabaseValue]]
    var targets: [[DatabaseValue]] = []

    init(_ source: Programme) throws {
      func row(_ values: [(any DatabaseValueConvertible)?]) -> [DatabaseValue] {
        values.map { $0?.databaseValue ?? .null }
      }
      programme = row([
        try StorableText.checked(source.id, "programme"), source.name.nb, source.name.en, source.zoneSystem,
        source.against, try source.baseline.map { try StorableText.checked($0) },
        source.freezesBaseline, source.midterm, source.final,
        source.alpha, source.donors.from, try StoredJSON.text(source.donors.exclude),
        source.donors.excludeNeighbours, source.publishFolder, try StoredJSON.text(source.languages),
        try StoredJSON.text(source.formats),
      ])
      treated = source.treated.enumerated().map { row([$0, $1.zone, $1.start, $1.stop]) }
      groups = try source.groups.enumerated().map { position, group in
        let named: [(any DatabaseValueConvertible)?] = [position, group.id, group.name.nb, group.name.en]
        switch group.definition {
        case .union(let members): return row(named + [try StoredJSON.text(members), nil, nil])
        case .difference(let whole, let minus): return row(named + [nil, whole, minus])
        }
      }
      goals = try source.goals.enumerated().map { position, goal in
        row([position, goal.id, goal.name.nb, goal.name.en, try StoredJSON.text(goal.keyIndicators)])
      }
      for (goal, entry) in source.goals.enumerated() {
        for (position, target) in entry.targets.enumerated() {
          targets.append(row([goal, position, target.indicator, target.zone, target.value, target.year]))
        }
      }
    }

    var digest: String {
      var hash = SHA256()
      for table in [[programme], treated, groups, goals, targets] {
        hash.update(UInt64(table.count))
        for row in table { for value in row { hash.update(value.description) } }
      }
      return hash.finish()
    }
  }

  /// The programme with an id.
  static func load(_ db: Database, _ id: Int64) throws -> Programme {
    func rows(_ sql: String) throws -> [Row] { try Row.fetchAll(db, sql: sql, arguments: [id]) }
    guard
      let row = try rows(
        """
        SELECT name, name_nb, name_en, zone_system, against, baseline, freezes_baseline, midterm, final, alpha,
          donors_from, donors_exclude, donors_exclude_neighbours, publish_folder, languages, formats
        FROM programme WHERE id = ?
        """
      ).first
    else { throw StoredValueError.unreadable }
    func name(_ row: Row, _ column: Int) throws -> LocalisedText {
      LocalisedText(nb: try row.text(column), en: try row.optionalText(column + 1))
    }
    func texts(_ row: Row, _ column: Int) throws -> [String] {
      try StoredJSON.value([String].self, try row.text(column))
    }
    let baseline = try row.optionalText(5).map { text in
      guard let period = Period(text) else { throw StoredValueError.unreadable }
      return period
    }
    var targets: [Int: [Target]] = [:]
    for row in try rows(
      "SELECT goal, indicator, zone, value, year FROM target WHERE programme = ? ORDER BY goal, position")
    {
      targets[try row.integer(0), default: []].append(
        Target(
          indicator: try row.text(1), zone: try row.text(2), value: try row.optionalReal(3) ?? .nan,
          year: try row.integer(4)))
    }
    let goals = try rows(
      "SELECT id, name_nb, name_en, key_indicators FROM goal WHERE programme = ? ORDER BY position"
    ).enumerated().map { position, row in
      Goal(
        id: try row.text(0), name: try name(row, 1), keyIndicators: try texts(row, 3),
        targets: targets[position] ?? [])
    }
    let groups = try rows(
      "SELECT id, name_nb, name_en, members, whole, minus FROM zone_group WHERE programme = ? ORDER BY position"
    ).map { row in
      let definition: ZoneGroup.Definition =
        try row.optionalText(3) == nil
        ? .difference(whole: try row.text(4), minus: try row.text(5)) : .union(try texts(row, 3))
      return ZoneGroup(id: try row.text(0), name: try name(row, 1), definition: definition)
    }
    let treated = try rows(
      "SELECT zone, start, stop FROM treated_zone WHERE programme = ? ORDER BY position"
    ).map {
      TreatedZone(zone: try $0.text(0), start: try $0.integer(1), stop: try $0.optionalInteger(2))
    }
    return Programme(
      id: try row.text(0), name: try name(row, 1), zoneSystem: try row.text(3), treated: treated,
      groups: groups, against: try row.text(4),
      donors: DonorRule(
        from: try row.text(10), exclude: try texts(row, 11), excludeNeighbours: try row.optionalText(12)),
      baseline: baseline, freezesBaseline: try row.flag(6), midterm: try row.optionalInteger(7),
      final: try row.optionalInteger(8), alpha: try row.optionalReal(9) ?? .nan, goals: goals,
      publishFolder: try row.text(13), languages: try texts(row, 14), formats: try texts(row, 15))
  }
}
