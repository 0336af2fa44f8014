import Indicators
import Trends
import Workloads

/// Mann–Kendall with ties, Sen's slope and its interval of every zone of a panel, packing included.
func mannKendall(_ request: Request) throws -> Answer {
  let panel = try Panel.benchmarkSeries(folder: request.folder)
  let (seconds, results) = try request.time { try MonotonicTrend.fit(panel, threads: request.threads) }
  return Answer(times: [("seconds", seconds)], digest: digest(results))
}

/// The same, and the p-value of every zone, which is computed when asked for.
func mannKendallWithP(_ request: Request) throws -> Answer {
  let panel = try Panel.benchmarkSeries(folder: request.folder)
  let (seconds, (results, sum)) = try request.time {
    let results = try MonotonicTrend.fit(panel, threads: request.threads)
    var sum = 0.0
    for result in results {
      if case .success(let trend) = result { sum += trend.mannKendall.pValue }
    }
    return (results, sum)
  }
  return Answer(times: [("seconds", seconds)], digest: digest(results) + [("p_of_ours", sum)])
}

private func digest<Failure>(_ results: [Result<MonotonicTrend, Failure>]) -> [(name: String, value: Double)]
{
  var (s, variance, slope, lower, upper) = (0.0, 0.0, 0.0, 0.0, 0.0)
  for case .success(let trend) in results {
    s += Double(trend.mannKendall.s)
    variance += trend.mannKendall.varianceOfS
    slope += trend.theilSen.slope
    lower += trend.theilSen.lower
    upper += trend.theilSen.upper
  }
  return [("s", s), ("var_s", variance), ("slope", slope), ("lower", lower), ("upper", upper)]
}
