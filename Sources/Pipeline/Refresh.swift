import Analyses
import Disclosure
import Estimates
import Foundation
import Indicators
import Interchange
import KnowledgeBase
import Reports
import Scheduler

extension Diagnostic {
  /// A source failed; its last good figures are used.
  public static let sourceFailed = Diagnostic("source-failed")
  /// An indicator could not be made; its last good figures are used.
  public static let indicatorFailed = Diagnostic("indicator-failed")
}

/// What a refresh is asked to do.
public struct RefreshJob: Sendable {
  /// The programme file.
  public var programme: String
  /// The knowledge base; `nil` for the usual place.
  public var base: String?
  /// Whether no source is asked over the network.
  public var isOffline = false
  /// The sources to ask, or one stage; empty for everything.
  ///
  /// A stage before *protect* reads and derives without writing anything; a later one works on the figures of the base
  /// and asks no source.
  public var only: [String] = []
  /// Whether nothing is written.
  public var isDryRun = false
  /// The bound on threads; `nil` for all cores.
  public var threads: Int?

  /// A refresh of everything.
  public init(programme: String) { self.programme = programme }

  /// The stages among the words of `only`.
  private var stages: [Stage] { only.compactMap { Stage(rawValue: $0) } }

  /// Whether no source is asked.
  var usesBaseOnly: Bool { stages.contains { $0 == .protect || $0 == .analyse || $0 == .publish } }

  /// Whether nothing is written.
  var writesNothing: Bool { isDryRun || (!stages.isEmpty && !usesBaseOnly) }

  /// Whether a source is asked.
  func asks(_ source: DataSource) -> Bool {
    if usesBaseOnly || (isOffline && source.kind.isRemote) { return false }
    let named = only.filter { Stage(rawValue: $0) == nil }
    return named.isEmpty || named.contains(source.id)
  }

  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)`` for a word that is neither a stage nor a source.
  func checkOnly(_ sources: [DataSource]) throws(PipelineError) {
    for word in only where Stage(rawValue: word) == nil && !sources.contains(where: { $0.id == word }) {
      let known = Stage.allCases.map(\.rawValue) + sources.map(\.id)
      throw .unreadableOption(option: "--only", text: word, expected: known.joined(separator: ", "))
    }
  }
}

/// What a refresh did.
public struct RefreshOutcome: Sendable {
  /// The programme with what lies beside it.
  public let folder: ProgrammeFolder
  /// What became of each source.
  public let sources: [SourceOutcome]
  /// What became of the version.
  public let version: CommitOutcome
  /// The results.
  public let results: RefreshResults
  /// What was found, first errors.
  public let findings: [Finding]
  /// The errors behind failed sources and indicators.
  public let errors: [any LevekarError]
  /// The files written, relative to the working folder.
  public let files: [String]
  /// The path of the base.
  public let base: String
  /// What a page of it shows.
  public let content: OverviewContent

  /// 0, or 1 where a source or an indicator failed.
  public var exitCode: Int32 { errors.isEmpty ? ExitStatus.ok : ExitStatus.problems }
}

/// The nightly job.
///
/// fetch → read → harmonise → derive → protect → analyse → publish. Disclosure control comes before the analyses, so that no
/// estimate can carry a hidden figure out. One source that fails keeps its last good figures and is named; the others go on.
/// Pages and result files are made beside their places before the base is written, and put there after, so that neither
/// changes without the other.
public enum Refresh {
  /// Runs the job.
  ///
  /// - Throws: The ``Indicators/LevekarError`` that leaves nothing to publish: no programme, no source that answered, a base
  ///   or a folder that cannot be written.
  public static func run(_ job: RefreshJob, progress: RefreshProgress = .silent) throws -> RefreshOutcome {
    defer { progress.finish() }
    let threads = job.threads.map { ThreadLimit($0) } ?? .cores
    let folder = try ProgrammeFolder(path: job.programme)
    try job.checkOnly(folder.sources)
    let basePath = BaseLocation.path(named: job.base, programme: job.programme)
    let outcomes = fetchAndRead(folder, job, progress)
    let answered = outcomes.contains { $0.failure == nil && !$0.isSkipped }
    guard answered || folder.sources.isEmpty || !job.only.isEmpty else {
      throw outcomes.lazy.compactMap(\.failure).first { _ in outcomes.count == 1 }
        ?? PipelineError.noSourceAnswered(sources: folder.sources.map(\.id))
    }
    progress.enter(.harmonise)
    let derived = DeriveStage(folder, outcomes, progress: progress)
    let existing = FileManager.default.fileExists(atPath: basePath)
    if existing { try checkOwner(basePath, folder.programme) }
    let kept = existing ? try lastGood(basePath, folder, derived, outcomes) : [:]

    var panels: [Panel] = []
    for indicator in folder.catalogue.indicators {
      panels += derived.panels[indicator.id] ?? kept[indicator.id] ?? []
    }
    progress.enter(.protect)
    var findings = outcomes.flatMap { $0.cubes.flatMap(\.findings) } + derived.findings
    let dataset = try DatasetLoading.shown(
      panels, catalogue: folder.catalogue, system: folder.system, groups: folder.programme.groups)
    let protected = try ProtectStage.protect(dataset, appliesRules: true)
    progress.enter(.analyse)
    var frozen = existing ? try FrozenBaseline.stored(in: KnowledgeBase(at: basePath)) : nil
    let results = try AnalyseStage.run(
      protected, folder.programme, frozen: frozen?.rows, threads: threads)
    progress.enter(.publish)

    let errors = outcomes.compactMap(\.failure) + derived.failures.map(\.error)
    findings += protected.value.findings
    for outcome in outcomes where outcome.failure != nil {
      findings.append(Finding(.sourceFailed, severity: .error, arguments: ["source": outcome.source.id]))
    }
    for failure in derived.failures {
      findings.append(
        Finding(.indicatorFailed, severity: .error, arguments: ["indicator": failure.indicator]))
    }
    let treated = Set(folder.programme.treated.map(\.zone))
    let publishing = PublishStage(
      folder: folder, results: results,
      contextZones: (folder.system?.zones ?? []).filter {
        $0.level == .livingConditionsZone && !treated.contains($0.code)
      }
      .map(\.code))
    for format in publishing.unavailable {
      findings.append(Finding(.formatNotAvailable, arguments: ["format": format]))
    }
    if let baseline = results.baseline?.value {
      if let frozen { findings += FrozenBaseline.revisions(of: frozen, now: baseline) }
      if frozen == nil, folder.programme.freezesBaseline {
        let version = existing ? try FrozenBaseline.nextVersion(of: KnowledgeBase(at: basePath)) : 1
        frozen = FrozenBaseline.frozen(baseline, version: version, before: nil)
      }
    }
    findings.sort { $0.severity > $1.severity }
    let writing = RefreshWriting(
      job: job, folder: folder, basePath: basePath, exists: existing, outcomes: outcomes, derived: derived,
      kept: kept, results: results, published: protected.value, publishing: publishing, findings: findings,
      frozen: frozen, threads: threads)
    let written = try writing.run()
    return RefreshOutcome(
      folder: folder, sources: outcomes, version: written.outcome, results: results, findings: findings,
      errors: errors, files: written.files, base: basePath,
      content: publishing.content(written.edition, .nb))
  }

  /// A base that another programme made is left alone: a version of this one would withdraw all its figures.
  private static func checkOwner(_ path: String, _ programme: Programme) throws {
    let base = try KnowledgeBase(at: path)
    guard try !base.versions().isEmpty, let owner = try base.programme(), owner.id != programme.id else {
      return
    }
    throw PipelineError.baseOfAnotherProgramme(path: path, found: owner.id, wanted: programme.id)
  }

  /// Every source, one after the other; a failure is the source's own.
  private static func fetchAndRead(_ folder: ProgrammeFolder, _ job: RefreshJob, _ progress: RefreshProgress)
    -> [SourceOutcome]
  {
    folder.sources.map { source in
      func without(_ failure: (any LevekarError)?, isSkipped: Bool = false) -> SourceOutcome {
        SourceOutcome(
          source: source, cubes: [], summaries: [], contentHash: nil, failure: failure, isSkipped: isSkipped)
      }
      guard job.asks(source) else { return without(nil, isSkipped: true) }
      do {
        progress.enter(.fetch, source.id)
        let files = try FetchStage.files(of: source, in: folder.folder)
        progress.enter(.read, source.id)
        return try ReadStage.read(source, files: files, threads: job.threads)
      } catch let error as any LevekarError {
        return without(error)
      } catch {
        return without(UnexpectedFailure(error))
      }
    }
  }

  /// The figures of the base's current version, of indicators that this refresh has none for because something failed or was
  /// left out.
  private static func lastGood(
    _ path: String, _ folder: ProgrammeFolder, _ derived: DeriveStage, _ outcomes: [SourceOutcome]
  ) throws -> [String: [Panel]] {
    let failed = Set(outcomes.filter { $0.failure != nil || $0.isSkipped }.map(\.source.id))
    let broken = Set(derived.failures.map(\.indicator))
    let wanted = folder.catalogue.indicators.filter { indicator in
      let sources = [indicator.numerator?.source, indicator.denominator?.source].compactMap { $0 }
      return broken.contains(indicator.id) || sources.contains(where: failed.contains)
    }
    guard !wanted.isEmpty else { return [:] }
    let base = try KnowledgeBase(at: path)
    guard try !base.versions().isEmpty else { return [:] }
    return Dictionary(grouping: try base.panels(Set(wanted.map(\.id))), by: \.indicator)
  }
}
