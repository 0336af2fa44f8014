import CLAPACKE

/// Eigenvalues and eigenvectors of a symmetric matrix, A = VΛVᵀ.
///
///     let eigen = try SymmetricEigen(try Matrix(rows: [[2, 1], [1, 2]]))
///     eigen.values        // [1, 3]
///
/// - Input: square, symmetric up to rounding of its largest element; the lower triangle is read.
/// - Output: values in ascending order; the vectors are orthonormal columns in the same order, each with its
///   largest element positive, so that signs do not depend on the library.
/// - Errors: shape, symmetry, non-finite input; ``LinearAlgebraError/notConverged(routine:unconverged:)``.
/// - Reference: LAPACK `dsyevd` (divide and conquer).
public struct SymmetricEigen: Sendable {
  /// Eigenvalues, ascending.
  public let values: [Double]
  /// Eigenvectors as columns, in the order of ``values``.
  public let vectors: Matrix

  /// Decomposes `matrix`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireNotEmpty()
    try matrix.requireSquare("eigenvalues")
    try matrix.requireFinite("eigenvalues")
    try matrix.requireSymmetric()
    let n = try lapackInteger(matrix.rows)
    BLASThreads.prepare()
    var vectors = matrix
    var values = [Double](repeating: 0, count: matrix.rows)
    let info = LAPACKE_dsyevd(LAPACK_COL_MAJOR, lapackVectors, lapackLower, n, &vectors.storage, n, &values)
    try checkLAPACK(info, "dsyevd") { .notConverged(routine: "dsyevd", unconverged: $0) }
    for j in 0..<vectors.columns where vectors.column(j).largestByMagnitude < 0 {
      for i in 0..<vectors.rows { vectors[i, j].negate() }
    }
    self.values = values
    self.vectors = vectors
  }
}

extension ArraySlice<Double> {
  /// The element of largest magnitude, with its sign; the first of equals.
  var largestByMagnitude: Double {
    reduce(0) { abs($1) > abs($0) ? $1 : $0 }
  }
}
