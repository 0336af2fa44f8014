import Analyses
import Disclosure
import Estimates
import Foundation
import Indicators
import KnowledgeBase

extension Diagnostic {
  /// The figures of a frozen baseline have been revised since; the frozen numbers stand.
  public static let baselineRevised = Diagnostic("baseline-revised")
}

/// Baselines that stay as they were when they were frozen, with the hash of the figures they rest on.
enum FrozenBaseline {
  /// The verb frozen baselines are stored under.
  static let verb = "frozen-baseline"

  /// The frozen baselines of a version, if it has any.
  static func stored(in base: KnowledgeBase) throws -> ResultSet? {
    try base.versions().isEmpty ? nil : base.results(verb: verb).first
  }

  /// A baseline result under the verb of frozen ones.
  static func frozen(_ result: ResultSet) -> ResultSet {
    var table = ResultTable(ResultSchema(verb: verb, columns: result.rows.schema.columns))
    for row in 0..<result.rows.count { table.append(result.rows.row(row)) }
    return ResultSet(verb: verb, tables: [table])
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
    let kept = try base.results().filter { $0.verb != FrozenBaseline.verb }
    let now = ISO8601DateFormatter().string(from: Date())
    _ = try base.commit(VersionHeader(created: now, engine: EngineVersion.text, message: "baseline --freeze"))
    {
      writer throws(KnowledgeBaseError) in
      try writer.keepPanels()
      for result in kept { try writer.add(result) }
      try writer.add(FrozenBaseline.frozen(answer.results.value))
      try writer.publish(published)
    }
    return answer
  }
}
