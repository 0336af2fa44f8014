import Estimates
import Foundation
import Indicators

/// How a composite index is made of its components.
public struct CompositeRecipe: Sendable, Equatable {
  /// How weighted scores become one number.
  public enum Aggregation: String, Sendable, CaseIterable {
    /// Σ w·s: a bad component can be made up for by a good one.
    case arithmetic
    /// Π s^w: less so. Needs scores above zero.
    case geometric
    /// k·Σ w·s for k components: with equal weights their plain sum.
    case sum
  }

  /// How figures become scores.
  public var normalisation: DirectionAlignedScores.Normalisation
  /// How much each counts.
  public var weighting: CompositeWeighting
  /// How they become one number.
  public var aggregation: Aggregation

  /// A recipe.
  public init(
    normalisation: DirectionAlignedScores.Normalisation = .zScore, weighting: CompositeWeighting = .equal,
    aggregation: Aggregation = .arithmetic
  ) {
    self.normalisation = normalisation
    self.weighting = weighting
    self.aggregation = aggregation
  }

  /// The mean of z-scores, equal weights.
  public static let meanZ = CompositeRecipe()
  /// The sum of deciles (1 best, 10 worst), equal weights, as in Statistics Norway's index of living conditions.
  public static let decileSum = CompositeRecipe(normalisation: .decile, aggregation: .sum)
  /// Exponentially transformed ranks, as the English index of multiple deprivation combines its domains.
  public static let deprivation = CompositeRecipe(normalisation: .exponential)

  /// The weights of the English index of multiple deprivation 2019: income, employment, education, health, crime, housing and
  /// services, living environment.
  public static let englishWeights = [0.225, 0.225, 0.135, 0.135, 0.093, 0.093, 0.093]
}

/// One number a zone made of several indicators, more being worse.
///
///     let index = try CompositeIndex(components, recipe: .meanZ)
///     index.values     // one a zone
///     index.ranks      // 1 is the worst zone
///
/// The figures of each component become direction-aligned scores (``Estimates/DirectionAlignedScores``), which are weighted
/// and added, or multiplied.
///
/// - Shape: at least two components over the same zones, each with a direction. A zone without a figure in some component has
///   no index, unless the rest is reweighted (`allowsMissing`): then the weights of what is there are scaled up to 1, as long
///   as at least half of the weight is there. Scores are among the zones that have the component's figure.
/// - Ranks are among the zones that have an index; equal values share the mean of their ranks.
/// - What it is not: a measurement. Which zones look worst depends on choices that others could make otherwise; see
///   ``CompositeRanks``.
/// - Reference: OECD and JRC (2008) Handbook on Constructing Composite Indicators.
public struct CompositeIndex: Sendable, Equatable {
  /// The index of each zone; `nil` where it has none.
  public let values: [Double?]
  /// The rank of each zone, 1 the worst; `nil` where it has none.
  public let ranks: [Double?]
  /// The weights, one a component; they sum to 1.
  public let weights: [Double]
  /// The scores, one column a component; `nil` where a zone has no figure.
  public let scores: [[Double?]]
  /// Zones whose weights were scaled up because something was missing.
  public let isReweighted: [Bool]
  /// What is worth knowing about the weights.
  public let diagnostics: [Diagnostic]

  /// The index.
  ///
  /// - Throws: ``CompositeRefusal``: fewer than two components or three zones (`too-few-points`), weights that do not fit, a
  ///   geometric mean of scores that are not above zero.
  public init(_ components: [CompositeComponent], recipe: CompositeRecipe, allowsMissing: Bool = false)
    throws(CompositeRefusal)
  {
    try self.init(
      columns: components.map(\.values), better: components.map(\.better), recipe: recipe,
      allowsMissing: allowsMissing)
  }

  init(
    columns: [[Double?]], better: [Direction], recipe: CompositeRecipe, allowsMissing: Bool
  ) throws(CompositeRefusal) {
    let zones = columns.first?.count ?? 0
    guard columns.count >= 2, columns.allSatisfy({ $0.count == zones }) else {
      throw CompositeRefusal(.tooFewPoints)
    }
    let complete = (0..<zones).filter { zone in columns.allSatisfy { $0[zone] != nil } }
    guard complete.count >= 3 else { throw CompositeRefusal(.tooFewPoints) }
    var scores: [[Double?]] = []
    for (column, direction) in zip(columns, better) {
      // Without reweighting only complete zones are scored, so that an index is among the zones it ranks.
      let included = allowsMissing ? (0..<zones).filter { column[$0] != nil } : complete
      let found = DirectionAlignedScores.scores(
        included.compactMap { column[$0] }, better: direction, by: recipe.normalisation)
      var full = [Double?](repeating: nil, count: zones)
      for (zone, score) in zip(included, found) { full[zone] = score }
      scores.append(full)
    }
    let (weights, diagnostics) = try recipe.weighting.weights(
      scores.map { column in complete.compactMap { column[$0] } })
    if recipe.aggregation == .geometric {
      guard scores.allSatisfy({ $0.allSatisfy { ($0 ?? 1) > 0 } }), weights.allSatisfy({ $0 >= 0 }) else {
        throw CompositeRefusal(.scoresNotPositive)
      }
    }
    var values = [Double?](repeating: nil, count: zones)
    var reweighted = [Bool](repeating: false, count: zones)
    for zone in 0..<zones {
      var sum = 0.0
      var present = 0.0
      var size = 0.0
      for (column, weight) in zip(scores, weights) {
        size += abs(weight)
        guard let score = column[zone] else { continue }
        present += weight
        // k·w is 1 for equal weights, so that whole scores have a whole sum.
        let factor = recipe.aggregation == .sum ? weight * Double(columns.count) : weight
        sum += factor * (recipe.aggregation == .geometric ? log(score) : score)
      }
      let isComplete = scores.allSatisfy { $0[zone] != nil }
      guard isComplete || (allowsMissing && present >= 0.5 * size) else { continue }
      reweighted[zone] = !isComplete
      let mean = isComplete ? sum : sum / present
      values[zone] = recipe.aggregation == .geometric ? exp(mean) : mean
    }
    self.values = values
    ranks = Self.ranks(values)
    self.weights = weights
    self.scores = scores
    isReweighted = reweighted
    self.diagnostics = diagnostics
  }

  /// Ranks with 1 for the largest.
  static func ranks(_ values: [Double?]) -> [Double?] {
    let known = values.indices.filter { values[$0] != nil }
    let found = DirectionAlignedScores.ranks(known.compactMap { values[$0] })
    var result = [Double?](repeating: nil, count: values.count)
    for (zone, rank) in zip(known, found) { result[zone] = Double(known.count) + 1 - rank }
    return result
  }
}

extension Method {
  /// A composite index.
  public static let composite = Method("composite.weighted-scores")
}

extension Diagnostic {
  /// A component was missing, and the weights of the rest were scaled up.
  public static let reweighted = Diagnostic("reweighted")
  /// Some component has no counts, so its uncertainty is not in the rank interval.
  public static let samplingErrorUnknown = Diagnostic("sampling-error-unknown")
}
