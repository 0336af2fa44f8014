import Foundation
import Indicators

/// What an estimator says of one design: the effect, the path that would have been, and the weights behind it.
public struct EffectFit: Sendable, Equatable {
  /// The mean effect over the periods from the start on, in the unit of the outcome: observed less counterfactual.
  public var effect: Double
  /// The mean path of the treated, one a period.
  public var observed: [Double]
  /// The path the treated would have followed, one a period; before the start it is the fit.
  public var counterfactual: [Double]
  /// The weights of the donors; empty where the method has none.
  public var donorWeights: [Double]
  /// The weights of the periods before the start; empty where the method has none.
  public var periodWeights: [Double]
  /// The largest violation of the conditions of an optimum, relative to the scale of the problem; `nil` where nothing was
  /// optimised.
  public var optimality: Double?
  /// Whether other weights would have done as well; `nil` where nothing was optimised.
  public var isUnique: Bool?
  /// What is worth knowing.
  public var diagnostics: [Diagnostic]

  /// A fit. ``effects`` and the errors follow from the two paths.
  public init(
    effect: Double, observed: [Double], counterfactual: [Double], donorWeights: [Double] = [],
    periodWeights: [Double] = [], optimality: Double? = nil, isUnique: Bool? = nil,
    diagnostics: [Diagnostic] = []
  ) {
    self.effect = effect
    self.observed = observed
    self.counterfactual = counterfactual
    self.donorWeights = donorWeights
    self.periodWeights = periodWeights
    self.optimality = optimality
    self.isUnique = isUnique
    self.diagnostics = diagnostics
  }

  /// Observed less counterfactual, one a period.
  public var effects: [Double] { zip(observed, counterfactual).map { $0 - $1 } }

  /// √ of the mean squared difference of the two paths over some periods.
  public func rootMeanSquare(over periods: Range<Int>) -> Double {
    guard !periods.isEmpty, periods.upperBound <= observed.count else { return .nan }
    let sum = periods.reduce(0.0) { sum, period in
      let gap = observed[period] - counterfactual[period]
      return sum + gap * gap
    }
    return (sum / Double(periods.count)).squareRoot()
  }

  /// How well the periods before the start are met: √ of the mean squared gap.
  public func preError(_ design: EffectDesign) -> Double { rootMeanSquare(over: 0..<design.prePeriods) }

  /// √ of the mean squared gap from the start on.
  public func postError(_ design: EffectDesign) -> Double {
    rootMeanSquare(over: design.prePeriods..<design.periods)
  }
}
