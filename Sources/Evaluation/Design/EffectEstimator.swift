import Estimates
import Indicators
import Scheduler

/// A way to estimate the effect on the treated of a design with one start.
///
/// What an estimator is told beforehand (a penalty, covariates, a season) are its properties; what it learns from the figures
/// is in the ``EffectFit``. Placebos run through the same verb, so every estimator has the same inference.
public protocol EffectEstimator: Sendable {
  /// The id, such as `effect.synthetic-did`.
  var method: Method { get }

  /// The same estimator with everything it tunes on figures fixed at what `design` says, so that placebos are scored by the
  /// same rule as the treated. An estimator that tunes nothing returns itself.
  func tuned(to design: EffectDesign) throws(EffectError) -> Self

  /// The effect on the treated of `design`.
  func fit(_ design: EffectDesign) throws(EffectError) -> EffectFit

  /// The fits with donors in the place of the treated, one a set, in order.
  ///
  /// The default makes each design and fits it; an estimator that can share work between sets does so here. The answers are
  /// the same bytes for any number of threads.
  func placeboFits(_ design: EffectDesign, sets: [[Int]], threads: ThreadLimit) -> [Result<
    EffectFit, EffectError
  >]
}

extension EffectEstimator {
  /// Nothing is tuned.
  public func tuned(to design: EffectDesign) throws(EffectError) -> Self { self }

  /// Each set by itself.
  public func placeboFits(
    _ design: EffectDesign, sets: [[Int]], threads: ThreadLimit = .cores
  ) -> [Result<EffectFit, EffectError>] {
    fits(sets.count, threads: threads) { index throws(EffectError) in
      try fit(try design.treating(sets[index]))
    }
  }

  /// Fits of `count` designs, in order, on several threads.
  func fits(
    _ count: Int, threads: ThreadLimit,
    _ body: @Sendable (Int) throws(EffectError) -> EffectFit
  ) -> [Result<EffectFit, EffectError>] {
    var results = [Result<EffectFit, EffectError>](repeating: .failure(.notConverged), count: count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Bounds: parallelFor hands out disjoint ranges of 0..<count, and the buffer has count elements.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(count, threads: threads) { range in
        for index in range {
          do throws(EffectError) {
            buffer[index] = .success(try body(index))
          } catch {
            buffer[index] = .failure(error)
          }
        }
      }
    }
    return results
  }
}
