import LinearAlgebra

/// Minimises ½‖P_O(Y − L − γ1′ − 1δ′)‖² + κ‖L‖₊ over L, γ and δ, where ‖·‖₊ is the sum of the singular values.
///
/// Effects are solved exactly in every step, and L is moved by accelerated soft-impute: to the residual of an extrapolated point
/// add that point, and shrink the singular values by κ; the extrapolation starts anew when it no longer helps. The problem is
/// convex, so there is one minimum, and it is certified: with R the residual, Θ = R·min(1, κ/‖R‖₂) is feasible in the dual, and
///
///     gap = ½‖R‖² + κ‖L‖₊ − ⟨Θ, Y⟩ + ½‖Θ‖²  ≥  objective − minimum.
///
/// - Reference: Mazumder, Hastie and Tibshirani (2010) J Mach Learn Res 11:2287; Beck and Teboulle (2009) SIAM J Imaging Sci
///   2:183; O'Donoghue and Candès (2015) Found Comput Math 15:715.
struct NuclearNormSolver {
  /// The outcomes, unit after unit; zero where not observed, which no step reads.
  private let outcomes: [Double]
  private let effects: TwoWayEffects

  struct Solution {
    /// L, unit after unit.
    var lowRank: [Double]
    var units: [Double]
    var periods: [Double]
    /// The number of singular values above zero.
    var rank: Int
    /// The gap over the objective, however it was asked for.
    var gap: Double
    var iterations: Int
  }

  init(_ outcomes: [Double], _ effects: TwoWayEffects) {
    self.outcomes = outcomes
    self.effects = effects
  }

  /// The κ from which on L is zero: the largest singular value of what unit and period effects leave.
  func largestPenalty() throws(LinearAlgebraError) -> Double {
    try spectrum(effects.fitted(outcomes).residual).values.max()?.squareRoot() ?? 0
  }

  /// Half the squares that unit and period effects leave: the objective where L is zero.
  func baseline() throws(LinearAlgebraError) -> Double {
    try effects.fitted(outcomes).residual.reduce(0) { $0 + $1 * $1 } / 2
  }

  /// The minimum at κ ≥ 0, from a start.
  ///
  /// - Parameters:
  ///   - kappa: κ.
  ///   - start: L to begin with.
  ///   - tolerance: The gap to stop at, over the objective or `baseline`.
  ///   - baseline: What the gap is measured against; `nil` for the objective itself.
  /// - Returns: `nil` where `most` steps do not reach it.
  func solve(
    _ kappa: Double, start: [Double]?, tolerance: Double, baseline: Double? = nil, most: Int = 20_000
  ) throws(LinearAlgebraError) -> Solution? {
    var current = start ?? [Double](repeating: 0, count: outcomes.count)
    var point = current
    var momentum = 1.0
    for iteration in 1...most {
      let residual = try effects.fitted(sum(outcomes, point, -1)).residual
      let (next, nuclear, rank) = try shrunk(sum(point, residual, 1), by: kappa)
      if turned(point, next, current) > 0 { momentum = 1 }
      let following = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      point = sum(next, sum(next, current, -1), (momentum - 1) / following)
      current = next
      momentum = following
      guard iteration == 1 || iteration.isMultiple(of: 8) else { continue }
      let state = try effects.fitted(sum(outcomes, current, -1))
      let (gap, objective) = try gap(state.residual, nuclear: nuclear, kappa: kappa)
      if gap <= tolerance * (baseline ?? objective) {
        return Solution(
          lowRank: current, units: state.units, periods: state.periods, rank: rank,
          gap: objective > 0 ? gap / objective : 0, iterations: iteration)
      }
    }
    return nil
  }

  private func gap(
    _ residual: [Double], nuclear: Double, kappa: Double
  ) throws(LinearAlgebraError) -> (gap: Double, objective: Double) {
    let largest = try spectrum(residual).values.max()?.squareRoot() ?? 0
    let scale = largest > kappa ? kappa / largest : 1
    var squares = 0.0
    var product = 0.0
    for index in residual.indices {
      squares += residual[index] * residual[index]
      product += residual[index] * outcomes[index]
    }
    let objective = squares / 2 + kappa * nuclear
    return (max(0, objective - scale * product + scale * scale * squares / 2), objective)
  }

  /// The eigenvalues and eigenvectors of Z′Z, periods × periods.
  private func spectrum(_ values: [Double]) throws(LinearAlgebraError) -> SymmetricEigen {
    try SymmetricEigen(try matrix(values).transposed().gram())
  }

  /// Z with its singular values lessened by κ, at least zero: Z·V·diag(max(0, 1 − κ/σ))·V′.
  private func shrunk(_ values: [Double], by kappa: Double) throws(LinearAlgebraError) -> (
    values: [Double], nuclear: Double, rank: Int
  ) {
    let spectrum = try spectrum(values)
    let periods = effects.periods
    var kept: [Double] = []
    var scaled: [Double] = []
    var nuclear = 0.0
    var rank = 0
    for index in 0..<periods {
      let singular = max(0, spectrum.values[index]).squareRoot()
      guard singular > kappa, singular > 0 else { continue }
      rank += 1
      nuclear += singular - kappa
      kept += spectrum.vectors.column(index)
      scaled += spectrum.vectors.column(index).map { $0 * (1 - kappa / singular) }
    }
    guard rank > 0 else { return ([Double](repeating: 0, count: values.count), 0, 0) }
    let left = try Matrix(rows: periods, columns: rank, elements: scaled)
    let right = try Matrix(rows: periods, columns: rank, elements: kept)
    // Storage is periods × units, so the shrinking comes from the left: V diag V′ Z.
    let shadow = try right.transposeMultiplied(by: try matrix(values))
    return (try left.multiplied(by: shadow).elements, nuclear, rank)
  }

  private func matrix(_ values: [Double]) throws(LinearAlgebraError) -> Matrix {
    try Matrix(rows: effects.periods, columns: effects.units, elements: values)
  }

  /// left + factor · right.
  private func sum(_ left: [Double], _ right: [Double], _ factor: Double) -> [Double] {
    var result = left
    // Bounds: all columns of a panel have the same number of cells; the shorter would end the loop.
    result.withUnsafeMutableBufferPointer { result in
      right.withUnsafeBufferPointer { right in
        for index in 0..<min(result.count, right.count) { result[index] += factor * right[index] }
      }
    }
    return result
  }

  /// ⟨point − next, next − current⟩: above zero where the extrapolation leads away from the minimum.
  private func turned(_ point: [Double], _ next: [Double], _ current: [Double]) -> Double {
    var total = 0.0
    // Bounds: as above.
    point.withUnsafeBufferPointer { point in
      next.withUnsafeBufferPointer { next in
        current.withUnsafeBufferPointer { current in
          for index in 0..<min(point.count, next.count, current.count) {
            total += (point[index] - next[index]) * (next[index] - current[index])
          }
        }
      }
    }
    return total
  }
}
