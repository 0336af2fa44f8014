import Foundation
import GRDB
import Indicators
import Scheduler
import Synchronization
import Testing

@testable import KnowledgeBase

@Suite struct KnowledgeBaseTests {
  private func base(_ folder: Folder, _ panels: [Panel]) throws -> KnowledgeBase {
    let base = try KnowledgeBase(at: folder.file("a.levekar"), .create)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add(panels, source: "local")
      try writer.record(SourceRecord(id: "local", contentHash: "ab", licence: "CC0", retrieved: "in January"))
    }
    return base
  }

  // MARK: Versions

  @Test func aSecondRefreshWithTheSameInputChangesNothing() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share(), Samples.share("neet", seed: 2)])
    try base.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: base.path))
    let again = try KnowledgeBase(at: base.path, .write)
    let panels = try [Samples.share(), Samples.share("neet", seed: 2)]
    let outcome = try again.commit(VersionHeader(created: "later", engine: "0.1")) {
      writer throws(KnowledgeBaseError) in
      try writer.add(panels, source: "local")
      try writer.record(
        SourceRecord(id: "local", contentHash: "other", licence: "CC0", retrieved: "in February"))
    }
    #expect(outcome == .unchanged(try again.version(1)))
    #expect(try again.versions().count == 1)
    try again.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: base.path)) == before)
  }

  @Test func anotherLicenceIsAnotherVersion() throws {
    let folder = try Folder()
    let panels = try [Samples.share()]
    let base = try base(folder, panels)
    let outcome = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add(panels, source: "local")
      try writer.record(SourceRecord(id: "local", licence: "CC BY 4.0"))
    }
    guard case .created(let version, let difference) = outcome else {
      Issue.record("expected a new version")
      return
    }
    #expect(version.number == 2)
    #expect(version.parent == 1)
    #expect(difference.total.isEmpty)
  }

  @Test func unchangedPanelsAreStoredOnce() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share(), Samples.share("neet", seed: 2)])
    let second = try [Samples.share(), Samples.share("neet", seed: 3)]
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add(second) }
    let counts = try base.reading { db in
      try (
        Int.fetchOne(db, sql: "SELECT count(*) FROM panel"),
        Int.fetchOne(db, sql: "SELECT count(*) FROM version_panel"),
        Int.fetchOne(db, sql: "SELECT count(*) FROM zone_axis"),
        Int.fetchOne(db, sql: "SELECT count(*) FROM zone")
      )
    }
    #expect(counts == (3, 4, 1, 40))
    #expect(try base.panels(version: 1) == [Samples.share(), Samples.share("neet", seed: 2)])
    #expect(try base.panels() == second)
  }

  /// Counted by hand: of 3 zones × 3 years one cell is changed, one hidden, one zone is new, one year is gone.
  @Test func differencesCountNumbers() throws {
    func panel(
      _ zones: Int, _ years: ClosedRange<Int>, _ change: (inout [Double], inout [CellStatus]) -> Void
    )
      throws -> Panel
    {
      let periods = Samples.years(years)
      var values = [Double](repeating: 5, count: zones * periods.count)
      var statuses = [CellStatus](repeating: .observed, count: values.count)
      change(&values, &statuses)
      return try Panel(
        indicator: "people", kind: .count, zones: Samples.zones(zones), periods: periods, values: values,
        statuses: statuses)
    }
    let folder = try Folder()
    let base = try base(folder, [panel(3, 2019...2021) { _, _ in }])
    let revised = try panel(4, 2020...2021) { values, statuses in
      values[0] = 6
      values[3] = .nan
      statuses[3] = CellStatus(.suppressedPrimary)
    }
    let outcome = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([revised], source: "local")
    }
    guard case .created(_, let difference) = outcome else {
      Issue.record("expected a new version")
      return
    }
    // Withdrawn: the three of 2019 and the hidden one. Added: two years of the new zone.
    #expect(difference.total == .init(added: 2, revised: 1, withdrawn: 4))
    #expect(try base.difference(from: 1, to: 2) == difference)
    #expect(try base.difference(from: 2, to: 1).total == .init(added: 4, revised: 1, withdrawn: 2))
    #expect(try base.difference(from: 1, to: 1).indicators.isEmpty)
    #expect(throws: KnowledgeBaseError.unknownVersion(9)) { try base.difference(from: 1, to: 9) }
  }

  @Test func anOlderVersionCanBeMadeCurrent() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel])
    }
    #expect(try base.version().number == 2)
    #expect(try base.makeCurrent(1, at: "noon").isCurrent)
    #expect(try base.panels() == [Samples.share()])
    #expect(try base.panels(version: 2) == [Samples.sharePanel])
    let outcome = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel])
    }
    #expect(outcome.version.number == 3)
    #expect(outcome.version.parent == 1)
    #expect(throws: KnowledgeBaseError.unknownVersion(7)) { try base.makeCurrent(7) }
  }

  @Test func aFailedSourceKeepsItsLastGoodFigures() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let fresh = try Samples.share("neet", seed: 4)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      let kept = try writer.keepPanels { $0.source == "local" }
      #expect(kept == 1)
      try writer.record(SourceRecord(id: "local", state: .keptLastGood, message: "timed out"))
      try writer.add([fresh], source: "other")
      try writer.record(SourceRecord(id: "other"))
    }
    #expect(try base.panels() == [Samples.share(), fresh])
    #expect(try base.sources().map(\.state) == [.keptLastGood, .ok])
    #expect(try base.panelList().map(\.source) == ["local", "other"])
  }

  @Test func anImportReplacesWhatItBringsAndKeepsTheRest() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share(), Samples.share("neet", seed: 2)])
    let newer = try Samples.share("neet", seed: 9)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.keepPanels()
      try writer.add([newer], source: "file")
      try writer.record(SourceRecord(id: "file"))
    }
    #expect(try base.panels() == [Samples.share(), newer])
    #expect(try base.sources().map(\.id) == ["file", "local"])
    #expect(try base.sources().last?.retrieved == "in January")
  }

  @Test func twoPanelsOfTheSameNameAreRefused() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    #expect(throws: KnowledgeBaseError.duplicatePanel(indicator: "low-income", stratum: "")) {
      try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
        try writer.add([Samples.sharePanel])
        try writer.add([Samples.sharePanel])
      }
    }
    #expect(try base.versions().count == 1)
  }

  @Test func aDryRunTellsAndUndoes() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let outcome = try base.commit(Samples.header, dryRun: true) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel], source: "local")
    }
    #expect(outcome.version.number == 2)
    #expect(try base.versions().map(\.number) == [1])
    #expect(try base.verify().isEmpty)
  }

  // MARK: Failures in the middle

  @Test func anErrorInTheMiddleUndoesEverything() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let before = try base.versions()
    #expect(throws: KnowledgeBaseError.abandoned(reason: "test")) {
      try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
        try writer.add([Samples.sharePanel])
        throw KnowledgeBaseError.abandoned(reason: "test")
      }
    }
    #expect(try base.versions() == before)
    #expect(try base.panels() == [Samples.share()])
    #expect(try base.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM panel") } == 1)
  }

  /// What lies on the disk in the middle of a transaction is what a killed process leaves behind: copied away and
  /// opened, it is the version before. The panels are large enough to spill into the log before the end.
  @Test func aKilledProcessLeavesTheVersionBefore() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let path = base.path
    let copy = folder.file("copy.levekar")
    let large = try PanelStoreTests.random(104, named: "large")
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel, large])
      for suffix in ["", "-wal"] {
        do {
          try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
        } catch {
          throw .abandoned(reason: "\(error)")
        }
      }
    }
    #expect(try base.versions().count == 2)
    let left = try KnowledgeBase(at: copy, .write)
    #expect(try left.versions().map(\.number) == [1])
    #expect(try left.panels() == [Samples.share()])
    #expect(try left.verify().isEmpty)
  }

  @Test func aFullDiskLeavesTheBaseAsItWas() throws {
    let folder = try Folder()
    let path = try base(folder, [Samples.share()]).path
    let pages = try KnowledgeBase(at: path).reading { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    let limited = try KnowledgeBase(at: path, .write, waiting: 1, pageLimit: pages + 2)
    var generator = SplitMix(seed: 1)
    let noise = try Panel(
      indicator: "noise", zones: Samples.zones(1000), periods: Samples.years(2011...2020),
      values: (0..<10_000).map { _ in Double.random(in: 0..<1, using: &generator) },
      statuses: [CellStatus](repeating: .observed, count: 10_000))
    #expect(throws: KnowledgeBaseError.diskFull(path: path)) {
      try limited.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add([noise]) }
    }
    #expect(try limited.panels() == [Samples.share()])
    #expect(try limited.verify().isEmpty)
  }

  // MARK: Others at the same time

  @Test func aSecondWriterIsToldToTryLater() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let path = base.path
    let other = try KnowledgeBase(at: path, .write, waiting: 0)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel])
      for second in [other, base] {
        #expect(throws: KnowledgeBaseError.locked(path: path)) {
          try second.commit(Samples.header) { _ throws(KnowledgeBaseError) in }
        }
      }
    }
    #expect(KnowledgeBaseError.locked(path: path).kind == .tryLater)
    #expect(try other.version().number == 2)
  }

  @Test func readersSeeTheVersionBeforeUntilTheEnd() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let other = try KnowledgeBase(at: base.path)
    _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
      try writer.add([Samples.sharePanel])
      for reader in [base, other] {
        #expect(try reader.version().number == 1)
        #expect(try reader.panel("low-income").zones.count == 40)
      }
    }
    for reader in [base, other] { #expect(try reader.panel("low-income").zones.count == 3) }
  }

  @Test func readingGoesOnWhileManyVersionsAreMade() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let wrong = Mutex(0)
    parallelFor(2, threads: ThreadLimit(2)) { range in
      for task in range {
        do {
          for round in 0..<20 {
            if task == 0 {
              let panel = try Samples.share(seed: UInt64(round + 10))
              _ = try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in
                try writer.add([panel])
              }
            } else {
              let number = try base.version().number
              let seed = number == 1 ? 1 : UInt64(number + 8)
              let isRight = try base.panels(version: number) == [Samples.share(seed: seed)]
              if !isRight { wrong.withLock { $0 += 1 } }
            }
          }
        } catch {
          Issue.record("\(error)")
        }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
    #expect(try base.versions().count == 21)
  }

  // MARK: Texts

  @Test func textsWithAZeroCharacterAreRefused() throws {
    let folder = try Folder()
    let base = try base(folder, [Samples.share()])
    let panel = try Panel(
      indicator: "a\u{0}b", zones: Samples.zones(1), periods: Samples.years(2020...2020), values: [1],
      statuses: [.observed])
    #expect(throws: KnowledgeBaseError.unstorableText(what: "indicator", text: "a\u{0}b")) {
      try base.commit(Samples.header) { writer throws(KnowledgeBaseError) in try writer.add([panel]) }
    }
  }
}
