import Estimates
import Evaluation
import Indicators

/// Answers one panel after the other, and fills the tables.
struct EffectAnswering {
  /// What an estimator found of one study.
  struct Found {
    let context: EffectContext
    let answer: EffectAnswer
  }

  let dataset: Dataset
  let question: EffectQuestion
  let programme: Programme?
  let options: AnalysisOptions
  var tables: EffectTables
  var findings: [Finding]
  /// The rows that are judged together.
  private var families: EffectFamilies
  /// What the rows of the last panel shared.
  private var last: EffectFrame?

  init(_ dataset: Dataset, _ question: EffectQuestion, _ programme: Programme?, _ options: AnalysisOptions) {
    self.dataset = dataset
    self.question = question
    self.programme = programme
    self.options = options
    tables = EffectTables(keys: options.keys)
    tables.ask(question, keys: options.keys)
    findings = dataset.findings
    families = EffectFamilies(
      programme, question.adjustment, level: programme?.alpha ?? 1 - options.level.value)
  }

  /// All tables, after what many rows have in common is known.
  mutating func finished() -> ResultSet {
    findings += families.fill(&tables, last)
    return ResultSet(verb: "effect", tables: tables.all, findings: findings)
  }

  /// The rows of a panel for some treated zones.
  ///
  /// - Parameter role: The rows' role, where it is not that of the estimator.
  /// - Returns: What each estimator of the question found; `nil` where it refused.
  @discardableResult mutating func answer(
    _ panel: Panel, _ treated: EffectTreated, role: String? = nil
  ) throws(AnalysisError) -> [Found?] {
    let question = question.about(panel.indicator)
    let prepared = try Prepared(panel, of: dataset, zones: treated.codes)
    findings += prepared.grouped.findings
    var making = EffectStudyMaking(dataset, question, treated, programme)
    let made = try making.study(prepared)
    let frame = EffectFrame(dataset: dataset, prepared: prepared, treated: treated, options: options)
    last = frame
    for zone in making.excluded { tables.add(excluded: zone, frame) }
    try tables.inference.addBounds(making, frame)
    let methods = question.estimators(for: panel)
    let study: EffectStudy
    switch made {
    case .failure(let refusal):
      findings.append(frame.finding(refusal))
      for (place, method) in methods.enumerated() {
        var cells = frame.cells(method, place: place, role: role, diagnostics: making.diagnostics)
        cells.refuseEffect(refusal.reason)
        tables.add(row: cells)
      }
      return methods.map { _ in nil }
    case .success(let found): study = found
    }
    let context = EffectContext(study: study, treated: treated, question: question, options: options)
    var result: [Found?] = []
    for (place, method) in methods.enumerated() {
      var cells = frame.cells(
        method, place: place, role: role, diagnostics: making.diagnostics + study.doubts)
      do throws(EffectError) {
        if Set(treated.starts.map(\.start)).count > 1, !method.takesStaggeredStarts {
          throw .cohorts(.severalStarts)
        }
        let answer = try method.answer(context)
        let better = dataset.direction(of: panel, options: options)
        EffectRow(context, answer, better: better).fill(&cells)
        if place == 0, role == nil {
          families.add(row: tables.count, panel.indicator, answer, study, dataset, better: better)
          if !question.isLocked, let looks = EffectLooks(method, context, answer, programme: programme) {
            tables.add(looks: looks.rows(method, frame))
            if cells["verdict"] == .text("changed"), !looks.hasPassed { cells.add([.lookLimitNotPassed]) }
          }
        }
        tables.add(row: cells)
        tables.add(answer, context, method, frame)
        result.append(Found(context: context, answer: answer))
      } catch {
        cells.refuseEffect(error.reason)
        tables.add(row: cells)
        findings.append(frame.finding(EffectRefusal(error), method))
        result.append(nil)
      }
    }
    if role == nil {
      try tables.addSensitivity(context, frame) { [dataset, programme] question throws(AnalysisError) in
        var making = EffectStudyMaking(dataset, question, treated, programme)
        return try making.study(prepared)
      }
    }
    return result
  }
}
