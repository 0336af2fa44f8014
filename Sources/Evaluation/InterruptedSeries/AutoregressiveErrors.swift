import Foundation
import LinearAlgebra

/// Regression with errors u_t = ρu_{t−1} + ε_t, solved for a given ρ, by Prais and Winsten, or by restricted likelihood.
///
/// With P the Prais–Winsten transform (first row √(1 − ρ²), later rows y_t − ρy_{t−1}) and Q = PᵀP the inverse of the
/// correlation up to a factor: β = argmin ‖P(y − Xβ)‖², RSS its minimum, σ² = RSS/(n − p), Var(β) = σ²(XᵀQX)⁻¹.
struct AutoregressiveErrors: Sendable {
  let design: Matrix
  let response: [Double]
  /// Whether a period has no say, having a column of its own.
  let isRemoved: [Bool]

  /// What is known for one ρ.
  struct Solution: Sendable {
    let correlation: Double
    let coefficients: [Double]
    /// y − Xβ.
    let residuals: [Double]
    /// P(y − Xβ).
    let innovations: [Double]
    let sumOfSquares: Double
    /// (XᵀQX)⁻¹.
    let unscaled: Matrix
  }

  var degrees: Double { Double(design.rows - design.columns) }

  func solve(
    _ correlation: Double, precision: LeastSquares.Precision = .refined
  ) throws(EffectError) -> Solution {
    let root = (1 - correlation * correlation).squareRoot()
    func transformed(_ series: [Double]) -> [Double] {
      series.indices.map { $0 == 0 ? root * series[0] : series[$0] - correlation * series[$0 - 1] }
    }
    do {
      let columns = (0..<design.columns).map { transformed(Array(design.column($0))) }
      let fit = try LeastSquares(try Matrix(columns: columns)).solve(
        transformed(response), precision: precision)
      let means = try design.multiplied(by: fit.coefficients)
      return Solution(
        correlation: correlation, coefficients: fit.coefficients,
        residuals: zip(response, means).map { $0 - $1 }, innovations: fit.residuals,
        sumOfSquares: fit.residualSumOfSquares, unscaled: fit.unscaledCovariance)
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// ρ = Σ e_t e_{t−1} / Σ e²_{t−1} of the residuals in their own scale, and β given ρ, until ρ stands still.
  ///
  /// - Throws: ``EffectError/notConverged`` where ρ leaves (−1, 1) or does not settle.
  /// - Reference: Prais and Winsten (1954) Cowles Commission Discussion Paper 383.
  func praisWinsten() throws(EffectError) -> Solution {
    var solution = try solve(0)
    for _ in 0..<1000 {
      let residuals = solution.residuals
      var (product, square) = (0.0, 0.0)
      for later in 1..<residuals.count where !isRemoved[later] && !isRemoved[later - 1] {
        product += residuals[later] * residuals[later - 1]
        square += residuals[later - 1] * residuals[later - 1]
      }
      guard square > 0 else { return solution }
      let next = product / square
      guard abs(next) < 1 else { throw .notConverged }
      let move = abs(next - solution.correlation)
      solution = try solve(next)
      if move <= 1e-14 { return solution }
    }
    throw .notConverged
  }

  /// How log L curves at its largest, and so how far σ² and ρ are known.
  struct Curvature: Sendable {
    let correlation: Double
    /// (XᵀQX)⁻¹ and XᵀQ′X, with ′ for d/dρ.
    let unscaled: Matrix
    let derivative: Matrix
    /// The inverse of the information on (artanh ρ, log σ²).
    let inverse: (first: Double, both: Double, second: Double)
    let degrees: Double

    /// Satterthwaite's degrees of freedom of cᵀβ: 2/(hᵀI⁻¹h), h the gradient of the log of its variance.
    func degreesOfFreedom(_ contrast: [Double]) -> Double {
      guard let half = try? unscaled.multiplied(by: contrast),
        let turned = try? derivative.multiplied(by: half)
      else { return 1 }
      let variance = dot(contrast, half)
      guard variance > 0 else { return degrees }
      let slope = -dot(half, turned) / variance * (1 - correlation * correlation)
      let form = slope * slope * inverse.first + 2 * slope * inverse.both + inverse.second
      guard form > 0 else { return 1 }
      return min(degrees, max(1, 2 / form))
    }
  }

  /// The ρ of largest restricted likelihood,
  ///
  ///     l(ρ) = −½ [(n − p) log RSS − log(1 − ρ²) + log det XᵀQX]
  ///
  /// by a grid in artanh ρ up to |ρ| = 0.999 and bisection of the score between its neighbours.
  ///
  /// - Returns: The solution, and the curvature, or `nil` for it where l is largest at an end of the grid.
  /// - Reference: Patterson and Thompson (1971) Biometrika 58:545; Cheang and Reinsel (2000) J Am Stat Assoc 95:1173.
  func restrictedLikelihood() throws(EffectError) -> (solution: Solution, curvature: Curvature?) {
    let grid = (-19...19).map { Double($0) / 5 }
    var best = 0
    var largest = -Double.infinity
    for (place, point) in grid.enumerated() {
      let value = try likelihood(try solve(tanh(point), precision: .working))
      if value > largest { (best, largest) = (place, value) }
    }
    guard best > 0, best < grid.count - 1 else { return (try solve(tanh(grid[best])), nil) }
    var (low, high) = (grid[best - 1], grid[best + 1])
    // The score is positive below the maximum and negative above it.
    // 0.4/2⁴⁰ is below 10⁻¹², where the score is rounding.
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if try score(middle) > 0 { low = middle } else { high = middle }
    }
    let point = (low + high) / 2
    let solution = try solve(tanh(point))
    let step = 1e-3
    let near = try score(point + step) - score(point - step)
    let far = try score(point + 2 * step) - score(point - 2 * step)
    let curve = -(8 * near - far) / (12 * step)
    guard curve > 0 else { return (solution, nil) }
    // With θ = (artanh ρ, log σ²): the profile's curvature is the determinant over the second information.
    let turn = (1 - solution.correlation * solution.correlation)
    let mixed = degrees * form(solution) / solution.sumOfSquares * turn / 2
    let determinant = curve * degrees / 2
    let first = curve + mixed * mixed * 2 / degrees
    return (
      solution,
      Curvature(
        correlation: solution.correlation, unscaled: solution.unscaled,
        derivative: try derivative(solution.correlation),
        inverse: (degrees / 2 / determinant, mixed / determinant, first / determinant), degrees: degrees)
    )
  }

  private func likelihood(_ solution: Solution) throws(EffectError) -> Double {
    do {
      let determinant = -(try CholeskyFactorization(solution.unscaled)).logDeterminant
      let rest = log(1 - solution.correlation * solution.correlation)
      return -(degrees * log(solution.sumOfSquares) - rest + determinant) / 2
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// dl/d artanh ρ.
  private func score(_ point: Double) throws(EffectError) -> Double {
    let solution = try solve(tanh(point), precision: .working)
    let rho = solution.correlation
    let turned = try derivative(rho)
    var trace = 0.0
    for column in 0..<turned.columns {
      trace += dot(solution.unscaled.row(column), Array(turned.column(column)))
    }
    let turn = 1 - rho * rho
    let slope = degrees * form(solution) / solution.sumOfSquares + 2 * rho / turn + trace
    return -slope / 2 * turn
  }

  /// eᵀQ′e.
  private func form(_ solution: Solution) -> Double {
    dot(solution.residuals, turned(solution.residuals, solution.correlation))
  }

  /// XᵀQ′X.
  private func derivative(_ rho: Double) throws(EffectError) -> Matrix {
    do {
      let columns = (0..<design.columns).map { turned(Array(design.column($0)), rho) }
      return try design.transposeMultiplied(by: try Matrix(columns: columns))
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// Q′v: 2ρ on the diagonal but for its ends, −1 beside it.
  private func turned(_ series: [Double], _ rho: Double) -> [Double] {
    series.indices.map { place in
      var value = place > 0 && place < series.count - 1 ? 2 * rho * series[place] : 0
      if place > 0 { value -= series[place - 1] }
      if place < series.count - 1 { value -= series[place + 1] }
      return value
    }
  }
}
