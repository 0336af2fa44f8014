import Benchmark
import Foundation
import Indicators
import KnowledgeBase
import Workloads

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration.metrics = [.wallClock, .cpuTotal, .peakMemoryResident]
  Benchmark.defaultConfiguration.maxDuration = .seconds(10)
  Benchmark.defaultConfiguration.warmupIterations = 0
  let folder = FileManager.default.temporaryDirectory.path

  func write(_ panels: [Panel], to path: String) throws {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    let base = try KnowledgeBase(at: path, .create)
    _ = try base.commit(VersionHeader(engine: "benchmark")) { (writer) throws(KnowledgeBaseError) in
      try writer.add(panels)
    }
    try base.close()
  }

  Benchmark("Panel store: write 1e7 cells") { benchmark in
    let panels = try StoreCells().panels()
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { try write(panels, to: folder + "/levekar-write.levekar") }
  }

  Benchmark("Panel store: read 1e7 cells") { benchmark in
    let path = folder + "/levekar-read.levekar"
    try write(StoreCells().panels(), to: path)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      let base = try KnowledgeBase(at: path)
      blackHole(try base.panels())
      try base.close()
    }
  }
}
