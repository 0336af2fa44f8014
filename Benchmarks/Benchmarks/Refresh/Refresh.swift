import Benchmark
import Foundation
import Pipeline
import Workloads

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(5)
  let folder = FileManager.default.temporaryDirectory.path + "/levekar-refresh"

  Benchmark("Refresh of the example: first") { benchmark in
    for _ in benchmark.scaledIterations {
      let programme = try ExampleCopy.make(at: folder)
      benchmark.startMeasurement()
      blackHole(try Refresh.run(RefreshJob(programme: programme)))
      benchmark.stopMeasurement()
    }
  }

  Benchmark("Refresh of the example: nothing new") { benchmark in
    let job = RefreshJob(programme: try ExampleCopy.make(at: folder))
    _ = try Refresh.run(job)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try Refresh.run(job)) }
  }
}
