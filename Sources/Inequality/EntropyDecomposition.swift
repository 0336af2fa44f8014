import Foundation
import Indicators

/// Generalised entropy split into what is within groups and what is between them; the parts sum to the whole.
///
///     let parts = try EntropyDecomposition(.theilT, incomes, weights: nil, groups: municipalities)
///     parts.between / parts.total       // how much of the inequality is between municipalities
///
///     GE(α) = Σ_g p_g (μ_g/μ)^α GE_g(α) + GE(α) of the group means
///
/// - Shape: values, weights and the group of each unit, numbered from 0; groups without units count nothing.
/// - A group of one unit has no inequality within.
/// - The Gini coefficient has no such split where groups overlap, which is why there is none here.
/// - Throws as ``GeneralisedEntropy`` does. Reference: Shorrocks (1980) Econometrica 48:613.
public struct EntropyDecomposition: Sendable, Hashable {
  /// GE(α) of all units.
  public let total: Double
  /// The part within groups.
  public let within: Double
  /// The part between group means.
  public let between: Double
  /// What each group adds to `within`, by number.
  public let contributions: [Double]

  /// The split of an index over groups.
  public init(
    _ index: GeneralisedEntropy, _ values: [Double], weights: [Double]? = nil, groups: [Int]
  ) throws(Reason) {
    guard groups.count == values.count else { throw .columnsOfUnequalLengths }
    guard let last = groups.max(), groups.allSatisfy({ $0 >= 0 }), last < 1 << 20 else {
      throw .outsideBounds
    }
    let all = try WeightedValues(values, weights: weights)
    total = try index.value(of: all)
    let mean = try all.positiveMean()
    let weights = weights ?? [Double](repeating: 1, count: values.count)
    var members = [[Int]](repeating: [], count: last + 1)
    for (unit, group) in groups.enumerated() { members[group].append(unit) }
    var contributions = [Double](repeating: 0, count: members.count)
    var means: [Double] = []
    var sizes: [Double] = []
    for (group, units) in members.enumerated() where !units.isEmpty {
      let size = units.reduce(0) { $0 + weights[$1] }
      let own = units.reduce(0) { $0 + weights[$1] * values[$1] } / size
      means.append(own)
      sizes.append(size)
      // A group that has nothing is equal within.
      guard units.count > 1, own > 0 else { continue }
      let inside = try index.value(
        of: try WeightedValues(units.map { values[$0] }, weights: units.map { weights[$0] }))
      contributions[group] = size / all.population * pow(own / mean, index.alpha) * inside
    }
    self.contributions = contributions
    within = contributions.reduce(0, +)
    between = means.count > 1 ? try index.value(of: try WeightedValues(means, weights: sizes)) : 0
  }
}

extension Method {
  /// Generalised entropy within and between groups.
  public static let entropyDecomposition = Method("inequality.entropy-decomposition")
}
