import Estimates
import Evaluation
import Indicators

/// The tables of `effect` about how sure its rows are, as they fill.
struct EffectInferenceTables {
  private var intervals: ResultTable
  private var honest: ResultTable
  private var bounds: ResultTable

  init(keys: [String]) {
    intervals = ResultTable(Schemas.effectIntervals.split(by: keys))
    honest = ResultTable(Schemas.effectHonest.split(by: keys))
    bounds = ResultTable(Schemas.effectBounds.split(by: keys))
  }

  var all: [ResultTable] { [intervals, honest, bounds] }

  /// Intervals and honest intervals of an answer.
  mutating func add(
    _ answer: EffectAnswer, _ context: EffectContext, _ method: EffectMethod, _ frame: EffectFrame
  ) {
    for row in EffectIntervals(answer: answer, context: context, method: method).all() {
      add(row, context, method, frame)
    }
    if let found = answer.honest { add(found, context, method, frame) }
  }

  private mutating func add(
    _ row: EffectInterval, _ context: EffectContext, _ method: EffectMethod, _ frame: EffectFrame
  ) {
    var cells = frame.cells(Schemas.effectIntervals)
    let none = row.reason ?? .notApplicable
    let scale = row.scale ?? context.study.scale
    cells["estimator"] = .text(method.word)
    cells["method"] = .text(row.method.rawValue)
    cells["statistic"] = row.statistic.map { .text($0.rawValue) } ?? .none(.notApplicable)
    cells["estimate"] = .number(row.estimate, or: none)
    cells["lower"] = .number(row.lower, or: none)
    cells["upper"] = .number(row.upper, or: none)
    cells["confidence"] = .number(context.options.level.value)
    cells["n"] = .number(row.n, or: .notApplicable)
    cells["unit"] = .text(context.study.unit(scale))
    cells["scale"] = .text(scale.rawValue)
    cells["standard_error"] = .number(row.error, or: .notApplicable)
    cells["p_value"] = .number(row.pValue, or: .notApplicable)
    cells["p_floor"] = .number(row.floor, or: .notApplicable)
    cells["highest_level"] = .number(row.highest, or: .notApplicable)
    cells["diagnostics"] = .texts(row.diagnostics.map(\.rawValue))
    if let reason = row.reason { cells["reason"] = .text(reason.rawValue) }
    intervals.append(cells)
  }

  private mutating func add(
    _ found: EffectHonest, _ context: EffectContext, _ method: EffectMethod, _ frame: EffectFrame
  ) {
    for part in found.parts {
      var cells = frame.cells(Schemas.effectHonest)
      cells["estimator"] = .text(method.word)
      cells["restriction"] = .text(part.restriction)
      cells["method"] = .text(part.method.rawValue)
      cells["confidence"] = .number(context.options.level.value)
      cells["unit"] = .text(context.study.unit(context.study.scale))
      cells["diagnostics"] = .texts([])
      if let reason = part.reason {
        cells["reason"] = .text(reason.rawValue)
        honest.append(cells, otherwise: reason)
        continue
      }
      cells["estimate"] = .number(found.estimate, or: .notApplicable)
      cells["n"] = .number(Double(found.periods))
      cells["breakdown"] = .number(part.breakdown?.value, or: .notApplicable)
      if case .beyond = part.breakdown {
        cells["breakdown_is_least"] = .boolean(true)
      } else {
        cells["breakdown_is_least"] = .boolean(false)
      }
      for interval in part.intervals {
        cells["bound"] = .number(interval.bound)
        cells["lower"] = .number(interval.lower, or: .nothingRejected)
        cells["upper"] = .number(interval.upper, or: .nothingRejected)
        cells["identified_lower"] = .number(interval.identifiedLower, or: .notApplicable)
        cells["identified_upper"] = .number(interval.identifiedUpper, or: .notApplicable)
        cells["leaves_out_zero"] = .boolean(interval.excludesZero)
        honest.append(cells)
      }
    }
  }

  /// Bounds of the effects of a panel with hidden cells whose bounds are declared; nothing where there are none.
  ///
  /// Differences in differences and event studies are always bounded, exactly and without a search; others where asked for.
  mutating func addBounds(_ making: EffectStudyMaking, _ frame: EffectFrame) throws(AnalysisError) {
    guard let hidden = EffectHiddenStudy(frame.prepared.panel) else { return }
    var making = making.anew
    var prepared = frame.prepared
    prepared.panel = hidden.panel
    guard case .success(let study) = try making.study(prepared) else { return }
    guard let cells = hidden.cells(study), !cells.isEmpty else { return }
    let question = making.question
    let context = EffectContext(
      study: study, treated: frame.treated, question: question, options: frame.options)
    var diagnostics = making.diagnostics
    if hidden.hasAssumedDenominators { diagnostics.append(.denominatorsFromOtherPeriods) }
    for method in question.estimators {
      guard let make = method.estimator else { continue }
      var row = frame.cells(Schemas.effectBounds)
      row["estimator"] = .text(method.word)
      row["method"] = .text(Method.effectBounds.rawValue)
      row["unit"] = .text(study.unit(study.scale))
      row["scale"] = .text(study.scale.rawValue)
      row["hidden_cells"] = .integer(cells.count)
      row["hidden_zones"] = .integer(Set(cells.map(\.unit)).count)
      row["donors"] = .integer(study.donors.count)
      var notes = diagnostics
      do throws(EffectError) {
        let estimator = try make(context)
        guard question.bounds || estimator is DifferenceInDifferences || estimator is EventStudy else {
          continue
        }
        let found = try EffectBounds(study.design, hidden: cells, of: estimator)
        row["lower"] = .number(found.lower, or: .notApplicable)
        row["upper"] = .number(found.upper, or: .notApplicable)
        row["exact"] = .boolean(found.isExact)
        if !found.isExact { notes.append(.boundsAtLeastThisWide) }
      } catch {
        row["reason"] = .text(error.reason.rawValue)
      }
      row["diagnostics"] = .texts(notes.map(\.rawValue))
      bounds.append(row, otherwise: row["reason"]?.string.map { Reason($0) } ?? .notApplicable)
    }
  }
}

extension EffectStudy {
  /// The unit of outcomes on a scale.
  func unit(_ scale: OutcomeScale) -> String {
    switch scale {
    case .natural: panel.unit.rawValue
    case .log: "log \(panel.unit.rawValue)"
    case .squareRoot: "√ \(panel.unit.rawValue)"
    }
  }

  /// The same study whose answer is on another scale.
  func on(_ scale: OutcomeScale) -> EffectStudy {
    var copy = self
    copy.scale = scale
    return copy
  }
}

extension EffectStudyMaking {
  /// The same request, with nothing made yet.
  var anew: EffectStudyMaking { EffectStudyMaking(dataset, question, treated, programme) }
}
