import Benchmark
import Indicators
import Scheduler
import Trends
import Workloads

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)

  for (name, threads) in [("one thread", ThreadLimit.single), ("all cores", .cores)] {
    Benchmark("Mann-Kendall, Sen, interval: 100 000 x 25, \(name)") { benchmark in
      let panel = try Panel.benchmarkSeries()
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        blackHole(try MonotonicTrend.fit(panel, threads: threads))
      }
    }
  }
}
