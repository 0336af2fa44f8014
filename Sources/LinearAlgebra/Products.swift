import COpenBLAS

extension Matrix {
  /// The product AB.
  ///
  /// - Throws: ``LinearAlgebraError`` when the inner dimensions differ, an element is not finite, or the result
  ///   overflows.
  public func multiplied(by other: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard columns == other.rows else {
      throw .shapeMismatch(operation: "AB", left: shape, right: other.shape)
    }
    return try general("AB", CblasNoTrans, other, inner: columns, resultRows: rows)
  }

  /// The product AᵀB, without forming the transpose.
  ///
  /// - Throws: As ``multiplied(by:)-(Matrix)``.
  public func transposeMultiplied(by other: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard rows == other.rows else {
      throw .shapeMismatch(operation: "AᵀB", left: shape, right: other.shape)
    }
    return try general("AᵀB", CblasTrans, other, inner: rows, resultRows: columns)
  }

  /// The product Ax.
  ///
  /// - Throws: As ``multiplied(by:)-(Matrix)``.
  public func multiplied(by vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard columns == vector.count else {
      throw .shapeMismatch(operation: "Ax", left: shape, right: Shape(rows: vector.count, columns: 1))
    }
    return try general("Ax", CblasNoTrans, vector, resultCount: rows)
  }

  /// The product Aᵀx, without forming the transpose.
  ///
  /// - Throws: As ``multiplied(by:)-(Matrix)``.
  public func transposeMultiplied(by vector: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard rows == vector.count else {
      throw .shapeMismatch(operation: "Aᵀx", left: shape, right: Shape(rows: vector.count, columns: 1))
    }
    return try general("Aᵀx", CblasTrans, vector, resultCount: columns)
  }

  /// The product AᵀA, computed as one triangle and mirrored, so it is exactly symmetric.
  ///
  /// - Throws: ``LinearAlgebraError`` when an element is not finite or the result overflows.
  public func gram() throws(LinearAlgebraError) -> Matrix {
    try requireFinite("AᵀA")
    var result = Matrix(
      unchecked: [Double](repeating: 0, count: columns * columns), rows: columns, columns: columns)
    guard rows > 0, columns > 0 else { return result }
    let (n, k) = (try lapackInteger(columns), try lapackInteger(rows))
    BLASThreads.prepare()
    cblas_dsyrk(CblasColMajor, CblasUpper, CblasTrans, n, k, 1, storage, k, 0, &result.storage, n)
    for j in 0..<columns {
      for i in 0..<j { result[j, i] = result[i, j] }
    }
    try result.requireNoOverflow("AᵀA")
    return result
  }

  private func general(
    _ operation: String, _ transpose: CBLAS_TRANSPOSE, _ other: Matrix, inner: Int, resultRows: Int
  ) throws(LinearAlgebraError) -> Matrix {
    try requireFinite(operation)
    try other.requireFinite(operation)
    var result = try Matrix(rows: resultRows, columns: other.columns)
    guard inner > 0, resultRows > 0, other.columns > 0 else { return result }
    let (m, n, k) = (
      try lapackInteger(resultRows), try lapackInteger(other.columns), try lapackInteger(inner)
    )
    BLASThreads.prepare()
    cblas_dgemm(
      CblasColMajor, transpose, CblasNoTrans, m, n, k, 1, storage, try lapackInteger(rows), other.storage, k,
      0,
      &result.storage, m)
    try result.requireNoOverflow(operation)
    return result
  }

  private func general(
    _ operation: String, _ transpose: CBLAS_TRANSPOSE, _ vector: [Double], resultCount: Int
  ) throws(LinearAlgebraError) -> [Double] {
    try requireFinite(operation)
    try LinearAlgebra.requireFinite(vector, operation)
    var result = [Double](repeating: 0, count: resultCount)
    guard rows > 0, columns > 0 else { return result }
    let (m, n) = (try lapackInteger(rows), try lapackInteger(columns))
    BLASThreads.prepare()
    cblas_dgemv(CblasColMajor, transpose, m, n, 1, storage, m, vector, 1, 0, &result, 1)
    guard result.allSatisfy(\.isFinite) else { throw .overflow(operation: operation) }
    return result
  }
}
