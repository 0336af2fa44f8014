import Evaluation
import Indicators

/// Two-way fixed effects with errors by zones: only with five treated zones or more, since with fewer the error is far too small.
///
/// With one start and no holes the estimate is that of differences in differences, whose placebos rank the treated here too.
enum EffectTwoWay {
  static func answer(_ context: EffectContext) throws(EffectError) -> EffectAnswer {
    let design = context.study.design
    let cells = design.outcomes.count
    let units = (0..<cells).map { Int32($0 / design.periods) }
    let periods = (0..<cells).map { Int32($0 % design.periods) }
    let treatment = (0..<cells).map { cell in
      cell / design.periods >= design.donors && cell % design.periods >= design.prePeriods ? 1.0 : 0
    }
    // Refused before any placebo is tried.
    let robust = try TwoWayFixedEffects.fit(
      FixedEffectsPanel(units: units, periods: periods, outcome: design.outcomes, treatment: treatment)
    ).clusterRobust()
    let found = try robust.estimate(level: context.options.level)
    var answer = try EffectAnswer(DifferenceInDifferences(), context)
    answer.honest = nil
    answer.inference.standardError = found.standardError
    answer.inference.interval = found.interval.map { ($0.lower, $0.upper) }
    answer.inference.intervalMethod = robust.method
    answer.inference.diagnostics += robust.diagnostics
    if let error = found.standardError {
      answer.inference.detectable = PlaceboSpread.normal(
        error, level: context.options.level, power: context.question.power)
    }
    return answer
  }
}
