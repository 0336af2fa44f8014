import Indicators
import Regression
import Workloads

/// Slope and standard error of every series of a panel.
func ordinaryLeastSquares(_ request: Request) throws -> Answer {
  let panel = try Panel.benchmarkSeries(folder: request.folder)
  let times = panel.periods.map(\.time)
  let (seconds, fits) = try request.time {
    try LineFits(values: panel.values, times: times, threads: request.threads)
  }
  return Answer(
    times: [("seconds", seconds)],
    digest: [
      ("slope", fits.slopes.reduce(0, +)), ("standard_error", fits.slopeStandardErrors.reduce(0, +)),
    ])
}
