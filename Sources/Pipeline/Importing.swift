import Estimates
import Foundation
import Indicators
import Interchange
import KnowledgeBase
import Scheduler

/// What an import did.
public struct ImportOutcome: Sendable {
  /// What became of the version.
  public let version: CommitOutcome
  /// The path of the base.
  public let base: String
  /// The indicators that came.
  public let indicators: [String]
  /// What was understood of the files.
  public let summaries: [ReadingSummary]
  /// What was found.
  public let findings: [Finding]

  /// The facts for people and machines.
  public var facts: [String: String] {
    var counts = VersionDifference.Counts()
    var isNew = false
    if case .created(_, let difference) = version {
      counts = difference.total
      isNew = true
    }
    return [
      "version": "\(version.version.number)", "changed": isNew ? "yes" : "no", "added": "\(counts.added)",
      "revised": "\(counts.revised)", "withdrawn": "\(counts.withdrawn)", "base": base,
      "indicators": indicators.joined(separator: ", "),
    ]
  }

  /// The facts as a result of one row.
  public var results: ResultSet {
    let counts = ["version", "added", "revised", "withdrawn"]
    var table = ResultTable(
      ResultSchema(
        verb: "import",
        columns: [ResultColumn("changed", .boolean, "Whether there is a new version.")]
          + counts.map { ResultColumn($0, .integer, "The version's number, or how many figures were \($0).") }
          + [ResultColumn("indicators", .texts, "The indicators that came.")]))
    table.append(
      [.boolean(facts["changed"] == "yes")] + counts.map { .integer(Int(facts[$0] ?? "") ?? 0) } + [
        .texts(indicators)
      ])
    return ResultSet(verb: "import", tables: [table], findings: findings)
  }
}

/// `import`: files become a new version of the base.
public enum Importing {
  /// Adds the panels of files to the base; panels of the same indicator and stratum are replaced, the others are kept, and so
  /// are results.
  public static func run(_ request: Request, base named: String?) throws -> ImportOutcome {
    guard case .files(let paths) = request.origin else {
      throw PipelineError.needsFiles(verb: "import")
    }
    let loaded = try DatasetLoading.load(request)
    let path = BaseLocation.path(named: named, programme: request.programme)
    let base = try KnowledgeBase(at: path, .create)
    defer { try? base.close() }
    let isNew = try base.versions().isEmpty
    let earlier = isNew ? [] : try base.results()
    let published = try Publishable.panels(of: isNew ? nil : base, replacing: loaded.dataset)
    let now = ISO8601DateFormatter().string(from: Date())
    let source = paths.map { $0 == "-" ? "stdin" : URL(fileURLWithPath: $0).lastPathComponent }.joined(
      separator: "+")
    let outcome = try base.commit(
      VersionHeader(created: now, engine: EngineVersion.text, message: "import \(source)")
    ) {
      writer throws(KnowledgeBaseError) in
      try writer.add(loaded.dataset.panels, source: source)
      try writer.keepPanels()
      if let system = loaded.dataset.system { try writer.set([system]) }
      try writer.record(SourceRecord(id: source, retrieved: now))
      for result in earlier { try writer.add(result) }
      try writer.publish(published)
    }
    return ImportOutcome(
      version: outcome, base: path, indicators: loaded.dataset.indicators, summaries: loaded.summaries,
      findings: loaded.dataset.findings)
  }
}
