import Dispatch
import Synchronization

/// How many threads the engine may use at once.
///
/// The default is the number of active cores. The value is a bound, never a promise: a loop shorter than its
/// grain runs on the calling thread. Results are the same bytes for any bound, because every iteration writes
/// to its own place and random streams are keyed by the iteration, not by the thread.
public struct ThreadLimit: Sendable, Equatable {
  /// The bound; at least one, and at most ``most``.
  public let count: Int

  /// More threads than any machine has; work is cut by a multiple of the bound, which must not overflow.
  public static let most = 4096

  /// A bound of `count` threads; values below one mean one, and values above ``most`` mean that.
  public init(_ count: Int) {
    self.count = min(max(1, count), Self.most)
  }

  /// One thread: the calling one.
  public static let single = ThreadLimit(1)

  /// As many threads as the machine has active cores.
  public static let cores = ThreadLimit(activeCores())
}

/// Runs `body` over `0..<count` in contiguous ranges of at least `grain` iterations, on at most `threads` threads.
///
/// - Parameters:
///   - count: Number of iterations; zero or less does nothing.
///   - grain: The fewest iterations worth handing to a thread. Smaller work stays on the calling thread.
///   - threads: The bound on threads.
///   - body: Called with disjoint ranges that together cover `0..<count`. Ranges may come in any order and at the
///     same time, so `body` writes only to places that belong to its range.
public func parallelFor(
  _ count: Int, grain: Int = 1, threads: ThreadLimit = .cores, _ body: @Sendable (Range<Int>) -> Void
) {
  guard count > 0 else { return }
  let grain = max(1, grain)
  let pieces = (count - 1) / grain + 1
  let workers = min(threads.count, pieces)
  guard workers > 1 else { return body(0..<count) }
  // Four chunks a worker even out chunks of unequal cost without paying for a counter at each iteration.
  let chunks = min(pieces, workers * 4)
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard chunk < chunks else { return }
      let lower = share(of: count, chunk, chunks)
      let upper = share(of: count, chunk + 1, chunks)
      if lower < upper { body(lower..<upper) }
    }
  }
}

/// ⌊count · part / whole⌋ without overflow for any non-negative `count`.
private func share(of count: Int, _ part: Int, _ whole: Int) -> Int {
  let (quotient, remainder) = count.quotientAndRemainder(dividingBy: whole)
  return quotient * part + remainder * part / whole
}
