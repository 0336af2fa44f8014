import LinearAlgebra
import Testing

@Suite struct ProductsTests {
  // Elements are within ±1, so a sum of k products differs from its definition by at most k² ulps of 1.
  private func bound(_ inner: Int) -> Double { Double(inner * inner) * Double.ulpOfOne }

  @Test(arguments: [(1, 1, 1), (2, 3, 4), (7, 5, 1), (33, 65, 17)])
  func productsFollowTheirDefinition(rows: Int, inner: Int, columns: Int) throws {
    let a = try constructedMatrix(rows, inner, seed: 1)
    let b = try constructedMatrix(inner, columns, seed: 2)
    let expected = try definedProduct(a, b)
    #expect(try largestDifference(a.multiplied(by: b), expected) <= bound(inner))
    #expect(try largestDifference(a.transposed().transposeMultiplied(by: b), expected) <= bound(inner))
    let vector = Array(b.column(0))
    #expect(
      try largestDifference(column(a.multiplied(by: vector)), column(Array(expected.column(0))))
        <= bound(inner))
    let transposed = try a.transposed().transposeMultiplied(by: vector)
    #expect(try largestDifference(column(transposed), column(Array(expected.column(0)))) <= bound(inner))
    let gram = try a.gram()
    #expect(try largestDifference(gram, definedProduct(a.transposed(), a)) <= bound(rows))
    #expect(gram == gram.transposed())
  }

  @Test func aProductOverNothingIsZero() throws {
    let product = try Matrix(rows: 2, columns: 0).multiplied(by: Matrix(rows: 0, columns: 3))
    #expect(try product == Matrix(rows: 2, columns: 3))
    #expect(try Matrix(rows: 2, columns: 0).multiplied(by: []) == [0, 0])
  }

  @Test func badOperandsAreRefused() throws {
    let a = try Matrix(rows: [[1, 2]])
    #expect(throws: LinearAlgebraError.shapeMismatch(operation: "AB", left: a.shape, right: a.shape)) {
      try a.multiplied(by: a)
    }
    #expect(throws: LinearAlgebraError.self) { try a.multiplied(by: [1]) }
    #expect(throws: LinearAlgebraError.self) { try a.transposeMultiplied(by: [1, 2]) }
    #expect(throws: LinearAlgebraError.self) { try a.transposeMultiplied(by: Matrix(rows: 2, columns: 1)) }
    #expect(throws: LinearAlgebraError.notFinite(operation: "AᵀA", row: 0, column: 1)) {
      try Matrix(rows: [[1, .nan]]).gram()
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "AᵀA")) { try Matrix(rows: [[1e200]]).gram() }
    #expect(throws: LinearAlgebraError.overflow(operation: "Ax")) {
      try Matrix(rows: [[1e200]]).multiplied(by: [1e200])
    }
  }

  private func column(_ values: [Double]) throws -> Matrix {
    try Matrix(rows: values.count, columns: 1, elements: values)
  }
}
