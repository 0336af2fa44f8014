import Indicators
import LinearAlgebra

/// One common factor behind several components, fitted to their correlations by maximum likelihood.
///
///     let fit = try OneFactorModel(correlations: correlations)
///     fit.loadings        // λ
///     fit.uniquenesses    // ψ
///
/// The model is R = λλᵀ + diag(ψ). For given ψ the best λ is √ψ·e·√(θ − 1), θ and e being the largest eigenvalue and its vector
/// of diag(ψ)^(−½) R diag(ψ)^(−½); and at the maximum ψ = 1 − λ². The two are repeated until ψ no longer changes (Lawley), with
/// ψ held at 0.005 and above.
///
/// - The coefficients of the factor's scores are λ/ψ up to a common factor (regression and Bartlett scores agree in that).
/// - Shape: at least three components; with fewer the model has more parameters than correlations.
/// - A ψ at its lowest bound (a Heywood case) is flagged: ``isAtBound``.
/// - References: Lawley and Maxwell (1971) Factor Analysis as a Statistical Method; Jöreskog (1967) Psychometrika 32:443.
public struct OneFactorModel: Sendable, Equatable {
  /// λ, with a positive sum.
  public let loadings: [Double]
  /// ψ, each in 0.005…1.
  public let uniquenesses: [Double]
  /// Whether some ψ is at its lowest bound.
  public let isAtBound: Bool

  /// The lowest uniqueness, as in R's `factanal`.
  static let lowest = 0.005
  /// The stop rule: the largest change of a uniqueness.
  static let tolerance = 1e-12

  /// λ/ψ, the coefficients of the factor's scores up to a common factor.
  public var coefficients: [Double] { zip(loadings, uniquenesses).map { $0 / $1 } }

  /// The fit to a correlation matrix.
  ///
  /// - Throws: ``CompositeRefusal`` with `unusable-weights` for fewer than three components or where no eigenvalue is found.
  public init(correlations: Matrix) throws(CompositeRefusal) {
    let count = correlations.rows
    guard count >= 3, correlations.columns == count else { throw CompositeRefusal(.unusableWeights) }
    var unique = [Double](repeating: 0.5, count: count)
    var loadings = unique
    for _ in 0..<20_000 {
      let roots = unique.map { $0.squareRoot() }
      let scaled: Matrix
      do {
        scaled = try Matrix(
          rows: (0..<count).map { i in (0..<count).map { j in correlations[i, j] / (roots[i] * roots[j]) } })
      } catch {
        throw CompositeRefusal(.unusableWeights)
      }
      let (value, vector) = try CompositeWeighting.firstVector(scaled)
      let length = max(0, value - 1).squareRoot()
      loadings = zip(roots, vector).map { $0 * $1 * length }
      let next = loadings.map { min(1, max(Self.lowest, 1 - $0 * $0)) }
      let change = zip(next, unique).map { abs($0 - $1) }.max() ?? 0
      unique = next
      if change <= Self.tolerance { break }
    }
    self.loadings = loadings.reduce(0, +) < 0 ? loadings.map { -$0 } : loadings
    uniquenesses = unique
    isAtBound = unique.contains { $0 <= Self.lowest }
  }
}
