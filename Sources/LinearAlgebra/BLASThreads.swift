import COpenBLAS
import Foundation

/// How many threads OpenBLAS may use inside one call: one, unless asked.
///
/// Work is parallel outside the kernels, so BLAS threads would only compete for the same cores. A single large
/// factorisation can ask for more:
///
///     let factor = try BLASThreads.use(4) { try CholeskyFactorization(large) }
///
/// The count belongs to the whole process, so calls from other threads that run meanwhile use it too. Ask for more
/// only where nothing else computes: with several threads OpenBLAS may split a sum, and the last bits may change.
public enum BLASThreads {
  /// Sets one thread the first time any routine of this module runs.
  private static let initial: Void = openblas_set_num_threads(1)

  // Recursive, so that a scope inside a scope waits for nobody.
  private static let lock = NSRecursiveLock()

  /// The number of threads BLAS may use now.
  public static var count: Int {
    prepare()
    return Int(openblas_get_num_threads())
  }

  /// Runs `body` while BLAS may use `count` threads, then restores the count before it.
  ///
  /// - Parameter count: At least one; values outside 1…64 are brought inside.
  public static func use<Result, Failure: Error>(
    _ count: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    prepare()
    lock.lock()
    defer { lock.unlock() }
    let before = openblas_get_num_threads()
    defer { openblas_set_num_threads(before) }
    openblas_set_num_threads(Int32(min(max(count, 1), 64)))
    return try body()
  }

  static func prepare() {
    _ = initial
  }
}
