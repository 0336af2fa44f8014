import Indicators

/// The Gini coefficient: half the mean difference between two units drawn by size, over the mean.
///
///     try Gini().estimate(try WeightedValues(incomes), uncertainty: .jackknife)
///
/// The area between the Lorenz curve, drawn with straight lines between its points, and the diagonal, doubled:
///
///     G = 1 − Σ pᵢ(Lᵢ₋₁ + Lᵢ) = Σ pᵢ yᵢ (2Rᵢ − 1) / μ
///
/// with values ascending, Lᵢ the share of the total held up to i, Rᵢ the mid-rank and μ the mean. Unweighted this is
/// Σ (2i − n − 1)y₍ᵢ₎/(n²ȳ).
///
/// - In 0…1 − min p; negative values and a mean of 0 are refused.
/// - Units of unlike size need their weights: a mean over zones that ignores residents is about nobody.
/// - References: Gini (1914); Lerman and Yitzhaki (1989) J Econometrics 42:43.
public struct Gini: InequalityIndex, Hashable {
  /// The id its rows carry.
  public let method = Method.gini
  /// The values that are possible.
  public let limits = 0.0...1.0

  /// The index.
  public init() {}

  /// The index of the units.
  public func value(of units: WeightedValues) throws(Reason) -> Double {
    let mean = try units.positiveMean()
    let ridits = units.ridits
    var sum = 0.0
    for i in ridits.indices { sum += units.shares[i] * units.values[i] * (2 * ridits[i] - 1) }
    // Equal values have Σ p(2R − 1) = 0 but for rounding.
    return units.values.first == units.values.last ? 0 : max(0, sum / mean)
  }

  /// The derivative of the index by each unit's value, for delta-method errors.
  public func gradient(of units: WeightedValues) throws(Reason) -> [Double]? {
    let (mean, gini) = (try units.positiveMean(), try value(of: units))
    return zip(units.shares, units.ridits).map { $0 * (2 * $1 - 1 - gini) / mean }
  }
}

extension Method {
  /// The Gini coefficient.
  public static let gini = Method("inequality.gini")
}
