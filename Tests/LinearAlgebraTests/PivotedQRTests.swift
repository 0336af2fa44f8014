import LinearAlgebra
import Testing

@Suite struct PivotedQRTests {
  @Test func theTriangleHasTheGramOfThePivotedColumns() throws {
    let matrix = try constructedMatrix(30, 6, seed: 6)
    let factor = try PivotedQR(matrix)
    #expect(factor.rank == 6)
    #expect(factor.pivots.sorted() == Array(0..<6))
    let pivoted = try Matrix(columns: factor.pivots.map { Array(matrix.column($0)) })
    // RᵀR and AᵀA agree to the backward error of QR: n · p · 2⁻⁵² · 30, the largest possible squared norm.
    let bound = 30 * 6 * 30 * Double.ulpOfOne
    #expect(try largestDifference(factor.upper.gram(), pivoted.gram()) <= bound)
  }

  @Test func rankCountsWhatRoundingLeaves() throws {
    #expect(try PivotedQR(Matrix(columns: [[1, 2, 3], [2, 4, 6], [1, 0, 0]])).rank == 2)
    #expect(try PivotedQR(Matrix(rows: 3, columns: 2)).rank == 0)
    #expect(try PivotedQR(Matrix(columns: [[1, 1, 1], [1, 1, 1 + 1e-9]])).rank == 2)
    #expect(try PivotedQR(Matrix(columns: [[1, 1, 1], [1, 1, 1 + 1e-9]]), tolerance: 1e-7).rank == 1)
  }

  @Test func badInputIsRefused() {
    #expect(throws: LinearAlgebraError.tooFewRows(rows: 1, columns: 2)) {
      try PivotedQR(Matrix(rows: [[1, 2]]))
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "QR", row: 0, column: 0)) {
      try PivotedQR(Matrix(rows: [[.nan]]))
    }
  }
}
