import Foundation
import GRDB
import Indicators
import Scheduler

extension PanelStore {
  /// A panel's row, with its axes.
  private struct Description: Sendable {
    let id: Int64
    let indicator: String
    let stratum: Stratum
    let kind: IndicatorKind?
    let unit: Indicators.Unit
    let multiplier: Double
    let axes: PanelAxes
    let zoneCount: Int
    let hasNumerators: Bool
    let hasDenominators: Bool
    let bounds: [Int: ClosedRange<Double>]
    let chunkZones: Int
    /// The stored chunks; each begins at zone number · ``chunkZones``.
    var chunks: [(number: Int, checksum: UInt64, data: Data)] = []

    var zones: [Zone] { axes.zones }
    var periods: [Period] { axes.periods }
  }

  /// What every panel of one reading shares.
  struct AxisCache {
    /// Axes by the keys of their zones and periods; without a key of zones, periods alone.
    fileprivate var axes: [Key: PanelAxes] = [:]
    fileprivate struct Key: Hashable {
      var zones: Int64?
      var periods: Int64
    }
    /// Where the one wanted zone stands in an axis, and the zone; an inner `nil` where the axis has no such zone.
    fileprivate var places: [Int64: (position: Int, zone: Zone)?] = [:]
    init() {}
  }

  private static let columns = """
    SELECT id, indicator, choices, kind, unit, multiplier, zone_axis, period_axis, zones, periods, has_numerators,
      has_denominators, bounds, chunk_zones, codec FROM panel WHERE id = ?
    """

  /// The panels with these ids, in order.
  ///
  /// - Throws: ``KnowledgeBaseError/damagedChunk(indicator:chunk:)`` for the first chunk that is not what was written.
  static func load(_ db: Database, _ ids: [Int64], threads: ThreadLimit) throws -> [Panel] {
    try load(db, ids, threads: threads) { (panel, threads) throws(KnowledgeBaseError) in
      let columns = try decode(panel, valuesOnly: false, threads: threads)
      return try build(panel, columns, cells: columns.values.indices, bounds: panel.bounds)
    }
  }

  /// The values and statuses of the panels with these ids, in order; throws as ``load(_:_:threads:)`` does.
  static func loadValues(_ db: Database, _ ids: [Int64], threads: ThreadLimit) throws -> [PanelValues] {
    try load(db, ids, threads: threads) { (panel, threads) throws(KnowledgeBaseError) in
      let columns = try decode(panel, valuesOnly: true, threads: threads)
      return PanelValues(
        indicator: panel.indicator, stratum: panel.stratum, unit: panel.unit, zones: panel.zones,
        periods: panel.periods, values: columns.values, statuses: columns.statuses)
    }
  }

  private static func load<Output: Sendable>(
    _ db: Database, _ ids: [Int64], threads: ThreadLimit,
    _ decode: @Sendable (Description, ThreadLimit) throws(KnowledgeBaseError) -> Output
  ) throws -> [Output] {
    var cache = AxisCache()
    let descriptions = try ids.map { id in
      var description = try describe(db, id, zone: nil, cache: &cache)
      description.chunks = try chunks(db, id, numbers: nil)
      return description
    }
    let inner = descriptions.count >= threads.count ? ThreadLimit.single : threads
    let outer = descriptions.count >= threads.count ? threads : .single
    var results = [Result<Output, KnowledgeBaseError>?](repeating: nil, count: descriptions.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Ranges handed out are disjoint, so no two threads touch the same element.
      nonisolated(unsafe) let results = buffer
      parallelFor(descriptions.count, threads: outer) { range in
        for index in range {
          results[index] = Result { () throws(KnowledgeBaseError) in try decode(descriptions[index], inner) }
        }
      }
    }
    return try results.compactMap { try $0?.get() }
  }

  /// One zone of a panel, from the one chunk that holds it; `nil` where the panel has no such zone.
  static func load(_ db: Database, _ id: Int64, zone code: String, cache: inout AxisCache) throws -> Panel? {
    let axis = try Row.fetchOne(
      try db.cachedStatement(sql: "SELECT zone_axis FROM panel WHERE id = ?"), arguments: [id])
    guard let axis = try axis.map({ Int64(try $0.integer(0)) }) else { throw StoredValueError.unreadable }
    guard let place = try place(db, axis: axis, zone: code, cache: &cache) else { return nil }
    let position = place.position
    var description = try describe(db, id, zone: place.zone, cache: &cache)
    guard position < description.zoneCount else { throw StoredValueError.unreadable }
    let number = position / description.chunkZones
    description.chunks = try chunks(db, id, numbers: number)
    return try decode(description, zone: position)
  }

  /// Where a zone stands in an axis. Panels share axes, and finding a place in one takes longer than reading a chunk.
  private static func place(_ db: Database, axis: Int64, zone code: String, cache: inout AxisCache) throws
    -> (position: Int, zone: Zone)?
  {
    if let known = cache.places[axis] { return known }
    let find = try db.cachedStatement(
      sql: """
        SELECT m.position FROM zone JOIN zone_axis_member m ON m.axis = ? AND m.zone = zone.id
        WHERE zone.code = ?
        """)
    var place: (position: Int, zone: Zone)?
    if let row = try Row.fetchOne(find, arguments: [axis, code]) {
      let position = try row.integer(0)
      let zones = try AxisStore.zones(
        db,
        "SELECT \(AxisStore.zoneColumns) FROM zone_axis_member m JOIN zone ON zone.id = m.zone WHERE m.axis = ? AND m.position = ?",
        [axis, position])
      guard position >= 0, zones.count == 1, let only = zones.first else { throw StoredValueError.unreadable }
      place = (position, only)
    }
    cache.places.updateValue(place, forKey: axis)
    return place
  }

  private static func describe(_ db: Database, _ id: Int64, zone: Zone?, cache: inout AxisCache) throws
    -> Description
  {
    guard let row = try Row.fetchOne(try db.cachedStatement(sql: columns), arguments: [id]),
      try row.text(14) == codec
    else { throw StoredValueError.unreadable }
    let zoneAxis = Int64(try row.integer(6))
    let periodAxis = Int64(try row.integer(7))
    let axes: PanelAxes
    do {
      let key = AxisCache.Key(zones: zone == nil ? zoneAxis : nil, periods: periodAxis)
      var known = cache.axes[key]
      if known == nil {
        known = try PanelAxes(
          zones: zone == nil ? AxisStore.zones(db, axis: zoneAxis) : [],
          periods: AxisStore.periods(db, axis: periodAxis))
        cache.axes[key] = known
      }
      guard var found = known else { throw StoredValueError.unreadable }
      if let zone {
        found = found.with(zone: zone)
      }
      axes = found
    } catch let error as IndicatorsError {
      throw KnowledgeBaseError.damaged(path: "", detail: "\(try row.text(1)): \(error)")
    }
    let kind = try row.optionalText(3).map { text in
      guard let kind = IndicatorKind(rawValue: text) else { throw StoredValueError.unreadable }
      return kind
    }
    let chunkZones = try row.integer(13)
    guard axes.zones.count == (zone == nil ? try row.integer(8) : 1),
      axes.periods.count == (try row.integer(9)),
      chunkZones == PanelChunk.zones
    else { throw StoredValueError.unreadable }
    let choices = try row.text(2)
    return Description(
      id: id, indicator: try row.text(1),
      // Most panels have no choices, and a decoder takes longer than the rest of a one-zone reading.
      stratum: choices == "[]"
        ? .all : Stratum(try StoredJSON.value([StoredChoice].self, choices).map { try $0.choice() }),
      kind: kind, unit: Indicators.Unit(rawValue: try row.text(4)),
      multiplier: try row.optionalReal(5) ?? .nan, axes: axes,
      zoneCount: try row.integer(8),
      hasNumerators: try row.flag(10), hasDenominators: try row.flag(11),
      bounds: try row.integer(12) == 0 ? [:] : bounds(db, id), chunkZones: chunkZones)
  }

  private static func bounds(_ db: Database, _ id: Int64) throws -> [Int: ClosedRange<Double>] {
    var bounds: [Int: ClosedRange<Double>] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT cell, low, high FROM panel_bound WHERE panel = ?", arguments: [id])
    while let row = try rows.next() {
      let (low, high) = (try row.real(1), try row.real(2))
      guard low <= high else { throw StoredValueError.unreadable }
      bounds[try row.integer(0)] = low...high
    }
    return bounds
  }

  private static func chunks(_ db: Database, _ id: Int64, numbers wanted: Int?) throws
    -> [(number: Int, checksum: UInt64, data: Data)]
  {
    let filter = wanted == nil ? "" : " AND chunk = ?"
    let statement = try db.cachedStatement(
      sql: "SELECT chunk, checksum, data FROM panel_chunk WHERE panel = ?\(filter) ORDER BY chunk")
    let arguments: StatementArguments = wanted.map { [id, $0] } ?? [id]
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var chunks: [(number: Int, checksum: UInt64, data: Data)] = []
    while let row = try rows.next() {
      chunks.append(
        (try row.integer(0), UInt64(bitPattern: Int64(try row.integer(1))), try row.data(2)))
    }
    return chunks
  }

  /// Decodes the columns of a whole panel.
  private static func decode(_ panel: Description, valuesOnly: Bool, threads: ThreadLimit)
    throws(KnowledgeBaseError) -> Columns
  {
    let periods = panel.periods.count
    let (cells, overflow) = panel.zones.count.multipliedReportingOverflow(by: periods)
    let expected = cells == 0 ? 0 : (panel.zones.count - 1) / panel.chunkZones + 1
    for number in 0..<expected where number >= panel.chunks.count || panel.chunks[number].number != number {
      throw .damagedChunk(indicator: panel.indicator, chunk: number)
    }
    guard !overflow, panel.chunks.count == expected else {
      throw .damagedChunk(indicator: panel.indicator, chunk: expected)
    }
    return try columns(panel, valuesOnly: valuesOnly, cells: cells) { target in
      var damaged = [Bool](repeating: false, count: expected)
      damaged.withUnsafeMutableBufferPointer { buffer in
        // Each chunk has its own element and its own part of the columns.
        nonisolated(unsafe) let damaged = buffer
        parallelFor(expected, threads: threads) { range in
          let decompressor = ZstandardDecompressor()
          var scratch: [UInt8] = []
          let size = min(panel.chunkZones * periods, cells)
          withScratchColumns(panel, valuesOnly ? size : 0) { numerators, denominators in
            for number in range {
              let first = number * size
              let last = min(first + size, cells)
              var part = target.part(first..<last)
              if valuesOnly {
                part.numerators = numerators.map {
                  UnsafeMutableBufferPointer(rebasing: $0[..<(last - first)])
                }
                part.denominators = denominators.map {
                  UnsafeMutableBufferPointer(rebasing: $0[..<(last - first)])
                }
              }
              damaged[number] = !read(
                panel, panel.chunks[number], valuesOnly: valuesOnly, into: part, decompressor,
                scratch: &scratch)
            }
          }
        }
      }
      return damaged.firstIndex(of: true)
    }
  }

  /// Memory for the numerators and denominators of one chunk, where only values are wanted: it stays in the cache, and
  /// columns of the whole panel need never be made.
  private static func withScratchColumns(
    _ panel: Description, _ count: Int,
    _ body: (UnsafeMutableBufferPointer<Double>?, UnsafeMutableBufferPointer<Double>?) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { numerators in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { denominators in
        body(panel.hasNumerators ? numerators : nil, panel.hasDenominators ? denominators : nil)
      }
    }
  }

  /// Decodes one zone out of the chunk that holds it.
  private static func decode(_ panel: Description, zone: Int) throws(KnowledgeBaseError) -> Panel {
    let periods = panel.periods.count
    let number = zone / panel.chunkZones
    let first = number * panel.chunkZones
    let cells = min(panel.chunkZones, panel.zoneCount - first) * periods
    let columns = try columns(panel, valuesOnly: false, cells: cells) { target in
      guard cells > 0 else { return nil }
      guard let chunk = panel.chunks.first else { return number }
      let decompressor = ZstandardDecompressor()
      var scratch: [UInt8] = []
      return read(panel, chunk, valuesOnly: false, into: target, decompressor, scratch: &scratch)
        ? nil : number
    }
    let start = (zone - first) * periods
    let own = zone * periods..<(zone + 1) * periods
    var bounds: [Int: ClosedRange<Double>] = [:]
    for (cell, range) in panel.bounds where own.contains(cell) { bounds[cell - own.lowerBound] = range }
    return try build(panel, columns, cells: start..<start + periods, bounds: bounds)
  }

  /// Checks a chunk against its checksum and reads it.
  private static func read(
    _ panel: Description, _ chunk: (number: Int, checksum: UInt64, data: Data), valuesOnly: Bool,
    into target: PanelChunk.Target, _ decompressor: borrowing ZstandardDecompressor, scratch: inout [UInt8]
  ) -> Bool {
    chunk.data.withUnsafeBytes { stored in
      XXHash64.checksum(stored, seed: UInt64(clamping: chunk.number)) == chunk.checksum
        && PanelChunk.read(
          stored, multiplier: panel.multiplier, periods: panel.periods.count, valuesOnly: valuesOnly,
          into: target,
          with: decompressor, scratch: &scratch)
    }
  }

  /// Columns of cells, filled.
  private struct Columns {
    var values: [Double] = []
    var numerators: [Double]?
    var denominators: [Double]?
    var statuses: [CellStatus] = []
  }

  /// Makes columns and has them filled; `fill` gives the number of a damaged chunk, or `nil`.
  private static func columns(
    _ panel: Description, valuesOnly: Bool, cells: Int, fill: (PanelChunk.Target) -> Int?
  ) throws(KnowledgeBaseError) -> Columns {
    var damaged: Int?
    var columns = Columns()
    // A filled column has all its cells written: `fill` writes every cell of every chunk or names one as damaged, and
    // then no column leaves this function.
    func filled(_ count: Int) -> Int { damaged == nil ? count : 0 }
    func column(_ isWanted: Bool, _ body: (UnsafeMutableBufferPointer<Double>?) -> Void) -> [Double]? {
      guard isWanted else {
        body(nil)
        return nil
      }
      return [Double](unsafeUninitializedCapacity: cells) { buffer, count in
        body(UnsafeMutableBufferPointer(rebasing: buffer[..<cells]))
        count = filled(cells)
      }
    }
    var statuses: [CellStatus] = []
    var numerators: [Double]?
    var denominators: [Double]?
    let values = column(true) { values in
      numerators = column(panel.hasNumerators && !valuesOnly) { numerators in
        denominators = column(panel.hasDenominators && !valuesOnly) { denominators in
          // A status is one byte with the layout of a byte.
          statuses = [CellStatus](unsafeUninitializedCapacity: cells) { buffer, count in
            guard let values else { return }
            damaged = fill(
              PanelChunk.Target(
                values: values, numerators: numerators, denominators: denominators,
                statuses: UnsafeMutableRawBufferPointer(
                  UnsafeMutableBufferPointer(rebasing: buffer[..<cells]))))
            count = filled(cells)
          }
        }
      }
    }
    if let damaged { throw .damagedChunk(indicator: panel.indicator, chunk: damaged) }
    columns.values = values ?? []
    columns.numerators = numerators
    columns.denominators = denominators
    columns.statuses = statuses
    return columns
  }

  /// The panel of some cells of its columns.
  private static func build(
    _ panel: Description, _ columns: Columns, cells: Range<Int>, bounds: [Int: ClosedRange<Double>]
  ) throws(KnowledgeBaseError) -> Panel {
    let isWhole = cells == columns.values.indices
    func part(_ column: [Double]) -> [Double] { isWhole ? column : Array(column[cells]) }
    do {
      return try Panel(
        indicator: panel.indicator, stratum: panel.stratum, kind: panel.kind, unit: panel.unit,
        multiplier: panel.multiplier, axes: panel.axes, values: part(columns.values),
        numerators: columns.numerators.map(part),
        denominators: columns.denominators.map(part),
        statuses: isWhole ? columns.statuses : Array(columns.statuses[cells]), bounds: bounds,
        // Every chunk was found to agree when it was read.
        cellsAgree: true)
    } catch {
      // The bounds are of cells that are not hidden.
      throw .damaged(path: "", detail: "\(panel.indicator): \(error)")
    }
  }
}

extension PanelStore {
  /// The panels of a version, in the order of ``VersionStore/links(_:_:)``, without their figures.
  static func list(_ db: Database, _ version: Int) throws -> [PanelInfo] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT panel.indicator, panel.stratum, link.source, panel.zones, panel.periods, panel.observed,
          panel.sha256
        FROM version_panel link JOIN panel ON panel.id = link.panel
        WHERE link.version = ? ORDER BY link.position
        """, arguments: [version])
    return try rows.map { row in
      PanelInfo(
        indicator: try row.text(0), stratum: try row.text(1), source: try row.optionalText(2),
        zones: try row.integer(3), periods: try row.integer(4), observed: try row.integer(5),
        contentHash: try row.text(6))
    }
  }
}
