import Analyses
import Foundation
import Indicators
import Interchange
import KnowledgeBase
import Synchronization

/// `effect --lock`: makes a plan where there is none, and keeps to it where there is one.
public enum PlanLocking {
  /// Writes the plan and answers with what it promises, or answers with effects by the plan that is there.
  ///
  /// A plan that is there is read and its seal verified; it is never written again. A new one is written as a whole, after
  /// everything else has gone well, and holds no results.
  ///
  /// - Parameters:
  ///   - path: The plan's file.
  ///   - asked: The verb's own options.
  ///   - request: Where the figures come from, and which of them.
  ///   - calibration: Who is told how a calibration comes along; `nil` for no calibration.
  /// - Throws: ``Interchange/InterchangeError`` with `broken-seal` for a plan that was changed,
  ///   ``Analyses/AnalysisError/plan(_:)`` where a plan cannot be made or is contradicted, and the errors of the parts.
  public static func answer(
    plan path: String, _ asked: EffectRequest, _ request: Request, calibration: CalibrationProgress? = nil
  ) throws -> Answer {
    var question = try asked.question()
    let looks = try asked.lookYears()
    // What is there, whatever it is, is for the reader to judge: a folder is no reason to write.
    if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
      let (plan, seal) = try PlanFile.read(path)
      // Without words the plan's own estimators are meant.
      if !asked.namesEstimators { question.estimators = [] }
      let locked = LockedPlan(
        plan, seal: seal, given: asked.given, looks: looks, asksForAll: request.indicators.isEmpty)
      return try Answering.answer(
        calibration.map { .calibratedEffect(question, by: locked, progress: $0) }
          ?? .effect(question, by: locked), request)
    }
    guard calibration == nil else { throw AnalysisError.plan(.calibratesTooEarly) }
    question.estimators = try asked.plannedEstimators()
    let made = Mutex<EffectPlan?>(nil)
    let answer = try Answering.answer(
      .effectPlan(question, looks: looks, dataVersion: try version(of: request)) { plan in
        made.withLock { $0 = plan }
      }, request)
    guard let plan = made.withLock({ $0 }) else { return answer }
    let (text, seal) = PlanFile.text(of: plan)
    try AtomicFile.writeNew(Array(text.utf8), to: path)
    let locked = Finding(
      .planLocked, severity: .note,
      arguments: ["file": path.split(separator: "/").last.map(String.init) ?? path, "seal": seal])
    return Answer(
      results: answer.results.map { result in
        var result = result
        result.findings.append(locked)
        return result
      }, summaries: answer.summaries, catalogue: answer.catalogue, programme: answer.programme)
  }

  /// The version of a base with the digest of its content, or the digest of the files' bytes; `unknown` for standard input,
  /// which is read once. The fingerprints of the indicators tell what it held.
  private static func version(of request: Request) throws -> String {
    switch request.origin {
    case .base(let named):
      let path = try BaseLocation.existing(named: named, programme: request.programme)
      let version = try KnowledgeBase(at: path).version()
      return "version \(version.number), sha256:\(version.contentHash)"
    case .files(let paths):
      var digests: [String] = []
      for path in paths {
        // A pipe can be read once, and the reader will; a file that is not there is the reader's to refuse.
        let type =
          try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type] as? FileAttributeType
        guard path != "-", type == .typeRegular, let bytes = FileManager.default.contents(atPath: path) else {
          return "unknown"
        }
        digests.append(SHA256.digest(Array(bytes)))
      }
      return digests.map { "sha256:\($0)" }.joined(separator: ", ")
    }
  }
}

extension Diagnostic {
  /// A plan was written and sealed.
  public static let planLocked = Diagnostic("plan-locked")
}
