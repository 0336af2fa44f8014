/// A dense real matrix: column-major, contiguous `Double`, a value with copy-on-write storage.
///
///     let a = try Matrix(rows: [[1, 2], [3, 4]])
///     a[1, 0]          // 3
///     a.column(1)      // [2, 4]
///
/// Element (i, j) lives at offset i + j · rows, which is the layout that BLAS and LAPACK read without a copy.
/// Subscripts are for our own loops and trap outside the shape; everything that takes a shape from elsewhere
/// throws ``LinearAlgebraError``.
public struct Matrix: Sendable, Equatable {
  /// Rows and columns of a matrix.
  public struct Shape: Sendable, Equatable, CustomStringConvertible {
    /// Number of rows.
    public let rows: Int
    /// Number of columns.
    public let columns: Int

    /// A shape as it stands; a ``Matrix`` checks it.
    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }

    /// The shape as `rows×columns`.
    public var description: String { "\(rows)×\(columns)" }
  }

  /// Number of rows; at least 0.
  public let rows: Int
  /// Number of columns; at least 0.
  public let columns: Int
  @usableFromInline var storage: [Double]

  /// Rows and columns.
  public var shape: Shape { Shape(rows: rows, columns: columns) }

  /// The elements column by column.
  public var elements: [Double] { storage }

  /// A matrix from its elements in column-major order.
  ///
  /// - Throws: ``LinearAlgebraError/elementCount(expected:actual:)`` when they do not fill the shape,
  ///   ``LinearAlgebraError/tooLarge(dimension:)`` when the shape is negative or beyond `Int`.
  public init(rows: Int, columns: Int, elements: [Double]) throws(LinearAlgebraError) {
    let count = try Self.count(rows, columns)
    guard elements.count == count else { throw .elementCount(expected: count, actual: elements.count) }
    self.init(unchecked: elements, rows: rows, columns: columns)
  }

  /// A matrix whose elements are all `value`.
  ///
  /// - Throws: ``LinearAlgebraError/tooLarge(dimension:)`` when the shape is negative or beyond `Int`.
  public init(rows: Int, columns: Int, repeating value: Double = 0) throws(LinearAlgebraError) {
    let count = try Self.count(rows, columns)
    self.init(unchecked: [Double](repeating: value, count: count), rows: rows, columns: columns)
  }

  /// A matrix written row by row, as in a book.
  ///
  /// - Throws: ``LinearAlgebraError/elementCount(expected:actual:)`` when a row is longer or shorter than the first.
  public init(rows lines: [[Double]]) throws(LinearAlgebraError) {
    let columns = lines.first?.count ?? 0
    for line in lines where line.count != columns {
      throw .elementCount(expected: columns, actual: line.count)
    }
    self.init(
      unchecked: (0..<columns).flatMap { j in lines.map { $0[j] } }, rows: lines.count, columns: columns)
  }

  /// A matrix from its columns, all of one length.
  ///
  /// - Throws: ``LinearAlgebraError/elementCount(expected:actual:)`` when a column is longer or shorter than the first.
  public init(columns vectors: [[Double]]) throws(LinearAlgebraError) {
    let rows = vectors.first?.count ?? 0
    for vector in vectors where vector.count != rows {
      throw .elementCount(expected: rows, actual: vector.count)
    }
    self.init(unchecked: Array(vectors.joined()), rows: rows, columns: vectors.count)
  }

  /// The identity of the given order; a negative order counts as 0.
  public static func identity(_ order: Int) -> Matrix {
    let order = max(0, order)
    var matrix = Matrix(unchecked: [Double](repeating: 0, count: order * order), rows: order, columns: order)
    for i in 0..<order { matrix[i, i] = 1 }
    return matrix
  }

  init(unchecked storage: [Double], rows: Int, columns: Int) {
    assert(storage.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  /// The element in `row` and `column`, both counted from 0.
  @inlinable public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      return storage[row + column * rows]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the matrix")
      storage[row + column * rows] = newValue
    }
  }

  /// One column, without a copy.
  @inlinable public func column(_ index: Int) -> ArraySlice<Double> {
    precondition(index >= 0 && index < columns, "outside the matrix")
    return storage[(index * rows)..<((index + 1) * rows)]
  }

  /// One row, copied, since its elements lie `rows` apart.
  public func row(_ index: Int) -> [Double] {
    precondition(index >= 0 && index < rows, "outside the matrix")
    return (0..<columns).map { storage[index + $0 * rows] }
  }

  /// The matrix with rows and columns exchanged.
  public func transposed() -> Matrix {
    Matrix(unchecked: (0..<rows).flatMap { row($0) }, rows: columns, columns: rows)
  }

  /// The elements as a contiguous column-major buffer.
  @inlinable public func withUnsafeElements<R, E: Error>(
    _ body: (UnsafeBufferPointer<Double>) throws(E) -> R
  ) throws(E) -> R {
    try storage.withUnsafeBufferPointer(body)
  }

  /// The elements as a contiguous column-major buffer that may be written.
  @inlinable public mutating func withUnsafeMutableElements<R, E: Error>(
    _ body: (inout UnsafeMutableBufferPointer<Double>) throws(E) -> R
  ) throws(E) -> R {
    try storage.withUnsafeMutableBufferPointer(body)
  }

  private static func count(_ rows: Int, _ columns: Int) throws(LinearAlgebraError) -> Int {
    guard rows >= 0 else { throw .tooLarge(dimension: rows) }
    guard columns >= 0 else { throw .tooLarge(dimension: columns) }
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow else { throw .tooLarge(dimension: max(rows, columns)) }
    return count
  }
}
