import GRDB
import Indicators

/// Zone systems, each kept once under the digest of its zones.
enum ZoneSystemStore {
  /// The digest of a system.
  static func digest(_ system: ZoneSystem) -> String {
    var hash = SHA256()
    hash.update(system.id)
    hash.update(AxisStore.digest(system.zones))
    return hash.finish()
  }

  /// The row of a system, added where it is new.
  static func insert(_ db: Database, _ system: ZoneSystem) throws -> (id: Int64, digest: String) {
    let digest = digest(system)
    if let row = try Row.fetchOne(db, sql: "SELECT id FROM zone_system WHERE sha256 = ?", arguments: [digest])
    {
      return (Int64(try row.integer(0)), digest)
    }
    let zones = try AxisStore.zoneIDs(db, system.zones)
    try db.execute(
      sql: "INSERT INTO zone_system (name, sha256, zones) VALUES (?, ?, ?)",
      arguments: [try StorableText.checked(system.id, "zone system"), digest, system.zones.count])
    let id = db.lastInsertedRowID
    let add = try db.cachedStatement(
      sql: "INSERT INTO zone_system_member (system, position, zone) VALUES (?, ?, ?)")
    for (position, zone) in zones.enumerated() { try add.execute(arguments: [id, position, zone]) }
    return (id, digest)
  }

  /// The rows of a version's systems, in order.
  static func links(_ db: Database, _ version: Int) throws -> [(id: Int64, name: String, digest: String)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT zone_system.id, zone_system.name, zone_system.sha256 FROM version_zone_system link
        JOIN zone_system ON zone_system.id = link.system WHERE link.version = ? ORDER BY link.position
        """, arguments: [version]
    ).map { (Int64(try $0.integer(0)), try $0.text(1), try $0.text(2)) }
  }

  /// The systems of a version, in order.
  static func load(_ db: Database, _ version: Int) throws -> [ZoneSystem] {
    try links(db, version).map { link in
      let zones = try AxisStore.zones(
        db,
        """
        SELECT \(AxisStore.zoneColumns) FROM zone_system_member m JOIN zone ON zone.id = m.zone
        WHERE m.system = ? ORDER BY m.position
        """, [link.id])
      do {
        return try ZoneSystem(id: link.name, zones: zones)
      } catch {
        throw StoredValueError.unreadable
      }
    }
  }
}
