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

  init(_ dataset: Dataset, _ question: EffectQuestion, _ programme: Programme?, _ options: AnalysisOptions) {
    self.dataset = dataset
    self.question = question
    self.programme = programme
    self.options = options
    tables = EffectTables(keys: options.keys)
    findings = dataset.findings
  }

  /// The rows of a panel for some treated zones.
  ///
  /// - Parameter role: The rows' role, where it is not that of the estimator.
  /// - Returns: What each estimator of the question found; `nil` where it refused.
  @discardableResult mutating func answer(
    _ panel: Panel, _ treated: EffectTreated, role: String? = nil
  ) throws(AnalysisError) -> [Found?] {
    let prepared = try Prepared(panel, of: dataset, zones: treated.codes)
    findings += prepared.grouped.findings
    var making = EffectStudyMaking(dataset, question, treated, programme)
    let made = try making.study(prepared)
    let frame = EffectFrame(dataset: dataset, prepared: prepared, treated: treated, options: options)
    for zone in making.excluded { tables.add(excluded: zone, frame) }
    let study: EffectStudy
    switch made {
    case .failure(let refusal):
      findings.append(frame.finding(refusal))
      for (place, method) in question.estimators.enumerated() {
        var cells = frame.cells(method, place: place, role: role, diagnostics: making.diagnostics)
        cells.refuseEffect(refusal.reason)
        tables.add(row: cells)
      }
      return question.estimators.map { _ in nil }
    case .success(let found): study = found
    }
    let context = EffectContext(study: study, treated: treated, question: question, options: options)
    var result: [Found?] = []
    for (place, method) in question.estimators.enumerated() {
      var cells = frame.cells(
        method, place: place, role: role, diagnostics: making.diagnostics + study.doubts)
      do throws(EffectError) {
        if Set(treated.starts.map(\.start)).count > 1, !method.takesStaggeredStarts {
          throw .cohorts(.severalStarts)
        }
        let answer = try method.answer(context)
        EffectRow(context, answer, better: dataset.direction(of: panel, options: options)).fill(&cells)
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
    return result
  }
}
