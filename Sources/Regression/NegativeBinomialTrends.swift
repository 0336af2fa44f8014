import CSeriesKernels
import Foundation
import Indicators
import Scheduler

/// Negative binomial trends of many series: those whose Poisson trend leaves too much variation are fitted again.
enum NegativeBinomialTrends {
  /// Fits and dispersions. A series that varies no more than Poisson's keeps its fit, with α = 0.
  static func refit(
    _ fits: [cseries_rate_trend], counts: [Double], denominators: [Double]?, times: [Double],
    threads: ThreadLimit
  ) -> (fits: [cseries_rate_trend], alphas: [Double]) {
    var alphas = [Double](repeating: 0, count: fits.count)
    var results = fits
    results.withUnsafeMutableBufferPointer { results in
      alphas.withUnsafeMutableBufferPointer { alphas in
        // Each range of the loop writes its own places, so ranges may run at the same time.
        nonisolated(unsafe) let (results, alphas) = (results, alphas)
        parallelFor(results.count, grain: 16, threads: threads) { range in
          for series in range where results[series].status == CSERIES_RATE_FITTED {
            let places = series * times.count..<(series + 1) * times.count
            let line = NegativeBinomialLine(
              counts: counts[places], denominators: denominators?[places], times: times)
            (results[series], alphas[series]) = line.fit(from: results[series])
          }
        }
      }
    }
    return (results, alphas)
  }
}

/// One series without its gaps.
private struct NegativeBinomialLine {
  var counts: [Double] = []
  var exposures: [Double] = []
  var times: [Double] = []

  init(counts all: ArraySlice<Double>, denominators: ArraySlice<Double>?, times: [Double]) {
    for (index, count) in all.enumerated() {
      let below = denominators.map { $0[$0.startIndex + index] } ?? 1
      guard !count.isNaN, below > 0 else { continue }
      counts.append(count)
      exposures.append(below)
      self.times.append(times[index])
    }
  }

  func means(_ level: Double, _ slope: Double) -> [Double] {
    times.indices.map { exposures[$0] * exp(level + slope * times[$0]) }
  }

  func fit(from poisson: cseries_rate_trend) -> (cseries_rate_trend, Double) {
    var (level, slope) = (poisson.level, poisson.slope)
    do {
      let alpha = try NegativeBinomialDispersion.ofLargestLikelihood(
        counts, poissonMeans: means(level, slope)
      ) { alpha throws(RegressionError) in
        (level, slope, _) = try score(alpha, level, slope)
        return means(level, slope)
      }
      guard alpha > 0 else { return (poisson, 0) }
      let iterations: Int
      (level, slope, iterations) = try score(alpha, level, slope)
      return (finish(poisson, alpha, level, slope, iterations), alpha)
    } catch {
      return (RateTrends.nothing(.notConverged), 0)
    }
  }

  /// Fisher scoring of level and slope for a dispersion.
  private func score(
    _ alpha: Double, _ level: Double, _ slope: Double
  ) throws(RegressionError) -> (level: Double, slope: Double, iterations: Int) {
    var (level, slope) = (level, slope)
    let span = (times.max() ?? 0) - (times.min() ?? 0)
    for iteration in 1...200 {
      var (g0, g1, s0, s1, s2) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for i in times.indices {
        let mean = exposures[i] * exp(level + slope * times[i])
        let weight = mean / (1 + alpha * mean)
        let rest = (counts[i] - mean) / (1 + alpha * mean)
        g0 += rest
        g1 += rest * times[i]
        s0 += weight
        s1 += weight * times[i]
        s2 += weight * times[i] * times[i]
      }
      let determinant = s0 * s2 - s1 * s1
      var up = (s2 * g0 - s1 * g1) / determinant
      var turn = (s0 * g1 - s1 * g0) / determinant
      let size = abs(up) + abs(turn) * span
      guard size.isFinite else { break }
      if size > 1.5 {
        up *= 1.5 / size
        turn *= 1.5 / size
      }
      level += up
      slope += turn
      if size <= 1e-12 { return (level, slope, iteration) }
    }
    throw .notConverged(iterations: 200)
  }

  private func finish(
    _ poisson: cseries_rate_trend, _ alpha: Double, _ level: Double, _ slope: Double, _ iterations: Int
  ) -> cseries_rate_trend {
    var result = poisson
    let family = GeneralizedLinearModel.Family.negativeBinomial(dispersion: alpha)
    let means = means(level, slope)
    let weights = means.map { $0 / (1 + alpha * $0) }
    let total = weights.reduce(0, +)
    let mean = zip(weights, times).reduce(0) { $0 + $1.0 * $1.1 } / total
    let information = zip(weights, times).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
    result.level = level
    result.slope = slope
    result.slope_error = 1 / information.squareRoot()
    result.deviance = zip(counts, means).reduce(0) { $0 + family.unitDeviance($1.0, mean: $1.1, trials: 1) }
    result.pearson = zip(counts, means).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / family.variance(mean: $1.1, trials: 1)
    }
    result.iterations = Int32(iterations)
    guard result.slope_error.isFinite, result.deviance.isFinite, result.pearson.isFinite else {
      return RateTrends.nothing(.notFinite)
    }
    return result
  }
}
