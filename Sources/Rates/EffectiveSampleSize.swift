import Estimates
import Indicators

/// How many equally weighted respondents some weighted ones are worth, by Kish's rule.
///
///     let size = try EffectiveSampleSize(weights: [1, 1, 2])
///     size.value           // 16/6 = 2.67
///     size.designEffect    // 3/2.67 = 1.125
///
/// nₑ = (Σw)²/Σw², which is n for equal weights and less for all others; the design effect is n/nₑ.
///
/// - Shape: one weight a respondent. Unit: respondents. Weights of 0 count as nobody.
/// - It is the price of unequal weights alone. Respondents drawn in clusters, such as households or classes, are worth less,
///   and weights that follow the answer closely are worth more.
/// - Reference: Kish (1965) *Survey Sampling*, 11.7.
public struct EffectiveSampleSize: Sendable, Hashable {
  /// Respondents with a weight above 0.
  public let respondents: Int
  /// Σw.
  public let sum: Double
  /// Σw².
  let squares: Double

  /// The effective size of weighted respondents.
  ///
  /// - Throws: ``Estimates/StatisticsError`` where a weight is negative or not finite, or none is above 0.
  public init(weights: [Double]) throws(StatisticsError) {
    var (count, sum, squares) = (0, 0.0, 0.0)
    for weight in weights {
      guard weight.isFinite else { throw .notFinite(what: "weight") }
      guard weight >= 0 else { throw .parameter(name: "weight", value: weight) }
      guard weight > 0 else { continue }
      count += 1
      sum += weight
      squares += weight * weight
    }
    try self.init(respondents: count, sum: sum, squares: squares)
  }

  init(respondents: Int, sum: Double, squares: Double) throws(StatisticsError) {
    guard respondents > 0, squares > 0 else { throw .tooFewObservations(needed: 1, found: 0) }
    guard sum.isFinite, squares.isFinite else { throw .notFinite(what: "weight") }
    self.respondents = respondents
    self.sum = sum
    self.squares = squares
  }

  /// nₑ, at most the number of respondents.
  public var value: Double { min(Double(respondents), sum / squares * sum) }

  /// n/nₑ, at least 1.
  public var designEffect: Double { Double(respondents) / value }
}
