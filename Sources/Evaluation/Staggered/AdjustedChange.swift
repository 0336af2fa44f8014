import Indicators
import LinearAlgebra
import Regression

/// A comparison of changes between units that differ in covariates.
///
/// With D the group's mark, x the covariates with a constant, Δ the change, μ(x) = xβ from the compared, π(x) the logistic
/// probability of the group and v = π/(1 − π) for the compared:
///
///     reg   Σ D (Δ − μ)/ΣD
///     ipw   Σ D Δ/ΣD − Σ v Δ/Σ v
///     dr    Σ D (Δ − μ)/ΣD − Σ v (Δ − μ)/Σ v
///
/// The contributions hold the estimation of β and of π: Sant'Anna and Zhao (2020) J Econom 219:101, §3.
struct AdjustedChange {
  /// The effect, and one contribution a unit: the group first.
  struct Answer {
    let effect: Double
    let contributions: [Double]
  }

  /// The group's units come first.
  private let inside: Int
  private let change: [Double]
  /// Covariates, one column each, centred and scaled; the constant is implied.
  private let columns: [[Double]]
  private let isConstant: Bool

  init(_ cell: PlannedComparison, _ design: CohortDesign) {
    let units = cell.treated + cell.controls
    inside = cell.treated.count
    change = units.map { unit in
      design.outcomes[unit * design.periods + cell.period]
        - design.outcomes[unit * design.periods + cell.base]
    }
    var isConstant = false
    columns = design.covariates.map { column in
      let values = units.map { column[$0] }
      let mean = values.reduce(0, +) / Double(values.count)
      let centred = values.map { $0 - mean }
      let scale = (centred.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
      if !(scale > abs(mean) * 1e-12) { isConstant = true }
      return scale > 0 ? centred.map { $0 / scale } : centred
    }
    self.isConstant = isConstant
  }

  private var count: Int { change.count }
  private var width: Int { columns.count + 1 }
  private func x(_ unit: Int, _ column: Int) -> Double { column == 0 ? 1 : columns[column - 1][unit] }
  private func dot(_ unit: Int, _ vector: [Double]) -> Double {
    columns.indices.reduce(vector[0]) { $0 + columns[$1][unit] * vector[$1 + 1] }
  }

  /// Σ over units of weight · x.
  private func sum(_ units: Range<Int>, _ weight: (Int) -> Double) -> [Double] {
    var total = [Double](repeating: 0, count: width)
    for unit in units {
      let weight = weight(unit)
      for column in 0..<width { total[column] += weight * x(unit, column) }
    }
    return total
  }

  func regression() -> Result<Answer, Reason> {
    line().map { line in
      let group = Double(inside)
      let effect = (0..<inside).reduce(0) { $0 + change[$1] - line.fitted[$1] } / group
      let direction = line.solved(sum(0..<inside) { _ in 1 / group })
      let contributions = (0..<count).map { unit in
        unit < inside
          ? (change[unit] - line.fitted[unit] - effect) / group
          : -(change[unit] - line.fitted[unit]) * dot(unit, direction)
      }
      return Answer(effect: effect, contributions: contributions)
    }
  }

  func weighting() -> Result<Answer, Reason> {
    propensity().map { weighted(change, $0) }
  }

  func doublyRobust() -> Result<Answer, Reason> {
    switch (line(), propensity()) {
    case (.failure(let reason), _), (_, .failure(let reason)): return .failure(reason)
    case (.success(let line), .success(let score)):
      let rest = (0..<count).map { change[$0] - line.fitted[$0] }
      let answer = weighted(rest, score)
      // What estimating β adds: the mean of x in the group less its weighted mean among the compared.
      let group = Double(inside)
      let weights = score.weights.reduce(0, +)
      let one = sum(0..<inside) { _ in 1 / group }
      let other = sum(inside..<count) { score.weights[$0] / weights }
      let direction = line.solved(zip(one, other).map { $0 - $1 })
      let contributions = (0..<count).map { unit in
        unit < inside
          ? answer.contributions[unit] : answer.contributions[unit] - rest[unit] * dot(unit, direction)
      }
      return .success(Answer(effect: answer.effect, contributions: contributions))
    }
  }

  /// Weighted means of `values`, and the estimation of the weights.
  private func weighted(_ values: [Double], _ score: Propensity) -> Answer {
    let group = Double(inside)
    let weights = score.weights.reduce(0, +)
    let first = (0..<inside).reduce(0) { $0 + values[$1] } / group
    let second = (inside..<count).reduce(0) { $0 + score.weights[$1] * values[$1] } / weights
    let direction = score.multiplied(
      sum(inside..<count) { score.weights[$0] * (values[$0] - second) / weights })
    let contributions = (0..<count).map { unit in
      let isInside = unit < inside
      let own =
        isInside
        ? (values[unit] - first) / group : -score.weights[unit] * (values[unit] - second) / weights
      return own - ((isInside ? 1 : 0) - score.probabilities[unit]) * dot(unit, direction)
    }
    return Answer(effect: first - second, contributions: contributions)
  }

  /// The change of the compared on their covariates.
  private struct Line {
    let factor: CholeskyFactorization
    let fitted: [Double]

    /// (XᵀX)⁻¹ v over the compared; zeros cannot come, the factor exists and `v` fits it.
    func solved(_ v: [Double]) -> [Double] {
      (try? factor.solve(v)) ?? [Double](repeating: 0, count: v.count)
    }
  }

  private func line() -> Result<Line, Reason> {
    let compared = inside..<count
    guard !isConstant, compared.count > width else { return .failure(.collinearCovariates) }
    let columns = (0..<width).map { column in sum(compared) { x($0, column) } }
    guard let gram = try? Matrix(columns: columns), let factor = try? CholeskyFactorization(gram) else {
      return .failure(.collinearCovariates)
    }
    // A pivot is what a column leaves after those before it: under 1e-10 of its own square it is rounding.
    let isSound = (0..<width).allSatisfy {
      factor.lower[$0, $0] * factor.lower[$0, $0] > 1e-10 * gram[$0, $0]
    }
    guard isSound, let slope = try? factor.solve(sum(compared) { change[$0] }) else {
      return .failure(.collinearCovariates)
    }
    return .success(Line(factor: factor, fitted: (0..<count).map { dot($0, slope) }))
  }

  /// The logistic probability of being in the group.
  private struct Propensity {
    let probabilities: [Double]
    /// π/(1 − π), 0 for the group.
    let weights: [Double]
    let covariance: Matrix

    func multiplied(_ v: [Double]) -> [Double] {
      v.indices.map { row in v.indices.reduce(0) { $0 + covariance[row, $1] * v[$1] } }
    }
  }

  private func propensity() -> Result<Propensity, Reason> {
    guard !isConstant, count > width else { return .failure(.collinearCovariates) }
    do throws(RegressionError) {
      let design = try Design(columns.enumerated().map { ("x\($0.offset)", $0.element) })
      let fit = try GeneralizedLinearModel.fit(
        (0..<count).map { $0 < inside ? 1 : 0 }, on: design, family: .binomial)
      let weights = (0..<count).map { $0 < inside ? 0 : fit.means[$0] / (1 - fit.means[$0]) }
      guard weights.allSatisfy(\.isFinite), weights.contains(where: { $0 > 0 }) else {
        return .failure(.noOverlap)
      }
      return .success(
        Propensity(probabilities: fit.means, weights: weights, covariance: fit.covariance))
    } catch {
      switch error {
      case .separation, .notConverged, .noEvents, .allEvents: return .failure(.noOverlap)
      default: return .failure(.collinearCovariates)
      }
    }
  }
}
