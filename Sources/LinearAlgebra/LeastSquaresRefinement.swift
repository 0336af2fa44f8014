extension LeastSquares {
  /// A solution of the augmented system, in twice the precision of `Double`.
  struct AugmentedSolution {
    var remainder: [DoubleDouble]
    var coefficients: [DoubleDouble]
  }

  /// Solves r + Xβ = b, Xᵀr = c for the scaled X.
  ///
  /// Each step measures in twice the precision how far (r, β) is from solving both equations and corrects it
  /// through the same QR. With b = y and c = 0 this is least squares; the equations hold r as an unknown of its
  /// own, so a large residual does not square the condition number. The error shrinks each step by about the
  /// condition number times 10⁻¹⁶; the loop ends when a correction no longer changes β as a double, or no longer
  /// shrinks.
  func solveAugmented(
    _ b: [Double], _ c: [Double], refine: Bool
  ) throws(LinearAlgebraError) -> AugmentedSolution {
    var solution = AugmentedSolution(
      remainder: [DoubleDouble](repeating: DoubleDouble(0), count: b.count),
      coefficients: [DoubleDouble](repeating: DoubleDouble(0), count: c.count))
    var previous = Double.infinity
    for step in 0..<(refine ? 40 : 1) {
      let (f, g) = step == 0 ? (b, c) : defects(of: solution, b, c)
      let (remainder, coefficients) = try correction(f, g)
      let size = coefficients.reduce(0) { max($0, abs($1)) }
      guard size.isFinite else { throw .overflow(operation: "least squares") }
      // A correction that grows measures only its own rounding.
      if size > previous / 2 { break }
      previous = size
      var settled = step > 0
      for j in coefficients.indices {
        solution.coefficients[j] += DoubleDouble(coefficients[j])
        // 2⁻⁶⁰ is far below half an ulp, so the rounded sum is final.
        settled = settled && abs(coefficients[j]) <= 0x1p-60 * abs(solution.coefficients[j].high)
      }
      for i in remainder.indices { solution.remainder[i] += DoubleDouble(remainder[i]) }
      if settled { break }
    }
    return solution
  }

  /// f = b − r − Xβ and g = c − Xᵀr, rounded to double at the end.
  private func defects(
    of solution: AugmentedSolution, _ b: [Double], _ c: [Double]
  ) -> (f: [Double], g: [Double]) {
    var f = zip(b, solution.remainder).map { DoubleDouble($0) + -$1 }
    var g = c
    for j in c.indices {
      let coefficient = -solution.coefficients[j]
      var sum = DoubleDouble(c[j])
      for i in b.indices {
        let element = DoubleDouble(scaled[i, j], correction?[i, j] ?? 0)
        f[i] += element * coefficient
        sum += element * -solution.remainder[i]
      }
      g[j] = sum.rounded
    }
    return (f.map(\.rounded), g)
  }

  /// Solves the augmented system for (f, g) through AP = QR:
  /// h = R⁻ᵀPᵀg, d = Qᵀf, β = PR⁻¹(d₁ − h), r = Q[h; d₂].
  private func correction(
    _ f: [Double], _ g: [Double]
  ) throws(LinearAlgebraError) -> (remainder: [Double], coefficients: [Double]) {
    var h = factor.pivots.map { g[$0] }
    try factor.solveTriangular(transposed: true, &h)
    var d = f
    try factor.applyQ(transposed: true, to: &d)
    var ordered = zip(d, h).map { $0 - $1 }
    try factor.solveTriangular(transposed: false, &ordered)
    for k in h.indices { d[k] = h[k] }
    try factor.applyQ(transposed: false, to: &d)
    var coefficients = ordered
    for (place, pivot) in factor.pivots.enumerated() { coefficients[pivot] = ordered[place] }
    return (d, coefficients)
  }
}
