import Foundation
import GRDB
import Indicators
import Scheduler
import Testing

@testable import KnowledgeBase

@Suite struct PanelStoreTests {
  /// A panel whose every part is drawn: shape, kinds of numbers, statuses, flags, bounds, periods and strata.
  static func random(_ seed: UInt64, named name: String) throws -> Panel {
    var generator = SplitMix(seed: seed)
    func draw(_ count: UInt64) -> Int { Int(generator.next() % count) }
    let zoneCount = [0, 1, 2, 5, 100, 1023, 1024, 1025, 2100][draw(9)]
    let windows = (0..<draw(6)).compactMap { Period(unit: .year, year: 2000 + $0, length: 3) }
    let months = (1...12).compactMap { Period(unit: .month, year: 2020, index: $0) }
    let schoolYears = (2010...2013).compactMap { Period(unit: .schoolYear, year: $0) }
    let weeks = (50...53).compactMap { Period(unit: .week, year: 2020, index: $0) }
    let periods = [windows, months, schoolYears, weeks, Samples.years(2019...2019), []][draw(6)]
    let count = zoneCount * periods.count
    let style = draw(5)
    let multiplier = [1, 100, 1000, 0.1][draw(4)]
    let hasNumerators = draw(3) > 0
    let hasDenominators = draw(3) > 0
    let hidden = [0, 2, 10, 1][draw(4)]
    var values: [Double] = []
    var numerators: [Double] = []
    var denominators: [Double] = []
    var statuses: [CellStatus] = []
    var bounds: [Int: ClosedRange<Double>] = [:]
    for cell in 0..<count {
      let isHidden = hidden == 1 || (hidden > 0 && draw(UInt64(hidden)) == 0)
      let kinds = CellStatus.Kind.allCases
      let kind = isHidden ? kinds[1 + draw(UInt64(kinds.count - 1))] : .observed
      statuses.append(CellStatus(kind, flags: .init(rawValue: UInt8(draw(3) * draw(8)))))
      let n = Double(draw(5000)) - (style == 4 ? 2500 : 0)
      let d = Double(1 + draw(50_000))
      let value: Double =
        switch style {
        case 0: multiplier * n / d
        case 1: n / d * multiplier
        case 2: n
        case 3: Double(draw(100_000)) / 10
        default: Double(bitPattern: generator.next() & 0xBFFF_FFFF_FFFF_FFFF)
        }
      let isObserved = kind == .observed
      values.append(isObserved ? (value.isFinite ? value : 1) : .nan)
      numerators.append(isObserved ? n : .nan)
      denominators.append(isObserved || draw(2) == 0 ? d : .nan)
      if CellStatus(kind).isSuppressed, draw(3) == 0 { bounds[cell] = 1...Double(2 + draw(5)) }
    }
    let stratum =
      draw(2) == 0
      ? Stratum.all
      : Stratum([
        Stratum.Choice(dimension: "kjønn", role: .sex, category: "2", label: "Kvinner"),
        Stratum.Choice(dimension: "alder", role: .age, category: "0-17"),
      ])
    return try Panel(
      indicator: name, stratum: stratum, kind: [nil, .proportion, .count, .median][draw(4)],
      unit: Indicators.Unit(rawValue: ["unknown", "per cent", "per 1000"][draw(3)]), multiplier: multiplier,
      zones: Samples.zones(zoneCount), periods: periods, values: values,
      numerators: hasNumerators ? numerators : nil, denominators: hasDenominators ? denominators : nil,
      statuses: statuses, bounds: bounds)
  }

  /// Equal in every bit, hidden cells included as far as a panel shows them.
  static func expectSameBits(_ one: Panel, _ other: Panel) {
    #expect(one == other)
    func bits(_ column: [Double]?) -> [UInt64]? {
      column?.map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
    }
    #expect(bits(one.values) == bits(other.values))
    #expect(bits(one.numerators) == bits(other.numerators))
    #expect(bits(one.denominators) == bits(other.denominators))
  }

  @Test(arguments: [1, 3])
  func randomPanelsComeBackBitForBit(threads: Int) throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let panels = try (0..<60).map { try Self.random($0 &+ 100, named: "indicator-\($0)") }
    _ = try base.commit(Samples.header, threads: ThreadLimit(threads)) { writer throws(KnowledgeBaseError) in
      try writer.add(panels)
    }
    let back = try base.panels(threads: ThreadLimit(threads))
    #expect(back.count == panels.count)
    for (one, other) in zip(panels, back) { Self.expectSameBits(one, other) }
    #expect(try base.verify().isEmpty)
  }

  @Test func oneZoneIsTheSameAsInTheWholePanel() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let panels = try (0..<20).map { try Self.random($0 &+ 900, named: "indicator-\($0)") }
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add(panels) }
    for position in [0, 1, 99, 1023, 1024, 2099] {
      let code = Samples.zones(position + 1)[position].code
      let series = try base.series(zone: code)
      let expected = try panels.compactMap { panel in
        try panel.position(ofZone: code).map { try panel.cut(zones: [$0]) }
      }
      #expect(series.count == expected.count)
      for (one, other) in zip(expected, series) { Self.expectSameBits(one, other) }
    }
    #expect(try base.series(zone: "nowhere").isEmpty)
  }

  @Test func theBytesAreTheSameForAnyNumberOfThreads() throws {
    let panels = try (0..<12).map { try Self.random($0 &+ 40, named: "indicator-\($0)") }
    let stored = try [1, 2, 5].map { threads in
      let folder = try Folder()
      let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
      _ = try base.commit(Samples.header, threads: ThreadLimit(threads)) {
        writer throws(KnowledgeBaseError) in
        try writer.add(panels)
      }
      return try base.reading { db in
        try Row.fetchAll(db, sql: "SELECT * FROM panel_chunk ORDER BY panel, chunk").map(\.description)
      }
    }
    #expect(!stored[0].isEmpty)
    #expect(stored[0] == stored[1])
    #expect(stored[0] == stored[2])
  }

  @Test func sharesAreRecomputedRatherThanStored() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let share = try Samples.share()
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add([share]) }
    let chunk = try base.reading { try Data.fetchOne($0, sql: "SELECT data FROM panel_chunk") }
    // Byte 9 is the codec of the values; see PanelChunk.
    #expect(chunk.map { Array($0)[9] } == NumberCodec.quotient.rawValue)
  }

  /// Every byte of a chunk is damaged in turn: never a number, always the error that names the chunk.
  @Test func aDamagedChunkIsNamed() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    let share = try Samples.share(zones: 3, years: 2020...2022)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add([share]) }
    let chunk = try #require(
      try base.reading { try Data.fetchOne($0, sql: "SELECT data FROM panel_chunk") })
    for position in chunk.indices {
      var damaged = chunk
      damaged[position] ^= 0x10
      try base.writing { db in
        try db.execute(sql: "UPDATE panel_chunk SET data = ?", arguments: [damaged])
        return ((), .commit)
      }
      #expect(throws: KnowledgeBaseError.damagedChunk(indicator: "low-income", chunk: 0)) {
        try base.panel("low-income")
      }
      #expect(throws: KnowledgeBaseError.damagedChunk(indicator: "low-income", chunk: 0)) {
        try base.series(zone: share.zones[0].code)
      }
    }
    #expect(try base.verify() == [.damagedChunk(indicator: "low-income", chunk: 0)])
  }

  /// Damage that has the right checksum, as an enemy could write, does not trap: it is an error or another number.
  @Test func aForgedChunkDoesNotTrap() throws {
    let folder = try Folder()
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel])
    }
    let chunk = try #require(
      try base.reading { try Data.fetchOne($0, sql: "SELECT data FROM panel_chunk") })
    var generator = SplitMix(seed: 5)
    var refused = 0
    for _ in 0..<400 {
      var forged = [UInt8](chunk)
      for _ in 0..<1 + generator.next() % 4 {
        forged[Int(generator.next() % UInt64(forged.count))] = UInt8(truncatingIfNeeded: generator.next())
      }
      if generator.next() % 4 == 0 { forged.removeLast(Int(generator.next() % UInt64(forged.count))) }
      let checksum = Int64(bitPattern: XXHash64.checksum(forged, seed: 0))
      try base.writing { db in
        try db.execute(
          sql: "UPDATE panel_chunk SET data = ?, checksum = ?", arguments: [Data(forged), checksum])
        return ((), .commit)
      }
      do {
        _ = try base.panels()
        _ = try base.series(zone: Samples.sharePanel.zones[0].code)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }
}

extension Samples {
  /// A small share without hidden cells, so that it can be made without throwing tests around it.
  static let sharePanel: Panel = {
    do {
      return try share(zones: 3, years: 2020...2022)
    } catch {
      preconditionFailure("the sample is a panel: \(error)")
    }
  }()
}
