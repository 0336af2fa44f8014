import Analyses
import Estimates
import Indicators
import Workloads

/// Trends, baselines and gaps of every zone of a country through the verbs, rows included: 300 indicators × 14 000 zones ×
/// 25 years. The figures of an indicator are made outside the measured time, as they would come from the base.
func screen(_ request: Request) throws -> Answer {
  try screen(request, indicators: 300)
}

/// A tenth of it, to be repeated.
func screenTenth(_ request: Request) throws -> Answer {
  try screen(request, indicators: 30)
}

private func screen(_ request: Request, indicators: Int) throws -> Answer {
  let country = try NationalDataset()
  let options = AnalysisOptions(threads: request.threads)
  let window = PeriodRange(from: Period(year: 2019), to: Period(year: 2023))
  var seconds: [Double] = []
  var (rows, slopes, gaps) = (0.0, 0.0, 0.0)
  for _ in 0..<request.repetitions {
    (rows, slopes, gaps) = (0, 0, 0)
    var total = 0.0
    for indicator in 0..<indicators {
      let dataset = try country.dataset(indicator: indicator)
      let clock = ContinuousClock()
      let begin = clock.now
      let trend = try Trend.run(dataset, options: options).rows
      let baseline = try Baseline.run(dataset, window: window, against: .rest, options: options).rows
      let compare = try Compare.run(dataset, against: .rest, latestOnly: true, options: options).rows
      total += (clock.now - begin) / .seconds(1)
      rows += Double(trend.count + baseline.count + compare.count)
      for row in stride(from: 0, to: trend.count, by: 2) { slopes += trend[row, "slope"].double ?? 0 }
      for row in 0..<compare.count { gaps += compare[row, "estimate"].double ?? 0 }
    }
    seconds.append(total)
  }
  return Answer(
    times: [("seconds", seconds)], digest: [("rows", rows), ("slopes", slopes), ("gaps", gaps)])
}
