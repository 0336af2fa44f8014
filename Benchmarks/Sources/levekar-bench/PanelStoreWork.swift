import Foundation
import Indicators
import KnowledgeBase
import Workloads

/// The panels of the store benchmarks written as one version of a knowledge base, and all read back.
func panelStore(_ request: Request) throws -> Answer {
  let panels = try StoreCells().panels()
  let path = request.folder + "/panels.levekar"
  func remove() {
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
  defer { remove() }
  let write = try request.time {
    remove()
    let base = try KnowledgeBase(at: path, .create)
    _ = try base.commit(VersionHeader(engine: "benchmark"), threads: request.threads) {
      (writer) throws(KnowledgeBaseError) in try writer.add(panels)
    }
    try base.close()
  }
  let read = try request.time {
    let base = try KnowledgeBase(at: path)
    let panels = try base.panels(threads: request.threads)
    try base.close()
    return panels
  }
  let sum = read.result.reduce(0) { $0 + $1.values.reduce(0, +) }
  return Answer(
    times: [("write", write.seconds), ("read", read.seconds)],
    digest: [("cells", Double(read.result.reduce(0) { $0 + $1.values.count })), ("sum", sum)])
}
