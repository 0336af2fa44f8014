import Comparisons
import Estimates

/// The words by which options name what an index is made of.
extension CompositeOptions {
  /// The words for scores.
  public static let normalisations = DirectionAlignedScores.Normalisation.allCases.map(\.rawValue)
  /// The words for means.
  public static let aggregations = CompositeRecipe.Aggregation.allCases.map(\.rawValue)
  /// The words for weights that are no numbers.
  public static let weightings = ["equal", "pca", "factor"]

  /// Sets the scores by their word; `false` where there is none.
  public mutating func setNormalisation(_ word: String) -> Bool {
    guard let known = DirectionAlignedScores.Normalisation(rawValue: word) else { return false }
    recipe.normalisation = known
    return true
  }

  /// Sets the mean by its word; `false` where there is none.
  public mutating func setAggregation(_ word: String) -> Bool {
    guard let known = CompositeRecipe.Aggregation(rawValue: word) else { return false }
    recipe.aggregation = known
    return true
  }

  /// Sets the weights by their word; `false` where there is none.
  public mutating func setWeighting(_ word: String) -> Bool {
    switch word {
    case "equal": recipe.weighting = .equal
    case "pca": recipe.weighting = .principalComponent
    case "factor": recipe.weighting = .factor
    default: return false
    }
    return true
  }
}

extension ShrinkOptions {
  /// The words for how the prior is found.
  public static let priors = ["ml", "marshall"]

  /// Sets how the prior is found by its word; `false` where there is none.
  public mutating func setPrior(_ word: String) -> Bool {
    switch word {
    case "ml": fitting = .maximumLikelihood
    case "marshall": fitting = .moments
    default: return false
    }
    return true
  }
}
