import GRDB
import Indicators

/// Versions and what belongs to them.
enum VersionStore {
  /// A panel's place in a version.
  struct Link {
    let key: PanelKey
    let panel: Int64
    let digest: String
    var source: String?
  }

  /// The panels of a version, in order.
  static func links(_ db: Database, _ version: Int) throws -> [Link] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT panel.indicator, panel.stratum, panel.id, panel.sha256, link.source FROM version_panel link
        JOIN panel ON panel.id = link.panel WHERE link.version = ? ORDER BY link.position
        """, arguments: [version])
    return try rows.map { row in
      Link(
        key: PanelKey(indicator: try row.text(0), stratum: try row.text(1)),
        panel: Int64(try row.integer(2)), digest: try row.text(3), source: try row.optionalText(4))
    }
  }

  /// The number of the current version; `nil` where there is none.
  static func current(_ db: Database) throws -> Int? {
    try Row.fetchOne(db, sql: "SELECT version FROM current_history ORDER BY sequence DESC LIMIT 1")
      .map { try $0.integer(0) }
  }

  /// The number asked for, or the current one.
  ///
  /// - Throws: ``KnowledgeBaseError/unknownVersion(_:)``.
  static func resolve(_ db: Database, _ number: Int?) throws -> Int {
    guard let wanted = try number ?? current(db) else { throw KnowledgeBaseError.unknownVersion(nil) }
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM version WHERE number = ?", arguments: [wanted]) != nil
    else { throw KnowledgeBaseError.unknownVersion(wanted) }
    return wanted
  }

  /// All versions, oldest first, or one.
  static func list(_ db: Database, only number: Int? = nil) throws -> [VersionInfo] {
    let current = try current(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, parent, label, created, engine, message, sha256,
          (SELECT count(*) FROM version_panel WHERE version = number),
          (SELECT count(*) FROM version_source WHERE version = number)
        FROM version WHERE ?1 IS NULL OR number = ?1 ORDER BY number
        """, arguments: [number])
    return try rows.map { row in
      let number = try row.integer(0)
      return VersionInfo(
        number: number, parent: try row.optionalInteger(1), label: try row.text(2), created: try row.text(3),
        engine: try row.text(4), message: try row.text(5), contentHash: try row.text(6),
        panels: try row.integer(7), sources: try row.integer(8), isCurrent: number == current)
    }
  }

  /// The sources of a version, in order.
  static func sources(_ db: Database, _ version: Int) throws -> [SourceRecord] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT source, state, content_sha256, licence, attribution, retrieved, message, constructed
        FROM version_source WHERE version = ? ORDER BY position
        """, arguments: [version])
    return try rows.map { row in
      guard let state = SourceRecord.State(rawValue: try row.text(1)) else {
        throw StoredValueError.unreadable
      }
      return SourceRecord(
        id: try row.text(0), state: state, contentHash: try row.optionalText(2),
        licence: try row.optionalText(3), attribution: try row.optionalText(4),
        retrieved: try row.optionalText(5), message: try row.optionalText(6), isConstructed: try row.flag(7))
    }
  }

  /// Writes the sources of a version.
  static func insertSources(_ db: Database, _ version: Int, _ sources: [SourceRecord]) throws {
    for (position, source) in sources.enumerated() {
      try db.execute(
        sql: """
          INSERT INTO version_source (version, position, source, state, content_sha256, licence, attribution,
            retrieved, message, constructed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          version, position, try StorableText.checked(source.id, "source"), source.state.rawValue,
          source.contentHash, source.licence, source.attribution, source.retrieved, source.message,
          source.isConstructed,
        ])
    }
  }
}
