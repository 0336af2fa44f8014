import Estimates
import Indicators
import LinearAlgebra
import TestSupport
import Testing

@testable import Comparisons

@Suite struct OneFactorModelTests {
  private func correlations() throws -> Matrix {
    try CompositeWeighting.correlations((0..<5).map { column in CompositeSample.rows.map { $0[column] } })
  }

  /// scipy 1.17.1: BFGS of the likelihood in log ψ to gtol 1e-11. statsmodels 0.15.0 `Factor(method="ml")` agrees to seven
  /// digits: 0.93576604 0.75211993 0.80909971 0.86054439 0.62680931.
  @Test func theFitIsThatOfScipyAndStatsmodels() throws {
    let fit = try OneFactorModel(correlations: try correlations())
    let loadings = [
      0.9357660277224814, 0.7521198234341221, 0.8090995660549412, 0.86054446047478, 0.6268091657871304,
    ]
    let statsmodels = [
      0.9357660432740191, 0.7521199291501246, 0.809099714038051, 0.8605443914087751, 0.6268093094031307,
    ]
    // BFGS stops where the likelihood is flat to rounding: the square root of it in the parameters.
    for (one, other) in zip(fit.loadings, loadings) { #expect(abs(one - other) <= 5e-8) }
    for (one, other) in zip(fit.loadings, statsmodels) { #expect(abs(one - other) <= 5e-7) }
    #expect(!fit.isAtBound)
    // The likelihood equations: communality and uniqueness make up the variance.
    for (loading, unique) in zip(fit.loadings, fit.uniquenesses) {
      #expect(abs(loading * loading + unique - 1) <= 1e-10)
    }
    let weights = try CompositeWeighting.factor.weights(
      (0..<5).map { column in CompositeSample.rows.map { $0[column] } })
    let expected = [
      0.4718529542779999, 0.10857716118173309, 0.1468891229854079, 0.20794790038257813, 0.064732861172281,
    ]
    for (one, other) in zip(weights.weights, expected) { #expect(abs(one - other) <= 5e-7) }
  }

  /// Correlations made of known loadings give them back.
  @Test func exactCorrelationsGiveTheirLoadings() throws {
    let known = [0.9, 0.8, 0.7, 0.4]
    let fit = try OneFactorModel(
      correlations: try Matrix(
        rows: known.indices.map { i in known.indices.map { j in i == j ? 1 : known[i] * known[j] } }))
    for (one, other) in zip(fit.loadings, known) { #expect(abs(one - other) <= 1e-8) }
  }

  @Test func twoComponentsHaveNoFactor() throws {
    #expect(throws: CompositeRefusal(.unusableWeights)) {
      try OneFactorModel(correlations: try Matrix(rows: [[1, 0.5], [0.5, 1]]))
    }
  }
}
