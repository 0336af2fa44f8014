import Estimates
import Foundation
import GRDB
import Indicators
import Scheduler
import Synchronization

/// Everything a programme knows, in one SQLite file with versions.
///
///     let base = try KnowledgeBase(at: "kunnskap.levekar", .create)
///     let outcome = try base.commit(VersionHeader(engine: "1.0")) { writer throws(KnowledgeBaseError) in
///       try writer.add(panels, source: "ssb-07459")
///     }
///     let shares = try base.panel("low-income-eu60")
///
/// - A refresh or an import is one version, made in one transaction: readers see all of it or nothing. Nothing is ever
///   overwritten; what two versions share is stored once.
/// - Figures are compressed chunks of panels that come back bit for bit. Zones, indicators, sources, versions and
///   results are ordinary tables that any SQLite reader can open; `current_*` views show the current version.
/// - Reading goes on while somebody writes. A second writer gets ``KnowledgeBaseError/locked(path:)``.
/// - Every chunk has a checksum, and a damaged one is an error that names it, never a number.
/// - Errors: ``KnowledgeBaseError``; the base is then as it was before.
public final class KnowledgeBase: Sendable {
  /// What a base is opened for.
  public enum Mode: Sendable {
    /// Reading.
    case read
    /// Reading and writing.
    case write
    /// Reading and writing; an empty base is made where there is none.
    case create
  }

  /// The file.
  public let path: String
  // Readers never write, and a pool that may write touches the file when it opens; so reading and writing have
  // connections of their own. The writer closes last: SQLite then folds its log into the file and removes it.
  private let readers: DatabasePool
  private let writer: DatabaseQueue?
  private let mode: Mode
  private let isWriting = Mutex(false)

  /// Opens a base.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mode: What it is opened for.
  ///   - seconds: How long to wait for another writer before giving up.
  /// - Throws: ``KnowledgeBaseError`` where there is no base, the file is something else, damaged or made by a newer
  ///   engine, or may not be read or written. The file is not touched then.
  public convenience init(at path: String, _ mode: Mode = .read, waiting seconds: Double = 1)
    throws(KnowledgeBaseError)
  {
    try self.init(at: path, mode, waiting: seconds, pageLimit: nil)
  }

  /// Opens a base that may not grow beyond a number of pages.
  init(at path: String, _ mode: Mode, waiting seconds: Double, pageLimit: Int?) throws(KnowledgeBaseError) {
    self.path = path
    self.mode = mode
    if mode == .create, !BaseFile.exists(path) { try BaseFile.create(path) }
    try BaseFile.check(path, isWriting: mode != .read)
    do {
      var configuration = Configuration()
      configuration.busyMode = seconds > 0 ? .timeout(seconds) : .immediateError
      configuration.label = "levekar"
      if let pageLimit {
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
      }
      writer =
        BaseFile.isWritable(path) ? try DatabaseQueue(path: path, configuration: configuration) : nil
      configuration.readonly = true
      readers = try DatabasePool(path: path, configuration: configuration)
      let migrator = Schema.migrator
      let (found, isNewer, isComplete) = try readers.read { db in
        (
          try Row.fetchOne(db, sql: "PRAGMA user_version")?.integer(0) ?? 0,
          try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db)
        )
      }
      if isNewer || found > Schema.version {
        throw KnowledgeBaseError.newerSchema(path: path, found: found, known: Schema.version)
      }
      if !isComplete {
        guard let writer else { throw KnowledgeBaseError.cannotWrite(path: path, detail: "older schema") }
        try migrator.migrate(writer)
      }
    } catch {
      throw KnowledgeBaseError(error, path: path, isWriting: false)
    }
  }

  deinit { try? closeConnections() }

  // MARK: Versions

  /// All versions, oldest first.
  public func versions() throws(KnowledgeBaseError) -> [VersionInfo] {
    try reading { try VersionStore.list($0) }
  }

  /// A version; without a number the current one.
  ///
  /// - Throws: ``KnowledgeBaseError/unknownVersion(_:)``.
  public func version(_ number: Int? = nil) throws(KnowledgeBaseError) -> VersionInfo {
    try reading { db in
      let wanted = try VersionStore.resolve(db, number)
      guard let info = try VersionStore.list(db, only: wanted).first else {
        throw KnowledgeBaseError.unknownVersion(wanted)
      }
      return info
    }
  }

  /// Makes a version in one transaction.
  ///
  /// - Parameters:
  ///   - header: What the version says about itself.
  ///   - threads: The bound on threads; the bytes are the same for any.
  ///   - dryRun: Whether everything is undone at the end, so that only the outcome is known.
  ///   - body: Says what the version consists of. What it throws undoes everything and is thrown on.
  /// - Returns: The new version and what changed against its parent, or that nothing changed: then there is no new
  ///   version.
  /// - Throws: ``KnowledgeBaseError/locked(path:)`` while somebody else writes.
  public func commit(
    _ header: VersionHeader, threads: ThreadLimit = .cores, dryRun: Bool = false,
    _ body: (VersionWriter) throws(KnowledgeBaseError) -> Void
  ) throws(KnowledgeBaseError) -> CommitOutcome {
    try writing { db in
      let writer = try VersionWriter(db, path: self.path, threads: threads)
      try body(writer)
      if let number = try writer.finish(header) {
        let difference = try VersionDifference.between(db, writer.parent, number, threads: threads)
        guard let info = try VersionStore.list(db, only: number).first else {
          throw StoredValueError.unreadable
        }
        return (.created(info, difference), dryRun ? .rollback : .commit)
      }
      guard let parent = writer.parent, let info = try VersionStore.list(db, only: parent).first else {
        throw StoredValueError.unreadable
      }
      return (.unchanged(info), .rollback)
    }
  }

  /// Makes a version the current one, so that it is what is read, and what the next one is made from. The later versions
  /// stay.
  ///
  /// - Parameters:
  ///   - number: The version.
  ///   - time: When, as text; the base has no clock.
  public func makeCurrent(_ number: Int, at time: String = "") throws(KnowledgeBaseError) -> VersionInfo {
    try writing { db in
      let wanted = try VersionStore.resolve(db, number)
      let isCurrent = try VersionStore.current(db) == wanted
      if !isCurrent {
        try db.execute(
          sql: "INSERT INTO current_history (version, made_current) VALUES (?, ?)", arguments: [wanted, time])
      }
      guard let info = try VersionStore.list(db, only: wanted).first else {
        throw StoredValueError.unreadable
      }
      return (info, isCurrent ? .rollback : .commit)
    }
  }

  /// What changed from one version to another, in numbers added, revised and withdrawn.
  public func difference(from: Int, to: Int, threads: ThreadLimit = .cores) throws(KnowledgeBaseError)
    -> VersionDifference
  {
    try reading { db in
      try VersionDifference.between(
        db, VersionStore.resolve(db, from), VersionStore.resolve(db, to), threads: threads)
    }
  }

  // MARK: Figures

  /// What panels a version has.
  public func panelList(version: Int? = nil) throws(KnowledgeBaseError) -> [PanelInfo] {
    try reading { try PanelStore.list($0, VersionStore.resolve($0, version)) }
  }

  /// The panels of a version, in the order they were added: all, or those of some indicators.
  ///
  /// - Throws: ``KnowledgeBaseError/damagedChunk(indicator:chunk:)`` where a chunk is not what was written.
  public func panels(_ indicators: Set<String>? = nil, version: Int? = nil, threads: ThreadLimit = .cores)
    throws(KnowledgeBaseError) -> [Panel]
  {
    try reading { db in
      let links = try VersionStore.links(db, VersionStore.resolve(db, version))
      let wanted = links.filter { indicators?.contains($0.key.indicator) ?? true }
      return try PanelStore.load(db, wanted.map(\.panel), threads: threads)
    }
  }

  /// The values of the panels of a version, as ``panels(_:version:threads:)`` gives them, without numerators and
  /// denominators.
  ///
  /// - Throws: ``KnowledgeBaseError/damagedChunk(indicator:chunk:)`` where a chunk is not what was written.
  public func values(_ indicators: Set<String>? = nil, version: Int? = nil, threads: ThreadLimit = .cores)
    throws(KnowledgeBaseError) -> [PanelValues]
  {
    try reading { db in
      let links = try VersionStore.links(db, VersionStore.resolve(db, version))
      let wanted = links.filter { indicators?.contains($0.key.indicator) ?? true }
      return try PanelStore.loadValues(db, wanted.map(\.panel), threads: threads)
    }
  }

  /// One panel of a version.
  ///
  /// - Throws: ``KnowledgeBaseError/unknownPanel(indicator:stratum:)``.
  public func panel(
    _ indicator: String, stratum: Stratum = .all, version: Int? = nil, threads: ThreadLimit = .cores
  ) throws(KnowledgeBaseError) -> Panel {
    try reading { db in
      let key = PanelKey(indicator: indicator, stratum: stratum.description)
      let links = try VersionStore.links(db, VersionStore.resolve(db, version))
      guard let link = links.first(where: { $0.key == key }),
        let panel = try PanelStore.load(db, [link.panel], threads: threads).first
      else { throw KnowledgeBaseError.unknownPanel(indicator: indicator, stratum: key.stratum) }
      return panel
    }
  }

  /// One zone of the panels of a version, each as a panel of that zone alone. Reads one chunk a panel. Panels without
  /// the zone are left out.
  public func series(zone code: String, _ indicators: Set<String>? = nil, version: Int? = nil)
    throws(KnowledgeBaseError) -> [Panel]
  {
    try reading { db in
      var cache = PanelStore.AxisCache()
      let links = try VersionStore.links(db, VersionStore.resolve(db, version))
      return try links.filter { indicators?.contains($0.key.indicator) ?? true }.compactMap { link in
        try PanelStore.load(db, link.panel, zone: code, cache: &cache)
      }
    }
  }

  // MARK: What the figures mean

  /// The programme of a version, with its groups; `nil` where it has none.
  public func programme(version: Int? = nil) throws(KnowledgeBaseError) -> Programme? {
    try reading { db in
      try self.reference(db, "programme", version).map { try ProgrammeStore.load(db, $0) }
    }
  }

  /// The indicator catalogue of a version; empty where it has none.
  public func catalogue(version: Int? = nil) throws(KnowledgeBaseError) -> IndicatorCatalogue {
    try reading { db in
      try self.reference(db, "catalogue", version).map { try CatalogueStore.load(db, $0) }
        ?? IndicatorCatalogue()
    }
  }

  /// The zone systems of a version.
  public func zoneSystems(version: Int? = nil) throws(KnowledgeBaseError) -> [ZoneSystem] {
    try reading { try ZoneSystemStore.load($0, VersionStore.resolve($0, version)) }
  }

  /// The sources of a version, as it used them.
  public func sources(version: Int? = nil) throws(KnowledgeBaseError) -> [SourceRecord] {
    try reading { try VersionStore.sources($0, VersionStore.resolve($0, version)) }
  }

  /// The results of a version: all, or those of one verb.
  public func results(verb: String? = nil, version: Int? = nil) throws(KnowledgeBaseError) -> [ResultSet] {
    try reading { try ResultStore.load($0, version: VersionStore.resolve($0, version), verb: verb) }
  }

  // MARK: Care

  /// Reads everything and says what is wrong: SQLite's own check, references between tables, and every panel against
  /// its checksums and its digest. Empty where the base is sound.
  public func verify(threads: ThreadLimit = .cores) throws(KnowledgeBaseError) -> [KnowledgeBaseError] {
    try reading { db in
      var findings: [KnowledgeBaseError] = []
      for row in try Row.fetchAll(db, sql: "PRAGMA integrity_check") {
        let detail = try row.text(0)
        if detail != "ok" { findings.append(.damaged(path: self.path, detail: detail)) }
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        findings.append(.damaged(path: self.path, detail: "foreign key in \(try row.text(0))"))
      }
      for row in try Row.fetchAll(db, sql: "SELECT id, sha256, indicator FROM panel ORDER BY id") {
        do {
          let panels = try PanelStore.load(db, [Int64(try row.integer(0))], threads: threads)
          let isSame = PanelStore.digests(panels, threads: threads) == [try row.text(1)]
          if !isSame {
            findings.append(.damaged(path: self.path, detail: "digest of \(try row.text(2))"))
          }
        } catch {
          findings.append(KnowledgeBaseError(error, path: self.path, isWriting: false))
        }
      }
      return findings
    }
  }

  /// Closes the base. Anything asked of it afterwards is an error.
  public func close() throws(KnowledgeBaseError) {
    do {
      try closeConnections()
    } catch {
      throw KnowledgeBaseError(error, path: path, isWriting: true)
    }
  }

  private func closeConnections() throws {
    try readers.close()
    try writer?.close()
  }

  // MARK: Access

  private func reference(_ db: Database, _ column: String, _ version: Int?) throws -> Int64? {
    try Row.fetchOne(
      db, sql: "SELECT \(column) FROM version WHERE number = ?",
      arguments: [VersionStore.resolve(db, version)])?.optionalInteger(0).map(Int64.init)
  }

  func reading<Value>(_ body: (Database) throws -> Value) throws(KnowledgeBaseError) -> Value {
    do {
      return try readers.read(body)
    } catch {
      throw KnowledgeBaseError(error, path: path, isWriting: false)
    }
  }

  func writing<Value>(_ body: (Database) throws -> (Value, Database.TransactionCompletion))
    throws(KnowledgeBaseError) -> Value
  {
    guard mode != .read, let writer else {
      throw .cannotWrite(path: path, detail: "opened for reading")
    }
    let isFree = isWriting.withLock { busy in
      defer { busy = true }
      return !busy
    }
    guard isFree else { throw .locked(path: path) }
    defer { isWriting.withLock { $0 = false } }
    do {
      return try writer.inDatabase { db in
        var result: Value?
        try db.inTransaction(.immediate) {
          let (value, completion) = try body(db)
          result = value
          return completion
        }
        guard let result else { throw StoredValueError.unreadable }
        return result
      }
    } catch {
      throw KnowledgeBaseError(error, path: path, isWriting: true)
    }
  }
}
