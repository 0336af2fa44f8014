import CSpecialFunctions

/// The x with I(x; a, b) = p and 1 − x, for 0 < p < 1.
func inverseBeta(_ a: Double, _ b: Double, _ p: Double) -> (x: Double, complement: Double) {
  var complement = Double.nan
  let x = levekar_beta_i_inverse(a, b, p, &complement)
  if !x.isNaN, !complement.isNaN { return (x, complement) }
  // Boost's root finder gives up on some probabilities below the normal doubles.
  let found = smallestDouble { levekar_beta_i(a, b, $0) >= p }
  return (found, 1 - found)
}

/// The x with 1 − I(x; a, b) = q and 1 − x, for 0 < q < 1.
func inverseBetaComplement(_ a: Double, _ b: Double, _ q: Double) -> (x: Double, complement: Double) {
  var complement = Double.nan
  let x = levekar_beta_i_complement_inverse(a, b, q, &complement)
  if !x.isNaN, !complement.isNaN { return (x, complement) }
  let found = smallestDouble { levekar_beta_i_complement(a, b, $0) <= q }
  return (found, 1 - found)
}

/// The smallest double in 0…1 for which `holds` is true, given that it stays true from there on and holds at 1.
///
/// The bit patterns of positive doubles are ordered as the doubles, so halving the interval of patterns takes at most 62
/// steps wherever the answer lies.
private func smallestDouble(where holds: (Double) -> Bool) -> Double {
  var low: UInt64 = 0
  var high = (1.0).bitPattern
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if holds(Double(bitPattern: middle)) { high = middle } else { low = middle }
  }
  return Double(bitPattern: high)
}
