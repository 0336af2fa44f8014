import Estimates
import Scheduler

/// Rows made on several threads, in the order of their numbers.
///
/// Rows depend on nothing but their number, so they are the same for any number of threads.
///
/// - Throws: The error of the first row that has one.
func parallelRows(
  _ count: Int, threads: ThreadLimit,
  _ make: @Sendable (Int) throws(AnalysisError) -> [ResultCells]
) throws(AnalysisError) -> [[ResultCells]] {
  var rows = [Result<[ResultCells], AnalysisError>](repeating: .success([]), count: count)
  rows.withUnsafeMutableBufferPointer { rows in
    // Ranges are disjoint and within 0..<count, the length of the buffer: each place has one writer.
    nonisolated(unsafe) let rows = rows
    parallelFor(count, grain: 256, threads: threads) { range in
      for row in range {
        rows[row] = Result { () throws(AnalysisError) in try make(row) }
      }
    }
  }
  return try rows.map { row throws(AnalysisError) in try row.get() }
}
