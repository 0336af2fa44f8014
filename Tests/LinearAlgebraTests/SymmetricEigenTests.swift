import Foundation
import LinearAlgebra
import Testing

@Suite struct SymmetricEigenTests {
  /// The second-difference matrix has eigenvalues 2 − 2 cos(kπ / (n + 1)).
  @Test(arguments: [1, 2, 9, 30])
  func knownEigenvalues(order: Int) throws {
    var matrix = try Matrix(rows: order, columns: order)
    for i in 0..<order {
      matrix[i, i] = 2
      if i > 0 {
        matrix[i, i - 1] = -1
        matrix[i - 1, i] = -1
      }
    }
    let eigen = try SymmetricEigen(matrix)
    // Eigenvalues of a symmetric matrix move by at most the backward error, n · 2⁻⁵² · ‖A‖ with ‖A‖ < 4.
    let bound = Double(4 * order) * Double.ulpOfOne
    for (k, value) in eigen.values.enumerated() {
      #expect(abs(value - (2 - 2 * cos(Double(k + 1) * .pi / Double(order + 1)))) <= bound)
    }
    let gram = try eigen.vectors.gram()
    #expect(largestDifference(gram, .identity(order)) <= bound)
    var scaled = eigen.vectors
    for j in 0..<order { for i in 0..<order { scaled[i, j] *= eigen.values[j] } }
    #expect(try largestDifference(scaled.multiplied(by: eigen.vectors.transposed()), matrix) <= 4 * bound)
  }

  @Test func signsAreFixed() throws {
    let eigen = try SymmetricEigen(constructedMatrix(20, 8, seed: 4).gram())
    for j in 0..<8 {
      let column = eigen.vectors.column(j)
      let largest = column.map(abs).max() ?? 0
      #expect(column.contains(largest))
    }
  }

  @Test func badInputIsRefused() throws {
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) {
      try SymmetricEigen(Matrix(rows: [[1, 2], [3, 4]]))
    }
    #expect(throws: LinearAlgebraError.self) { try SymmetricEigen(Matrix(rows: 1, columns: 2)) }
    #expect(throws: LinearAlgebraError.self) { try SymmetricEigen(Matrix(rows: [[.nan]])) }
  }
}
