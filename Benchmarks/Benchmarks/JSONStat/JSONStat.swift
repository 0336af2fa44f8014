import Benchmark
import ExampleData
import Indicators
import Interchange

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)

  Benchmark("JSON-stat: 1e6 cells to a panel") { benchmark in
    let bytes = BenchmarkInputs.jsonStat()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(try JSONStatReader.read(bytes).panels())
    }
  }
}
