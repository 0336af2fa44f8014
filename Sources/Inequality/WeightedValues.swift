import Estimates
import Indicators

/// Values of persons, zones or groups with their sizes, sorted: what indices of inequality without a ranking are about.
///
///     let incomes = try WeightedValues([21, 34, 55, 90])
///     try Gini().estimate(incomes, uncertainty: .jackknife)
///
/// - Shape: one finite value and one positive weight a unit; without weights all count alike. Order does not matter.
/// - A hidden or missing unit never reaches this type.
public struct WeightedValues: Sendable, Hashable {
  /// The values, ascending.
  public let values: [Double]
  /// pᵢ, each unit's share of the population, in the order of the values.
  public let shares: [Double]
  /// The standard errors of the values, in their order; `nil` where they have none.
  public let standardErrors: [Double]?
  /// Why there are no standard errors.
  public let errorReason: Reason
  /// Σ weights.
  public let population: Double
  /// The places of the values among those given, for results that go with units.
  let order: [Int]

  /// Units with values.
  ///
  /// - Parameters:
  ///   - weights: Their sizes; `nil` for all alike, which makes the population their number.
  ///   - standardErrors: Of the values, taken as independent.
  ///   - errorReason: Why there are none.
  /// - Throws: ``Indicators/Reason/tooFewGroups`` for fewer than two units,
  ///   ``Indicators/Reason/emptyDenominator`` for a weight that is not positive, `not-finite` and `unequal-lengths`.
  public init(
    _ values: [Double], weights: [Double]? = nil, standardErrors: [Double]? = nil,
    errorReason: Reason = .noIntervalForKind
  ) throws(Reason) {
    let weights = weights ?? [Double](repeating: 1, count: values.count)
    guard values.count == weights.count, standardErrors?.count ?? values.count == values.count else {
      throw .columnsOfUnequalLengths
    }
    guard values.count >= 2 else { throw .tooFewGroups }
    guard values.allSatisfy(\.isFinite), weights.allSatisfy(\.isFinite),
      standardErrors?.allSatisfy({ $0.isFinite && $0 >= 0 }) ?? true
    else { throw .figureNotFinite }
    guard weights.allSatisfy({ $0 > 0 }) else { throw .emptyDenominator }
    let order = values.indices.sorted {
      values[$0] < values[$1] || (values[$0] == values[$1] && weights[$0] < weights[$1])
    }
    self.init(
      sorted: order.map { values[$0] }, weights: order.map { weights[$0] },
      standardErrors: standardErrors.map { all in order.map { all[$0] } }, errorReason: errorReason,
      order: order)
  }

  private init(
    sorted: [Double], weights: [Double], standardErrors: [Double]?, errorReason: Reason, order: [Int]
  ) {
    let total = weights.reduce(0, +)
    values = sorted
    shares = weights.map { $0 / total }
    self.standardErrors = standardErrors
    self.errorReason = errorReason
    population = total
    self.order = order
  }

  /// Σ pᵢ yᵢ.
  public var mean: Double { zip(shares, values).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Mid-ranks as shares of the population; equal values share one.
  var ridits: [Double] {
    var result = [Double](repeating: 0, count: values.count)
    var below = 0.0
    var start = 0
    while start < values.count {
      var end = start
      var own = 0.0
      while end < values.count, values[end] == values[start] {
        own += shares[end]
        end += 1
      }
      for position in start..<end { result[position] = below + own / 2 }
      below += own
      start = end
    }
    return result
  }

  /// The units counted so many times each; those counted 0 times are left out. `nil` where fewer than two units remain.
  func counted(_ times: (Int) -> Double) -> WeightedValues? {
    var kept: [Int] = []
    var weights: [Double] = []
    for index in values.indices {
      let count = times(index)
      guard count > 0 else { continue }
      kept.append(index)
      weights.append(shares[index] * population * count)
    }
    guard !kept.isEmpty else { return nil }
    return WeightedValues(
      sorted: kept.map { values[$0] }, weights: weights, standardErrors: nil, errorReason: errorReason,
      order: kept.map { order[$0] })
  }

  /// - Throws: ``Indicators/Reason/figureNotPositive`` where a value is 0 or negative.
  func requirePositive() throws(Reason) {
    guard let first = values.first, first > 0 else { throw .figureNotPositive }
  }

  /// The mean of values none of which is negative.
  ///
  /// - Throws: ``Indicators/Reason/figureNotPositive`` for a negative value, ``Indicators/Reason/zeroMean`` for a mean of 0.
  func positiveMean() throws(Reason) -> Double {
    guard let first = values.first, first >= 0 else { throw .figureNotPositive }
    let mean = self.mean
    guard mean > 0 else { throw .zeroMean }
    return mean
  }
}
