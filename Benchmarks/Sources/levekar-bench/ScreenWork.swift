import Analyses
import Comparisons
import Estimates
import Indicators
import Regression
import Trends
import Workloads

/// Trends (Mann–Kendall, Theil–Sen and least squares, with intervals and p-values), baselines with intervals, and the gap to
/// the rest of the municipality in every year with its interval, of every zone of a country: 300 indicators × 14 000 zones ×
/// 25 years, in columns. The figures of an indicator are made outside the measured time, as they would come from the base.
func screen(_ request: Request) throws -> Answer {
  let country = try NationalDataset()
  let rests = country.rests
  var seconds: [Double] = []
  var (slopes, lines, levels, gaps, probabilities) = (0.0, 0.0, 0.0, 0.0, 0.0)
  for _ in 0..<request.repetitions {
    (slopes, lines, levels, gaps, probabilities) = (0, 0, 0, 0, 0)
    var total = 0.0
    for indicator in 0..<300 {
      guard let panel = try country.dataset(indicator: indicator).panels.first else { continue }
      let window = panel.periods.indices.filter { (2019...2023).contains(panel.periods[$0].year) }
      let clock = ContinuousClock()
      let begin = clock.now
      let trends = try MonotonicTrend.fit(panel, threads: request.threads)
      for case .success(let trend) in trends {
        slopes += trend.theilSen.slope
        probabilities += trend.mannKendall.pValue
      }
      let fits = try LineFits(
        values: panel.values, times: panel.periods.map(\.time), threads: request.threads)
      let baselines = try BaselineColumns(panel, periods: window, threads: request.threads)
      let differences = ContrastColumns.differences(panel, comparators: rests, threads: request.threads)
      total += (clock.now - begin) / .seconds(1)
      lines += fits.slopes.reduce(0, +)
      levels += baselines.values.filter { !$0.isNaN }.reduce(0, +)
      gaps += differences?.values.filter { !$0.isNaN }.reduce(0, +) ?? 0
    }
    seconds.append(total)
  }
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("slopes", slopes), ("lines", lines), ("levels", levels), ("gaps", gaps), ("p_values", probabilities),
    ])
}

/// The same through the verbs `trend`, `baseline` and `compare` (the latest gap, with ratio, detectable change and words of
/// every row), a tenth of the indicators.
func screenRows(_ request: Request) throws -> Answer {
  let country = try NationalDataset()
  let options = AnalysisOptions(threads: request.threads)
  let window = PeriodRange(from: Period(year: 2019), to: Period(year: 2023))
  var seconds: [Double] = []
  var (rows, slopes, gaps) = (0.0, 0.0, 0.0)
  for _ in 0..<request.repetitions {
    (rows, slopes, gaps) = (0, 0, 0)
    var total = 0.0
    for indicator in 0..<30 {
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
