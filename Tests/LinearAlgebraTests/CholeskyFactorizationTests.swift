import Foundation
import LinearAlgebra
import Testing

@Suite struct CholeskyFactorizationTests {
  @Test(arguments: [1, 2, 5, 40])
  func theFactorGivesTheMatrixBack(order: Int) throws {
    let matrix = try constructedMatrix(order + 10, order, seed: 3).gram()
    let factor = try CholeskyFactorization(matrix)
    let product = try factor.lower.multiplied(by: factor.lower.transposed())
    // Scaled residual of a backward stable factorisation: ‖A − LLᵀ‖ ≤ (n + 1) · 2⁻⁵² · max aᵢᵢ, elementwise.
    let largest = (0..<order).map { matrix[$0, $0] }.max() ?? 0
    #expect(largestDifference(product, matrix) <= Double(order + 1) * Double.ulpOfOne * largest)
    let identity = try matrix.multiplied(by: factor.inverse())
    let condition = try SingularValueDecomposition(matrix).conditionNumber
    #expect(largestDifference(identity, .identity(order)) <= Double(8 * order) * Double.ulpOfOne * condition)
  }

  /// Hilbert matrix of order 3 in whole numbers (times 60): determinant 60³ / 2160 = 100, inverse in whole numbers.
  @Test func solvesAndGivesTheDeterminant() throws {
    let factor = try CholeskyFactorization(Matrix(rows: [[60, 30, 20], [30, 20, 15], [20, 15, 12]]))
    #expect(abs(factor.logDeterminant - log(100)) < 1e-13)
    let solution = try factor.solve([110, 65, 47])
    // The condition number is 524, so three ones come back to 524 ulps or so.
    for value in solution { #expect(abs(value - 1) <= 3 * 524 * Double.ulpOfOne) }
  }

  @Test func theFirstMinorThatFailsIsNamed() throws {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 2)) {
      try CholeskyFactorization(Matrix(rows: [[1, 2, 0], [2, 1, 0], [0, 0, 1]]))
    }
    #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 1)) {
      try CholeskyFactorization(Matrix(rows: [[0]]))
    }
  }

  @Test func badInputIsRefused() throws {
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) {
      try CholeskyFactorization(Matrix(rows: [[2, 1], [0, 2]]))
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "Cholesky", row: 0, column: 0)) {
      try CholeskyFactorization(Matrix(rows: [[.infinity]]))
    }
    #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(Matrix(rows: 2, columns: 3)) }
    #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(.identity(2)).solve([1]) }
    #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(.identity(0)) }
  }
}
