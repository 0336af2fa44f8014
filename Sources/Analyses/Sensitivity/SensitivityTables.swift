import Estimates
import Evaluation
import Indicators

/// The tables of `effect --sensitivity` as they fill.
struct SensitivityTables {
  private var panel: ResultTable
  private var checks: ResultTable
  private var districts: ResultTable?

  init(_ question: SensitivityQuestion, keys: [String]) {
    panel = ResultTable(Schemas.effectSensitivity.split(by: keys))
    checks = ResultTable(Schemas.effectChecks.split(by: keys))
    districts = question.districts.map { _ in ResultTable(Schemas.effectDistricts.split(by: keys)) }
  }

  var all: [ResultTable] { [panel, checks] + (districts.map { [$0] } ?? []) }

  mutating func add(_ found: SensitivityPanel, _ frame: EffectFrame) {
    guard let headline = found.cells.first else { return }
    for (place, cell) in found.cells.enumerated() {
      var cells = frame.cells(Schemas.effectSensitivity)
      let none = cell.reason ?? .notApplicable
      cells["estimator"] = .text(cell.method.word)
      cells["method"] = .text(cell.method.method.rawValue)
      cells["role"] = .text(place == 0 ? "headline" : "sensitivity")
      cells["donor_rule"] = .text(cell.rule.rawValue)
      cells["window"] = .text(cell.window.rawValue)
      cells["estimate"] = .number(cell.estimate, or: none)
      cells["lower"] = .number(cell.interval?.lower, or: none)
      cells["upper"] = .number(cell.interval?.upper, or: none)
      cells["confidence"] = .number(frame.options.level.value)
      cells["p_value"] = .number(cell.pValue, or: none)
      cells["p_floor"] = .number(cell.floor, or: none)
      cells["placebos"] = .integer(cell.placebos, or: none)
      cells["donors"] = .integer(cell.donors, or: none)
      cells["pre_periods"] = .integer(cell.before, or: none)
      cells["pre_rmspe"] = .number(cell.preError, or: none)
      cells["reason"] = cell.reason.map { .text($0.rawValue) }
      if let own = headline.estimate, let estimate = cell.estimate {
        let isSame = own == 0 ? estimate == 0 : estimate * own > 0
        cells["same_sign"] = .boolean(isSame)
        if let interval = headline.interval {
          let isWithin = (interval.lower...interval.upper).contains(estimate)
          cells["within_headline"] = .boolean(isWithin)
          let word = isWithin ? "agrees" : isSame ? "other-size" : "other-sign"
          cells["agreement"] = .text(place == 0 ? "headline" : word)
        }
      }
      panel.append(cells)
    }
  }

  mutating func add(_ found: [EffectCheck], _ method: EffectMethod, _ frame: EffectFrame) {
    for check in found {
      var cells = frame.cells(Schemas.effectChecks)
      let none = check.reason ?? .notApplicable
      cells["estimator"] = .text(method.word)
      cells["check"] = .text(check.check)
      cells["verdict"] = .text(check.verdict.rawValue)
      cells["measure"] = .text(check.measure)
      cells["value"] = .number(check.value, or: none)
      cells["low"] = .number(check.low, or: none)
      cells["high"] = .number(check.high, or: none)
      cells["mean"] = .number(check.mean, or: none)
      cells["reference"] = .number(check.reference, or: none)
      cells["p_value"] = .number(check.pValue, or: none)
      cells["p_floor"] = .number(check.floor, or: none)
      cells["count"] = .integer(check.count, or: none)
      cells["disjoint"] = .integer(check.disjoint, or: none)
      cells["concerns"] = check.concerns.map { .text($0) } ?? .none(none)
      cells["breakdown"] = check.breakdown.map { .text($0) } ?? .none(none)
      cells["diagnostics"] = .texts(check.diagnostics.map(\.rawValue))
      cells["reason"] = check.reason.map { .text($0.rawValue) }
      checks.append(cells)
    }
  }

  mutating func add(_ found: [PlaceboDistrictRow], _ method: EffectMethod, _ frame: EffectFrame) {
    for row in found {
      var cells = frame.cells(
        Schemas.effectDistricts, code: row.zones.map(\.code).joined(separator: "+"),
        name: row.zones.map(\.name).joined(separator: " + "))
      let none = row.record.refusal ?? .notApplicable
      cells["estimator"] = .text(method.word)
      cells["role"] = .text(row.isTreated ? "treated" : "placebo")
      cells["zones"] = .integer(row.zones.count)
      cells["population"] = .number(row.population)
      cells["estimate"] = .number(row.record.effect, or: none)
      cells["pre_rmspe"] = .number(row.record.preError, or: none)
      cells["rmspe_ratio"] = .number(
        row.record.errorRatio, or: row.record.refusal ?? Reason.perfectFitBefore)
      cells["reason"] = row.record.refusal.map { .text($0.rawValue) }
      districts?.append(cells)
    }
  }
}

extension EffectTables {
  /// Makes the tables that are asked for, so that they are there whatever is found.
  mutating func ask(_ question: EffectQuestion, keys: [String]) {
    sensitivity = question.sensitivity.map { SensitivityTables($0, keys: keys) }
    if question.wantsPlaceboWeights {
      placeboWeights = ResultTable(Schemas.effectPlaceboWeights.split(by: keys))
    }
  }

  /// The tables that were asked for.
  var asked: [ResultTable] { (sensitivity?.all ?? []) + (placeboWeights.map { [$0] } ?? []) }

  /// The weights behind every placebo, those of zero left out.
  mutating func addWeights(
    _ found: PlaceboDistribution, _ study: EffectStudy, _ method: EffectMethod, _ frame: EffectFrame
  ) {
    guard placeboWeights != nil else { return }
    for record in found.records(donors: study.donors.count) where !record.isTreated {
      let zones = record.members.map { study.donors[$0] }
      for weight in record.weights {
        var cells = frame.cells(
          Schemas.effectPlaceboWeights, code: zones.map(\.code).joined(separator: "+"),
          name: zones.map(\.name).joined(separator: " + "))
        cells["estimator"] = .text(method.word)
        cells["donor"] = .text(study.donors[weight.donor].code)
        cells["donor_name"] = .text(study.donors[weight.donor].name)
        cells["weight"] = .number(weight.weight)
        placeboWeights?.append(cells)
      }
    }
  }

  /// The panel and the checks of one indicator, where asked for; nothing where the headline has no answer.
  ///
  /// - Parameter restudy: The study of another question about the same indicator.
  mutating func addSensitivity(
    _ context: EffectContext, _ frame: EffectFrame,
    restudy: (EffectQuestion) throws(AnalysisError) -> Result<EffectStudy, EffectRefusal>
  ) throws(AnalysisError) {
    guard var tables = sensitivity, let asked = context.question.sensitivity,
      let headline = context.question.estimators.first
    else { return }
    defer { sensitivity = tables }
    let better = frame.dataset.direction(of: context.study.panel, options: context.options)
    let checks: HeadlineChecks?
    do throws(EffectError) {
      checks = try HeadlineChecks(context, headline)
    } catch {
      return
    }
    let panel = try SensitivityPanel(
      context, asked, headline: headline, heaviest: checks?.heaviest, restudy: restudy)
    tables.add(panel, frame)
    guard let checks else { return }
    let pairs = context.question.neighbours.isEmpty ? asked.neighbours : context.question.neighbours
    var ringed = context.study
    if !context.question.neighbours.isEmpty {
      var question = context.question
      question.neighbours = []
      if case .success(let study) = try restudy(question) { ringed = study }
    }
    let choice = ZoneChoice(frame.dataset)
    var found = [checks.inTime(), checks.withoutDonor(), checks.withoutPeriod()]
    found += checks.selection(asked, better: better)
    found.append(checks.levelsOrMovements())
    found += checks.spillover(pairs, ringed, choice)
    found += [
      checks.numeratorOrDenominator(), checks.concentration(), checks.hull(), checks.fitBefore(),
    ]
    if let list = asked.districts {
      let (check, rows) = checks.districts(list, asked, choice)
      found.append(check)
      tables.add(rows, headline, frame)
    }
    tables.add(found, headline, frame)
  }
}

extension HeadlineChecks {
  /// - Returns: `nil` for a method that nothing can be left out of.
  init?(_ context: EffectContext, _ method: EffectMethod) throws(EffectError) {
    guard let make = method.estimator else { return nil }
    self.init(
      context: context, method: method, estimator: try make(context), answer: try method.answer(context))
  }

  /// The donor that the headline leans on most: of the largest weight, and where all weigh alike the one whose absence moves it
  /// most.
  var heaviest: Int? {
    let weights = answer.fit.donorWeights
    if weights.count == design.donors, let most = weights.max(), let least = weights.min(),
      most - least > 1e-9
    {
      return weights.firstIndex(of: most)
    }
    let found = try? LeaveOneOut.donors(estimator, design, threads: context.options.threads)
    return found?.mostInfluential?.position
  }
}
