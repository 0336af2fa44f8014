/// The smallest count in `0...last` for which `holds` is true, given that it stays true from there on.
///
/// The search doubles its step away from `guess` and then halves the bracket, so it costs a few evaluations when the
/// guess is good and never more than about 120.
func smallestCount(near guess: Double, last: Int, where holds: (Int) -> Bool) -> Int? {
  let start = min(max(Int(exactly: guess.rounded(.down)) ?? (guess > 0 ? last : 0), 0), last)
  var low: Int  // false here, or one before the support
  var high: Int  // true here
  var step = 1
  if holds(start) {
    high = start
    low = start
    while true {
      if high == 0 { return 0 }
      low = max(0, high - step)
      if !holds(low) { break }
      high = low
      step = step > last / 2 ? last : step * 2
    }
  } else {
    low = start
    high = start
    while true {
      if low == last { return nil }
      high = last - low > step ? low + step : last
      if holds(high) { break }
      low = high
      step = step > last / 2 ? last : step * 2
    }
  }
  while high - low > 1 {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle }
  }
  return high
}

/// Where a count distribution with these moments has the upper tail `p`, by Cornish and Fisher's first correction.
func guessedCount(mean: Double, standardDeviation: Double, skewness: Double, upperTail p: Double) -> Double {
  let z = Normal.standardUpperQuantile(min(max(p, 1e-300), 1 - 1e-16))
  return mean + standardDeviation * (z + (z * z - 1) * skewness / 6)
}
