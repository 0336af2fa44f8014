import Foundation
import Trends

/// Three joins at most in 35 years: designs, and three permutation tests of 4499 permutations each.
func joinpoint(_ request: Request) throws -> Answer {
  let times = (0..<35).map { 1975 + Double($0) }
  // A trend that bends three times, with a ripple that repeats nowhere in the series.
  let values = times.indices.map { year -> Double in
    let (t, ripple) = (Double(year), 0.01 * sin(Double(year * year)))
    return exp(
      4 + 0.008 * t - 0.026 * max(0, t - 10) + 0.034 * max(0, t - 20) - 0.041 * max(0, t - 24) + ripple)
  }
  let (seconds, trend) = try request.time {
    try Joinpoint(of: values, at: times, rules: JoinpointRules(maximumJoins: 3), threads: request.threads)
  }
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("joins", Double(trend.joins)), ("tests", Double(trend.tests.count)),
      ("sse", trend.fits[3].sumOfSquares), ("statistic", trend.tests.first?.statistic ?? 0),
    ])
}
