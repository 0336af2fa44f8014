import Benchmark
import Indicators
import Regression
import Scheduler
import Workloads

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)

  for (name, threads) in [("one thread", ThreadLimit.single), ("all cores", .cores)] {
    Benchmark("OLS slope, standard error: 100 000 x 25, \(name)") { benchmark in
      let panel = try Panel.benchmarkSeries()
      let times = panel.periods.map(\.time)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        blackHole(try LineFits(values: panel.values, times: times, threads: threads))
      }
    }
  }
}
