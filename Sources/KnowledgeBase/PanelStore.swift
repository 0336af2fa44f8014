import Foundation
import GRDB
import Indicators
import Scheduler

/// Panels as rows and chunks: each panel is kept once, under the digest of its content.
enum PanelStore {
  /// A panel in the base.
  struct Stored {
    let id: Int64
    let digest: String
  }

  /// How the chunks are written; part of every panel's digest.
  static let codec = "levekar-chunk-2"
  /// Cells encoded at a time, so that memory stays bounded however many panels come.
  private static let batchCells = 8 << 20

  /// Adds panels; those that are there already are only named.
  static func insert(_ db: Database, _ panels: [Panel], threads: ThreadLimit) throws -> [Stored] {
    var stored: [Stored] = []
    var start = 0
    while start < panels.count {
      var end = start + 1
      var cells = panels[start].statuses.count
      while end < panels.count, cells + panels[end].statuses.count <= batchCells {
        cells += panels[end].statuses.count
        end += 1
      }
      stored += try insertBatch(db, Array(panels[start..<end]), threads: threads)
      start = end
    }
    return stored
  }

  /// The digests panels would have in the base.
  static func digests(_ panels: [Panel], threads: ThreadLimit) -> [String] {
    var axes = AxisDigests()
    let tasks = chunkTasks(panels)
    let chunks = encode(panels, tasks, threads: threads)
    return panels.indices.map { panel in
      digest(panels[panel], chunks: tasks.ranges[panel].map { chunks[$0].digest }, axes: &axes)
    }
  }

  private static func insertBatch(_ db: Database, _ panels: [Panel], threads: ThreadLimit) throws -> [Stored]
  {
    let tasks = chunkTasks(panels)
    let encoded = encode(panels, tasks, threads: threads)
    var axes = AxisDigests()
    let digests = panels.indices.map { panel in
      digest(panels[panel], chunks: tasks.ranges[panel].map { encoded[$0].digest }, axes: &axes)
    }
    let find = try db.cachedStatement(sql: "SELECT id FROM panel WHERE sha256 = ?")
    var ids = try digests.map { digest in
      try Row.fetchOne(find, arguments: [digest]).map { Int64(try $0.integer(0)) }
    }
    let new = panels.indices.filter { ids[$0] == nil }
    let blobs = compress(encoded, new.flatMap { Array(tasks.ranges[$0]) }, threads: threads)
    let addChunk = try db.cachedStatement(
      sql: "INSERT INTO panel_chunk (panel, chunk, checksum, data) VALUES (?, ?, ?, ?)")
    for panel in new {
      // The same panel may come twice in one batch.
      if let row = try Row.fetchOne(find, arguments: [digests[panel]]) {
        ids[panel] = Int64(try row.integer(0))
        continue
      }
      let id = try insertRow(db, panels[panel], digest: digests[panel], axes: &axes)
      ids[panel] = id
      for (number, task) in tasks.ranges[panel].enumerated() {
        guard let blob = blobs[task] else {
          throw KnowledgeBaseError.tooLarge(indicator: panels[panel].indicator)
        }
        let checksum = XXHash64.checksum(blob, seed: UInt64(number))
        try addChunk.execute(arguments: [id, number, Int64(bitPattern: checksum), Blob(bytes: blob)])
      }
    }
    return try zip(ids, digests).map { id, digest in
      guard let id else { throw StoredValueError.unreadable }
      return Stored(id: id, digest: digest)
    }
  }

  private static func insertRow(_ db: Database, _ panel: Panel, digest: String, axes: inout AxisDigests)
    throws
    -> Int64
  {
    let zoneAxis = try AxisStore.zoneAxis(db, panel.zones, digest: axes.digest(panel.zones))
    let periodAxis = try AxisStore.periodAxis(db, panel.periods, digest: axes.digest(panel.periods))
    try db.execute(
      sql: """
        INSERT INTO panel (sha256, indicator, stratum, choices, kind, unit, multiplier, zone_axis, period_axis,
          zones, periods, observed, has_numerators, has_denominators, bounds, codec, chunk_zones)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        digest, try StorableText.checked(panel.indicator, "indicator"),
        try StorableText.checked(panel.stratum.description, "stratum"),
        try StoredJSON.text(panel.stratum.choices.map(StoredChoice.init)), panel.kind?.rawValue,
        try StorableText.checked(panel.unit.rawValue, "unit"), panel.multiplier, zoneAxis, periodAxis,
        panel.zones.count, panel.periods.count, panel.statuses.count { $0.isObserved },
        panel.numerators != nil, panel.denominators != nil, panel.bounds.count, codec, PanelChunk.zones,
      ])
    let id = db.lastInsertedRowID
    let add = try db.cachedStatement(
      sql: "INSERT INTO panel_bound (panel, cell, low, high) VALUES (?, ?, ?, ?)")
    for (cell, range) in panel.bounds.sorted(by: { $0.key < $1.key }) {
      try add.execute(arguments: [id, cell, range.lowerBound, range.upperBound])
    }
    return id
  }

  // MARK: Digests

  /// Digests of axes, computed once for panels that share them.
  struct AxisDigests {
    private var zones: [(list: [Zone], digest: String)] = []
    private var periods: [[Period]: String] = [:]

    mutating func digest(_ list: [Zone]) -> String {
      // Panels of one source share one array, so the comparison is of two pointers.
      if let last = zones.last(where: { $0.list == list }) { return last.digest }
      let digest = AxisStore.digest(list)
      zones.append((list, digest))
      return digest
    }

    mutating func digest(_ list: [Period]) -> String {
      if let known = periods[list] { return known }
      let digest = AxisStore.digest(list)
      periods[list] = digest
      return digest
    }
  }

  private static func digest(_ panel: Panel, chunks: [String], axes: inout AxisDigests) -> String {
    var hash = SHA256()
    hash.update(codec)
    hash.update(panel.indicator)
    hash.update(UInt64(panel.stratum.choices.count))
    for choice in panel.stratum.choices {
      hash.update(choice.dimension)
      hash.update(choice.role.rawValue)
      hash.update(choice.category)
      hash.update(choice.label)
    }
    hash.update(panel.kind?.rawValue)
    hash.update(panel.unit.rawValue)
    // Adding zero makes both zeros the same, as they are in SQLite.
    hash.update(panel.multiplier.isNaN ? Double.nan.bitPattern : (panel.multiplier + 0).bitPattern)
    hash.update(axes.digest(panel.zones))
    hash.update(axes.digest(panel.periods))
    hash.update([panel.numerators == nil ? 0 : 1, panel.denominators == nil ? 0 : 1])
    hash.update(UInt64(chunks.count))
    for chunk in chunks { hash.update(chunk) }
    for (cell, range) in panel.bounds.sorted(by: { $0.key < $1.key }) {
      hash.update(UInt64(bitPattern: Int64(cell)))
      hash.update((range.lowerBound + 0).bitPattern)
      hash.update((range.upperBound + 0).bitPattern)
    }
    return hash.finish()
  }

  // MARK: Parallel work

  private struct ChunkTasks {
    var tasks: [(panel: Int, zones: Range<Int>)] = []
    var ranges: [Range<Int>] = []
  }

  private static func chunkTasks(_ panels: [Panel]) -> ChunkTasks {
    var result = ChunkTasks()
    for (index, panel) in panels.enumerated() {
      let first = result.tasks.count
      if !panel.periods.isEmpty {
        for start in stride(from: 0, to: panel.zones.count, by: PanelChunk.zones) {
          result.tasks.append((index, start..<min(start + PanelChunk.zones, panel.zones.count)))
        }
      }
      result.ranges.append(first..<result.tasks.count)
    }
    return result
  }

  private static func encode(_ panels: [Panel], _ work: ChunkTasks, threads: ThreadLimit)
    -> [(chunk: PanelChunk, digest: String)]
  {
    let tasks = work.tasks
    var results = [(chunk: PanelChunk, digest: String)?](repeating: nil, count: tasks.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Ranges handed out are disjoint, so no two threads touch the same element.
      nonisolated(unsafe) let results = buffer
      parallelFor(tasks.count, threads: threads) { range in
        for index in range {
          let chunk = PanelChunk(panels[tasks[index].panel], zones: tasks[index].zones)
          results[index] = (chunk, chunk.digest)
        }
      }
    }
    return results.compactMap { $0 }
  }

  private static func compress(
    _ encoded: [(chunk: PanelChunk, digest: String)], _ wanted: [Int], threads: ThreadLimit
  ) -> [Int: [UInt8]] {
    var results = [[UInt8]?](repeating: nil, count: wanted.count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let results = buffer
      parallelFor(wanted.count, threads: threads) { range in
        let compressor = ZstandardCompressor()
        for index in range { results[index] = encoded[wanted[index]].chunk.compressed(with: compressor) }
      }
    }
    var blobs: [Int: [UInt8]] = [:]
    for (index, task) in wanted.enumerated() { blobs[task] = results[index] }
    return blobs
  }
}

/// Bytes bound to a statement.
struct Blob: DatabaseValueConvertible {
  let bytes: [UInt8]

  var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  init(bytes: [UInt8]) { self.bytes = bytes }

  static func fromDatabaseValue(_ value: DatabaseValue) -> Blob? {
    Data.fromDatabaseValue(value).map { Blob(bytes: [UInt8]($0)) }
  }
}

/// One choice of a stratum as it is stored.
struct StoredChoice: Codable {
  let dimension: String
  let role: String
  let category: String
  let label: String

  init(_ choice: Stratum.Choice) {
    dimension = choice.dimension
    role = choice.role.rawValue
    category = choice.category
    label = choice.label
  }

  /// The choice.
  func choice() throws -> Stratum.Choice {
    guard let role = Cube.Role(rawValue: role) else { throw StoredValueError.unreadable }
    return Stratum.Choice(dimension: dimension, role: role, category: category, label: label)
  }
}
