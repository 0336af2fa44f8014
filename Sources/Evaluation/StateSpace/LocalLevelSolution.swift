import Foundation

/// What the figures say once the share of the level's variance is given.
struct LocalLevelSolution: Sendable, Equatable {
  /// The share.
  let share: Double
  /// The common variance by maximum likelihood: the weighted sum of squares over n − 1.
  let variance: Double
  /// The weighted sum of squares of the innovations left.
  let sumOfSquares: Double
  /// n − 1 − k.
  let degreesOfFreedom: Int
  /// β.
  let coefficients: [Double]
  /// The logarithm of the diffuse likelihood.
  let logLikelihood: Double
  /// The logarithm of the likelihood with β integrated out, less a constant: what weighs shares against each other.
  let restrictedLogLikelihood: Double
  /// The level of y − β′x after the last value.
  let level: Double
  /// The variance of that level given β, over the common variance.
  let levelVariance: Double
  /// The levels of the regressors after the last value: the forecast at x has β multiplied by x less these.
  let regressorLevels: [Double]
  /// (X̃′X̃)⁻¹ of the weighted innovations, row after row, k × k.
  let inverseGram: [Double]
}

/// The series and its regressors, moved to a mean of zero, which the diffuse level takes up.
struct LocalLevelProblem {
  private let series: [Double]
  private let regressors: [[Double]]
  private let origin: Double
  private let regressorOrigins: [Double]

  init(_ series: [Double], _ regressors: [[Double]]) {
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
    let origin = mean(series)
    let origins = regressors.map(mean)
    self.origin = origin
    regressorOrigins = origins
    self.series = series.map { $0 - origin }
    self.regressors = zip(regressors, origins).map { values, origin in values.map { $0 - origin } }
  }

  /// Whether the series is more than one value repeated, but for rounding of its mean.
  var varies: Bool {
    let size = max(abs(origin), series.reduce(0) { max($0, abs($1)) })
    return series.contains { abs($0) > 8 * .ulpOfOne * size }
  }

  /// The solution at a share in 0…1; `nil` where a regressor adds nothing to the others or nothing is left to explain.
  func solved(share: Double) -> LocalLevelSolution? {
    let own = LocalLevelFilter(series, share: share)
    let filters = regressors.map { LocalLevelFilter($0, share: share) }
    let weights = own.variances.map { 1 / $0.squareRoot() }
    var residual = zip(own.innovations, weights).map { $0 * $1 }
    var columns = filters.map { filter in zip(filter.innovations, weights).map { $0 * $1 } }
    let (n, k) = (series.count, columns.count)
    let total = residual.reduce(0) { $0 + $1 * $1 }
    // Modified Gram–Schmidt, QR of the weighted innovations: R above the diagonal, the series carried along.
    var upper = [Double](repeating: 0, count: k * k)
    var projections = [Double](repeating: 0, count: k)
    for j in 0..<k {
      let before = regressors[j].reduce(0) { $0 + $1 * $1 }
      let norm = columns[j].reduce(0) { $0 + $1 * $1 }.squareRoot()
      // Innovations are differences of the column: what is left of it below 10⁻¹⁰ is rounding.
      guard norm * norm > 1e-20 * before, norm > 0 else { return nil }
      upper[j * k + j] = norm
      for row in columns[j].indices { columns[j][row] /= norm }
      for other in j + 1..<max(j + 1, k) {
        let product = dot(columns[j], columns[other])
        upper[j * k + other] = product
        for row in columns[other].indices { columns[other][row] -= product * columns[j][row] }
      }
      projections[j] = dot(columns[j], residual)
      for row in residual.indices { residual[row] -= projections[j] * columns[j][row] }
    }
    let squares = residual.reduce(0) { $0 + $1 * $1 }
    guard squares > 1e-24 * total, squares > 0 else { return nil }
    var coefficients = projections
    var inverse = [Double](repeating: 0, count: k * k)
    for j in stride(from: k - 1, through: 0, by: -1) {
      for other in j + 1..<max(j + 1, k) { coefficients[j] -= upper[j * k + other] * coefficients[other] }
      coefficients[j] /= upper[j * k + j]
      // R⁻¹, row j from the rows below it.
      inverse[j * k + j] = 1 / upper[j * k + j]
      for column in j + 1..<max(j + 1, k) {
        var sum = 0.0
        for middle in j + 1...column { sum += upper[j * k + middle] * inverse[middle * k + column] }
        inverse[j * k + column] = -sum / upper[j * k + j]
      }
    }
    var gram = [Double](repeating: 0, count: k * k)
    for i in 0..<k {
      for j in 0..<k {
        gram[i * k + j] = (max(i, j)..<k).reduce(0) { $0 + inverse[i * k + $1] * inverse[j * k + $1] }
      }
    }
    let logVariances = own.variances.reduce(0) { $0 + log($1) }
    let logDeterminant = (0..<k).reduce(0) { $0 + 2 * log(upper[$1 * k + $1]) }
    let variance = squares / Double(n - 1)
    let free = n - 1 - k
    let levels = zip(filters, regressorOrigins).map { $0.level + $1 }
    return LocalLevelSolution(
      share: share, variance: variance, sumOfSquares: squares, degreesOfFreedom: free,
      coefficients: coefficients,
      logLikelihood: -0.5 * (Double(n - 1) * (log(2 * .pi * variance) + 1) + logVariances),
      restrictedLogLikelihood: -0.5 * (Double(free) * log(squares) + logVariances + logDeterminant),
      level: own.level + origin - dot(coefficients, levels), levelVariance: own.levelVariance,
      regressorLevels: levels, inverseGram: gram)
  }

  private func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
