import Estimates
import Evaluation
import Indicators

/// The tables of `effect` as they fill.
struct EffectTables {
  private let keys: [String]
  private var rows: [ResultCells] = []
  private var goals = ResultTable(Schemas.effectGoals)
  private var looks: ResultTable
  private var donors: ResultTable
  private var periods: ResultTable
  private var curve: ResultTable
  private var placebos: ResultTable
  private var excluded: ResultTable
  var inference: EffectInferenceTables
  var pooled: ResultTable
  var aggregations: ResultTable
  var eventTime: ResultTable
  var cohorts: ResultTable
  /// The tables of `--sensitivity` and `--placebo-weights`, where asked for.
  var sensitivity: SensitivityTables?
  var placeboWeights: ResultTable?

  init(keys: [String]) {
    self.keys = keys
    looks = ResultTable(Schemas.effectLooks.split(by: keys))
    donors = ResultTable(Schemas.effectDonors.split(by: keys))
    periods = ResultTable(Schemas.effectPeriods.split(by: keys))
    curve = ResultTable(Schemas.effectCurve.split(by: keys))
    placebos = ResultTable(Schemas.effectPlacebos.split(by: keys))
    excluded = ResultTable(Schemas.effectExcluded.split(by: keys))
    inference = EffectInferenceTables(keys: keys)
    pooled = ResultTable(Schemas.effectPooled.split(by: keys))
    aggregations = ResultTable(Schemas.effectAggregations.split(by: keys))
    eventTime = ResultTable(Schemas.effectEventTime.split(by: keys))
    cohorts = ResultTable(Schemas.effectCohorts.split(by: keys))
  }

  /// All tables, the rows first.
  var all: [ResultTable] {
    var answered = ResultTable(Schemas.effect.split(by: keys))
    for row in rows { answered.append(row) }
    return [answered, donors, periods, curve, placebos, excluded] + inference.all
      + [goals, looks, pooled, aggregations, eventTime, cohorts] + asked
  }

  mutating func add(row: ResultCells) { rows.append(row) }

  /// How many rows there are so far.
  var count: Int { rows.count }

  /// Changes a row that is there; what many rows have in common is known last.
  mutating func change(row: Int, _ change: (inout ResultCells) -> Void) { change(&rows[row]) }

  mutating func add(goal: ResultCells) { goals.append(goal) }

  mutating func add(looks found: [ResultCells]) { for look in found { looks.append(look) } }

  mutating func add(excluded zone: ExcludedZone, _ frame: EffectFrame) {
    var cells = frame.cells(Schemas.effectExcluded, code: zone.zone.code, name: zone.zone.name)
    cells["reason"] = .text(zone.reason.rawValue)
    excluded.append(cells)
  }

  /// Weights, paths and placebos of an answer.
  mutating func add(
    _ answer: EffectAnswer, _ context: EffectContext, _ method: EffectMethod, _ frame: EffectFrame
  ) {
    inference.add(answer, context, method, frame)
    let study = context.study
    if let staggered = answer.staggered { add(staggered, study, method, frame) }
    let fit = answer.fit
    if fit.donorWeights.count == study.donors.count {
      for (zone, weight) in zip(study.donors, fit.donorWeights) {
        var cells = frame.cells(Schemas.effectDonors, code: zone.code, name: zone.name)
        cells["estimator"] = .text(method.word)
        cells["weight"] = .number(weight)
        donors.append(cells)
      }
    }
    for (period, weight) in zip(study.periods, fit.periodWeights) {
      var cells = frame.cells(Schemas.effectPeriods)
      cells["estimator"] = .text(method.word)
      cells["period"] = .text("\(period)")
      cells["weight"] = .number(weight)
      periods.append(cells)
    }
    for (place, period) in study.periods.enumerated()
    where place < fit.observed.count && place < fit.counterfactual.count {
      var cells = frame.cells(Schemas.effectCurve)
      cells["estimator"] = .text(method.word)
      cells["period"] = .text("\(period)")
      cells["treated"] = .boolean(place >= study.design.prePeriods)
      cells["observed"] = .number(fit.observed[place])
      cells["counterfactual"] = .number(fit.counterfactual[place], or: .notApplicable)
      cells["effect"] = .number(fit.observed[place] - fit.counterfactual[place], or: .notApplicable)
      curve.append(cells)
    }
    guard let found = answer.placebos else { return }
    for ((set, placebo), ratio) in zip(zip(found.sets, found.placebos), found.errorRatios) {
      let zones = set.map { study.donors[$0] }
      var cells = frame.cells(
        Schemas.effectPlacebos, code: zones.map(\.code).joined(separator: "+"),
        name: zones.map(\.name).joined(separator: " + "))
      cells["estimator"] = .text(method.word)
      cells["estimate"] = .number(placebo.effect)
      cells["pre_rmspe"] = .number(placebo.rootMeanSquare(over: 0..<found.prePeriods))
      cells["rmspe_ratio"] = .number(ratio, or: .perfectFitBefore)
      cells["optimality"] = .number(placebo.optimality, or: .notApplicable)
      placebos.append(cells)
    }
    for (set, error) in found.refused {
      let zones = set.map { study.donors[$0] }
      var cells = frame.cells(
        Schemas.effectPlacebos, code: zones.map(\.code).joined(separator: "+"),
        name: zones.map(\.name).joined(separator: " + "))
      cells["estimator"] = .text(method.word)
      cells["reason"] = .text(error.reason.rawValue)
      placebos.append(cells, otherwise: error.reason)
    }
    addWeights(found, study, method, frame)
  }
}
