import CLAPACKE
import Foundation

/// The Cholesky factor L of a symmetric positive definite matrix, A = LLᵀ.
///
///     let factor = try CholeskyFactorization(try Matrix(rows: [[4, 2], [2, 3]]))
///     try factor.solve([2, 1])        // [0.5, 0]
///     factor.logDeterminant           // log 8
///
/// - Input: square, symmetric up to rounding of its largest element; the lower triangle is read.
/// - Errors: ``LinearAlgebraError/notPositiveDefinite(leadingMinor:)`` with the order of the first leading minor
///   that is not positive; shape, symmetry and non-finite errors before that.
/// - Reference: LAPACK `dpotrf`, `dpotrs`; Higham, Accuracy and Stability of Numerical Algorithms, ch. 10.
public struct CholeskyFactorization: Sendable {
  /// L: lower triangular with a positive diagonal, zero above it.
  public let lower: Matrix

  /// Factorises `matrix`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireNotEmpty()
    try matrix.requireSquare("Cholesky")
    try matrix.requireFinite("Cholesky")
    try matrix.requireSymmetric()
    let n = try lapackInteger(matrix.rows)
    BLASThreads.prepare()
    var factor = matrix
    let info = LAPACKE_dpotrf(LAPACK_COL_MAJOR, lapackLower, n, &factor.storage, n)
    try checkLAPACK(info, "dpotrf") { .notPositiveDefinite(leadingMinor: $0) }
    for j in 1..<max(1, factor.columns) {
      for i in 0..<j { factor[i, j] = 0 }
    }
    lower = factor
  }

  /// log det A = 2 Σ log Lᵢᵢ, which does not overflow where the determinant would.
  public var logDeterminant: Double {
    2 * (0..<lower.rows).reduce(0) { $0 + log(lower[$1, $1]) }
  }

  /// The x with Ax = b.
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    try solve(Matrix(rows: right.count, columns: 1, elements: right)).elements
  }

  /// The X with AX = B, column by column.
  public func solve(_ right: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard right.rows == lower.rows else {
      throw .shapeMismatch(operation: "A⁻¹B", left: lower.shape, right: right.shape)
    }
    try right.requireFinite("A⁻¹B")
    guard right.columns > 0 else { return right }
    let (n, count) = (try lapackInteger(lower.rows), try lapackInteger(right.columns))
    var solution = right
    let info = LAPACKE_dpotrs(
      LAPACK_COL_MAJOR, lapackLower, n, count, lower.storage, n, &solution.storage, n)
    try checkLAPACK(info, "dpotrs") { .invalidArgument(routine: "dpotrs", position: $0) }
    try solution.requireNoOverflow("A⁻¹B")
    return solution
  }

  /// A⁻¹, exactly symmetric.
  public func inverse() throws(LinearAlgebraError) -> Matrix {
    let n = try lapackInteger(lower.rows)
    var result = lower
    let info = LAPACKE_dpotri(LAPACK_COL_MAJOR, lapackLower, n, &result.storage, n)
    try checkLAPACK(info, "dpotri") { .notPositiveDefinite(leadingMinor: $0) }
    for j in 0..<result.columns {
      for i in 0..<j { result[i, j] = result[j, i] }
    }
    try result.requireNoOverflow("A⁻¹")
    return result
  }
}
