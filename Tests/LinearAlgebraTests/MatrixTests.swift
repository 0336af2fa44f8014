import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  @Test func elementsAreStoredColumnByColumn() throws {
    let matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.elements == [1, 4, 2, 5, 3, 6])
    #expect(matrix.shape == Matrix.Shape(rows: 2, columns: 3))
    #expect(matrix[1, 0] == 4)
    #expect(matrix.row(1) == [4, 5, 6])
    #expect(Array(matrix.column(2)) == [3, 6])
    #expect(try matrix.transposed() == Matrix(rows: [[1, 4], [2, 5], [3, 6]]))
    #expect(try matrix == Matrix(columns: [[1, 4], [2, 5], [3, 6]]))
  }

  @Test func aCopyIsAValueOfItsOwn() throws {
    let original = try Matrix(rows: [[1, 2], [3, 4]])
    var copy = original
    copy[0, 0] = 9
    #expect(original[0, 0] == 1)
    #expect(copy[0, 0] == 9)
  }

  @Test func shapesAreChecked() {
    #expect(throws: LinearAlgebraError.elementCount(expected: 4, actual: 3)) {
      try Matrix(rows: 2, columns: 2, elements: [1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.elementCount(expected: 2, actual: 1)) {
      try Matrix(rows: [[1, 2], [3]])
    }
    #expect(throws: LinearAlgebraError.elementCount(expected: 1, actual: 2)) {
      try Matrix(columns: [[1], [2, 3]])
    }
    #expect(throws: LinearAlgebraError.tooLarge(dimension: -1)) { try Matrix(rows: -1, columns: 2) }
    #expect(throws: LinearAlgebraError.tooLarge(dimension: .max)) {
      try Matrix(rows: .max, columns: 2, elements: [])
    }
  }
}
