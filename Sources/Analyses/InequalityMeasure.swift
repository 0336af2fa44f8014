import Estimates
import Indicators
import Inequality

/// What `inequality` can measure.
///
///     levekar inequality income.csv --groups quintile --measure sii-ohid,rii-ohid
public enum InequalityMeasure: String, Sendable, Hashable, CaseIterable {
  /// Slope index by weighted least squares.
  case siiOHID = "sii-ohid"
  /// Relative index by weighted least squares: one end over the other.
  case riiOHID = "rii-ohid"
  /// Relative index as slope over mean.
  case riiMean = "rii-mean"
  /// Slope index by a logistic model of counts.
  case siiWHO = "sii-who"
  /// Relative index by a logistic model of counts.
  case riiWHO = "rii-who"
  /// The concentration index.
  case concentration
  /// Erreygers' concentration index of a share.
  case erreygers
  /// Wagstaff's concentration index of a share.
  case wagstaff
  /// One end of the ranking minus the other.
  case endsDifference = "ends-difference"
  /// One end of the ranking over the other.
  case endsRatio = "ends-ratio"
  /// Population attributable risk.
  case attributableRisk = "par"
  /// Population attributable fraction.
  case attributableFraction = "paf"
  /// The Gini coefficient.
  case gini
  /// Theil's T.
  case theilT = "theil-t"
  /// The mean log deviation.
  case meanLogDeviation = "mean-log-deviation"
  /// Generalised entropy of order 2.
  case entropy2 = "ge-2"
  /// Atkinson's index with ε = ½.
  case atkinson
  /// The variance between groups.
  case betweenGroupVariance = "between-group-variance"
  /// The coefficient of variation.
  case coefficientOfVariation = "coefficient-of-variation"
  /// The index of disparity.
  case indexOfDisparity = "index-of-disparity"
  /// Highest minus lowest.
  case range
  /// Highest over lowest.
  case relativeRange = "relative-range"
  /// The ratio of the 90th and the 10th percentile.
  case p90p10 = "p90-p10"
  /// Dissimilarity, D.
  case dissimilarity
  /// Isolation, xPx*.
  case isolation
  /// Interaction, xPy*.
  case interaction
  /// The correlation ratio, V.
  case correlationRatio = "correlation-ratio"
  /// The information theory index, H.
  case information
  /// The Gini index of segregation.
  case segregationGini = "segregation-gini"
  /// Atkinson's index of segregation.
  case segregationAtkinson = "segregation-atkinson"

  /// The measures a list of names stands for, separated by commas; `nil` where one of them is none.
  public static func list(_ text: String) -> [InequalityMeasure]? {
    let names = text.split(separator: ",").map { word in
      String(word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).lowercased()
    }
    let found = names.compactMap { InequalityMeasure(rawValue: $0) }
    return found.isEmpty || found.count != names.count ? nil : found
  }

  /// The index of segregation it is, if it is one.
  var segregation: SegregationIndex? {
    switch self {
    case .dissimilarity: .dissimilarity
    case .isolation: .isolation
    case .interaction: .interaction
    case .correlationRatio: .correlationRatio
    case .information: .information
    case .segregationGini: .gini
    case .segregationAtkinson: .atkinson
    default: nil
    }
  }

  /// The index of spread it is, if it is one.
  var spread: (any InequalityIndex)? {
    switch self {
    case .gini: Gini()
    case .theilT: GeneralisedEntropy.theilT
    case .meanLogDeviation: GeneralisedEntropy.meanLogDeviation
    case .entropy2: GeneralisedEntropy(2)
    case .atkinson: Atkinson.half
    case .betweenGroupVariance: BetweenGroupVariance()
    case .coefficientOfVariation: CoefficientOfVariation()
    case .indexOfDisparity: IndexOfDisparity()
    case .range: GroupRange()
    case .relativeRange: GroupRange(relative: true)
    case .p90p10: QuantileRatio.p90p10
    default: nil
    }
  }

  /// Whether it needs to know who ranks above whom.
  var isRanked: Bool { segregation == nil && spread == nil }

  /// Whether it has one end of the ranking before the other, so that the contrast matters.
  var hasContrast: Bool {
    switch self {
    case .siiOHID, .riiOHID, .riiMean, .siiWHO, .riiWHO, .endsDifference, .endsRatio: true
    default: false
    }
  }

  /// Its unit, for figures of a unit.
  func unit(of figures: Unit) -> String {
    switch self {
    case .siiOHID, .siiWHO, .endsDifference, .range, .attributableRisk: figures.rawValue
    case .betweenGroupVariance: "\(figures.rawValue) squared"
    default: "index"
    }
  }
}
