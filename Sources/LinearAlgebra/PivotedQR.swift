import CLAPACKE
import COpenBLAS

/// Column-pivoted Householder QR, AP = QR, of a matrix with at least as many rows as columns.
///
/// - Rank: the number of diagonal elements of R above `tolerance` times the first, which is the largest.
/// - Errors: empty, non-finite or wide input.
/// - Reference: LAPACK `dgeqp3`; Golub and Van Loan, Matrix Computations, 4th ed., §5.4.
public struct PivotedQR: Sendable {
  /// The column of A that stands at each place of AP, counted from 0.
  public let pivots: [Int]
  /// The numerical rank.
  public let rank: Int
  /// The relative size below which a diagonal element of R counts as rounding.
  public let tolerance: Double
  private let factor: Matrix
  private let reflectors: [Double]

  /// Rows and columns of A.
  public var shape: Matrix.Shape { factor.shape }

  /// Factorises `matrix`.
  ///
  /// - Parameter tolerance: Default max(m, 32) · 2⁻⁵², a bound on what rounding leaves of a dependent column.
  public init(_ matrix: Matrix, tolerance: Double? = nil) throws(LinearAlgebraError) {
    try matrix.requireNotEmpty()
    guard matrix.rows >= matrix.columns else {
      throw .tooFewRows(rows: matrix.rows, columns: matrix.columns)
    }
    try matrix.requireFinite("QR")
    let (m, n) = (try lapackInteger(matrix.rows), try lapackInteger(matrix.columns))
    BLASThreads.prepare()
    var factor = matrix
    var pivots = [Int32](repeating: 0, count: matrix.columns)
    var reflectors = [Double](repeating: 0, count: matrix.columns)
    let info = LAPACKE_dgeqp3(LAPACK_COL_MAJOR, m, n, &factor.storage, m, &pivots, &reflectors)
    try checkLAPACK(info, "dgeqp3") { .invalidArgument(routine: "dgeqp3", position: $0) }
    let relative = tolerance ?? Double(max(matrix.rows, 32)) * .ulpOfOne
    let threshold = relative * abs(factor[0, 0])
    self.rank = (0..<matrix.columns).prefix { abs(factor[$0, $0]) > threshold }.count
    self.tolerance = relative
    self.pivots = pivots.map { Int($0) - 1 }
    self.factor = factor
    self.reflectors = reflectors
  }

  /// R: upper triangular, columns × columns, in the pivoted order.
  public var upper: Matrix {
    var result = Matrix(
      unchecked: [Double](repeating: 0, count: factor.columns * factor.columns), rows: factor.columns,
      columns: factor.columns)
    for j in 0..<factor.columns {
      for i in 0...j { result[i, j] = factor[i, j] }
    }
    return result
  }

  /// Qᵀv or Qv in place, with the full m × m Q.
  func applyQ(transposed: Bool, to vector: inout [Double]) throws(LinearAlgebraError) {
    let (m, k) = (try lapackInteger(factor.rows), try lapackInteger(factor.columns))
    let side = transposed ? lapackTranspose : lapackNoTranspose
    // The routine puts a one on each diagonal element while it applies that reflector, and the old value back afterwards. The
    // factor is shared by all threads that solve with it, so each call has a copy of its own.
    // The header says const, so Swift would hand over the shared storage: only a mutable buffer makes the copy.
    var own = factor.storage
    let info = own.withUnsafeMutableBufferPointer { own in
      LAPACKE_dormqr(
        LAPACK_COL_MAJOR, lapackLeft, side, m, 1, k, own.baseAddress, m, reflectors, &vector, m)
    }
    try checkLAPACK(info, "dormqr") { .invalidArgument(routine: "dormqr", position: $0) }
  }

  /// R⁻¹v or R⁻ᵀv in place, for the leading `columns` elements of `vector`.
  func solveTriangular(transposed: Bool, _ vector: inout [Double]) throws(LinearAlgebraError) {
    let (m, n) = (try lapackInteger(factor.rows), try lapackInteger(factor.columns))
    cblas_dtrsv(
      CblasColMajor, CblasUpper, transposed ? CblasTrans : CblasNoTrans, CblasNonUnit, n, factor.storage, m,
      &vector, 1)
  }
}
