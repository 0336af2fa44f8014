import Indicators
import Regression
import Workloads

/// A log-linear Poisson trend with offset of every series: counts made of the series panel by a rule the peer knows too.
func poissonTrend(_ request: Request) throws -> Answer {
  let panel = try Panel.benchmarkSeries(folder: request.folder)
  let times = panel.periods.map(\.time)
  // Whole counts from 0 up, over persons that differ by series and year.
  let counts = panel.values.map { ($0.magnitude * 10).rounded(.down).truncatingRemainder(dividingBy: 97) }
  let persons = counts.indices.map { 900 + Double($0 % 211) }
  let (seconds, trends) = try request.time {
    try RateTrends(
      counts: counts, denominators: persons, times: times, family: .poisson, threads: request.threads)
  }
  var (slope, error) = (0.0, 0.0)
  // The peer fits the first of them only, one by one.
  for series in 0..<min(200, trends.count) {
    guard let trend = trends[series] else { continue }
    slope += trend.slope
    error += trend.slopeStandardError
  }
  return Answer(
    times: [("seconds", seconds)], digest: [("slope", slope), ("standard_error", error)])
}
