import Indicators
import Scheduler

/// One answer for each of many inputs, on several threads: each is computed from its own input and number alone, so the
/// answers are the same for any number of threads.
package func batch<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], threads: ThreadLimit,
  _ compute: @Sendable (_ input: Input, _ index: Int) throws(Reason) -> Output
) -> [Result<Output, Reason>] {
  [Result<Output, Reason>](unsafeUninitializedCapacity: inputs.count) { results, written in
    // Each range of the loop writes its own places, so ranges may run at the same time.
    nonisolated(unsafe) let results = results
    parallelFor(inputs.count, threads: threads) { range in
      for index in range {
        let answer: Result<Output, Reason>
        do throws(Reason) {
          answer = .success(try compute(inputs[index], index))
        } catch {
          answer = .failure(error)
        }
        results.initializeElement(at: index, to: answer)
      }
    }
    written = inputs.count
  }
}
