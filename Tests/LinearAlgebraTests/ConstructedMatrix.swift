import LinearAlgebra

/// A matrix of pseudo-random elements in −1…1 from a linear congruential sequence, the same on every machine.
func constructedMatrix(_ rows: Int, _ columns: Int, seed: UInt64) throws -> Matrix {
  var state = seed
  let elements = (0..<(rows * columns)).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-52 - 1
  }
  return try Matrix(rows: rows, columns: columns, elements: elements)
}

/// The product by its definition, as something to hold BLAS against.
func definedProduct(_ a: Matrix, _ b: Matrix) throws -> Matrix {
  var result = try Matrix(rows: a.rows, columns: b.columns)
  for i in 0..<a.rows {
    for j in 0..<b.columns {
      result[i, j] = (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] }
    }
  }
  return result
}

func largestDifference(_ a: Matrix, _ b: Matrix) -> Double {
  guard a.shape == b.shape else { return .infinity }
  return zip(a.elements, b.elements).reduce(0) { max($0, abs($1.0 - $1.1)) }
}
