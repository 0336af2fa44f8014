import Estimates
import Indicators

/// The effect of each period, against a reference before the start.
///
///     let fit = try EventStudy(reference: .lastPrePeriod).fit(design)
///     fit.effects                  // τ_t, one a period; zero in the reference
///
/// With the gap g_t = ȳ₁t − ȳ₀t the curve is τ_t = g_t − g_ref, where g_ref is the last gap before the start or the mean of all
/// of them. The effect is the mean of τ_t from the start on. With a complete panel and one start these are the coefficients
/// of the regression on unit effects, period effects and treated × period.
///
/// - With ``Reference/lastPrePeriod`` the noise of that one year is in every τ_t: for independent years of equal noise
///   the variance of τ_t is 2σ², against σ²(1 + 1/T₀) with ``Reference/preMean``. With small counts that is much; and where the
///   programme came because that year was bad, it looks as if it had worked.
/// - Periods before the start are the test of parallel movement; a flat curve there shows no more than the noise lets it.
/// - Missing: a design has none. Errors: those of ``EffectDesign``.
/// - Reference: Roth (2022) AER: Insights 4:305; Freyaldenhoven, Hansen and Shapiro (2019) AER 109:3307.
public struct EventStudy: EffectEstimator {
  /// What the curve is measured against.
  public enum Reference: String, Sendable, Hashable, CaseIterable {
    /// The last period before the start.
    case lastPrePeriod = "last-pre"
    /// The mean of all periods before the start; the effect is then ``DifferenceInDifferences``'s.
    case preMean = "pre-mean"
  }

  /// The reference.
  public let reference: Reference

  /// The estimator.
  public init(reference: Reference = .preMean) { self.reference = reference }

  /// `effect.event-study`.
  public var method: Method { .eventStudy }

  /// The curve and its mean from the start on.
  public func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit {
    let observed = design.treatedMean
    let comparison = design.donorMean
    let weights = periodWeights(design)
    var shift = 0.0
    for period in 0..<design.prePeriods { shift += weights[period] * (observed[period] - comparison[period]) }
    let counterfactual = comparison.map { $0 + shift }
    let effect =
      (design.prePeriods..<design.periods).reduce(0.0) { $0 + observed[$1] - counterfactual[$1] }
      / Double(design.postPeriods)
    return EffectFit(
      effect: effect, observed: observed, counterfactual: counterfactual,
      donorWeights: [Double](repeating: 1 / Double(design.donors), count: design.donors),
      periodWeights: weights)
  }

  /// The weights of the periods before the start in the reference.
  func periodWeights(_ design: EffectDesign) -> [Double] {
    switch reference {
    case .preMean: return [Double](repeating: 1 / Double(design.prePeriods), count: design.prePeriods)
    case .lastPrePeriod:
      var weights = [Double](repeating: 0, count: design.prePeriods)
      weights[design.prePeriods - 1] = 1
      return weights
    }
  }
}

extension Method {
  /// The effect of each period against a reference before the start.
  public static let eventStudy = Method("effect.event-study")
}
