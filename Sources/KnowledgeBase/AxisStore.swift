import GRDB
import Indicators

/// Zones and periods: each zone version, each list of zones and each list of periods is kept once.
enum AxisStore {
  /// The digest of a list of zones.
  static func digest(_ zones: [Zone]) -> String {
    var hash = SHA256()
    for zone in zones {
      hash.update(zone.code)
      hash.update(zone.name)
      hash.update(zone.level.rawValue)
      hash.update(zone.parent)
      hash.update(zone.validity.from?.description)
      hash.update(zone.validity.to?.description)
    }
    return hash.finish()
  }

  /// The digest of a list of periods.
  static func digest(_ periods: [Period]) -> String {
    var hash = SHA256()
    for period in periods {
      for number in [Int(period.unit.rawValue), period.year, period.index, period.length] {
        hash.update(UInt64(clamping: number))
      }
    }
    return hash.finish()
  }

  /// The ids of zones, added where they are new.
  static func zoneIDs(_ db: Database, _ zones: [Zone]) throws -> [Int64] {
    let find = try db.cachedStatement(
      sql: """
        SELECT id FROM zone WHERE code = ? AND name = ? AND level = ? AND parent IS ? AND valid_from IS ?
          AND valid_to IS ?
        """)
    let add = try db.cachedStatement(
      sql: "INSERT INTO zone (code, name, level, parent, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)")
    return try zones.map { zone in
      let from = try zone.validity.from.map(dayText)
      let to = try zone.validity.to.map(dayText)
      let arguments: StatementArguments = [
        try StorableText.checked(zone.code, "zone"), try StorableText.checked(zone.name, "zone name"),
        try StorableText.checked(zone.level.rawValue, "zone level"),
        try zone.parent.map { try StorableText.checked($0, "zone") }, from, to,
      ]
      if let row = try Row.fetchOne(find, arguments: arguments) { return Int64(try row.integer(0)) }
      try add.execute(arguments: arguments)
      return db.lastInsertedRowID
    }
  }

  /// The id of a list of zones, added where it is new.
  static func zoneAxis(_ db: Database, _ zones: [Zone], digest: String) throws -> Int64 {
    if let row = try Row.fetchOne(db, sql: "SELECT id FROM zone_axis WHERE sha256 = ?", arguments: [digest]) {
      return Int64(try row.integer(0))
    }
    let ids = try zoneIDs(db, zones)
    try db.execute(
      sql: "INSERT INTO zone_axis (sha256, zones) VALUES (?, ?)", arguments: [digest, zones.count])
    let axis = db.lastInsertedRowID
    let add = try db.cachedStatement(
      sql: "INSERT INTO zone_axis_member (axis, position, zone) VALUES (?, ?, ?)")
    for (position, id) in ids.enumerated() { try add.execute(arguments: [axis, position, id]) }
    return axis
  }

  /// The id of a list of periods, added where it is new.
  static func periodAxis(_ db: Database, _ periods: [Period], digest: String) throws -> Int64 {
    if let row = try Row.fetchOne(db, sql: "SELECT id FROM period_axis WHERE sha256 = ?", arguments: [digest])
    {
      return Int64(try row.integer(0))
    }
    try db.execute(
      sql: "INSERT INTO period_axis (sha256, periods) VALUES (?, ?)", arguments: [digest, periods.count])
    let axis = db.lastInsertedRowID
    let add = try db.cachedStatement(
      sql: """
        INSERT INTO period_axis_member (axis, position, period, unit, year, number, length)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, period) in periods.enumerated() {
      try add.execute(arguments: [
        axis, position, period.description, Int(period.unit.rawValue), period.year, period.index,
        period.length,
      ])
    }
    return axis
  }

  /// The zones of an axis, in order.
  static func zones(_ db: Database, axis: Int64) throws -> [Zone] {
    try zones(
      db,
      "SELECT \(zoneColumns) FROM zone_axis_member m JOIN zone ON zone.id = m.zone WHERE m.axis = ? ORDER BY m.position",
      [axis])
  }

  /// The columns ``zones(_:_:_:)`` expects, in order.
  static let zoneColumns =
    "zone.code, zone.name, zone.level, zone.parent, zone.valid_from, zone.valid_to"

  /// The zones a query gives.
  static func zones(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws -> [Zone] {
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var zones: [Zone] = []
    while let row = try rows.next() {
      let from = try row.optionalText(4).map(day)
      let to = try row.optionalText(5).map(day)
      guard let validity = Validity(from: from, to: to) else { throw StoredValueError.unreadable }
      zones.append(
        Zone(
          code: try row.text(0), name: try row.text(1), level: ZoneLevel(rawValue: try row.text(2)),
          parent: try row.optionalText(3), validity: validity))
    }
    return zones
  }

  /// The periods of an axis, in order.
  static func periods(_ db: Database, axis: Int64) throws -> [Period] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT unit, year, number, length FROM period_axis_member WHERE axis = ? ORDER BY position",
      arguments: [axis])
    return try rows.map { row in
      guard let raw = UInt8(exactly: try row.integer(0)), let unit = Period.Unit(rawValue: raw),
        let period = Period(
          unit: unit, year: try row.integer(1), index: try row.integer(2), length: try row.integer(3))
      else { throw StoredValueError.unreadable }
      return period
    }
  }

  private static func dayText(_ day: CalendarDay) throws -> String {
    let text = day.description
    guard CalendarDay(text) == day else {
      throw KnowledgeBaseError.unstorableText(what: "day", text: text)
    }
    return text
  }

  private static func day(_ text: String) throws -> CalendarDay {
    guard let day = CalendarDay(text) else { throw StoredValueError.unreadable }
    return day
  }
}

/// Texts as SQLite can hold them: without a zero character, at which C readers stop.
enum StorableText {
  /// The text itself, or an error that says what it was.
  static func checked(_ text: String, _ what: String) throws(KnowledgeBaseError) -> String {
    guard !text.utf8.contains(0) else { throw .unstorableText(what: what, text: text) }
    return text
  }

  /// The code of a period, where it reads back as the same period.
  static func checked(_ period: Period) throws(KnowledgeBaseError) -> String {
    let text = period.description
    guard Period(text) == period else { throw .unstorableText(what: "period", text: text) }
    return text
  }
}
