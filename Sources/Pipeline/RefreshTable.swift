import Estimates
import Indicators
import KnowledgeBase

/// The outcome of a refresh for machines: a row a source, and a table of one row about the version.
enum RefreshTable {
  static func results(_ outcome: RefreshOutcome) -> ResultSet {
    var rows = ResultTable(
      ResultSchema(
        verb: "refresh",
        columns: [
          ResultColumn("source", .text, "The source's id."),
          ResultColumn("state", .text, "ok, failed or skipped."),
          ResultColumn("records", .integer, "How many records it gave."),
          ResultColumn("error", .text, "The code of the error it failed with."),
          ResultColumn("content_hash", .text, "SHA-256 of what it gave."),
        ]))
    for source in outcome.sources {
      rows.append(
        [
          "source": .text(source.source.id),
          "state": .text(source.isSkipped ? "skipped" : source.failure == nil ? "ok" : "failed"),
          "records": .integer(source.cubes.reduce(0) { $0 + $1.count }),
          "error": source.failure.map { .text($0.code) } ?? .none(.notApplicable),
          "content_hash": source.contentHash.map { .text($0) } ?? .none(.notApplicable),
        ])
    }
    var version = ResultTable(
      ResultSchema(
        verb: "refresh", table: "version",
        columns: [
          ResultColumn("version", .integer, "The version that is current."),
          ResultColumn("changed", .boolean, "Whether it is new."),
          ResultColumn("added", .integer, "Figures that were not there before."),
          ResultColumn("revised", .integer, "Figures that changed."),
          ResultColumn("withdrawn", .integer, "Figures that went away."),
          ResultColumn("content_hash", .text, "SHA-256 of the version's contents."),
          ResultColumn("files", .integer, "How many result files and pages were written."),
        ]))
    var counts = VersionDifference.Counts()
    var isNew = false
    if case .created(_, let difference) = outcome.version {
      counts = difference.total
      isNew = true
    }
    let info = outcome.version.version
    version.append([
      "version": .integer(info.number), "changed": .boolean(isNew), "added": .integer(counts.added),
      "revised": .integer(counts.revised), "withdrawn": .integer(counts.withdrawn),
      "content_hash": .text(info.contentHash), "files": .integer(outcome.files.count),
    ])
    return ResultSet(verb: "refresh", tables: [rows, version], findings: outcome.findings)
  }
}
