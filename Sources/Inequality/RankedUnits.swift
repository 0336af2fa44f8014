import Estimates
import Indicators

/// Groups or persons in order of social rank, with their sizes: what slope and concentration indices are about.
///
///     let groups = try RankedUnits(values: [12.1, 9.8, 7.0], weights: [2100, 3900, 4000])
///     groups.ridits      // 0.105, 0.405, 0.8
///
/// The ridit of a unit is the share of the population below it plus half its own:
///
///     Rᵢ = Σ_{rank j < rank i} pⱼ + ½ Σ_{rank j = rank i} pⱼ,   p = weights / Σ weights
///
/// so its weighted mean is ½ whatever the sizes; units of the same rank share one ridit.
///
/// - Shape: one value and one positive weight a unit, from the lowest rank to the highest, or with `ranks` in any order.
/// - A hidden or missing member never reaches this type: a ranking with a hole is a ranking of somebody else.
/// - Reference: Bross (1958) Biometrics 14:18.
public struct RankedUnits: Sendable, Hashable {
  /// The figures.
  public let values: [Double]
  /// pᵢ, each unit's share of the population.
  public let shares: [Double]
  /// Rᵢ in (0, 1).
  public let ridits: [Double]
  /// Intervals of the figures, all at one level; `nil` where they have none.
  public let intervals: [ConfidenceInterval]?
  /// Σ weights.
  public let population: Double

  /// Units from the lowest rank to the highest, or ranked by a column.
  ///
  /// - Parameters:
  ///   - ranks: What the units are ranked by, lowest first; `nil` where they are in order already.
  ///   - intervals: Intervals of the values.
  /// - Throws: ``Indicators/Reason/tooFewGroups`` for fewer than two units,
  ///   ``Indicators/Reason/emptyDenominator`` for a weight that is not positive, `not-finite` and `unequal-lengths`.
  public init(
    values: [Double], weights: [Double], ranks: [Double]? = nil, intervals: [ConfidenceInterval]? = nil
  ) throws(Reason) {
    guard values.count == weights.count, ranks?.count ?? values.count == values.count,
      intervals?.count ?? values.count == values.count
    else { throw .columnsOfUnequalLengths }
    guard values.count >= 2 else { throw .tooFewGroups }
    guard values.allSatisfy(\.isFinite), weights.allSatisfy(\.isFinite), ranks?.allSatisfy(\.isFinite) ?? true
    else { throw .figureNotFinite }
    guard weights.allSatisfy({ $0 > 0 }) else { throw .emptyDenominator }
    let total = weights.reduce(0, +)
    guard total.isFinite else { throw .figureNotFinite }
    self.values = values
    self.intervals = intervals
    population = total
    let shares = weights.map { $0 / total }
    self.shares = shares
    ridits = Self.ridits(shares, ranks ?? values.indices.map(Double.init))
  }

  /// Σ pᵢ yᵢ.
  public var mean: Double { zip(shares, values).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Mid-ranks as shares of the population; units of one rank get the same.
  static func ridits(_ shares: [Double], _ ranks: [Double]) -> [Double] {
    let order = ranks.indices.sorted { ranks[$0] < ranks[$1] || (ranks[$0] == ranks[$1] && $0 < $1) }
    var result = [Double](repeating: 0, count: shares.count)
    var below = 0.0
    var start = 0
    while start < order.count {
      var end = start
      var own = 0.0
      while end < order.count, ranks[order[end]] == ranks[order[start]] {
        own += shares[order[end]]
        end += 1
      }
      for position in order[start..<end] { result[position] = below + own / 2 }
      below += own
      start = end
    }
    return result
  }

  /// The standard errors of g(yᵢ): the width of each interval on that scale over twice its normal quantile, as OHID takes
  /// them. `nil` where the values have no intervals, or an end has no g.
  func standardErrors(_ g: (Double) -> Double = { $0 }) -> [Double]? {
    guard let intervals else { return nil }
    var result: [Double] = []
    for interval in intervals {
      let error = (g(interval.upper) - g(interval.lower)) / (2 * interval.level.normalQuantile)
      guard error.isFinite, error >= 0 else { return nil }
      result.append(error)
    }
    return result
  }
}
