/// The design of a polynomial, 1, x, x², …, with powers kept in twice the precision of `Double`.
///
///     let design = try PolynomialDesign(points: x, degree: 10)
///     let fit = try LeastSquares(design).solve(y, precision: .extended)
///
/// A power rounded to double moves the fit by its condition number times 10⁻¹⁶, which leaves eight digits of a
/// tenth-degree polynomial. ``powers`` holds the rounded powers and ``correction`` what rounding took, and least
/// squares uses both.
///
/// - Shape: points × (degree + 1); names are `1`, `x`, `x^2`, ….
/// - Errors: no points, a negative degree, a non-finite point, or a power beyond the range of `Double`.
public struct PolynomialDesign: Sendable {
  /// The powers rounded to double.
  public let powers: Matrix
  /// The powers less their rounded values.
  public let correction: Matrix
  /// Column names.
  public let columnNames: [String]

  /// Raises `points` to the powers 0…`degree`.
  public init(points: [Double], degree: Int) throws(LinearAlgebraError) {
    guard degree >= 0, degree < points.count else {
      throw points.isEmpty
        ? .empty(rows: 0, columns: max(0, degree) + 1) : .tooFewRows(rows: points.count, columns: degree + 1)
    }
    try requireFinite(points, "polynomial")
    var high = try Matrix(rows: points.count, columns: degree + 1, repeating: 1)
    var low = try Matrix(rows: points.count, columns: degree + 1)
    for (i, point) in points.enumerated() {
      var power = DoubleDouble(1)
      for j in 1..<max(1, degree + 1) {
        power = power * DoubleDouble(point)
        guard power.high.isFinite else { throw .overflow(operation: "polynomial") }
        high[i, j] = power.high
        low[i, j] = power.low
      }
    }
    powers = high
    correction = low
    columnNames = (0...degree).map { $0 == 0 ? "1" : $0 == 1 ? "x" : "x^\($0)" }
  }
}
