import Estimates
import Foundation
import Indicators
import LinearAlgebra

/// Errors by clusters that allow for how much each cluster pulls the fit towards itself (CR2), with Satterthwaite's degrees of
/// freedom for each coefficient.
///
///     let errors = try ReducedBiasClusters.fit(panel)
///     errors.degreesOfFreedom[0]        // small where few clusters carry the coefficient
///
/// V = M (Σ_g X̃_g′A_g e_g e_g′A_g X̃_g) M with M = (X̃′X̃)⁻¹ and A_g = (I − H_gg)^(−1/2), the symmetric root of the generalised
/// inverse; H is that of regressors and period effects after the unit effects are taken out, so the working model is
/// independence. With w_g = A_g X̃_g M c and P_gh = w_g′(I − H)_gh w_h the degrees of freedom are (Σ P_gg)²/ΣΣ P_gh².
///
/// - Cost: an eigenvalue problem of the rows of each cluster; more than ``mostRows`` in one are refused.
/// - Errors: ``EffectError/tooFewTreated(needed:found:)`` as for CR1. With one treated unit its block of I − H is singular in
///   just the direction of the treatment, so its residuals are not heard at all: for Proposition 99 the error is 2.77 with 37
///   degrees of freedom, where the exact placebo error is 17.29.
/// - References: Bell and McCaffrey (2002) Survey Methodology 28:169; Pustejovsky and Tipton (2018) J Bus Econ Stat 36:672.
public enum ReducedBiasClusters {
  /// The most rows of one cluster.
  public static let mostRows = 2000

  /// The errors of all coefficients.
  ///
  /// - Parameter allowingFewTreated: As in ``TwoWayFit/clusterRobust(allowingFewTreated:)``.
  public static func fit(_ panel: FixedEffectsPanel, allowingFewTreated: Bool = false) throws(EffectError)
    -> ClusterRobust
  {
    let swept = try TwoWayResiduals(panel)
    let notes = try TwoWayFit.notes(
      treated: swept.treatedClusters, untreated: swept.clusterCount - swept.treatedClusters,
      allowing: allowingFewTreated)
    do {
      return try Computation(swept).result(notes)
    } catch let error as EffectError {
      throw error
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }
}

/// The sums over clusters.
private struct Computation {
  let swept: TwoWayResiduals
  let count: Int
  /// S⁻ and (X̃′X̃)⁻¹ on one diagonal: H = Z inverse Z′ with Z the centred period columns beside X̃.
  let inverse: Matrix

  init(_ swept: TwoWayResiduals) throws {
    self.swept = swept
    count = swept.columns.count
    let periods = swept.periodCount
    var inverse = try Matrix(rows: periods + count, columns: periods + count)
    for j in 0..<periods {
      for i in 0..<periods { inverse[i, j] = swept.generalized[i, j] }
    }
    for j in 0..<count {
      for i in 0..<count { inverse[periods + i, periods + j] = swept.inverse[i, j] }
    }
    self.inverse = inverse
  }

  func result(_ notes: [Diagnostic]) throws -> ClusterRobust {
    let residuals = swept.residuals
    var rowsOf = [[Int]](repeating: [], count: swept.clusterCount)
    for row in 0..<swept.rows { rowsOf[swept.cluster[swept.unit[row]]].append(row) }
    var unitRows = [Double](repeating: 0, count: swept.cluster.count)
    for unit in swept.unit { unitRows[unit] += 1 }

    let width = inverse.rows
    var variance = [Double](repeating: 0, count: count)
    var own = variance  // Σ |w|²
    var direct = variance  // Σ (|w|⁴ − 2|w|² u′Mu)
    var traces = variance  // Σ u′Mu
    var products = try (0..<count).map { _ in try Matrix(rows: width, columns: width) }
    for rows in rowsOf {
      guard rows.count <= ReducedBiasClusters.mostRows else {
        throw EffectError.parameter(name: "rows in a cluster", value: Double(rows.count))
      }
      let z = try columns(rows, unitRows)
      let root = try adjustment(z)
      let adjusted = try root.multiplied(by: try scaled(rows))
      for column in 0..<count {
        let w = Array(adjusted.column(column))
        var score = 0.0
        for (place, row) in rows.enumerated() { score += w[place] * residuals[row] }
        variance[column] += score * score
        let u = try z.transposeMultiplied(by: w)
        let size = dot(w, w)
        let pull = dot(u, try inverse.multiplied(by: u))
        own[column] += size
        traces[column] += pull
        direct[column] += size * size - 2 * size * pull
        for j in 0..<width where u[j] != 0 {
          for i in 0..<width { products[column][i, j] += u[i] * u[j] }
        }
      }
    }
    var degrees: [Double] = []
    for column in 0..<count {
      // ΣΣ (u_g′Mu_h)² = tr(MQMQ) with Q = Σ uu′.
      let half = try inverse.multiplied(by: products[column])
      var trace = 0.0
      for j in 0..<width {
        for i in 0..<width { trace += half[i, j] * half[j, i] }
      }
      let first = own[column] - traces[column]
      degrees.append(first * first / (direct[column] + trace))
    }
    guard degrees.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw EffectError.constantOutcomes }
    return ClusterRobust(
      names: swept.names, coefficients: swept.coefficients,
      standardErrors: variance.map { $0.squareRoot() }, degreesOfFreedom: degrees,
      method: .reducedBiasClusters, diagnostics: notes, rows: swept.rows)
  }

  /// Z_g: the period columns less the share of each period in the row's unit, and the swept regressors.
  private func columns(_ rows: [Int], _ unitRows: [Double]) throws -> Matrix {
    var z = try Matrix(rows: rows.count, columns: inverse.rows)
    for (place, row) in rows.enumerated() {
      z[place, swept.period[row]] += 1
      let share = 1 / unitRows[swept.unit[row]]
      for (other, otherRow) in rows.enumerated() where swept.unit[otherRow] == swept.unit[row] {
        z[other, swept.period[row]] -= share
      }
      for column in 0..<count { z[place, swept.periodCount + column] = swept.columns[column][row] }
    }
    return z
  }

  /// X̃_g (X̃′X̃)⁻¹.
  private func scaled(_ rows: [Int]) throws -> Matrix {
    try Matrix(columns: swept.columns.map { column in rows.map { column[$0] } }).multiplied(by: swept.inverse)
  }

  /// (I − H_gg)^(−1/2); eigenvalues lie in [0, 1], and those that are zero but for rounding stay out.
  private func adjustment(_ z: Matrix) throws -> Matrix {
    let hat = try z.multiplied(by: try inverse.multiplied(by: z.transposed()))
    var rest = hat
    for j in 0..<rest.columns {
      for i in 0..<rest.rows { rest[i, j] = (i == j ? 1 : 0) - (hat[i, j] + hat[j, i]) / 2 }
    }
    let eigen = try SymmetricEigen(rest)
    var left = eigen.vectors
    for j in 0..<left.columns {
      let factor = eigen.values[j] > 1e-10 ? 1 / eigen.values[j].squareRoot() : 0
      for i in 0..<left.rows { left[i, j] *= factor }
    }
    return try left.multiplied(by: eigen.vectors.transposed())
  }
}

extension Method {
  /// Two-way fixed effects with CR2 errors and Satterthwaite's degrees of freedom.
  public static let reducedBiasClusters = Method("effect.twfe-cr2")
}
