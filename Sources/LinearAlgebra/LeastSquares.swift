/// Least squares by column-pivoted QR: the β that minimises ‖y − Xβ‖.
///
///     let design = try Matrix(columns: [[1, 1, 1, 1], [1, 2, 3, 4]])
///     let fit = try LeastSquares(design, columnNames: ["intercept", "year"]).solve([6, 5, 7, 10])
///     fit.coefficients        // [3.5, 1.4]
///     fit.standardErrors      // [1.775, 0.648]
///
/// The design is factorised once and serves any number of responses. Columns are first scaled by powers of two,
/// which is exact, so the rank does not depend on the units of a column.
///
/// - Shapes: X is n × p with n ≥ p; y holds n values; β holds p.
/// - Errors: shape mismatch, non-finite input, ``LinearAlgebraError/tooFewRows(rows:columns:)``, and
///   ``LinearAlgebraError/rankDeficient(rank:dependent:)``, which names the columns that add nothing and the ones
///   they repeat.
/// - References: Golub and Van Loan, Matrix Computations, 4th ed., §5.3; Björck (1967) BIT 7:257 for the refinement.
public struct LeastSquares: Sendable {
  /// How much work goes into the last digits.
  public enum Precision: Sendable {
    /// QR alone: a relative error of about the condition number times 10⁻¹⁶.
    case working
    /// β and residuals refined with residuals in twice the precision, which gives β to rounding as long as the
    /// condition number of the scaled design stays below 10¹⁵. Costs about three passes over X.
    case refined
    /// As `refined`, and (XᵀX)⁻¹ refined too, so that standard errors keep their digits. Costs p times more.
    case extended
  }

  let scaled: Matrix
  let correction: Matrix?
  /// What each column was divided by: powers of two.
  let scales: [Double]
  let factor: PivotedQR

  /// Factorises `design`.
  ///
  /// - Parameters:
  ///   - columnNames: One for each column, for the error; default `column 1`, `column 2`, ….
  ///   - rankTolerance: See ``PivotedQR/init(_:tolerance:)``.
  public init(
    _ design: Matrix, columnNames: [String]? = nil, rankTolerance: Double? = nil
  ) throws(LinearAlgebraError) {
    try self.init(design, correction: nil, columnNames: columnNames, rankTolerance: rankTolerance)
  }

  /// Factorises a polynomial design, keeping the digits that its rounded powers lack.
  public init(_ design: PolynomialDesign) throws(LinearAlgebraError) {
    try self.init(
      design.powers, correction: design.correction, columnNames: design.columnNames, rankTolerance: nil)
  }

  private init(
    _ design: Matrix, correction: Matrix?, columnNames: [String]?, rankTolerance: Double?
  ) throws(LinearAlgebraError) {
    try design.requireNotEmpty()
    guard design.rows >= design.columns else {
      throw .tooFewRows(rows: design.rows, columns: design.columns)
    }
    try design.requireFinite("least squares")
    let names = columnNames ?? (1...design.columns).map { "column \($0)" }
    guard names.count == design.columns else {
      throw .columnNames(expected: design.columns, actual: names.count)
    }
    let scales = (0..<design.columns).map { powerOfTwo(within: design.column($0)) }
    let scaled = design.dividingColumns(by: scales)
    let factor = try PivotedQR(scaled, tolerance: rankTolerance)
    guard factor.rank == design.columns else {
      throw .rankDeficient(
        rank: factor.rank,
        dependent: dependentColumns(of: scaled, names: names, rank: factor.rank, tolerance: factor.tolerance))
    }
    self.scaled = scaled
    self.correction = correction?.dividingColumns(by: scales)
    self.scales = scales
    self.factor = factor
  }

  /// Fits one response.
  public func solve(
    _ response: [Double], precision: Precision = .refined
  ) throws(LinearAlgebraError) -> LeastSquaresFit {
    guard response.count == scaled.rows else {
      throw .shapeMismatch(
        operation: "least squares", left: scaled.shape, right: Matrix.Shape(rows: response.count, columns: 1))
    }
    try requireFinite(response, "least squares")
    // Scaling y too keeps every square in range.
    let unit = powerOfTwo(within: response[...])
    let solution = try solveAugmented(
      response.map { $0 / unit }, [Double](repeating: 0, count: scaled.columns), refine: precision != .working
    )
    let sumOfSquares = solution.remainder.reduce(DoubleDouble(0)) { $0 + $1 * $1 }
    let fit = LeastSquaresFit(
      coefficients: zip(solution.coefficients, scales).map { $0.rounded / $1 * unit },
      residuals: solution.remainder.map { $0.rounded * unit },
      residualSumOfSquares: sumOfSquares.rounded * unit * unit,
      residualDegreesOfFreedom: scaled.rows - scaled.columns,
      unscaledCovariance: try unscaledCovariance(refine: precision == .extended))
    // Residuals too small to be squared would otherwise look like an exact fit.
    let vanished = fit.residualSumOfSquares == 0 && sumOfSquares.rounded > 0
    guard fit.coefficients.allSatisfy(\.isFinite), fit.residualSumOfSquares.isFinite, !vanished else {
      throw .overflow(operation: "least squares")
    }
    return fit
  }

  /// (XᵀX)⁻¹: the products of the columns of R⁻ᵀ, or one refined column at a time.
  private func unscaledCovariance(refine: Bool) throws(LinearAlgebraError) -> Matrix {
    let p = scaled.columns
    var result = try Matrix(rows: p, columns: p)
    if refine {
      let zero = [Double](repeating: 0, count: scaled.rows)
      for j in 0..<p {
        // Xᵀr = −eⱼ and r = −Xz together say XᵀXz = eⱼ.
        var right = [Double](repeating: 0, count: p)
        right[j] = -1
        let column = try solveAugmented(zero, right, refine: true).coefficients
        for i in j..<p { result[i, j] = column[i].rounded }
      }
    } else {
      var inverse = try Matrix(rows: p, columns: p)
      for j in 0..<p {
        var column = factor.pivots.map { $0 == j ? 1.0 : 0.0 }
        try factor.solveTriangular(transposed: true, &column)
        for i in 0..<p { inverse[i, j] = column[i] }
      }
      result = try inverse.gram()
    }
    for j in 0..<p {
      for i in j..<p {
        result[i, j] = result[i, j] / scales[i] / scales[j]
        result[j, i] = result[i, j]
      }
    }
    try result.requireNoOverflow("(XᵀX)⁻¹")
    guard (0..<p).allSatisfy({ result[$0, $0] > 0 }) else { throw .overflow(operation: "(XᵀX)⁻¹") }
    return result
  }
}

/// The power of two at or below the largest magnitude, or 1 for a vector of zeros.
private func powerOfTwo(within values: ArraySlice<Double>) -> Double {
  let largest = abs(values.largestByMagnitude)
  guard largest > 0 else { return 1 }
  return Double(sign: .plus, exponent: max(-1022, largest.exponent), significand: 1)
}

extension Matrix {
  fileprivate func dividingColumns(by scales: [Double]) -> Matrix {
    var result = self
    for j in 0..<columns {
      for i in 0..<rows { result[i, j] /= scales[j] }
    }
    return result
  }
}
