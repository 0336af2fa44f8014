import Analyses
import Disclosure
import Estimates
import Foundation
import Indicators
import Interchange
import KnowledgeBase
import Reports
import Scheduler
import Wording

/// Writes what a refresh made: pages and files into staging, the new version into the base, then the files into place.
struct RefreshWriting {
  let job: RefreshJob
  let folder: ProgrammeFolder
  let basePath: String
  let exists: Bool
  let outcomes: [SourceOutcome]
  let derived: DeriveStage
  let kept: [String: [Panel]]
  let results: RefreshResults
  let published: Dataset
  let publishing: PublishStage
  let findings: [Finding]
  /// The frozen baseline, of an earlier version or of now; `nil` where the programme freezes none.
  let frozen: ResultSet?
  let threads: ThreadLimit

  /// What was written.
  struct Written {
    let outcome: CommitOutcome
    let edition: Edition
    let files: [String]
  }

  func run() throws -> Written {
    let base = try KnowledgeBase(at: basePath, .create)
    defer {
      try? base.close()
      // A dry run leaves no base where there was none.
      if job.writesNothing, !exists { removeBase() }
    }
    // Pages name the version and what changed, which a commit that is undone tells without writing.
    let trial = try commit(base, dryRun: true)
    let edition = edition(trial)
    if job.writesNothing { return Written(outcome: trial, edition: edition, files: []) }
    let files = try StagedFiles(in: output)
    defer { files.discard() }
    try publishing.stage(files, edition: edition)
    let outcome = try commit(base)
    let names = try files.publish()
    return Written(
      outcome: outcome, edition: edition, files: names.map { (output as NSString).appendingPathComponent($0) }
    )
  }

  /// The folder of the result files.
  private var output: String {
    folder.folder.appendingPathComponent(folder.programme.publishFolder).relativePath
  }

  private func removeBase() {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: basePath + suffix) }
  }

  private func commit(_ base: KnowledgeBase, dryRun: Bool = false) throws -> CommitOutcome {
    let now = ISO8601DateFormatter().string(from: Date())
    let header = VersionHeader(
      label: folder.programme.id, created: now, engine: EngineVersion.text, message: "refresh")
    return try base.commit(header, threads: threads, dryRun: dryRun) {
      writer throws(KnowledgeBaseError) in
      writer.set(folder.programme)
      writer.set(folder.catalogue)
      if let system = folder.system { try writer.set([system]) }
      for indicator in folder.catalogue.indicators {
        if let panels = derived.panels[indicator.id] {
          try writer.add(panels, source: indicator.numerator?.source)
        }
      }
      try writer.keepPanels { kept[$0.indicator] != nil && derived.panels[$0.indicator] == nil }
      // A source that was not asked keeps the record of the version before.
      for outcome in outcomes where !outcome.isSkipped { try writer.record(record(outcome, now)) }
      for result in results.all { try writer.add(result.value) }
      if let frozen { try writer.add(frozen) }
      try writer.publish(published.panels)
    }
  }

  private func record(_ outcome: SourceOutcome, _ now: String) -> SourceRecord {
    let uses = folder.catalogue.indicators.filter {
      $0.numerator?.source == outcome.source.id || $0.denominator?.source == outcome.source.id
    }
    let hasKept = uses.contains { kept[$0.id] != nil }
    let failed = outcome.failure != nil || outcome.isSkipped
    return SourceRecord(
      id: outcome.source.id, state: failed ? (hasKept ? .keptLastGood : .failed) : .ok,
      contentHash: outcome.contentHash, licence: outcome.source.licence,
      attribution: outcome.source.attribution,
      retrieved: failed ? nil : now, message: outcome.failure?.description,
      isConstructed: outcome.source.isConstructed)
  }

  private func edition(_ outcome: CommitOutcome) -> Edition {
    var counts = VersionDifference.Counts()
    if case .created(_, let difference) = outcome { counts = difference.total }
    return Edition(
      version: outcome.version.number, sources: folder.sources.count, added: counts.added,
      revised: counts.revised, withdrawn: counts.withdrawn,
      errors: findings.count { $0.severity == .error }, notes: findings.count { $0.severity < .error },
      failedSources: outcomes.filter { $0.failure != nil }.map(\.source.id))
  }
}
