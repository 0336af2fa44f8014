import LinearAlgebra
import Testing

@Suite struct PolynomialDesignTests {
  /// 3^40 = 12157665459056928801 needs 64 bits: the double holds 53, the correction the rest.
  @Test func theCorrectionHoldsWhatRoundingTook() throws {
    let design = try PolynomialDesign(points: [3] + [Double](repeating: 1, count: 40), degree: 40)
    let power = design.powers[0, 40]
    let correction = design.correction[0, 40]
    let exact: UInt64 = 12_157_665_459_056_928_801
    #expect(power == Double(exact))
    let rounded = try #require(UInt64(exactly: power))
    #expect(Double(Int64(bitPattern: exact &- rounded)) == correction)
    #expect(design.columnNames.prefix(3) == ["1", "x", "x^2"])
  }

  @Test func badInputIsRefused() {
    #expect(throws: LinearAlgebraError.tooFewRows(rows: 2, columns: 3)) {
      try PolynomialDesign(points: [1, 2], degree: 2)
    }
    #expect(throws: LinearAlgebraError.empty(rows: 0, columns: 1)) {
      try PolynomialDesign(points: [], degree: 0)
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "polynomial")) {
      try PolynomialDesign(points: [1e200, 1, 2], degree: 2)
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "polynomial", row: 1, column: 0)) {
      try PolynomialDesign(points: [1, .nan], degree: 1)
    }
    #expect(throws: LinearAlgebraError.self) { try PolynomialDesign(points: [1], degree: -1) }
  }
}
