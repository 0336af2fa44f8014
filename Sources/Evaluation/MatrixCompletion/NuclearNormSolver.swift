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
    /// The gap over the objective.
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

  /// The minimum at κ ≥ 0, from a start.
  func solve(
    _ kappa: Double, start: [Double]?, tolerance: Double, most: Int = 20_000
  ) throws(LinearAlgebraError) -> Solution? {
    var current = start ?? [Double](repeating: 0, count: outcomes.count)
    var point = current
    var momentum = 1.0
    for iteration in 1...most {
      let residual = try effects.fitted(difference(outcomes, point)).residual
      let (next, nuclear, rank) = try shrunk(sum(point, residual), by: kappa)
      var turned = 0.0
      for index in next.indices { turned += (point[index] - next[index]) * (next[index] - current[index]) }
      if turned > 0 { momentum = 1 }
      let following = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      let weight = (momentum - 1) / following
      for index in next.indices { point[index] = next[index] + weight * (next[index] - current[index]) }
      current = next
      momentum = following
      guard iteration == 1 || iteration.isMultiple(of: 8) else { continue }
      let state = try effects.fitted(difference(outcomes, current))
      let gap = try relativeGap(state.residual, nuclear: nuclear, kappa: kappa)
      if gap <= tolerance {
        return Solution(
          lowRank: current, units: state.units, periods: state.periods, rank: rank, gap: gap,
          iterations: iteration)
      }
    }
    return nil
  }

  private func relativeGap(
    _ residual: [Double], nuclear: Double, kappa: Double
  ) throws(LinearAlgebraError) -> Double {
    let largest = try spectrum(residual).values.max()?.squareRoot() ?? 0
    let scale = largest > kappa ? kappa / largest : 1
    var squares = 0.0
    var product = 0.0
    for index in residual.indices {
      squares += residual[index] * residual[index]
      product += residual[index] * outcomes[index]
    }
    let objective = squares / 2 + kappa * nuclear
    guard objective > 0 else { return 0 }
    return max(0, objective - scale * product + scale * scale * squares / 2) / objective
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

  private func difference(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = left
    for index in result.indices { result[index] -= right[index] }
    return result
  }

  private func sum(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = left
    for index in result.indices { result[index] += right[index] }
    return result
  }
}
