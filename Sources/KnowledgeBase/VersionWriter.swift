import Estimates
import GRDB
import Indicators
import Scheduler

/// Collects what a new version consists of, inside the transaction that makes it. Valid only within the closure of
/// ``KnowledgeBase/commit(_:threads:dryRun:_:)``.
///
/// Programme, catalogue and zone systems that are not set are those of the current version. Panels, results and published
/// figures are only what is added or kept.
public final class VersionWriter {
  let db: Database
  let path: String
  let threads: ThreadLimit
  let parent: Int?
  let parentLinks: [VersionStore.Link]
  private(set) var links: [PanelKey: VersionStore.Link] = [:]
  private var order: [PanelKey] = []
  private(set) var sources: [SourceRecord] = []
  private(set) var results: [(result: ResultSet, digest: String)] = []
  private(set) var figures: [Panel] = []
  private(set) var programme: Programme?
  private(set) var catalogue: IndicatorCatalogue?
  private(set) var zoneSystems: [ZoneSystem]?

  init(_ db: Database, path: String, threads: ThreadLimit) throws {
    self.db = db
    self.path = path
    self.threads = threads
    self.parent = try VersionStore.current(db)
    self.parentLinks = try parent.map { try VersionStore.links(db, $0) } ?? []
  }

  /// The number of the version this one is made from; `nil` for the first.
  public var parentVersion: Int? { parent }

  /// Adds panels of a source. A panel that is in the base already is shared, not written again. A panel that was kept
  /// from the version before is replaced.
  ///
  /// - Throws: ``KnowledgeBaseError/duplicatePanel(indicator:stratum:)`` where the version would have two panels of an
  ///   indicator and stratum.
  public func add(_ panels: [Panel], source: String? = nil) throws(KnowledgeBaseError) {
    try guarded {
      let stored = try PanelStore.insert(db, panels, threads: threads)
      for (panel, row) in zip(panels, stored) {
        let key = PanelKey(indicator: panel.indicator, stratum: panel.stratum.description)
        if links[key] != nil, !kept.contains(key) {
          throw KnowledgeBaseError.duplicatePanel(indicator: key.indicator, stratum: key.stratum)
        }
        if links[key] == nil { order.append(key) }
        kept.remove(key)
        links[key] = VersionStore.Link(
          key: key, panel: row.id, digest: row.digest,
          source: try source.map { try StorableText.checked($0, "source") })
      }
    }
  }
  private var kept: Set<PanelKey> = []

  /// Keeps panels of the current version: those of a source that failed, or everything an import does not replace. What
  /// has been added already stays as added.
  ///
  /// - Returns: How many were kept.
  @discardableResult
  public func keepPanels(where isKept: (PanelInfo) -> Bool = { _ in true }) throws(KnowledgeBaseError) -> Int
  {
    try guarded {
      guard let parent else { return 0 }
      let infos = try PanelStore.list(db, parent)
      var count = 0
      for (info, link) in zip(infos, parentLinks) where links[link.key] == nil && isKept(info) {
        links[link.key] = link
        order.append(link.key)
        kept.insert(link.key)
        count += 1
      }
      return count
    }
  }

  /// Records a source. Sources of kept panels that are not recorded keep their record of the version before.
  ///
  /// - Throws: ``KnowledgeBaseError/duplicateEntry(kind:id:)`` for a second record of a source.
  public func record(_ source: SourceRecord) throws(KnowledgeBaseError) {
    guard !sources.contains(where: { $0.id == source.id }) else {
      throw .duplicateEntry(kind: "source", id: source.id)
    }
    sources.append(source)
  }

  /// Sets the programme, with its groups.
  public func set(_ programme: Programme) { self.programme = programme }

  /// Sets the indicator catalogue.
  public func set(_ catalogue: IndicatorCatalogue) { self.catalogue = catalogue }

  /// Sets the zone systems.
  ///
  /// - Throws: ``KnowledgeBaseError/duplicateEntry(kind:id:)`` where two have the same id.
  public func set(_ zoneSystems: [ZoneSystem]) throws(KnowledgeBaseError) {
    var seen: Set<String> = []
    for system in zoneSystems where !seen.insert(system.id).inserted {
      throw .duplicateEntry(kind: "zone-system", id: system.id)
    }
    self.zoneSystems = zoneSystems
  }

  /// Adds a result. It becomes rows of `result_<verb>` under the version's number.
  public func add(_ result: ResultSet) throws(KnowledgeBaseError) {
    try guarded { results.append((result, try ResultStore.digest(of: result))) }
  }

  /// Adds figures to the long table `figure`, which anybody who has the file can read: only what may be published.
  ///
  /// - Throws: ``KnowledgeBaseError/duplicatePanel(indicator:stratum:)`` where an indicator and stratum come twice.
  public func publish(_ panels: [Panel]) throws(KnowledgeBaseError) {
    var seen = Set(figures.map { PanelKey(indicator: $0.indicator, stratum: $0.stratum.description) })
    for panel in panels {
      let key = PanelKey(indicator: panel.indicator, stratum: panel.stratum.description)
      guard seen.insert(key).inserted else {
        throw .duplicatePanel(indicator: key.indicator, stratum: key.stratum)
      }
      figures.append(panel)
    }
  }

  // MARK: Finishing

  /// Writes the version unless it would say what its parent says; gives its number, or `nil`.
  func finish(_ header: VersionHeader) throws -> Int? {
    try addSourcesOfKeptPanels()
    let old = try parent.flatMap { number in
      try Row.fetchOne(
        db, sql: "SELECT programme, catalogue, sha256 FROM version WHERE number = ?", arguments: [number])
    }
    let programmeID = try programme.map { try ProgrammeStore.insert(db, $0).id } ?? old?.identifier(0)
    let catalogueID = try catalogue.map { try CatalogueStore.insert(db, $0).id } ?? old?.identifier(1)
    let systems =
      try zoneSystems.map { try $0.map { try ZoneSystemStore.insert(db, $0).id } }
      ?? parent.map { try ZoneSystemStore.links(db, $0).map(\.id) } ?? []
    let digest = try contentDigest(programmeID, catalogueID, systems)
    if let old, try old.text(2) == digest { return nil }
    let number = try Row.fetchOne(db, sql: "SELECT ifnull(max(number), 0) + 1 FROM version")?.integer(0) ?? 1
    try db.execute(
      sql: """
        INSERT INTO version (number, label, created, engine, message, sha256, parent, programme, catalogue)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, header.label, header.created, header.engine, header.message, digest, parent, programmeID,
        catalogueID,
      ])
    try db.execute(
      sql: "INSERT INTO current_history (version, made_current) VALUES (?, ?)",
      arguments: [number, header.created])
    try VersionStore.insertSources(db, number, sources)
    for (position, system) in systems.enumerated() {
      try db.execute(
        sql: "INSERT INTO version_zone_system (version, position, system) VALUES (?, ?, ?)",
        arguments: [number, position, system])
    }
    let add = try db.cachedStatement(
      sql: "INSERT INTO version_panel (version, position, panel, source) VALUES (?, ?, ?, ?)")
    for (position, link) in order.compactMap({ links[$0] }).enumerated() {
      try add.execute(arguments: [number, position, link.panel, link.source])
    }
    for (position, entry) in results.enumerated() {
      try ResultStore.insert(
        db, version: number, position: position, entry.result, digest: entry.digest)
    }
    try FigureTable.insert(db, version: number, figures)
    return number
  }

  private func addSourcesOfKeptPanels() throws {
    guard let parent else { return }
    let wanted = Set(kept.compactMap { links[$0]?.source }).subtracting(sources.map(\.id))
    sources += try VersionStore.sources(db, parent).filter { wanted.contains($0.id) }
  }

  /// The digest of everything a version says. Labels, times, messages, and how a source was reached, are not part of it.
  private func contentDigest(_ programme: Int64?, _ catalogue: Int64?, _ systems: [Int64]) throws -> String {
    func stored(_ table: String, _ id: Int64?) throws -> String? {
      try id.flatMap { id in
        try Row.fetchOne(db, sql: "SELECT sha256 FROM \(table) WHERE id = ?", arguments: [id])?.text(0)
      }
    }
    var hash = SHA256()
    hash.update(try stored("programme", programme))
    hash.update(try stored("catalogue", catalogue))
    hash.update(UInt64(systems.count))
    for system in systems { hash.update(try stored("zone_system", system)) }
    hash.update(UInt64(links.count))
    for link in links.values.sorted(by: { $0.key < $1.key }) {
      hash.update(link.digest)
      hash.update(link.source)
    }
    hash.update(UInt64(sources.count))
    for source in sources.sorted(by: { $0.id < $1.id }) {
      hash.update(source.id)
      hash.update(source.licence)
      hash.update(source.attribution)
      hash.update([source.isConstructed ? 1 : 0])
    }
    hash.update(UInt64(results.count))
    for entry in results { hash.update(entry.digest) }
    hash.update(UInt64(figures.count))
    for digest in PanelStore.digests(figures, threads: threads) { hash.update(digest) }
    return hash.finish()
  }

  private func guarded<Value>(_ body: () throws -> Value) throws(KnowledgeBaseError) -> Value {
    do {
      return try body()
    } catch {
      throw KnowledgeBaseError(error, path: path, isWriting: true)
    }
  }
}

extension Row {
  /// A row's key, or none.
  fileprivate func identifier(_ column: Int) throws -> Int64? { try optionalInteger(column).map(Int64.init) }
}
