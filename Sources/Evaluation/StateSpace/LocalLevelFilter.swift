/// The Kalman filter of a level that drifts, seen with noise, from an exact diffuse start.
///
/// z_t = μ_t + ε_t, μ_{t+1} = μ_t + η_t, with Var(ε) = 1 − s and Var(η) = s in units of the common variance. The first value
/// sets the level and gives no innovation, which is what an infinite variance at the start amounts to.
struct LocalLevelFilter {
  /// z_t less its prediction from the values before it, t = 2…n.
  let innovations: [Double]
  /// The variances of the innovations, in units of the common variance.
  let variances: [Double]
  /// The level after the last value.
  let level: Double
  /// The variance of that level.
  let levelVariance: Double

  /// Filters a series of at least one value with a share 0 ≤ s ≤ 1 of the variance in the level.
  init(_ series: some BidirectionalCollection<Double>, share: Double) {
    var level = series.first ?? 0
    var variance = 1 - share
    var innovations: [Double] = []
    var variances: [Double] = []
    innovations.reserveCapacity(series.count)
    variances.reserveCapacity(series.count)
    for value in series.dropFirst() {
      let predicted = variance + share
      let total = predicted + 1 - share
      let innovation = value - level
      innovations.append(innovation)
      variances.append(total)
      level += predicted / total * innovation
      variance = predicted * (1 - share) / total
    }
    self.innovations = innovations
    self.variances = variances
    self.level = level
    self.levelVariance = variance
  }
}
