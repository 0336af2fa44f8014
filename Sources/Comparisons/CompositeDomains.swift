import Estimates
import Indicators

/// A composite index in two steps: components make domains, and domains make the index.
///
///     let index = try CompositeDomains(
///       [("income", 0.6, [benefits, lowIncome]), ("education", 0.4, [dropout, grades])],
///       within: CompositeRecipe(normalisation: .rankNormal), across: .exponential)
///     index.overall.ranks
///
/// Each domain is a ``CompositeIndex`` of its components; a domain of one component is that component's score. The domains'
/// values are scored anew, by exponentially transformed ranks unless told otherwise, so that a zone that is well off in one
/// domain does not make up for another, and are added with the domains' weights.
///
/// - Shape: at least two domains over the same zones. A zone without a figure in some component has no index.
/// - Reference: Smith et al. (2015) The English Indices of Deprivation, technical report.
public struct CompositeDomains: Sendable {
  /// The domains' ids and values, more being worse.
  public let domains: [(id: String, values: [Double?])]
  /// The index over the domains; its weights and scores are theirs.
  public let overall: CompositeIndex

  /// An index of domains.
  ///
  /// - Throws: ``CompositeRefusal``.
  public init(
    _ domains: [(id: String, weight: Double, components: [CompositeComponent])],
    within recipe: CompositeRecipe, across normalisation: DirectionAlignedScores.Normalisation = .exponential
  ) throws(CompositeRefusal) {
    var found: [(id: String, values: [Double?])] = []
    for domain in domains {
      guard let first = domain.components.first else { throw CompositeRefusal(.tooFewPoints) }
      if domain.components.count == 1 {
        let sign = first.better == .higherIsBetter ? -1.0 : 1
        found.append((domain.id, first.values.map { $0.map { sign * $0 } }))
      } else {
        found.append((domain.id, try CompositeIndex(domain.components, recipe: recipe).values))
      }
    }
    self.domains = found
    overall = try CompositeIndex(
      columns: found.map(\.values), better: found.map { _ in .lowerIsBetter },
      recipe: CompositeRecipe(
        normalisation: normalisation, weighting: .given(domains.map(\.weight)), aggregation: .arithmetic),
      allowsMissing: false)
  }
}
