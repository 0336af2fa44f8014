import Scheduler
import Synchronization
import Testing

@Suite struct ParallelLoopTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 64, 1001])
  func everyIterationRunsExactlyOnce(threads: Int, count: Int) {
    let visits = Mutex([Int](repeating: 0, count: count))
    parallelFor(count, grain: 3, threads: ThreadLimit(threads)) { range in
      visits.withLock { for index in range { $0[index] += 1 } }
    }
    #expect(visits.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test func aNegativeCountDoesNothing() {
    parallelFor(-5) { _ in Issue.record("a loop without iterations ran") }
  }

  @Test func aLimitIsAtLeastOne() {
    #expect(ThreadLimit(0).count == 1)
    #expect(ThreadLimit(-3) == .single)
    #expect(ThreadLimit.cores.count >= 1)
  }

  @Test func aLimitIsSmallEnoughToCutWorkBy() {
    #expect(ThreadLimit(.max).count == ThreadLimit.most)
    let visits = Mutex(0)
    parallelFor(10, threads: ThreadLimit(.max)) { range in visits.withLock { $0 += range.count } }
    #expect(visits.withLock { $0 } == 10)
  }
}
