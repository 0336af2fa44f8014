extension Matrix {
  /// Refuses elements that are infinite or not a number, naming the first.
  func requireFinite(_ operation: String) throws(LinearAlgebraError) {
    guard let offset = firstNotFinite(storage) else { return }
    throw .notFinite(operation: operation, row: offset % rows, column: offset / rows)
  }

  /// Refuses a result that left the range of `Double`, which finite operands can do.
  func requireNoOverflow(_ operation: String) throws(LinearAlgebraError) {
    if firstNotFinite(storage) != nil { throw .overflow(operation: operation) }
  }

  func requireSquare(_ operation: String) throws(LinearAlgebraError) {
    guard rows == columns else { throw .notSquare(operation: operation, shape: shape) }
  }

  func requireNotEmpty() throws(LinearAlgebraError) {
    guard rows > 0, columns > 0 else { throw .empty(rows: rows, columns: columns) }
  }

  /// Refuses a matrix whose mirrored elements differ by more than rounding of the largest element explains.
  func requireSymmetric() throws(LinearAlgebraError) {
    let largest = storage.reduce(0) { max($0, abs($1)) }
    let slack = 8 * Double.ulpOfOne * largest
    for j in 0..<columns {
      for i in (j + 1)..<max(rows, j + 1) where abs(self[i, j] - self[j, i]) > slack {
        throw .notSymmetric(row: i, column: j)
      }
    }
  }
}

/// Refuses a vector with an element that is infinite or not a number; a vector is one column.
func requireFinite(_ vector: [Double], _ operation: String) throws(LinearAlgebraError) {
  if let row = firstNotFinite(vector) { throw .notFinite(operation: operation, row: row, column: 0) }
}

private func firstNotFinite(_ values: [Double]) -> Int? {
  values.firstIndex { !$0.isFinite }
}
