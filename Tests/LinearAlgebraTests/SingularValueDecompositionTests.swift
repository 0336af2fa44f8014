import LinearAlgebra
import Testing

@Suite struct SingularValueDecompositionTests {
  @Test(arguments: [(1, 1), (6, 3), (3, 6), (40, 25)])
  func theFactorsGiveTheMatrixBack(rows: Int, columns: Int) throws {
    let matrix = try constructedMatrix(rows, columns, seed: 5)
    let svd = try SingularValueDecomposition(matrix)
    let k = min(rows, columns)
    #expect(svd.values == svd.values.sorted(by: >))
    var scaled = svd.left
    for j in 0..<k { for i in 0..<rows { scaled[i, j] *= svd.values[j] } }
    // Backward stability: ‖A − UΣVᵀ‖ ≤ c · max(m, n) · 2⁻⁵² · ‖A‖ with c = 4.
    let bound = Double(4 * max(rows, columns)) * Double.ulpOfOne * max(1, svd.values[0])
    #expect(try largestDifference(scaled.multiplied(by: svd.rightTransposed), matrix) <= bound)
    #expect(try largestDifference(svd.left.gram(), .identity(k)) <= bound)
    #expect(try largestDifference(svd.rightTransposed.transposed().gram(), .identity(k)) <= bound)
    #expect(svd.rank() == k)
  }

  /// Hilbert matrix of order 3, condition number 524.0567775860608 (mpmath 1.3.0, 30 digits).
  @Test func conditionNumber() throws {
    let hilbert = try Matrix(rows: (1...3).map { i in (1...3).map { 1 / Double(i + $0 - 1) } })
    let condition = try SingularValueDecomposition(hilbert).conditionNumber
    // The smallest value moves by rounding of the largest, so the ratio by κ · 2⁻⁵² times a few.
    #expect(abs(condition / 524.0567775860608 - 1) <= 8 * 524 * Double.ulpOfOne)
  }

  @Test func rankOfASingularMatrix() throws {
    let svd = try SingularValueDecomposition(Matrix(rows: [[1, 2], [2, 4], [3, 6]]))
    #expect(svd.rank() == 1)
    let zero = try SingularValueDecomposition(Matrix(rows: 2, columns: 2))
    #expect(zero.rank() == 0)
    #expect(zero.conditionNumber == .infinity)
  }

  @Test func badInputIsRefused() {
    #expect(throws: LinearAlgebraError.empty(rows: 0, columns: 3)) {
      try SingularValueDecomposition(Matrix(rows: 0, columns: 3))
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "singular values", row: 0, column: 0)) {
      try SingularValueDecomposition(Matrix(rows: [[.nan]]))
    }
  }
}
