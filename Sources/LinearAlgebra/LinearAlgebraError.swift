/// Why a computation on matrices has no answer. Every case holds the values that caused it.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// A matrix needs at least one row and one column here.
  case empty(rows: Int, columns: Int)
  /// The elements do not fill the shape.
  case elementCount(expected: Int, actual: Int)
  /// Two operands of `operation` do not fit together.
  case shapeMismatch(operation: String, left: Matrix.Shape, right: Matrix.Shape)
  /// `operation` needs as many rows as columns.
  case notSquare(operation: String, shape: Matrix.Shape)
  /// The element at (`row`, `column`) differs from its mirror image.
  case notSymmetric(row: Int, column: Int)
  /// An input element is infinite or not a number.
  case notFinite(operation: String, row: Int, column: Int)
  /// A finite input gave a result outside the range of `Double`: too large, or too small to tell from zero.
  case overflow(operation: String)
  /// A dimension is beyond the 32-bit integers of BLAS and LAPACK, or its product beyond `Int`.
  case tooLarge(dimension: Int)
  /// The matrix is not positive definite: the leading minor of this order (counted from 1) is not positive.
  case notPositiveDefinite(leadingMinor: Int)
  /// The design has fewer rows than columns, so its coefficients are not determined.
  case tooFewRows(rows: Int, columns: Int)
  /// Some columns are linear combinations of columns before them.
  case rankDeficient(rank: Int, dependent: [DependentColumn])
  /// Column names were given, but not one for each column.
  case columnNames(expected: Int, actual: Int)
  /// The iteration inside `routine` left `unconverged` quantities without an answer.
  case notConverged(routine: String, unconverged: Int)
  /// LAPACK could not allocate its workspace.
  case outOfMemory(routine: String)
  /// LAPACK refused the argument at this position, counted from 1. Our inputs are checked, so this is a bug.
  case invalidArgument(routine: String, position: Int)
}

/// A column that adds nothing to the columns before it.
public struct DependentColumn: Equatable, Sendable {
  /// Where the column stands, counted from 0.
  public let index: Int
  /// The name the caller gave it, or `column k` with k counted from 1.
  public let name: String
  /// The names of the earlier columns that combine to it; empty when the column is zero.
  public let combinationOf: [String]

  /// Describes one dependent column.
  public init(index: Int, name: String, combinationOf: [String]) {
    self.index = index
    self.name = name
    self.combinationOf = combinationOf
  }
}
