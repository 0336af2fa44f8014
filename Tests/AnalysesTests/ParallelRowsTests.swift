import Estimates
import Scheduler
import Testing

@testable import Analyses

@Suite struct ParallelRowsTests {
  private func rows(_ count: Int, threads: ThreadLimit) throws -> [[ResultCells]] {
    try parallelRows(count, threads: threads) { row throws(AnalysisError) in
      var cells = ResultCells(Schemas.level)
      cells["zone"] = .text("\(row)")
      return [ResultCells](repeating: cells, count: row % 3)
    }
  }

  @Test(arguments: [0, 1, 255, 256, 5000])
  func rowsComeInOrderForAnyNumberOfThreads(count: Int) throws {
    let made = try rows(count, threads: ThreadLimit(7))
    #expect(made.count == count)
    #expect(
      made.joined().map { $0["zone"]?.string }
        == (0..<count).flatMap { row in (0..<row % 3).map { _ in "\(row)" } })
    #expect(try rows(count, threads: .single) == made)
  }

  @Test func theErrorIsThatOfTheFirstRowThatHasOne() {
    #expect(throws: AnalysisError.needsZoneSystem("700")) {
      try parallelRows(5000, threads: ThreadLimit(4)) { row throws(AnalysisError) in
        if row >= 700 { throw .needsZoneSystem("\(row)") }
        return []
      }
    }
  }
}
