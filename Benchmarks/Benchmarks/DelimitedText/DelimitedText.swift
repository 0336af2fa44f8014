import Benchmark
import ExampleData
import Interchange
import Scheduler

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(10)
  Benchmark.defaultConfiguration.warmupIterations = 0

  for (name, threads) in [("one thread", ThreadLimit.single), ("all cores", .cores)] {
    Benchmark("CSV: 1e7 rows, 5 columns, \(name)") { benchmark in
      let source = try ByteSource(BenchmarkInputs.delimitedText(), path: "text.csv")
      var options = ReadingOptions()
      options.threads = threads
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        blackHole(try DelimitedTable.read(source, options: options))
      }
    }
  }
}
