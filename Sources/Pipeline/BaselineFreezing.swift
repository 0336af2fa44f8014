import Analyses
import Disclosure
import Estimates
import Foundation
import Indicators
import KnowledgeBase

/// Baselines that stay as they were when they were frozen, with the hash of the figures they rest on.
enum FrozenBaseline {
  /// The verb frozen baselines are stored under.
  static let verb = "frozen-baseline"

  /// The frozen baselines of a version, if it has any.
  static func stored(in base: KnowledgeBase) throws -> ResultSet? {
    try base.versions().isEmpty ? nil : base.results(verb: verb).first
  }

  /// A baseline result under the verb of frozen ones, with the version it is frozen in; without what it said beside an
  /// earlier one. A baseline that was frozen before with the same figures stays of that version.
  static func frozen(_ result: ResultSet, version: Int, before: ResultSet?) -> ResultSet {
    let frozenIn = before.map { versions(of: $0) } ?? [:]
    let schema = ResultSchema(verb: verb, columns: result.rows.schema.columns)
    var table = ResultTable(schema)
    for row in 0..<result.rows.count {
      var values = result.rows.row(row)
      for key in ["frozen_estimate", "frozen_lower", "frozen_upper", "frozen_hash"] {
        if let column = schema.position(of: key) { values[column] = .none(.notApplicable) }
      }
      if let column = schema.position(of: "frozen_version") {
        values[column] = .integer(frozenIn[identity(result.rows, row)] ?? version)
      }
      table.append(values)
    }
    return ResultSet(verb: verb, tables: [table])
  }

  /// What a baseline is of: equal texts, equal baselines.
  private static func identity(_ rows: ResultTable, _ row: Int) -> String {
    ["indicator", "zone", "window", "data_hash"].map { rows[row, $0].string ?? "" }.joined(separator: "|")
  }

  /// The version each baseline was frozen in.
  private static func versions(of frozen: ResultSet) -> [String: Int] {
    let rows = frozen.rows
    return Dictionary(
      (0..<rows.count).compactMap { row in
        rows[row, "frozen_version"].double.map { (identity(rows, row), Int($0)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the version to come.
  static func nextVersion(of base: KnowledgeBase) throws -> Int {
    (try base.versions().map(\.number).max() ?? 0) + 1
  }

  /// A finding for each baseline whose figures are not those it was frozen with.
  static func revisions(of frozen: ResultSet, now result: ResultSet) -> [Finding] {
    func keyed(_ result: ResultSet) -> [String: String] {
      let rows = result.rows
      return Dictionary(
        (0..<rows.count).compactMap { row in
          let key = ["indicator", "zone", "window"].map { rows[row, $0].string ?? "" }.joined(separator: "|")
          return rows[row, "data_hash"].string.map { (key, $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
    let before = keyed(frozen)
    return keyed(result).sorted { $0.key < $1.key }.compactMap { key, hash in
      guard let old = before[key], old != hash else { return nil }
      let parts = key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      return Finding(.baselineRevised, severity: .note, arguments: ["indicator": parts[0], "zone": parts[1]])
    }
  }
}

/// `baseline --freeze`.
public enum BaselineFreezing {
  /// Answers the question from the base, and stores the answer as the frozen baseline of a new version; panels and other
  /// results are kept as they are.
  public static func freeze(_ question: Question, _ request: Request) throws -> Answer {
    let answer = try Answering.answer(question, request)
    guard case .base(let named) = request.origin else {
      throw PipelineError.unreadableOption(option: "--freeze", text: "data", expected: "--base")
    }
    let path = try BaseLocation.existing(named: named, programme: request.programme)
    let base = try KnowledgeBase(at: path, .write)
    defer { try? base.close() }
    let published = try Publishable.panels(of: base)
    let before = try FrozenBaseline.stored(in: base)
    let version = try FrozenBaseline.nextVersion(of: base)
    let kept = try base.results().filter { $0.verb != FrozenBaseline.verb }
    let now = ISO8601DateFormatter().string(from: Date())
    _ = try base.commit(VersionHeader(created: now, engine: EngineVersion.text, message: "baseline --freeze"))
    {
      writer throws(KnowledgeBaseError) in
      try writer.keepPanels()
      for result in kept { try writer.add(result) }
      try writer.add(FrozenBaseline.frozen(answer.results.value, version: version, before: before))
      try writer.publish(published)
    }
    return answer
  }
}
