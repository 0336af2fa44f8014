import Indicators

/// The ratio of two weighted quantiles, such as P90/P10.
///
///     QuantileRatio.p90p10.estimate(units, uncertainty: .bootstrap(replicates: 999, seed: 1))
///
/// The quantile of order q is the smallest value whose units and those below hold at least the share q of the population;
/// where they hold q exactly, it is the mean of that value and the next (definition 2 of Hyndman and Fan, with weights).
/// No interpolation makes up values between units.
///
/// - The lower quantile must be positive. Shares are compared within 10⁻¹², so that ten units of a tenth each count as such.
/// - The interval is that of resampled units; figures' own standard errors give none, since the ratio jumps from unit to
///   unit.
/// - Reference: Hyndman and Fan (1996) The American Statistician 50:361.
public struct QuantileRatio: InequalityIndex, Hashable {
  /// The order of the numerator.
  public let upper: Double
  /// The order of the denominator.
  public let lower: Double
  /// The id its rows carry.
  public let method = Method.quantileRatio
  /// The values that are possible.
  public let limits = 0.0...Double.infinity

  /// A ratio; `nil` unless 0 < lower < upper < 1.
  public init?(_ upper: Double, over lower: Double) {
    guard lower > 0, lower < upper, upper < 1 else { return nil }
    self.upper = upper
    self.lower = lower
  }

  private init() { (upper, lower) = (0.9, 0.1) }

  /// P90/P10.
  public static let p90p10 = QuantileRatio()

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    let below = Self.quantile(lower, of: units)
    guard below > 0 else { throw .figureNotPositive }
    return Self.quantile(upper, of: units) / below
  }

  /// The weighted quantile of an order in (0, 1).
  public static func quantile(_ order: Double, of units: WeightedValues) -> Double {
    var held = 0.0
    for index in units.values.indices {
      held += units.shares[index]
      if held > order + 1e-12 { return units.values[index] }
      if held >= order - 1e-12, index + 1 < units.values.count {
        return (units.values[index] + units.values[index + 1]) / 2
      }
    }
    return units.values.last ?? 0
  }
}

extension Method {
  /// The ratio of two quantiles.
  public static let quantileRatio = Method("inequality.quantile-ratio")
}
