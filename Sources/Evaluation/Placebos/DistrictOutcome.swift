import Foundation

/// The series of a union of zones, made from its zones' figures by the rule that suits them.
///
/// Σ numerators / Σ denominators for rates and shares, Σ for counts, a weighted mean for the rest. The scale is taken last: the
/// logarithm of a district's rate is not the mean of its zones' logarithms.
///
/// - Shape: columns of zones × periods, one zone's series after the other; NaN where a figure is hidden or missing, and then
///   every union that holds the cell is refused.
public struct DistrictOutcome: Sendable {
  /// The scale an outcome is looked at on.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    /// As it is.
    case natural
    /// Its natural logarithm; refused at zero and below.
    case log
    /// Its square root; refused below zero.
    case root
  }

  private enum Rule: Sendable {
    case ratio(denominators: [Double], multiplier: Double)
    case sum
    case mean(weights: [Double])
  }

  private let values: [Double]
  private let rule: Rule
  private let periods: Int
  private let scale: Scale

  private init(_ values: [Double], _ rule: Rule, periods: Int, scale: Scale) throws(EffectError) {
    guard periods > 0, values.count.isMultiple(of: periods) else {
      throw .shape(what: "outcomes", expected: periods, found: values.count)
    }
    switch rule {
    case .ratio(let other, _), .mean(let other):
      guard other.count == values.count else {
        throw .shape(what: "denominators", expected: values.count, found: other.count)
      }
    case .sum: break
    }
    self.values = values
    self.rule = rule
    self.periods = periods
    self.scale = scale
  }

  /// Σ numerators / Σ denominators · multiplier: rates and shares.
  public static func ratio(
    _ numerators: [Double], _ denominators: [Double], multiplier: Double = 1, periods: Int,
    scale: Scale = .natural
  ) throws(EffectError) -> DistrictOutcome {
    try DistrictOutcome(
      numerators, .ratio(denominators: denominators, multiplier: multiplier), periods: periods, scale: scale)
  }

  /// Σ counts.
  public static func sum(_ counts: [Double], periods: Int, scale: Scale = .natural) throws(EffectError)
    -> DistrictOutcome
  { try DistrictOutcome(counts, .sum, periods: periods, scale: scale) }

  /// Σ wx / Σ w: means and other figures without numerators, by the persons behind them.
  public static func mean(
    _ values: [Double], weights: [Double], periods: Int, scale: Scale = .natural
  ) throws(EffectError) -> DistrictOutcome {
    try DistrictOutcome(values, .mean(weights: weights), periods: periods, scale: scale)
  }

  /// The series of a union.
  ///
  /// - Throws: ``EffectError/notFinite(unit:period:)`` with the first zone of the union where a period has no number, and
  ///   ``EffectError/unknownDonor(_:)`` for a zone outside the columns.
  public func series(of zones: [Int]) throws(EffectError) -> [Double] {
    var series: [Double] = []
    series.reserveCapacity(periods)
    let count = values.count / periods
    for zone in zones where !(0..<count).contains(zone) { throw .unknownDonor(zone) }
    for period in 0..<periods {
      var (over, under) = (0.0, 0.0)
      for zone in zones {
        let cell = zone * periods + period
        switch rule {
        case .ratio(let denominators, let multiplier):
          over += values[cell] * multiplier
          under += denominators[cell]
        case .sum:
          over += values[cell]
          under = 1
        case .mean(let weights):
          over += weights[cell] * values[cell]
          under += weights[cell]
        }
      }
      let value = under > 0 ? over / under : .nan
      let scaled =
        switch scale {
        case .natural: value
        case .log: value > 0 ? log(value) : .nan
        case .root: value >= 0 ? value.squareRoot() : .nan
        }
      guard scaled.isFinite else { throw .notFinite(unit: zones.first ?? 0, period: period) }
      series.append(scaled)
    }
    return series
  }
}
