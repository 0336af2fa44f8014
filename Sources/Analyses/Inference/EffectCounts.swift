import Estimates
import Evaluation
import Foundation
import Indicators

/// A study as four counts: events of the treated and of the others, before the start and from it on.
///
/// Events are numerators over their denominators, or bare counts over the number of periods. Weighted answers, whose numerators are
/// no whole numbers, are refused: chance in them is not that of counts.
struct EffectCounts {
  /// The counts, cell by cell.
  let design: CountDesign
  /// The change of the rate ratio.
  let change: ExactRateRatioChange
  private let treatedBefore: ExactRateRatioChange.Count
  private let treatedAfter: ExactRateRatioChange.Count
  private let restBefore: ExactRateRatioChange.Count
  private let restAfter: ExactRateRatioChange.Count

  /// Whether a panel counts events.
  static func canCount(_ panel: Panel) -> Bool { panel.isCount || (panel.hasParts && panel.kind != .mean) }

  init(_ study: EffectStudy) throws(EffectError) {
    let panel = study.panel
    guard Self.canCount(panel) else { throw .needsCounts }
    let events = panel.isCount ? panel.values : panel.numerators ?? []
    let below = panel.isCount ? nil : panel.denominators
    var counts: [Double] = []
    var exposures: [Double] = []
    for zone in study.donorPositions + study.treatedPositions {
      for period in study.periodPositions {
        let cell = panel.index(zone: zone, period: period)
        counts.append(events[cell])
        exposures.append(below?[cell] ?? 1)
      }
    }
    guard counts.allSatisfy({ $0 >= 0 && $0 < 0x1p32 && $0 == $0.rounded() }) else { throw .needsCounts }
    let before = study.design.prePeriods
    design = try CountDesign(
      counts: counts, exposures: exposures, donors: study.donors.count, treated: study.treated.count,
      prePeriods: before)
    let length = study.design.periods
    func sum(_ units: Range<Int>, _ periods: Range<Int>) -> ExactRateRatioChange.Count {
      var (events, exposure) = (0.0, 0.0)
      for unit in units {
        for cell in unit * length + periods.lowerBound..<unit * length + periods.upperBound {
          events += counts[cell]
          exposure += exposures[cell]
        }
      }
      // Whole numbers below 2³², so many of them that their sum could reach 2⁶³ do not fit in memory.
      return .init(Int(events), over: exposure)
    }
    let (donors, units) = (0..<study.donors.count, study.donors.count..<study.design.units)
    treatedBefore = sum(units, 0..<before)
    treatedAfter = sum(units, before..<length)
    restBefore = sum(donors, 0..<before)
    restAfter = sum(donors, before..<length)
    change = try ExactRateRatioChange(
      treatedBefore: treatedBefore, treatedAfter: treatedAfter, restBefore: restBefore, restAfter: restAfter)
  }

  /// The standard error of the log ratio where nothing was done: √Σ1/x with the treated's count from the start on as the others'
  /// path would have it. `nil` where a count is zero.
  var errorWithoutEffect: Double? {
    let path =
      Double(restAfter.events) / restAfter.exposure / (Double(restBefore.events) / restBefore.exposure)
    let expected = Double(treatedBefore.events) / treatedBefore.exposure * path * treatedAfter.exposure
    let sum =
      1 / Double(treatedBefore.events) + 1 / expected + 1 / Double(restBefore.events)
      + 1 / Double(restAfter.events)
    return sum.isFinite && sum > 0 ? sum.squareRoot() : nil
  }

  /// The answer of `--estimator counts`: the change of the rate ratio with its mid-p interval, and the rank of the treated among
  /// placebos by Poisson regression, so that a move that others made too is seen.
  static func answer(_ context: EffectContext) throws(EffectError) -> EffectAnswer {
    let counts = try EffectCounts(context.study)
    guard let ratio = counts.change.logRatio else { throw .noEvents }
    let (level, power) = (context.options.level, context.question.power)
    var inference = EffectInference()
    inference.standardError = counts.change.standardError()
    if let ends = counts.change.interval(.midP, level: level) {
      inference.interval = (ends.lower, ends.upper)
    }
    inference.intervalMethod = .exactRateRatioChange
    inference.detectable = counts.errorWithoutEffect.flatMap { error in
      PlaceboSpread.normal(error, level: level, power: power)
    }
    inference.diagnostics = [.samplingErrorOnly]
    if let placebos = try? PoissonDifferences().placebos(
      counts.design, limit: context.question.placeboLimit, seed: context.options.seed,
      threads: context.options.threads), !placebos.placebos.isEmpty
    {
      inference.pValue = placebos.pValue()
      inference.floor = placebos.floor
      inference.rank = placebos.rank()
      inference.placebos = placebos.placebos.count
      inference.placeboError = placebos.standardError
    }
    var answer = EffectAnswer(
      EffectFit(effect: ratio, observed: [], counterfactual: []), inference: inference)
    answer.study = context.study.on(.log)
    return answer
  }
}
