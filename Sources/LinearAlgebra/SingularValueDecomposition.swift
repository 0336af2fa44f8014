import CLAPACKE

/// The economy singular value decomposition A = UΣVᵀ.
///
///     let svd = try SingularValueDecomposition(try Matrix(rows: [[3, 0], [0, -2]]))
///     svd.values          // [3, 2]
///     svd.rank()          // 2
///
/// - Shapes: for an m × n matrix and k = min(m, n), U is m × k, Σ holds k values, Vᵀ is k × n.
/// - Output: values descending; in each column of U the largest element is positive.
/// - Errors: empty or non-finite input; ``LinearAlgebraError/notConverged(routine:unconverged:)``.
/// - Reference: LAPACK `dgesdd` (divide and conquer).
public struct SingularValueDecomposition: Sendable {
  /// Singular values, descending.
  public let values: [Double]
  /// U: left singular vectors as columns.
  public let left: Matrix
  /// Vᵀ: right singular vectors as rows.
  public let rightTransposed: Matrix

  /// Decomposes `matrix`.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireNotEmpty()
    try matrix.requireFinite("singular values")
    let k = min(matrix.rows, matrix.columns)
    let (m, n, order) = (
      try lapackInteger(matrix.rows), try lapackInteger(matrix.columns), try lapackInteger(k)
    )
    BLASThreads.prepare()
    var work = matrix
    var values = [Double](repeating: 0, count: k)
    var left = try Matrix(rows: matrix.rows, columns: k)
    var right = try Matrix(rows: k, columns: matrix.columns)
    let info = LAPACKE_dgesdd(
      LAPACK_COL_MAJOR, lapackEconomy, m, n, &work.storage, m, &values, &left.storage, m, &right.storage,
      order)
    try checkLAPACK(info, "dgesdd") { .notConverged(routine: "dgesdd", unconverged: $0) }
    for j in 0..<k where left.column(j).largestByMagnitude < 0 {
      for i in 0..<left.rows { left[i, j].negate() }
      for i in 0..<right.columns { right[j, i].negate() }
    }
    self.values = values
    self.left = left
    self.rightTransposed = right
  }

  /// The number of singular values above `tolerance` times the largest.
  ///
  /// - Parameter tolerance: Default max(m, n) · 2⁻⁵², the size of rounding in the input itself.
  public func rank(tolerance: Double? = nil) -> Int {
    let largest = values.first ?? 0
    let relative = tolerance ?? Double(max(left.rows, rightTransposed.columns)) * .ulpOfOne
    return values.count { $0 > relative * largest }
  }

  /// The ratio of the largest to the smallest singular value; infinite for a singular matrix.
  public var conditionNumber: Double {
    guard let largest = values.first, let smallest = values.last, smallest > 0 else { return .infinity }
    return largest / smallest
  }
}
