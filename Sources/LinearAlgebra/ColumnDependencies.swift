/// Names the columns that are combinations of columns before them.
///
/// Pivoting finds the rank, but not which columns a reader would call superfluous: it takes long columns first.
/// Here the columns are taken in their own order, each is projected on those kept so far, and one that leaves
/// nothing but rounding is dependent. The combination is then solved from the triangle of the kept columns.
///
/// - Parameters:
///   - matrix: Columns of comparable length.
///   - rank: The rank that pivoting found; the threshold grows until as many columns are dependent as it says.
func dependentColumns(
  of matrix: Matrix, names: [String], rank: Int, tolerance: Double
) -> [DependentColumn] {
  var threshold = tolerance
  while true {
    let found = dependentColumns(of: matrix, names: names, threshold: threshold)
    if found.count >= matrix.columns - rank || threshold > 1 { return found }
    threshold *= 10
  }
}

private func dependentColumns(of matrix: Matrix, names: [String], threshold: Double) -> [DependentColumn] {
  var kept: [Int] = []
  var basis: [[Double]] = []
  var triangle: [[Double]] = []
  var found: [DependentColumn] = []
  for j in 0..<matrix.columns {
    var rest = Array(matrix.column(j))
    let length = dot(rest, rest).squareRoot()
    var shares = [Double](repeating: 0, count: basis.count)
    // The second pass removes what rounding left of the first (Kahan and Parlett: twice is enough).
    for _ in 0..<2 {
      for (k, direction) in basis.enumerated() {
        let share = dot(direction, rest)
        shares[k] += share
        for i in rest.indices { rest[i] -= share * direction[i] }
      }
    }
    let remainder = dot(rest, rest).squareRoot()
    if remainder > threshold * length {
      kept.append(j)
      basis.append(rest.map { $0 / remainder })
      triangle.append(shares + [remainder])
    } else {
      let weights = backSubstitute(triangle, shares)
      // A weight that moves the column by less than √ε is rounding, not a part of the combination.
      let parts = kept.indices.filter { k in
        let part = matrix.column(kept[k])
        return abs(weights[k]) * dot(part, part).squareRoot() > Double.ulpOfOne.squareRoot() * length
      }
      found.append(
        DependentColumn(index: j, name: names[j], combinationOf: parts.map { names[kept[$0]] }))
    }
  }
  return found
}

/// Solves Rw = s, where `triangle[k]` holds column k of R.
private func backSubstitute(_ triangle: [[Double]], _ shares: [Double]) -> [Double] {
  var weights = shares
  for k in weights.indices.reversed() {
    weights[k] /= triangle[k][k]
    for i in 0..<k { weights[i] -= triangle[k][i] * weights[k] }
  }
  return weights
}

private func dot<A: Collection<Double>, B: Collection<Double>>(_ a: A, _ b: B) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
