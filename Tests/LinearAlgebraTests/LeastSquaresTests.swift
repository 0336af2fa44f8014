import Foundation
import Dispatch
import LinearAlgebra
import Synchronization
import Testing

@Suite struct LeastSquaresTests {
  /// One factor serves many threads: LAPACK writes into the reflectors while it applies them, so each call must have its own.
  @Test func threadsShareAFactor() throws {
    let factor = try LeastSquares(try constructedMatrix(40, 6, seed: 11))
    let responses = (0..<16).map { shift in (0..<40).map { Double(($0 * 7 + shift * 3) % 23) } }
    let alone = try responses.map { try factor.solve($0).coefficients }
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 2_000) { index in
      let found = try? factor.solve(responses[index % 16]).coefficients
      if found != alone[index % 16] { wrong.withLock { $0 += 1 } }
    }
    #expect(wrong.withLock { $0 } == 0)
  }

  /// Digits that agree: −log₁₀ of the relative error, or of the absolute error where the truth is zero.
  /// Certified values are printed to 15 digits, so nothing above 15 is claimed.
  private func digits(_ value: Double, _ certified: Double) -> Double {
    let error = certified == 0 ? abs(value) : abs(value / certified - 1)
    return error == 0 ? 15 : min(15, -log10(error))
  }

  private func worst(_ values: [Double], _ certified: [Double]) -> Double {
    #expect(values.count == certified.count)
    return zip(values, certified).map { digits($0, $1) }.min() ?? 0
  }

  private func design(_ set: NISTSet) throws -> Matrix {
    let ones = [Double](repeating: 1, count: set.response.count)
    guard let degree = set.degree else { return try Matrix(columns: [ones] + set.columns) }
    return try Matrix(columns: (0...degree).map { power in set.columns[0].map { pow($0, Double(power)) } })
  }

  /// NIST's certified digits. Powers rounded to double cap Filip near 8 digits, whatever the solver does.
  @Test(arguments: NISTSet.all, [LeastSquares.Precision.refined, .extended])
  func certifiedDigitsFromPowersRoundedToDouble(set: NISTSet, precision: LeastSquares.Precision) throws {
    let fit = try LeastSquares(design(set)).solve(set.response, precision: precision)
    try report(fit, set, "\(precision)", atLeast: set.name == "Filip" ? 7 : 12)
  }

  /// With powers kept to 106 bits the only rounding left is in the printed data.
  @Test(arguments: NISTSet.all.filter { $0.degree != nil })
  func certifiedDigitsFromExactPowers(set: NISTSet) throws {
    let design = try PolynomialDesign(points: set.columns[0], degree: try #require(set.degree))
    let fit = try LeastSquares(design).solve(set.response, precision: .extended)
    try report(fit, set, "exact powers", atLeast: 13)
  }

  private func report(_ fit: LeastSquaresFit, _ set: NISTSet, _ how: String, atLeast bar: Double) throws {
    let errors = try #require(fit.standardErrors)
    let deviation = try #require(fit.residualStandardDeviation)
    let coefficients = worst(fit.coefficients, set.coefficients)
    let standardErrors = worst(errors, set.standardErrors)
    let sigma = digits(deviation, set.residualStandardDeviation)
    let shown = [coefficients, standardErrors, sigma].map { String(format: "%.1f", $0) }
    print("NIST \(set.name) (\(how)): digits of β \(shown[0]), standard errors \(shown[1]), σ \(shown[2])")
    #expect(coefficients >= bar)
    #expect(standardErrors >= bar)
    #expect(sigma >= bar)
  }

  /// Without refinement the residual is orthogonal to the design up to the backward error of Householder QR, which
  /// is at most n · p · 2⁻⁵² of ‖xⱼ‖‖y‖ (Higham 2002, theorem 20.3, with a generous constant).
  @Test(arguments: NISTSet.all)
  func workingPrecisionIsBackwardStable(set: NISTSet) throws {
    let design = try design(set)
    let fit = try LeastSquares(design).solve(set.response, precision: .working)
    let bound = Double(design.rows * design.columns) * Double.ulpOfOne * norm(set.response)
    for j in 0..<design.columns {
      let share = zip(design.column(j), fit.residuals).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(share) <= bound * norm(Array(design.column(j))))
    }
  }

  @Test func rankDeficiencyNamesTheColumns() throws {
    let year = [2015.0, 2016, 2017, 2018, 2019, 2020]
    let age = [30.0, 41, 35, 38, 33, 50]
    let cohort = zip(year, age).map { $0 - $1 }
    let design = try Matrix(columns: [[1, 1, 1, 1, 1, 1], year, age, cohort, [0, 0, 0, 0, 0, 0]])
    let expected = LinearAlgebraError.rankDeficient(
      rank: 3,
      dependent: [
        DependentColumn(index: 3, name: "cohort", combinationOf: ["year", "age"]),
        DependentColumn(index: 4, name: "empty", combinationOf: []),
      ])
    #expect(throws: expected) {
      try LeastSquares(design, columnNames: ["intercept", "year", "age", "cohort", "empty"])
    }
  }

  @Test func theSecondOfTwoEqualColumnsIsNamedWhateverItsUnits() throws {
    let design = try Matrix(columns: [[1e-9, 2e-9, 4e-9], [1e12, 2e12, 4e12]])
    let dependent = DependentColumn(index: 1, name: "column 2", combinationOf: ["column 1"])
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, dependent: [dependent])) {
      try LeastSquares(design)
    }
  }

  @Test func unitsDoNotDecideTheRank() throws {
    let design = try Matrix(columns: [
      [1, 1, 1, 1], [1e-150, 3e-150, 2e-150, 7e-150], [1e140, 4e140, 9e140, 2e140],
    ])
    let fit = try LeastSquares(design).solve([2, 4, 3, 8])
    // 1 + 1e150 x₁ fits exactly; no multiple of 10¹⁴⁰ may disturb it.
    #expect(abs(fit.coefficients[0] - 1) < 1e-15)
    #expect(abs(fit.coefficients[1] / 1e150 - 1) < 1e-15)
    #expect(abs(fit.coefficients[2]) * 1e140 < 1e-15)
  }

  /// A variance that underflows to zero would claim certainty.
  @Test func whatCannotBeHeldIsRefused() throws {
    let large = try Matrix(columns: [[1, 1, 1], [1e200, 2e200, 4e200]])
    #expect(throws: LinearAlgebraError.overflow(operation: "(XᵀX)⁻¹")) {
      try LeastSquares(large).solve([1, 2, 4])
    }
    let design = try Matrix(columns: [[1, 1, 1], [1, 2, 4]])
    #expect(throws: LinearAlgebraError.overflow(operation: "least squares")) {
      try LeastSquares(design).solve([1e-200, 3e-200, 2e-200])
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "least squares")) {
      try LeastSquares(design).solve([1e200, 3e200, 2e200])
    }
  }

  @Test func anExactFitHasNoVariance() throws {
    let fit = try LeastSquares(try Matrix(rows: [[1, 0], [1, 1]])).solve([3, 5])
    #expect(fit.coefficients == [3, 2])
    #expect(fit.residualDegreesOfFreedom == 0)
    #expect(fit.residualVariance == nil)
    #expect(fit.standardErrors == nil)
  }

  @Test func badInputIsRefusedWithItsPlace() throws {
    let tall = try Matrix(rows: [[1, 0], [1, 1], [1, 2]])
    #expect(throws: LinearAlgebraError.tooFewRows(rows: 1, columns: 2)) {
      try LeastSquares(try Matrix(rows: [[1, 2]]))
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "least squares", row: 1, column: 0)) {
      try LeastSquares(tall).solve([1, .nan, 2])
    }
    #expect(throws: LinearAlgebraError.notFinite(operation: "least squares", row: 0, column: 1)) {
      try LeastSquares(try Matrix(rows: [[1, .infinity], [1, 2]]))
    }
    #expect(throws: LinearAlgebraError.columnNames(expected: 2, actual: 1)) {
      try LeastSquares(tall, columnNames: ["one"])
    }
    #expect(throws: LinearAlgebraError.self) { try LeastSquares(tall).solve([1, 2]) }
    #expect(throws: LinearAlgebraError.empty(rows: 0, columns: 0)) { try LeastSquares(try Matrix(rows: [])) }
  }

  private func norm(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
