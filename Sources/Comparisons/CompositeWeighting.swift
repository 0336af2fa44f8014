import Estimates
import Indicators
import LinearAlgebra

/// How much each component counts in a composite index.
public enum CompositeWeighting: Sendable, Equatable {
  /// All the same.
  case equal
  /// As given, one a component, none negative; only their proportions matter.
  case given([Double])
  /// In proportion to the loadings on the first principal component of the scores' correlations.
  case principalComponent
  /// In proportion to the score coefficients of a one-factor model fitted by maximum likelihood.
  case factor

  /// The word in results.
  public var name: String {
    switch self {
    case .equal: "equal"
    case .given: "given"
    case .principalComponent: "pca"
    case .factor: "factor"
    }
  }

  /// Weights that sum to 1, and what is worth knowing about them.
  ///
  /// - Parameter scores: One column a component, one row a zone.
  /// - Throws: ``CompositeRefusal``: weights that fit no component or are negative, a component without spread, or fewer than
  ///   three components for a factor.
  func weights(_ scores: [[Double]]) throws(CompositeRefusal) -> (
    weights: [Double], diagnostics: [Diagnostic]
  ) {
    let count = scores.count
    switch self {
    case .equal: return ([Double](repeating: 1 / Double(count), count: count), [])
    case .given(let given):
      let sum = given.reduce(0, +)
      guard given.count == count, given.allSatisfy({ $0 >= 0 && $0.isFinite }), sum > 0, sum.isFinite else {
        throw CompositeRefusal(.unusableWeights)
      }
      return (given.map { $0 / sum }, [])
    case .principalComponent:
      let correlations = try Self.correlations(scores)
      return try Self.normalised(try Self.firstVector(correlations).vector)
    case .factor:
      let fit = try OneFactorModel(correlations: try Self.correlations(scores))
      let (weights, diagnostics) = try Self.normalised(fit.coefficients)
      return (weights, diagnostics + (fit.isAtBound ? [.factorAtBound] : []))
    }
  }

  /// Loadings as weights: their sum is 1, and negative ones, which count a component the wrong way, are named.
  private static func normalised(_ loadings: [Double]) throws(CompositeRefusal) -> (
    weights: [Double], diagnostics: [Diagnostic]
  ) {
    let sum = loadings.reduce(0, +)
    let size = loadings.reduce(0) { $0 + abs($1) }
    guard size > 0, abs(sum) > 1e-8 * size else { throw CompositeRefusal(.unusableWeights) }
    let weights = loadings.map { $0 / sum }
    return (weights, weights.contains { $0 < 0 } ? [.negativeWeight] : [])
  }

  /// The correlations of the scores.
  static func correlations(_ scores: [[Double]]) throws(CompositeRefusal) -> Matrix {
    var centred: [[Double]] = []
    for column in scores {
      let mean = column.reduce(0, +) / Double(max(1, column.count))
      let moved = column.map { $0 - mean }
      let length = moved.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 1e-12 * max(1, abs(mean)) else { throw CompositeRefusal(.componentWithoutSpread) }
      centred.append(moved.map { $0 / length })
    }
    do {
      return try Matrix(
        rows: centred.indices.map { one in
          centred.indices.map { other in
            one == other ? 1 : zip(centred[one], centred[other]).reduce(0) { $0 + $1.0 * $1.1 }
          }
        })
    } catch {
      throw CompositeRefusal(.unusableWeights)
    }
  }

  /// The eigenvector of the largest eigenvalue, with the sign that makes its sum positive.
  static func firstVector(_ matrix: Matrix) throws(CompositeRefusal) -> (value: Double, vector: [Double]) {
    guard let eigen = try? SymmetricEigen(matrix), let value = eigen.values.last else {
      throw CompositeRefusal(.unusableWeights)
    }
    let vector = Array(eigen.vectors.column(matrix.columns - 1))
    return (value, vector.reduce(0, +) < 0 ? vector.map { -$0 } : vector)
  }
}

/// Why there is no composite index.
public struct CompositeRefusal: Error, Sendable, Hashable {
  /// The reason.
  public let reason: Reason

  /// A refusal.
  public init(_ reason: Reason) { self.reason = reason }
}

extension Reason {
  /// Weights that do not fit the components, are negative, or cancel.
  public static let unusableWeights = Reason("unusable-weights")
  /// A component is the same in all zones.
  public static let componentWithoutSpread = Reason("component-without-spread")
  /// The geometric mean needs scores above zero.
  public static let scoresNotPositive = Reason("scores-not-positive")
}

extension Diagnostic {
  /// A weight from the data is negative: the component runs against the others.
  public static let negativeWeight = Diagnostic("negative-weight")
  /// The factor model explains a component altogether, which few zones or components often pretend.
  public static let factorAtBound = Diagnostic("factor-at-bound")
}
