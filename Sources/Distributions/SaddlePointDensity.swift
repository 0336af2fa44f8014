import Foundation

// Densities in the form Loader gave them: a Stirling error and a deviance instead of factorials and powers, so that
// the logarithm keeps an absolute error of a few ulps of its largest term.
// Reference: Loader (2000) Fast and Accurate Computation of Binomial Probabilities.

private let logTwoPi = 1.8378770664093454836

/// log Γ(n + 1) − log(√(2πn) (n/e)ⁿ) for n > 0.
func stirlingError(_ n: Double) -> Double {
  guard n > 15 else {
    return unchecked.logGamma(n + 1) - (n + 0.5) * log(n) + n - logTwoPi / 2
  }
  let s = 1 / (n * n)
  // The Stirling series to n⁻¹³; the first term left out is below 10⁻¹⁷ for n > 15.
  let series: [Double] = [
    -1 / 12.0, 1 / 360.0, -1 / 1260.0, 1 / 1680.0, -1 / 1188.0, 691 / 360_360.0, -1 / 156.0,
  ]
  return -series.reversed().reduce(0) { $0 * s + $1 } / n
}

/// x log(x/m) + m − x for x, m > 0, without cancellation where they are close.
func devianceTerm(_ x: Double, _ m: Double) -> Double {
  let difference = x - m
  guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
  let v = difference / (x + m)
  var sum = difference * v
  var power = 2 * x * v
  for k in 1..<1000 {
    power *= v * v
    let next = sum + power / Double(2 * k + 1)
    if next == sum { break }
    sum = next
  }
  return sum
}

/// log(λˣ e^{−λ} / Γ(x + 1)) for x ≥ 0, λ > 0.
func logPoissonMass(_ x: Double, _ lambda: Double) -> Double {
  if x <= lambda * .leastNormalMagnitude { return -lambda }
  if lambda < x * .leastNormalMagnitude { return x * log(lambda) - lambda - unchecked.logGamma(x + 1) }
  return -stirlingError(x) - devianceTerm(x, lambda) - 0.5 * (logTwoPi + log(x))
}

/// log(Γ(x + r + 1) / (Γ(x + 1) Γ(r + 1)) pˣ qʳ) for x, r ≥ 0 and q = 1 − p.
///
/// Both exponents are given, since the sum of a small and a large one does not give the small one back.
func logBinomialMass(_ x: Double, rest r: Double, _ p: Double, _ q: Double) -> Double {
  if p == 0 { return x == 0 ? 0 : -.infinity }
  if q == 0 { return r == 0 ? 0 : -.infinity }
  if x == 0 { return r == 0 ? 0 : r * (p < q ? log1p(-p) : log(q)) }
  if r == 0 { return x * (q < p ? log1p(-q) : log(p)) }
  let n = x + r
  let core =
    stirlingError(n) - stirlingError(x) - stirlingError(r) - devianceTerm(x, n * p) - devianceTerm(r, n * q)
  return core - 0.5 * (logTwoPi + log(x) + log(r / n))
}
