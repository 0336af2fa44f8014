import Foundation
import Pipeline
import Workloads

/// A refresh of a copy of the example into a new base, and again with nothing new.
func refresh(_ request: Request) throws -> Answer {
  let folder = request.folder + "/larvik"
  var first: [Double] = []
  var again: [Double] = []
  for _ in 0..<request.repetitions {
    var job = RefreshJob(programme: try ExampleCopy.make(at: folder))
    job.threads = request.threads.count
    for isFirst in [true, false] {
      let clock = ContinuousClock()
      let begin = clock.now
      let outcome = try Refresh.run(job)
      let seconds = (clock.now - begin) / .seconds(1)
      guard outcome.exitCode == 0 else { throw RequestError.refreshFailed(outcome.errors.map { "\($0)" }) }
      if isFirst { first.append(seconds) } else { again.append(seconds) }
    }
  }
  try FileManager.default.removeItem(atPath: folder)
  return Answer(times: [("first", first), ("again", again)], digest: [])
}
