import Estimates
import Indicators

extension SlopeIndex {
  /// The range of SII that hidden figures admit, on the identity scale: each group's figure lies anywhere in its own range.
  ///
  ///     // one quintile hides 1 to 4 of 1900 persons
  ///     try SlopeIndex.bounds([7.1...7.1, 100 * 1 / 1900...100 * 4 / 1900, 6.0...6.0], weights: people)
  ///
  /// β₁ = Σ cᵢyᵢ is linear, so its least value has every yᵢ at the end that the sign of cᵢ picks. Point estimators refuse
  /// hidden figures; this says what they could be, and nothing about chance.
  ///
  /// - Throws: ``Indicators/Reason/tooFewGroups`` and what ``RankedUnits`` throws.
  public static func bounds(
    _ values: [ClosedRange<Double>], weights: [Double], ranks: [Double]? = nil,
    contrast: Contrast = .topMinusBottom
  ) throws(Reason) -> ClosedRange<Double> {
    let units = try RankedUnits(values: values.map(\.lowerBound), weights: weights, ranks: ranks)
    guard values.count >= 3, Set(units.ridits).count > 1 else { throw .tooFewGroups }
    guard values.allSatisfy({ $0.upperBound.isFinite }) else { throw .figureNotFinite }
    let spread = zip(units.shares, units.ridits).reduce(0) { $0 + $1.0 * ($1.1 - 0.5) * ($1.1 - 0.5) }
    var (lower, upper) = (0.0, 0.0)
    for i in values.indices {
      let coefficient =
        units.shares[i] * (units.ridits[i] - 0.5) / spread * (contrast == .topMinusBottom ? 1 : -1)
      let (one, other) = (coefficient * values[i].lowerBound, coefficient * values[i].upperBound)
      lower += min(one, other)
      upper += max(one, other)
    }
    return min(lower, upper)...max(lower, upper)
  }
}
