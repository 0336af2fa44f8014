import Estimates
import Indicators

/// The treated against a level of its own that drifts, and the donors' mean: what the series would have gone on to be.
///
/// Before the start y_t = μ_t + β·x_t + ε_t is fitted by ``LocalLevelRegression``, with x the mean of the donors; from the start
/// on the level stays where it was and the donors' mean goes on, ``LocalLevelForecast``. The effect is the mean of observed less
/// predicted. Before the start ``EffectFit/counterfactual`` is the prediction from the periods before each one (from those after
/// it for the first), not the smoothed level, which would meet the figures by construction where the level drifts freely.
///
/// - Regressor: the donors' mean and not each donor, for a dozen years cannot tell donors apart; β need not be 1, so donors that
///   move twice as much as the treated may serve. Regressors of one's own go to ``LocalLevelRegression``.
/// - Missing: a design has none. Errors: ``EffectError/tooFewPrePeriods(needed:found:)`` below four periods before the start and
///   ``EffectError/constantOutcomes``.
/// - Diagnostics: ``Indicators/Diagnostic/noiseRatioUnknown`` where the years before the start cannot tell a level at rest from
///   one that drifts.
/// - What is not true: that β learnt before the start holds after it. This is a CausalImpact without its prior: that prior holds
///   the level nearly still (a hundredth of the series' deviation a period), which short series cannot contradict.
/// - Reference: Brodersen and others (2015) Ann Appl Stat 9:247; Harvey and Durbin (1986) J R Stat Soc A 149:187.
public struct LocalLevel: EffectEstimator {
  /// The estimator, which has no parameters.
  public init() {}

  /// `effect.local-level`.
  public var method: Method { .localLevel }

  /// The effect on the treated.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    let (observed, donors) = (design.treatedMean, design.donorMean)
    let (model, forecast) = try self.model(observed, donors, design)
    let coefficient = model.coefficients[0]
    let level = zip(observed, donors).prefix(design.prePeriods).map { $0 - coefficient * $1 }
    let before = predictions(level, share: model.share)
    let counterfactual = zip(before, donors).map { $0 + coefficient * $1 } + forecast.path
    let after = observed[design.prePeriods...].reduce(0, +) / Double(design.postPeriods)
    return EffectFit(
      effect: after - forecast.mean, observed: observed, counterfactual: counterfactual,
      diagnostics: model.shareInterval.upperBound >= 0.5 && model.shareInterval.lowerBound < 0.01
        ? [.noiseRatioUnknown] : [])
  }

  /// The model and its forecast behind ``fit(_:)``.
  public func forecast(_ design: EffectDesign) throws(EffectError) -> (
    model: LocalLevelRegression, forecast: LocalLevelForecast
  ) {
    try model(design.treatedMean, design.donorMean, design)
  }

  /// The interval of the average effect, from the model alone: the mean after the start less what would have been.
  ///
  /// - Returns: `nil` only where the numbers leave the range of `Double`.
  public func interval(
    _ design: EffectDesign, level: ConfidenceInterval.Level = .p95
  ) throws(EffectError) -> ConfidenceInterval? {
    let observed = design.treatedMean
    let forecast = try model(observed, design.donorMean, design).forecast
    guard let path = forecast.interval(level: level) else { return nil }
    let after = observed[design.prePeriods...].reduce(0, +) / Double(design.postPeriods)
    return ConfidenceInterval(lower: after - path.upper, upper: after - path.lower, level: level)
  }

  private func model(
    _ observed: [Double], _ donors: [Double], _ design: EffectDesign
  ) throws(EffectError) -> (model: LocalLevelRegression, forecast: LocalLevelForecast) {
    let start = design.prePeriods
    let model = try LocalLevelRegression(
      Array(observed[..<start]), regressors: [Array(donors[..<start])])
    let forecast = try LocalLevelForecast(
      model, regressors: [Array(donors[start...])], periods: design.postPeriods)
    return (model, forecast)
  }

  /// Each value predicted from those before it; the first from those after it, for the level has no direction.
  private func predictions(_ level: [Double], share: Double) -> [Double] {
    let forward = LocalLevelFilter(level, share: share)
    let first = LocalLevelFilter(level.dropFirst().reversed(), share: share).level
    return [first] + zip(level.dropFirst(), forward.innovations).map { $0 - $1 }
  }
}

extension Method {
  /// A local level with the donors' mean.
  public static let localLevel = Method("effect.local-level")
}

extension Diagnostic {
  /// The years before the start cannot tell a level at rest from one that drifts.
  public static let noiseRatioUnknown = Diagnostic("noise-ratio-unknown")
}
