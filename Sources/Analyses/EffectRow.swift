import Estimates
import Evaluation
import Foundation
import Indicators

/// The cells of one answer.
struct EffectRow {
  private let context: EffectContext
  private let answer: EffectAnswer
  private let better: Direction?
  private let people: EffectPeople

  init(_ context: EffectContext, _ answer: EffectAnswer, better: Direction?) {
    var context = context
    if let study = answer.study { context.study = study }
    self.context = context
    self.answer = answer
    self.better = better
    people = EffectPeople(context.study, covered: answer.staggered?.covered)
  }

  private var study: EffectStudy { context.study }
  private var fit: EffectFit { answer.fit }
  private var inference: EffectInference { answer.inference }

  /// Fills a row.
  func fill(_ cells: inout ResultCells) {
    cells["unit"] = .text(study.unitOfEffect)
    cells["scale"] = .text(study.scale.rawValue)
    cells["estimate"] = .number(fit.effect)
    cells["n"] = .number(Double(study.donors.count))
    cells["donors"] = .integer(study.donors.count)
    cells["pre_periods"] = .integer(study.design.prePeriods)
    cells["post_periods"] = .integer(study.design.postPeriods)
    let observed = answer.staggered?.observedMean ?? mean(fit.observed)
    let otherwise = answer.staggered.map { $0.observedMean - fit.effect } ?? mean(fit.counterfactual)
    cells["observed_mean"] = .number(observed, or: .notApplicable)
    cells["counterfactual_mean"] = .number(otherwise, or: .notApplicable)
    cells["relative"] = .number(people.relative(fit.effect, to: otherwise), or: .notApplicable)
    cells["people_per_year"] = .number(people.perYear(fit.effect, to: otherwise), or: .needsDenominators)
    weights(&cells)
    errors(&cells)
    detectable(&cells, otherwise)
    judge(&cells, otherwise)
    cells.add(fit.diagnostics + inference.diagnostics)
  }

  /// The mean over the periods from the start on; `nil` where a method has no path.
  private func mean(_ path: [Double]) -> Double? {
    guard path.count == study.design.periods else { return nil }
    return path[study.design.prePeriods...].reduce(0, +) / Double(study.design.postPeriods)
  }

  private func weights(_ cells: inout ResultCells) {
    let weights = fit.donorWeights
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    if !weights.isEmpty, squares > 0 {
      cells["effective_donors"] = .number(1 / squares)
      let largest = weights.max() ?? 0
      cells["largest_weight"] = .number(largest)
      if largest > 0.5 { cells.add([.oneDonorDecides]) }
    }
    if fit.isUnique == false { cells.add([.weightsNotUnique]) }
    cells["optimality"] = .number(fit.optimality, or: .notApplicable)
  }

  private func errors(_ cells: inout ResultCells) {
    if fit.observed.count == study.design.periods, fit.counterfactual.count == study.design.periods {
      let before = fit.preError(study.design)
      cells["pre_rmspe"] = .number(before, or: .notApplicable)
      cells["rmspe_ratio"] = .number(fit.postError(study.design) / before, or: .perfectFitBefore)
    }
    let none = inference.intervalReason ?? .tooFewPlacebos
    cells["standard_error"] = .number(inference.standardError, or: inference.errorReason ?? none)
    cells["placebo_error"] = .number(inference.placeboError, or: none)
    cells["lower"] = .number(inference.interval?.lower, or: none)
    cells["upper"] = .number(inference.interval?.upper, or: none)
    cells["interval_method"] = inference.intervalMethod.map { .text($0.rawValue) } ?? .none(none)
    cells["p_value"] = .number(inference.pValue, or: none)
    cells["p_floor"] = .number(inference.floor, or: none)
    cells["rank"] = .integer(inference.rank, or: none)
    cells["placebos"] = .integer(inference.placebos, or: none)
    cells["ratio_rank"] = .integer(inference.ratioRank, or: none)
    cells["ratio_p_value"] = .number(inference.ratioPValue, or: none)
    cells["breakdown"] = .number(answer.honest?.breakdown, or: answer.honest?.reason ?? .notApplicable)
    cells["ruled_out_above"] = .number(inference.ruledOut(context.options.level), or: none)
    if inference.interval == nil { cells["reason"] = .text(none.rawValue) }
  }

  private func detectable(_ cells: inout ResultCells, _ otherwise: Double?) {
    cells["mde"] = .number(inference.detectable, or: .tooFewPlacebos)
    guard let size = inference.detectable else { return }
    cells["mde_relative"] = .number(people.relative(size, to: otherwise).map(abs), or: .notApplicable)
    cells["mde_people_per_year"] = .number(
      people.perYear(size, to: otherwise).map(abs), or: .needsDenominators)
  }

  private func judge(_ cells: inout ResultCells, _ otherwise: Double?) {
    let smallest = study.size(context.question.smallest, level: otherwise).flatMap { $0 > 0 ? $0 : nil }
    cells["smallest_effect"] = .number(smallest, or: .notApplicable)
    guard let interval = inference.interval else {
      cells["verdict"] = .text("not-computable")
      return
    }
    var isInformative: Bool?
    if let smallest, let detectable = inference.detectable { isInformative = detectable <= smallest }
    cells["informative"] = isInformative.map { .boolean($0) } ?? .none(.notApplicable)
    let level = context.options.level
    if let floor = inference.floor, floor > 1 - level.value { cells.add([.rankCannotReachLevel]) }
    if interval.lower > 0 || interval.upper < 0, inference.ranksDisagree(level: level) {
      cells.add([.rankDisagrees])
    }
    guard inference.tellsChange(level: level, treated: study.design.treated) == true else {
      cells["verdict"] = .text(isInformative == false ? "uninformative" : "not-told-apart")
      return
    }
    cells["verdict"] = .text("changed")
    let isRise = fit.effect > 0
    cells["direction"] = .text(isRise ? "increase" : "decrease")
    switch better {
    case .higherIsBetter: cells["better"] = .text(isRise ? "better" : "worse")
    case .lowerIsBetter: cells["better"] = .text(isRise ? "worse" : "better")
    case .neutral: cells["better"] = .text("neutral")
    case nil: break
    }
    if let detectable = inference.detectable, abs(fit.effect) < detectable { cells.add([.likelyExaggerated]) }
  }
}

/// Effects in per cent and in people.
struct EffectPeople {
  private let study: EffectStudy
  /// The periods that count, one list a treated zone; `nil` where all from the start on do.
  private let covered: [[Int]]?

  init(_ study: EffectStudy, covered: [[Int]]? = nil) {
    self.study = study
    self.covered = covered
  }

  /// The effect in per cent of what the level would have been.
  func relative(_ effect: Double, to otherwise: Double?) -> Double? {
    switch study.scale {
    case .natural: otherwise.flatMap { $0 > 0 ? 100 * effect / $0 : nil }
    case .log: 100 * (exp(effect) - 1)
    case .squareRoot:
      otherwise.flatMap { root in
        root > 0 && root + effect >= 0 ? 100 * ((root + effect) * (root + effect) / (root * root) - 1) : nil
      }
    }
  }

  /// The effect in persons or events a year, over all treated zones: effect · denominator / multiplier, of counts the effect
  /// itself.
  func perYear(_ effect: Double, to otherwise: Double?) -> Double? {
    let panel = study.panel
    let after = covered.map { Set($0.joined()).sorted() } ?? Array(study.postPositions)
    guard !after.isEmpty else { return nil }
    // Figures of a quarter are four times a year, those of three years a third.
    let years =
      after.reduce(0.0) { sum, period in
        let own = panel.periods[period]
        if own.unit == .year || own.unit == .schoolYear { return sum + Double(own.length) }
        return sum + Double(own.days.upperBound.ordinal - own.days.lowerBound.ordinal) / 365.25
      } / Double(after.count)
    var total = 0.0
    for (place, zone) in study.treatedPositions.enumerated() {
      let cells = (covered?[place] ?? after).map { panel.index(zone: zone, period: $0) }
      let shift: Double
      if panel.hasParts, panel.kind != .mean, let events = panel.numerators, let below = panel.denominators {
        switch study.scale {
        case .natural:
          shift = effect / panel.multiplier * cells.reduce(0) { $0 + below[$1] }
        case .log:
          // Events seen over what there would have been: exp(τ).
          shift = cells.reduce(0) { $0 + events[$1] } * (1 - exp(-effect))
        case .squareRoot: return nil
        }
      } else if panel.isCount {
        switch study.scale {
        case .natural: shift = effect * Double(cells.count)
        case .log: shift = cells.reduce(0) { $0 + panel.values[$1] } * (1 - exp(-effect))
        case .squareRoot: return nil
        }
      } else {
        return nil
      }
      total += shift / Double(after.count)
    }
    let result = total / years
    return result.isFinite ? result : nil
  }
}

extension Reason {
  /// There are too few placebos, or they do not differ.
  public static let tooFewPlacebos = Reason("too-few-placebos")
  /// People can be counted only where denominators are known.
  public static let needsDenominators = Reason("needs-denominators")
}

extension Diagnostic {
  /// One donor has more than half of the weight.
  public static let oneDonorDecides = Diagnostic("one-donor-decides")
  /// So few placebos cannot give a p-value below the level of the test.
  public static let rankCannotReachLevel = Diagnostic("rank-cannot-reach-level")
  /// The interval leaves out zero and the rank test does not.
  public static let rankDisagrees = Diagnostic("rank-disagrees")
  /// The effect is smaller than what the design can see reliably, so that what was seen is likely too large.
  public static let likelyExaggerated = Diagnostic("likely-exaggerated")
}
